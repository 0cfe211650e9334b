import { createDirectory } from '../../src/graph/directory';
import { access, clientFor, id } from './graph-access';
import { replayGraph, type Replay } from './replay-graph';

let replay: Replay;
afterEach(() => replay.finish());

describe('findDisplayName', () => {
  it.each([
    ['person.found', 'Katherine Walsh'],
    ['person.withheld', undefined],
    ['person.gone', undefined],
  ])('reads %s once', async (fixture, expected) => {
    replay = await replayGraph(fixture);
    const directory = createDirectory({ client: clientFor(replay.baseUrl) });

    expect(await directory.findDisplayName(access(), id(2))).toBe(expected);
    expect(await directory.findDisplayName(access(), id(2))).toBe(expected);
  });

  it('does without the name when Graph is busy', async () => {
    replay = await replayGraph('person.throttled');
    const directory = createDirectory({ client: clientFor(replay.baseUrl) });

    expect(await directory.findDisplayName(access(), id(2))).toBeUndefined();
  });
});
