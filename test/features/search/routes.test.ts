import { aCourse, anActivity } from '../../support/courses';
import { dispatchAll, search, searchIn, shown, toCatalogIndex } from '../share-course/share-rig';

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
    ]);
  });

  it('fails like the own list when it is empty', async () => {
    await expect(search({ ...nothing, listFault }, 'catalog', { text: 'public' })).rejects.toBe(listFault);
    await expect(search({ listFault }, 'catalog', {})).rejects.toBe(listFault);
  });

  it.each([
    ['it is loading', { ...loading, courses: [course] }],
    [
      'titles of own courses are missing',
      { ...nothing, courses: [untitled], missing: { reason: 'notInTime' as const } },
    ],
  ])('does not say that nothing matches while %s', async (_, outside) => {
    expect(shown(await search(outside, 'catalog', { text: 'pottery' }))).toBe(stillLoading);
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
    expect(shown(await search(loading, 'catalog', { skip: 25 }))).toEqual([]);
  });
});
