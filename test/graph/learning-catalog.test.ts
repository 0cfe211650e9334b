import { contentKey, type CourseContent } from '../../src/domain/course-activity';
import type { GraphClient } from '../../src/graph/client/graph-request';
import { createLearningCatalog } from '../../src/graph/learning/learning-catalog';
import { access, clientFor, createKeptLog, id } from './graph-access';
import { replayGraph, type Replay } from './replay-graph';

let replay: Replay;
afterEach(() => replay.finish());

const refs = [50, 51, 52, 53].map((number) => ({ providerId: id(70), contentId: id(number) }));

function keysOf(count: number): string[] {
  return refs.slice(0, count).map(contentKey);
}

describe('findContents', () => {
  it('retries only the parts with transient failures, and returns what can be read', async () => {
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

  it('does not ask again for contents that were returned or refused', async () => {
    replay = await replayGraph('contents.failed-parts-retried');
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl), cacheSize: 100 });
    await catalog.findContents(access(), refs);

    const { contents: again } = await catalog.findContents(access(), refs);

    expect(again.size).toBe(3);
    expect(catalog.knownContents(access(), refs)).toEqual(again);
    expect(catalog.knownContents({ ...access(), userId: id(9) }, refs).size).toBe(0);
    expect(replay.seen).toHaveLength(2);
  });

  it('returns the rest when a part must wait for minutes, and does not ask meanwhile', async () => {
    replay = await replayGraph('contents.throttled-minutes');
    const log = createKeptLog();
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl, { log }), cacheSize: 100 });

    const { contents } = await catalog.findContents(access(), refs.slice(0, 2));
    const { contents: again, missing } = await catalog.findContents(access(), refs.slice(0, 2));

    expect([...contents.keys()]).toEqual(keysOf(1));
    expect([...again.keys()]).toEqual(keysOf(1));
    expect(missing).toEqual({ reason: 'throttled', waitMs: expect.any(Number) as number });
    expect(replay.seen).toHaveLength(1);
    expect(log.lines).toContainEqual({
      level: 'warn',
      fields: { faults: ['graphThrottled'], parts: 1, waitMs: 180_000 },
      message: 'contents not read',
    });
  });

  it('reads the parts of a batch that were answered 424', async () => {
    replay = await replayGraph('contents.failed-dependency');
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl), cacheSize: 100 });

    const { contents } = await catalog.findContents(access(), refs.slice(0, 2));

    expect([...contents.values()].map(({ title }) => title)).toEqual(['Course 50', 'Course 51']);
  });

  it.each([
    ['odd-parts', 'failed'],
    ['no-batch', 'refused'],
  ])('returns nothing for %s, and says why', async (fixture, reason) => {
    replay = await replayGraph(`contents.${fixture}`);
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl), cacheSize: 100 });

    expect(await catalog.findContents(access(), refs.slice(0, 3))).toEqual({
      contents: new Map(),
      missing: { reason },
    });
  });
});

describe('findContentByExternalId', () => {
  const externalId = "SEC/1'?";

  it('reads a content once, with the id quoted and escaped', async () => {
    replay = await replayGraph('content-by-key.found');
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl), cacheSize: 100 });

    const found = await catalog.findContentByExternalId(access(), id(70), externalId);

    expect(found).toMatchObject({ providerId: id(70), contentId: id(50), title: 'Course 50' });
    expect(await catalog.findContentByExternalId(access(), id(70), externalId)).toBe(found);
  });

  it('remembers a missing content', async () => {
    replay = await replayGraph('content-by-key.gone');
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl), cacheSize: 100 });

    expect(await catalog.findContentByExternalId(access(), id(70), externalId)).toBeUndefined();
    expect(await catalog.findContentByExternalId(access(), id(70), externalId)).toBeUndefined();
  });

  it('returns nothing when Graph fails, and asks again the next time', async () => {
    replay = await replayGraph('content-by-key.server-error');
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl), cacheSize: 100 });

    expect(await catalog.findContentByExternalId(access(), id(70), externalId)).toBeUndefined();
    expect(await catalog.findContentByExternalId(access(), id(70), externalId)).toBeDefined();
  });
});

describe('listContents', () => {
  async function collect(pages: AsyncIterable<readonly CourseContent[]>): Promise<string[][]> {
    const titles: string[][] = [];
    for await (const page of pages) titles.push(page.map(({ title }) => title));
    return titles;
  }

  it('yields searchable contents page by page, and drops and counts unreadable ones', async () => {
    replay = await replayGraph('contents-list.two-pages');
    const log = createKeptLog();
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl, { log }), cacheSize: 100 });

    const pages = await collect(catalog.listContents(access(), id(70)));

    expect(pages).toEqual([['Course 50'], ['Course 54', 'Course 55']]);
    expect(log.lines).toContainEqual({
      level: 'warn',
      fields: { dropped: 2, kept: 1 },
      message: 'graph sent unreadable contents',
    });
  });

  it('throws after yielding the pages it could read', async () => {
    replay = await replayGraph('contents-list.forbidden-later');
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl), cacheSize: 100 });
    const pages = catalog.listContents(access(), id(70))[Symbol.asyncIterator]();

    expect(await pages.next()).toMatchObject({ value: [{ title: 'Course 50' }] });
    await expect(pages.next()).rejects.toMatchObject({ kind: 'graphForbidden' });
  });

  it('stops at a link that was already followed, and says so', async () => {
    replay = await replayGraph('contents-list.link-loop');
    const log = createKeptLog();
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl, { log }), cacheSize: 100 });

    expect(await collect(catalog.listContents(access(), id(70)))).toEqual([['Course 50'], ['Course 50']]);
    expect(log.lines).toContainEqual(
      expect.objectContaining({ fields: { pages: 2 }, message: 'list of contents cut off' }),
    );
  });

  it('ends after a thousand pages', async () => {
    replay = await replayGraph('nothing');
    let sent = 0;
    const endless: GraphClient = {
      ...clientFor(replay.baseUrl),
      send: () => Promise.resolve({ '@odata.count': 1_000_000, value: [{ id: `${++sent}`, title: 'x' }] }),
    };
    const catalog = createLearningCatalog({ client: endless, cacheSize: 100 });

    expect(await collect(catalog.listContents(access(), id(70)))).toHaveLength(1_000);
  });
});

it.each(['', '..', 'x'.repeat(301), 'a\u0000', '\ud800'])(
  'does not ask for the invalid id %j',
  async (made) => {
    replay = await replayGraph('nothing');
    const catalog = createLearningCatalog({ client: clientFor(replay.baseUrl), cacheSize: 100 });
    const made1 = { providerId: made, contentId: id(50) };
    const made2 = { providerId: id(70), contentId: made };

    expect(await catalog.findContents(access(), [made1, made2])).toEqual({
      contents: new Map(),
    });
    expect(
      await Promise.all([
        catalog.findContentByExternalId(access(), made, 'EXT'),
        catalog.findContentByExternalId(access(), id(70), made),
        catalog.findSharedContent(access(), made1),
        catalog.findSharedContent(access(), made2),
        catalog.findProviderName(access(), made),
      ]),
    ).toEqual(Array.from({ length: 5 }));
    expect(await catalog.listContents(access(), made)[Symbol.asyncIterator]().next()).toMatchObject({
      done: true,
    });
  },
);

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
