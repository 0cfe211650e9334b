import type { SearchReply } from '../../../src/bot/routes';
import type { CatalogIndex } from '../../../src/courses/catalog-index';
import type { Course } from '../../../src/domain/course-activity';
import { aCourse, anActivity } from '../../support/courses';
import {
  dispatchAll,
  search,
  searchIn,
  shown,
  toCatalogIndex,
  type Outside,
} from '../share-course/share-rig';

const course = aCourse('Fire safety');
const untitled = { activity: anActivity() };
const done = aCourse('First aid', { status: 'completed' });
const stillLoading = 'Your courses are still loading. Keep typing, or try again in a moment.';
const catalogProviderIds = ['anyone'];
const [everybodys] = [aCourse('Public speaking')].flatMap(({ content }) => content ?? []);
if (everybodys === undefined) throw new Error('A course without content.');

describe('a search of own courses without results', () => {
  const unreadable = /^I can’t read course titles in your organization/;

  it.each([
    ['there are none', { courses: [], text: '', sentence: /^No courses yet/ }],
    ['none is open', { courses: [done], text: '', sentence: /^Nothing is open/ }],
    ['none fits', { courses: [course], text: 'zzz', sentence: /^No courses match “zzz”. Try fewer/ }],
    ['no title can be read', { courses: [untitled], text: '', sentence: unreadable }],
    ['so, while typing', { courses: [untitled], text: 'fire', sentence: unreadable }],
  ])('says that %s', async (_, { courses, text, sentence }) => {
    expect(shown(await search({ courses }, 'myCourses', { text }))).toMatch(sentence);
  });

  it.each([
    [{ reason: 'failed' as const }, /^I couldn’t load the titles of your courses/],
    [{ reason: 'throttled' as const, waitMs: 170_000 }, /very busy. Try again in 3 minutes/],
    [{ reason: 'refused' as const }, /^None of the titles I can read match “pottery”/],
  ])('says why titles are missing: %j', async (missing, sentence) => {
    const outside = { courses: [untitled, done], missing };

    expect(shown(await search(outside, 'myCourses', { text: 'pottery' }))).toMatch(sentence);
    expect(shown(await search(outside, 'catalog', { text: 'pottery' }))).toMatch(sentence);
  });

  it.each([
    ['what is open', '', { missing: { reason: 'refused' as const } }],
    ['what was cut off', '', { isComplete: false }],
    ['what is unreadable', '', { unreadable: 2 }],
  ])('does not say that nothing is open before it knows %s', async (_, text, outside) => {
    expect(shown(await search({ courses: [done], ...outside }, 'myCourses', { text }))).toBe(
      'Nothing to show among the courses I could read.',
    );
  });

  it('does not say that nothing matches while titles are missing', async () => {
    const outside = { courses: [untitled, done], missing: { reason: 'notInTime' as const } };

    expect(shown(await search(outside, 'myCourses', { text: 'pottery' }))).toBe(stillLoading);
  });
});

describe('an id', () => {
  const named = aCourse('Phishing', { externalId: 'ACT-20931' }, { externalId: 'SEC-102' });

  it.each(['ACT-20931', 'act-20', 'SEC-102', 'sec 102'])('%s finds its course', async (text) => {
    expect(shown(await search({ courses: [course, named] }, 'myCourses', { text }))).toEqual(['Phishing']);
  });
});

describe('an external id that is not on the list', () => {
  it('finds no other course', async () => {
    const neighbor = aCourse('Phishing', { externalId: 'ACT-20930' }, { externalId: 'SEC-1020' });
    const content = toCatalogIndex([]);

    for (const command of ['myCourses', 'catalog'] as const) {
      for (const text of ['ACT-20931', 'SEC-1021']) {
        const reply = await search(
          { courses: [neighbor], catalogProviderIds, catalogIndex: content },
          command,
          { text },
        );
        expect(shown(reply)).toMatch(/^No courses match/);
      }
    }
  });

  it('is looked up once while the list is unchanged', async () => {
    const asked: string[] = [];
    const registry = dispatchAll({ courses: [course], noteAsked: (id) => asked.push(id) });

    for (const text of ['ACT-999', 'ACT-999', 'pottery', 'ACT-998']) {
      await searchIn(registry, 'myCourses', { text });
    }

    expect(asked).toEqual(['ACT-999', 'ACT-998']);
  });

  it('is looked up again after a failure', async () => {
    const asked: string[] = [];
    const providerFault = new Error('down');
    const outside = { courses: [course], providerFault, noteAsked: (id: string) => asked.push(id) };
    const registry = dispatchAll(outside);

    for (let time = 0; time < 2; time++) {
      await expect(searchIn(registry, 'myCourses', { text: 'ACT-999' })).rejects.toBe(providerFault);
    }

    expect(asked).toEqual(['ACT-999', 'ACT-999']);
  });
});

describe('typing while the list loads', () => {
  it('answers each keystroke with results for the newest', async () => {
    let come = (): void => undefined;
    const listComes = new Promise<void>((resolve) => {
      come = resolve;
    });
    const registry = dispatchAll({ courses: [course, aCourse('First aid')], listComes });
    const answers = ['f', 'fi', 'fir', 'firs'].map((text) => searchIn(registry, 'myCourses', { text }));

    come();

    const titles = (await Promise.all(answers)).map(shown);
    expect(titles).toEqual(Array.from({ length: 4 }, () => ['First aid']));
  });
});

describe('an external id that no provider knows', () => {
  const providerFault = new Error('down');

  it('still finds similar words', async () => {
    const courses = [aCourse('Excel2019 in practice')];

    expect(shown(await search({ courses, providerFault }, 'myCourses', { text: 'excell2019' }))).toEqual([
      'Excel2019 in practice',
    ]);
  });

  it('fails when nothing is similar', async () => {
    await expect(
      search({ courses: [course], providerFault }, 'myCourses', { text: 'ACT-20931' }),
    ).rejects.toBe(providerFault);
  });
});

describe('the catalog', () => {
  const loaded = { catalogProviderIds, catalogIndex: toCatalogIndex([everybodys]) };
  const nothing = { catalogProviderIds, catalogIndex: toCatalogIndex([]) };
  const loading = { catalogProviderIds, catalogIndex: toCatalogIndex([], false) };
  const listFault = new Error('throttled');

  it('is shown even when the user’s own list cannot be read', async () => {
    expect(shown(await search({ ...loaded, listFault }, 'catalog', { text: 'public' }))).toEqual([
      'Public speaking',
      'Some courses are missing',
    ]);
  });

  it('fails like the own list when it is empty', async () => {
    await expect(search({ ...nothing, listFault }, 'catalog', { text: 'public' })).rejects.toBe(listFault);
    await expect(search({ listFault }, 'catalog', {})).rejects.toBe(listFault);
  });

  it.each([
    [
      'it is loading',
      { ...loading, courses: [course] },
      'The catalog is still loading. Keep typing, or try again in a moment.',
    ],
    [
      'titles of own courses are missing',
      { ...nothing, courses: [untitled], missing: { reason: 'notInTime' as const } },
      stillLoading,
    ],
  ])('does not say that nothing matches while %s', async (_, outside, sentence) => {
    expect(shown(await search(outside, 'catalog', { text: 'pottery' }))).toBe(sentence);
  });

  it('does not say that nothing matches when a provider could not be read', async () => {
    const torn = { catalogProviderIds, catalogIndex: toCatalogIndex([], true, false) };

    expect(shown(await search(torn, 'catalog', { text: 'pottery' }))).toMatch(
      /^None of the titles I can read/,
    );
    expect(shown(await search(torn, 'catalog', { text: '' }))).toMatch(/^I can’t read the courses here/);
  });

  it('says that nothing matches once it is complete', async () => {
    expect(shown(await search(nothing, 'catalog', { text: 'pottery' }))).toBe(
      'No courses match “pottery”. Try fewer or different words.',
    );
  });

  it.each([
    ['pottery', 'No courses match “pottery”. Try fewer or different words.'],
    ['', 'There aren’t any courses here yet.'],
  ])('explains its size when it shows nothing for %j', async (text, sentence) => {
    const reason = 'Your organization hasn’t set up a shared catalog.';

    expect(shown(await search({}, 'catalog', { text }))).toBe(`${sentence} ${reason}`);
  });

  it('pages through own courses after the line that explains them', async () => {
    const courses = ['One', 'Two', 'Three'].map((title) => aCourse(title));
    const pages: unknown[] = [];
    for (let skip = 0; skip < 5; skip++) {
      pages.push(shown(await search({ courses }, 'catalog', { skip, count: 1 })));
    }

    expect(pages).toEqual([['Showing your own courses'], ['One'], ['Two'], ['Three'], []]);
  });

  it('lists recent assignments first, then shared courses, then other own courses, each once', async () => {
    const courses = [
      aCourse('Assigned long ago', { assignedDateTime: '2026-01-01T00:00:00Z' }),
      aCourse('Assigned lately', { assignedDateTime: '2026-11-01T00:00:00Z' }),
      aCourse('Assigned today', { assignedDateTime: '2026-11-23T09:00:00Z' }),
      aCourse('Assigned before', { assignedDateTime: '2026-02-01T00:00:00Z' }),
    ];
    const own = courses.flatMap(({ content }) => content ?? []).slice(1, 2);
    const outside = { courses, catalogProviderIds, catalogIndex: toCatalogIndex([everybodys, ...own]) };

    expect(shown(await search(outside, 'catalog', {}))).toEqual([
      'Assigned today',
      'Assigned lately',
      'Public speaking',
      'Assigned before',
      'Assigned long ago',
    ]);
  });

  it('returns no results after the last page', async () => {
    expect(shown(await search(loaded, 'catalog', { skip: 25 }))).toEqual([]);
  });

  it('says after its last result that it is loading, or that something is missing', async () => {
    const catalogIndex = (isLoaded: boolean, isWhole: boolean): CatalogIndex =>
      toCatalogIndex([everybodys], isLoaded, isWhole);
    const rows = async (index: CatalogIndex, query = {}): Promise<unknown> =>
      shown(await search({ catalogProviderIds, catalogIndex: index }, 'catalog', query));

    expect(await rows(catalogIndex(false, true))).toEqual(['Public speaking', 'Still loading the catalog']);
    expect(await rows(catalogIndex(true, false))).toEqual(['Public speaking', 'Some courses are missing']);
    // A full page has no room, so the row comes after it.
    expect(await rows(catalogIndex(false, true), { count: 1 })).toEqual(['Public speaking']);
    expect(await rows(catalogIndex(false, true), { skip: 1 })).toEqual(['Still loading the catalog']);
  });
});

describe('a search whose deadline comes first', () => {
  const listComes = new Promise<void>(() => undefined);
  const late = { signal: AbortSignal.abort() };
  const loaded = { catalogProviderIds, catalogIndex: toCatalogIndex([everybodys]) };
  const loadingRow = 'Still loading your courses';

  it('shows what has come of the list, and says that more is coming', async () => {
    const outside = { listComes, soFar: [untitled, course, aCourse('First aid')] };

    const page = (query: object): Promise<SearchReply> =>
      searchIn(dispatchAll(outside), 'myCourses', { ...late, ...query });

    expect(shown(await page({}))).toEqual(['Fire safety', 'First aid', loadingRow]);
    expect(shown(await page({ text: 'aid' }))).toEqual(['First aid', loadingRow]);
    expect(shown(await page({ count: 2 }))).toEqual(['Fire safety', 'First aid']);
  });

  it.each([
    ['nothing has come', undefined, ''],
    ['nothing that has come matches', [course], 'pottery'],
    ['no title has come', [untitled], ''],
    ['the list is incomplete and an id is not on it', [course], 'ACT-20931'],
  ])('says so alone when %s', async (_, soFar, text) => {
    const outside = { ...loaded, listComes, ...(soFar && { soFar }) };

    const reply = await searchIn(dispatchAll(outside), 'myCourses', { ...late, text });

    expect(shown(reply)).toBe(stillLoading);
  });

  it('shows the catalog, and says that own courses are coming', async () => {
    const reply = await searchIn(dispatchAll({ ...loaded, listComes }), 'catalog', {
      ...late,
      text: 'public',
    });

    expect(shown(reply)).toEqual(['Public speaking', loadingRow]);
  });

  it('waits no longer for a provider that is asked for an id, and has its answer the next time', async () => {
    let answer = (): void => undefined;
    const providerAnswers = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const asked: string[] = [];
    const registry = dispatchAll({ courses: [course], providerAnswers, noteAsked: (id) => asked.push(id) });
    const deadline = new AbortController();
    const first = searchIn(registry, 'myCourses', { text: 'ACT-999', signal: deadline.signal });
    while (asked.length === 0) await new Promise(setImmediate);
    deadline.abort();

    expect(shown(await first)).toBe(stillLoading);
    answer();
    expect(shown(await searchIn(registry, 'myCourses', { text: 'ACT-999' }))).toMatch(/^No courses match/);
    expect(asked).toEqual(['ACT-999']);
  });

  it('inserts a neutral sentence when someone selects the row', async () => {
    const reply = await searchIn(dispatchAll({ listComes, soFar: [course] }), 'myCourses', late);

    const row = reply.kind === 'results' ? reply.hits.at(-1) : undefined;
    expect(row?.preview.text).toBe('Keep typing, or search again in a moment.');
    expect(JSON.stringify(row?.card)).toContain('To find a course, open Coursemate');
    expect(JSON.stringify(row?.card)).not.toMatch(/loading|Fire safety/);
  });
});

describe('a search that own courses do not answer', () => {
  const all = ['Pottery', 'Painting', 'Weaving'].map((title) => aCourse(title));
  const contents = all.flatMap(({ content }) => content ?? []);
  const outside = { courses: [course], catalogProviderIds, catalogIndex: toCatalogIndex(contents) };
  const query = { text: 'arts' };
  const previews = (reply: SearchReply): unknown =>
    reply.kind === 'results' ? reply.hits.map(({ preview }) => [preview.title, preview.text]) : reply.text;

  it('leads to the catalog, whose courses are marked and inserted as the shared card', async () => {
    const reply = await search(outside, 'myCourses', query);
    const ofCatalog = await search(outside, 'catalog', query);

    expect(previews(reply)).toEqual([
      ['Not found in your courses', 'From the catalog:'],
      ['Pottery', 'Catalog · not assigned to you'],
      ['Painting', 'Catalog · not assigned to you'],
      ['Weaving', 'Catalog · not assigned to you'],
    ]);
    const cardsOf = (from: SearchReply): unknown =>
      from.kind === 'results' && from.hits.map(({ card }) => card);
    expect(cardsOf(reply)).toEqual([expect.anything(), ...(cardsOf(ofCatalog) as unknown[])]);
  });

  it('does not call a course unassigned that may be on the list', async () => {
    const [, painting] = all;
    if (painting === undefined) throw new Error('No course.');
    const listed = { ...outside, courses: [course, { activity: painting.activity }] };
    const texts = async (more: object): Promise<unknown> => {
      const reply = await search({ ...listed, ...more }, 'myCourses', query);
      return reply.kind === 'results' && reply.hits.map(({ preview }) => preview.text);
    };

    expect(await texts({})).toEqual([
      'From the catalog:',
      'Catalog · not assigned to you',
      '',
      'Catalog · not assigned to you',
    ]);
    expect(previews(await search({ ...listed, unreadable: 1 }, 'myCourses', query))).toEqual([
      ['Not found in your courses', 'From the catalog:'],
      ['Pottery', ''],
      ['Painting', ''],
      ['Weaving', ''],
    ]);
  });

  it('pages through the catalog after the row', async () => {
    const registry = dispatchAll(outside);
    const pages: unknown[] = [];
    for (let skip = 0; skip < 6; skip += 2) {
      pages.push(shown(await searchIn(registry, 'myCourses', { ...query, skip, count: 2 })));
    }

    expect(pages).toEqual([['Not found in your courses', 'Pottery'], ['Painting', 'Weaving'], []]);
  });

  it.each([
    ['no catalog is set up', { courses: [course] }, /^No courses match “arts”/],
    ['the catalog has nothing either', { ...outside, catalogIndex: toCatalogIndex([]) }, /^No courses match/],
    [
      'the catalog is loading',
      { ...outside, catalogIndex: toCatalogIndex([], false) },
      /^Not found in your courses\. The catalog is still/,
    ],
    [
      'titles may still come',
      { ...outside, missing: { reason: 'failed' as const } },
      /^I couldn’t load the titles/,
    ],
  ])('gets a sentence when %s', async (_, without, sentence) => {
    expect(shown(await search(without, 'myCourses', query))).toMatch(sentence);
  });

  it('says that the catalog has more to come', async () => {
    const loading = { ...outside, catalogIndex: toCatalogIndex(contents, false) };

    expect(shown(await search(loading, 'myCourses', query))).toEqual([
      'Not found in your courses',
      'Pottery',
      'Painting',
      'Weaving',
      'Still loading the catalog',
    ]);
  });

  it('leaves the catalog alone when nothing was typed', async () => {
    expect(shown(await search({ ...outside, courses: [] }, 'myCourses', {}))).toMatch(/^No courses yet/);
  });
});

describe('paging while the list changes', () => {
  const titles = ['A', 'B', 'C', 'D', 'E'];
  const byTitle = new Map(titles.map((title) => [title, aCourse(title)]));
  const added = aCourse('0', { assignedDateTime: '2026-11-23T09:00:00Z' });
  const list = (...names: readonly string[]): Course[] => names.map((name) => byTitle.get(name) ?? added);

  it.each(['myCourses', 'catalog'] as const)('repeats and skips nothing in %s', async (command) => {
    const outside: Outside = { courses: list(...titles), catalogProviderIds };
    const changing = { ...outside };
    const registry = dispatchAll(changing);
    const page = async (skip: number): Promise<unknown> =>
      shown(await searchIn(registry, command, { skip, count: 2 }));

    const first = await page(0);
    Object.assign(changing, { courses: list('0', 'A', 'C', 'D', 'E') });

    expect(first).toEqual(['A', 'B']);
    expect([await page(2), await page(4), await page(6)]).toEqual([['0', 'C'], ['D', 'E'], []]);
    // The same page again is the same.
    expect(await page(2)).toEqual(['0', 'C']);
  });

  it('keeps equal matches in one order, whatever order Graph sends', async () => {
    const orders = [titles, titles.toReversed()].map(async (names) => {
      const courses = list(...names).map((each) => ({
        ...each,
        content: { ...each.content, title: 'Fire safety' },
      }));
      const reply = await search({ courses: courses as Course[] }, 'myCourses', { text: 'fire' });
      return reply.kind === 'results' && reply.hits.map(({ card }) => JSON.stringify(card));
    });

    const [one, other] = await Promise.all(orders);
    expect(one).toHaveLength(5);
    expect(other).toEqual(one);
  });
});
