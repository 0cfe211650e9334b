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
    const directory = createDirectory(clientFor(replay.baseUrl));

    expect(await directory.findDisplayName(access(), id(2))).toBe(expected);
    expect(await directory.findDisplayName(access(), id(2))).toBe(expected);
  });

  it('continues without the name when Graph is busy', async () => {
    replay = await replayGraph('person.throttled');
    const directory = createDirectory(clientFor(replay.baseUrl));

    expect(await directory.findDisplayName(access(), id(2))).toBeUndefined();
  });
});

describe('listDirectReports', () => {
  it('lists everyone once, without options that Graph refuses', async () => {
    replay = await replayGraph('reports.overlapping');
    const directory = createDirectory(clientFor(replay.baseUrl));

    const { reports, isComplete } = await directory.listDirectReports(access());

    expect(reports.map(({ displayName }) => displayName)).toEqual(['Ben', 'Ada']);
    expect(isComplete).toBe(true);
  });

  it('reports a missing account, not a missing course', async () => {
    replay = await replayGraph('reports.not-found');
    const directory = createDirectory(clientFor(replay.baseUrl));

    await expect(directory.listDirectReports(access())).rejects.toMatchObject({ kind: 'graphListNotFound' });
  });
});
