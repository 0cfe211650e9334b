import type { SearchView } from '../../sandbox/teams/extension-views';
import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { textsFor } from '../../src/i18n/catalog';
import { isExternalId } from '../../src/domain/external-id';
import { ask, findPersonId, isLoading, searchWhole, startTestWorld } from '../support/local-world';

const LOADING = 'Still loading your courses';

let world: RunningWorld;
let client: TeamsClient;

beforeAll(async () => {
  world = await startTestWorld();
  client = person('Amara');
});

afterAll(async () => {
  await world.close();
});

/** Opens the message extension as Amara, so that she is signed in and her list is loaded. */
beforeEach(async () => {
  Object.assign(world.graph.settings, { fault: 'none', latencyMs: 0, pageSize: 50 });
  await search('');
  world.graph.requests.length = 0;
  world.entra.requests.length = 0;
});

function person(givenName: string): TeamsClient {
  return world.teams.client(findPersonId(world, givenName));
}

async function search(text: string, { commandId = 'myCourses', skip = 0 } = {}): Promise<SearchView> {
  return searchWhole(client, { commandId, text, skip });
}

function titlesOf(view: SearchView): readonly string[] {
  if (view.kind !== 'results') throw new Error(`No results but ${JSON.stringify(view)}`);
  return view.hits.map(({ preview }) => preview.title);
}

/** The titles of all of Amara's courses. */
function titlesOfOwnCourses(): readonly string[] {
  const { activities, contents } = world.world;
  const ids = activities
    .filter((activity) => activity['learnerUserId'] === client.personId)
    .map((activity) => activity['learningContentId']);
  return [...contents.values()]
    .flat()
    .filter(({ id }) => ids.includes(id))
    .map(({ title }) => String(title));
}

describe('the message extension', () => {
  it('signs in silently on first opening and lists open courses, most urgent first', async () => {
    await world.bot?.restart();

    const view = await search('');

    expect(titlesOf(view).slice(0, 2)).toEqual(['Code of conduct 2026', 'Handling customer data safely']);
    expect(view.kind === 'results' && view.hits[0]?.preview.text).toMatch(/overdue/);
    expect(world.entra.requests.filter(({ grant }) => grant === 'on_behalf_of')).toHaveLength(1);
    expect(world.graph.requests.map(({ path }) => path.split('?')[0])).toEqual([
      '/me/employeeExperience/learningCourseActivities',
      '/$batch',
      '/$batch',
    ]);
  });

  it('answers eight keystrokes without a call and finds the course', async () => {
    const typed = 'phishing';
    const views: SearchView[] = [];
    for (let length = 1; length <= typed.length; length++) views.push(await search(typed.slice(0, length)));

    expect(views.every(({ kind }) => kind === 'results')).toBe(true);
    expect(titlesOf(views.at(-1) ?? views[0] ?? { kind: 'error', text: '' })[0]).toMatch(/Phishing/);
    expect(world.graph.requests).toEqual([]);
  });

  it('pages through the results to the end', async () => {
    const first = titlesOf(await search('', { skip: 0 }));
    const beyond = titlesOf(await search('', { skip: 100_000 }));

    expect(first.length).toBeGreaterThan(10);
    expect(beyond).toEqual([]);
  });

  it('shows and searches the shared catalog', async () => {
    const all = titlesOf(await search('', { commandId: 'catalog' }));
    const found = titlesOf(await search('passkeys', { commandId: 'catalog' }));

    expect(all).toHaveLength(25);
    expect(new Set(all).size).toBe(25);
    expect(found).toContain('Secure passwords and passkeys');
  });

  it('quotes the query as plain text when nothing matches', async () => {
    const view = await search('<b>zzz</b> [qqq](https://evil.example.com)');

    expect(view).toMatchObject({
      kind: 'message',
      text: expect.stringMatching(/^None of the titles I can read match “[^<>]*”/) as string,
    });
    expect(JSON.stringify(view)).not.toMatch(/\]\(|<b>/);
  });

  it.each(['\u0000\u0007', '"\\\'', 'x'.repeat(1_000), '🎓', ') or 1 eq 1', '%'])(
    'answers %j without a call to Graph',
    async (text) => {
      const view = await search(text);

      expect(['results', 'message']).toContain(view.kind);
      // The catalog may still be loading in the background, for an earlier search.
      const asked = world.graph.requests.filter(({ path }) => !path.includes('/learningContents?'));
      expect(asked).toEqual([]);
    },
  );

  it.each([
    ['an unknown command', { commandId: 'deleteAll' }, false],
    ['a skip below zero', { commandId: 'myCourses', queryOptions: { skip: -1, count: 25 } }, false],
    ['a skip beyond all', { commandId: 'myCourses', queryOptions: { skip: 1e9, count: 1e9 } }, false],
    ['no parameters', { commandId: 'myCourses' }, true],
    ['odd parameters', { commandId: 'myCourses', parameters: [1, { name: 'query', value: {} }] }, true],
    ['odd options', { commandId: 'myCourses', queryOptions: null }, true],
    ['nothing', undefined, false],
  ])('answers %s with the best match, else with no results', async (_, value, isSome) => {
    const answer = await world.teams.sendRaw({ type: 'invoke', name: 'composeExtension/query', value });

    const attachments: unknown = isSome ? expect.arrayContaining([expect.anything()]) : [];
    expect(answer).toMatchObject({
      kind: 'answered',
      status: 200,
      body: { composeExtension: { type: 'result', attachments } },
    });
  });

  it('reads the first of repeated parameters', async () => {
    const parameters = ['phishing', 'excel'].map((text) => ({ name: 'query', value: text }));

    const answer = await world.teams.sendRaw({
      type: 'invoke',
      name: 'composeExtension/query',
      value: { commandId: 'myCourses', parameters },
    });

    expect(JSON.stringify(answer)).toMatch(/Phishing/);
    expect(JSON.stringify(answer)).not.toMatch(/Excel/);
  });

  it('answers in time while Graph is silent', async () => {
    const other = person('Jonas');
    await ask(other, 'help');
    world.graph.settings.fault = 'silence';

    const startedAt = performance.now();
    const view = await other.search(other.personalChatId, { commandId: 'myCourses', text: '' });

    expect(view).toMatchObject({ kind: 'message', text: textsFor('de').t('search.stillLoading') });
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });

  it('shows the pages of a slow list that have come, then all of it, from one reading', async () => {
    const all = titlesOf(await search(''));
    // Forgets the list; titles stay known.
    await ask(client, 'sign out');
    Object.assign(world.graph.settings, { latencyMs: 500, pageSize: 10 });
    world.graph.requests.length = 0;

    const early = titlesOf(await client.search(client.personalChatId, { commandId: 'myCourses', text: '' }));
    const later = titlesOf(await search(''));

    expect(early.at(-1)).toBe(LOADING);
    expect(early.length).toBeGreaterThan(1);
    expect(early.length).toBeLessThan(all.length);
    expect(later).toEqual(all);
    const pages = world.graph.requests.map(({ path }) => path).filter((path) => path.startsWith('/me/'));
    expect(new Set(pages).size).toBe(pages.length);
  }, 20_000);

  it('leads to the catalog when own courses have nothing', async () => {
    const own = titlesOf(await search('', { commandId: 'myCourses' }));
    const catalog = titlesOf(await search('', { commandId: 'catalog' }));
    const mine = new Set([...own, ...titlesOfOwnCourses()]);
    const other = catalog.find((title) => !mine.has(title));
    if (other === undefined) throw new Error('All courses of the catalog are on the list.');

    const view = await search(other);

    expect(titlesOf(view).slice(0, 2)).toEqual(['Not found in your courses', other]);
    expect(view.kind === 'results' && view.hits[1]?.preview.text).toMatch(
      /^Catalog · not assigned to you · /,
    );
    expect(view.kind === 'results' && JSON.stringify(view.hits[1]?.card)).not.toMatch(/not assigned/i);
  });

  it('repeats no course on a later page', async () => {
    const first = titlesOf(await search('', { commandId: 'catalog' }));
    const second = titlesOf(await search('', { commandId: 'catalog', skip: 25 }));

    expect([first.length, second.length]).toEqual([25, expect.any(Number)]);
    expect(second.length).toBeGreaterThan(1);
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
  });

  it('keeps loading a slow list and shows it on a later keystroke', async () => {
    const other = person('Priya');
    world.graph.settings.latencyMs = 2_500;

    const early = await other.search(other.personalChatId, { commandId: 'myCourses', text: '' });
    const lists = (): number => world.graph.requests.filter(({ path }) => path.startsWith('/me/')).length;
    const later = titlesOf(await searchWhole(other, { commandId: 'myCourses', text: '' }));

    expect(early).toMatchObject({ kind: 'message', text: textsFor('en').t('search.stillLoading') });
    expect(later.length).toBeGreaterThan(0);
    expect(lists()).toBe(1);
  }, 15_000);

  it('says what is wrong when Graph refuses access', async () => {
    const other = person('Wei');

    const view = await searchWhole(other, { commandId: 'myCourses', text: '' });

    expect(view).toMatchObject({
      kind: 'message',
      text: expect.stringContaining('have a Viva Learning license') as string,
    });
  });

  it('offers the sign-in page when the token exchange needs the user, and continues after it', async () => {
    const other = person('Sofia');
    const view = await other.search(other.personalChatId, { commandId: 'myCourses', text: '' });
    if (view.kind !== 'signIn') throw new Error(`No sign-in but ${view.kind}`);
    const state = new URL(view.link).searchParams.get('ctx') ?? '';

    world.entra.consent(other.personId);
    const continued = await other.completeSearchSignIn(state);

    // A busy machine may have no more by then.
    expect(isLoading(continued) || titlesOf(continued).length > 0).toBe(true);
    expect(titlesOf(await searchWhole(other, { commandId: 'myCourses', text: '' })).length).toBeGreaterThan(
      0,
    );
  });

  it('sends the user to an admin when consent is still missing after the sign-in page', async () => {
    const other = person('Tomás');
    world.entra.revokeConsent(other.personId);
    const view = await other.search(other.personalChatId, { commandId: 'myCourses', text: '' });
    if (view.kind !== 'signIn') throw new Error(`No sign-in but ${view.kind}`);
    const state = new URL(view.link).searchParams.get('ctx') ?? '';

    expect((await other.completeSearchSignIn('123456')).kind).toBe('signIn');
    expect(await other.completeSearchSignIn(state)).toMatchObject({
      kind: 'message',
      text: textsFor('es').t('outcomes.adminConsentNeeded'),
    });
  });

  it('finds a course on the list by its external id, and asks Graph once for an unknown id', async () => {
    const id = world.world.activities
      .filter((activity) => activity['learnerUserId'] === client.personId)
      .map((activity) => String(activity['externalCourseActivityId']))
      .find(isExternalId);
    if (id === undefined) throw new Error('No activity has an external id.');

    expect(titlesOf(await search(id))).toHaveLength(1);
    expect(world.graph.requests).toEqual([]);
    for (let time = 0; time < 2; time++) expect((await search('ACT-99999')).kind).toBe('message');
    const asked = world.graph.requests.map(({ path }) => path);
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked).size).toBe(asked.length);
  });
});

describe('the catalog without a shared provider', () => {
  let other: RunningWorld;

  beforeAll(async () => {
    other = await startTestWorld({ extraBotEnv: { CATALOG_PROVIDER_IDS: '' } });
  });

  afterAll(async () => {
    await other.close();
  });

  it('explains itself in one line and lists all of the user’s own courses', async () => {
    const amara = other.teams.client(findPersonId(other, 'Amara'));
    const page = (skip: number): Promise<SearchView> =>
      searchWhole(amara, { commandId: 'catalog', text: '', skip });

    const [reason, ...first] = titlesOf(await page(0));
    const fromTheTenth = titlesOf(await page(10));

    expect(reason).toBe('Showing your own courses');
    expect(first).toHaveLength(24);
    expect(fromTheTenth.slice(0, 15)).toEqual(first.slice(9));
    expect(titlesOf(await searchWhole(amara, { commandId: 'catalog', text: 'phishing' }))).toEqual([
      'Showing your own courses',
      'Phishing: spot it, stop it, report it',
    ]);
  });
});
