import { contentKey } from '../../src/domain/ports';
import { createLearningCatalog } from '../../src/graph/learning-catalog';
import { access, clientFor, createKeptLog, id } from './graph-access';
import { replayGraph, type Replay } from './replay-graph';

let replay: Replay;
afterEach(() => replay.finish());

const refs = [50, 51, 52, 53].map((number) => ({ providerId: id(70), contentId: id(number) }));

function keysOf(count: number): string[] {
  return refs.slice(0, count).map(contentKey);
}

describe('findContents', () => {
  it('reads again, alone, the parts that failed in passing, and gives what can be read', async () => {
    replay = await replayGraph('contents.failed-parts-retried');
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl), cacheSize: 100 });

    const { contents } = await catalog.findContents(access(), refs);

    expect([...contents.keys()].sort()).toEqual(
      [refs[0], refs[1], refs[3]].map((ref) => ref && contentKey(ref)),
    );
    expect(contents.get(keysOf(1)[0] ?? '')).toMatchObject({
      title: 'Course 50',
      contentId: id(50),
      durationMinutes: 45,
    });
  });

  it('asks no more for what was told or refused', async () => {
    replay = await replayGraph('contents.failed-parts-retried');
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl), cacheSize: 100 });
    await catalog.findContents(access(), refs);

    const { contents: again } = await catalog.findContents(access(), refs);

    expect(again.size).toBe(3);
    expect(replay.seen).toHaveLength(2);
  });

  it('gives what is there when a part must wait for minutes, and stops asking meanwhile', async () => {
    replay = await replayGraph('contents.throttled-minutes');
    const log = createKeptLog();
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl, { log }), cacheSize: 100 });

    const { contents } = await catalog.findContents(access(), refs.slice(0, 2));
    const { contents: again } = await catalog.findContents(access(), refs.slice(0, 2));

    expect([...contents.keys()]).toEqual(keysOf(1));
    expect([...again.keys()]).toEqual(keysOf(1));
    expect(replay.seen).toHaveLength(1);
    expect(log.lines).toContainEqual({
      level: 'warn',
      fields: { faults: ['graphThrottled'], parts: 1, waitMs: 180_000 },
      message: 'contents not read',
    });
  });

  it.each(['contents.odd-parts', 'contents.no-batch'])('gives nothing for %s', async (fixture) => {
    replay = await replayGraph(fixture);
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl), cacheSize: 100 });

    expect(await catalog.findContents(access(), refs.slice(0, 3))).toEqual({
      contents: new Map(),
      isComplete: false,
    });
  });
});

describe('findProviderName', () => {
  it('reads a name once', async () => {
    replay = await replayGraph('provider.found');
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl), cacheSize: 100 });

    expect(await catalog.findProviderName(access(), id(70))).toBe('Contoso Academy');
    expect(await catalog.findProviderName(access(), id(70))).toBe('Contoso Academy');
  });

  it('remembers a refusal', async () => {
    replay = await replayGraph('provider.forbidden');
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl), cacheSize: 100 });

    expect(await catalog.findProviderName(access(), id(70))).toBeUndefined();
    expect(await catalog.findProviderName(access(), id(70))).toBeUndefined();
  });
});
