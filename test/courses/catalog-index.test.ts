import { createCatalogIndex, type CatalogIndex } from '../../src/courses/catalog-index';
import type { CourseContent } from '../../src/domain/course-activity';
import { createPopularity } from '../../src/courses/popularity';
import type { GraphAccess } from '../../src/domain/ports';

const providerId = '00000000-0000-4000-8000-0000000000a1';

function aContent(title: string, lastModifiedDateTime?: string): CourseContent {
  return {
    contentId: title,
    providerId,
    title,
    skillTags: [],
    ...(lastModifiedDateTime !== undefined && { lastModifiedDateTime }),
  };
}

function access(tenantId = 'tenant-a'): GraphAccess {
  return { tenantId, userId: 'someone', graphToken: 'token', signal: AbortSignal.timeout(1) };
}

/** A provider that returns its pages when the test tells it to. */
function heldProvider() {
  const waiting: (() => void)[] = [];
  let loads = 0;
  return {
    get loads() {
      return loads;
    },
    giveNext: async () => {
      waiting.shift()?.();
      for (let tick = 0; tick < 5; tick++) await new Promise(setImmediate);
    },
    list: (...pages: readonly (readonly CourseContent[] | Error)[]) =>
      async function* () {
        loads++;
        for (const page of pages) {
          await new Promise<void>((resolve) => waiting.push(resolve));
          if (page instanceof Error) throw page;
          yield page;
        }
        await new Promise<void>((resolve) => waiting.push(resolve));
      },
  };
}

function build(
  listContents: () => AsyncIterable<readonly CourseContent[]>,
  options: Partial<Parameters<typeof createCatalogIndex>[0]> = {},
): CatalogIndex {
  return createCatalogIndex({
    listContents,
    providerIds: [providerId],
    popularity: createPopularity(),
    mostContents: 100,
    refreshAfterMs: 60_000,
    ...options,
  });
}

const titlesOf = (contents: Iterable<CourseContent>): readonly string[] =>
  [...contents].map(({ title }) => title);

describe('a load that hangs', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  it('ends, and the catalog is loaded again', async () => {
    const signals: AbortSignal[] = [];
    const index = createCatalogIndex({
      listContents: async function* ({ signal }) {
        signals.push(signal);
        yield [];
        await new Promise((_, reject) => {
          signal.addEventListener('abort', reject);
        });
      },
      providerIds: [providerId],
      popularity: createPopularity(),
      mostContents: 100,
      refreshAfterMs: 60_000,
    });
    index.open(access());

    await jest.advanceTimersByTimeAsync(10 * 60_000);
    index.open(access());
    await jest.advanceTimersByTimeAsync(60_000);
    index.open(access());

    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });
});

describe('createCatalogIndex', () => {
  it('can be searched while it loads, and lists the newest first when complete', async () => {
    const provider = heldProvider();
    const index = build(provider.list([aContent('Old', '2020-01-01')], [aContent('New', '2026-01-01')]));
    expect(index.open(access()).isLoaded).toBe(false);

    await provider.giveNext();
    const partial = index.open(access());
    expect(titlesOf(partial.search('old'))).toEqual(['Old']);
    expect(partial.search('new')).toEqual([]);

    await provider.giveNext();
    await provider.giveNext();
    expect(index.open(access()).isLoaded).toBe(true);
    expect(titlesOf(index.open(access()).all())).toEqual(['New', 'Old']);
    expect(provider.loads).toBe(1);
  });

  it('lists popular contents first, each once', async () => {
    const provider = heldProvider();
    const popularity = createPopularity();
    for (const userId of ['one', 'two', 'three']) {
      popularity.note({ tenantId: 'tenant-a', userId }, [`${providerId}/liked`, `${providerId}/elsewhere`]);
    }
    const pages = provider.list([aContent('Newest', '2026-01-01'), aContent('Liked', '2020-01-01')]);
    const index = build(pages, { popularity });
    index.open(access());
    await provider.giveNext();
    await provider.giveNext();

    expect(titlesOf(index.open(access()).all())).toEqual(['Liked', 'Newest']);
  });

  it('keeps its contents when a refresh fails, and does not retry at once', async () => {
    const provider = heldProvider();
    let isBroken = false;
    const whole = provider.list([aContent('Kept')]);
    const broken = provider.list(new Error('down'));
    const index = build(() => (isBroken ? broken() : whole()), { refreshAfterMs: 0 });
    index.open(access());
    await provider.giveNext();
    await provider.giveNext();

    isBroken = true;
    index.open(access());
    await provider.giveNext();

    expect(titlesOf(index.open(access()).all())).toEqual(['Kept']);
    expect(provider.loads).toBe(2);
  });

  it('continues with the next provider when one is refused', async () => {
    const provider = heldProvider();
    const lists = [provider.list(new Error('refused')), provider.list([aContent('Kept', '2026-01-01')])];
    const index = build(() => (lists.shift() ?? provider.list())(), { providerIds: [providerId, 'another'] });
    index.open(access());
    for (let step = 0; step < 3; step++) await provider.giveNext();

    expect(index.open(access()).isLoaded).toBe(true);
    expect(titlesOf(index.open(access()).all())).toEqual(['Kept']);
  });

  it.each([
    ['a provider is refused', [new Error('refused')], false],
    ['all are read', [], true],
  ])('says whether it is complete when %s', async (_, pages, isWhole) => {
    const provider = heldProvider();
    const index = build(provider.list(...pages));
    index.open(access());
    await provider.giveNext();

    expect(index.open(access())).toMatchObject({ isLoaded: true, isWhole });
  });

  it('holds at most the configured number', async () => {
    const provider = heldProvider();
    const index = build(provider.list([aContent('One'), aContent('Two'), aContent('Three')]), {
      mostContents: 2,
    });
    index.open(access());
    await provider.giveNext();
    await provider.giveNext();

    expect(titlesOf(index.open(access()).all())).toHaveLength(2);
  });

  it('never shows one tenant another tenant’s contents', async () => {
    const provider = heldProvider();
    const index = build(provider.list([aContent('Secret of A')]));
    index.open(access('tenant-a'));
    await provider.giveNext();

    expect(index.open(access('tenant-b')).search('secret')).toEqual([]);
    expect(index.open(access('TENANT-A')).search('secret')).toHaveLength(1);
  });

  it('finds a content by its external id, too', async () => {
    const provider = heldProvider();
    const index = build(provider.list([{ ...aContent('Phishing'), externalId: 'SEC-102' }]));
    index.open(access());
    await provider.giveNext();

    expect(titlesOf(index.open(access()).search('sec-102'))).toEqual(['Phishing']);
  });

  it('calls nothing without providers', () => {
    const provider = heldProvider();
    const index = build(provider.list([aContent('x')]), { providerIds: [] });

    expect(titlesOf(index.open(access()).all())).toEqual([]);
    expect(provider.loads).toBe(0);
  });
});
