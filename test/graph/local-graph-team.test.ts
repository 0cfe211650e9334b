import type { Caller } from '../../sandbox/graph/answers';
import type { Graph } from '../../sandbox/graph/graph';
import type { FaultName } from '../../sandbox/graph/graph-settings';
import type { World } from '../../sandbox/world/world';
import { startAskedGraph, type AskedGraph, type PartAnswer } from './asked-graph';

const LISTS = '/employeeExperience/learningCourseActivities';
const REPORTS = '/me/directReports';
const READS = 'LearningAssignedCourse.Read LearningSelfInitiatedCourse.Read';
const BASICS = 'User.Read User.ReadBasic.All';

let here: AskedGraph;
let world: World;
let graph: Graph;
let manager: Caller;
let app: Caller;

beforeEach(async () => {
  here = await startAskedGraph();
  ({ world, graph } = here);
  manager = here.delegated('Katherine', `${READS} ${BASICS}`);
  app = here.appOnly('LearningAssignedCourse.Read.All', 'LearningSelfInitiatedCourse.Read.All');
});
afterEach(() => graph.close());

function listOf(name: string): string {
  return `/users/${here.idOf(name)}${LISTS}`;
}

async function statusOf(path: string, caller: Caller): Promise<number> {
  return (await here.ask(path, caller)).status;
}

async function reportNamesOf(caller: Caller): Promise<readonly unknown[]> {
  const { body } = await here.ask(`${REPORTS}?$select=displayName`, caller);
  return (body.value ?? []).map(({ displayName }) => displayName);
}

describe('the cast', () => {
  it('includes a team with every kind of report', () => {
    const team = world.people.filter(({ managerId }) => managerId === here.idOf('Katherine'));
    const bens = team.filter(({ user }) => user.givenName === 'Ben');

    expect(team).toHaveLength(8);
    expect(bens).toHaveLength(2);
    expect(team.filter(({ user }) => !user.accountEnabled)).toHaveLength(1);
    expect(team.filter(({ isLicensed }) => !isLicensed)).toHaveLength(1);
    expect(
      team.filter(({ user }) => /\p{Script=Arabic}|\p{Script=Han}/u.test(user.displayName)),
    ).toHaveLength(2);
  });

  it('includes a director whose reports are managers', async () => {
    const names = await reportNamesOf(here.delegated('Ingrid', BASICS));

    expect(names).toEqual(['Katherine Walsh', 'Marcus Bell']);
  });

  it('lets people change teams while the world runs', async () => {
    const chloe = world.findPerson(here.idOf('Chloe'));
    if (chloe === undefined) throw new Error('Chloe is gone.');
    const before = await reportNamesOf(manager);
    chloe.managerId = here.idOf('Katherine');

    expect(before).not.toContain('Chloe Martin');
    expect(await reportNamesOf(manager)).toContain('Chloe Martin');
    expect(await reportNamesOf(here.delegated('Marcus', BASICS))).toEqual([]);
  });
});

describe('a large team', () => {
  it('is one generated manager with that many reports, and changes no one else', async () => {
    await graph.close();
    const small = world;
    here = await startAskedGraph({ largeTeam: 1000 });
    ({ world, graph } = here);
    const caller = here.delegated('Rowena', BASICS);

    const { body } = await here.ask(`${REPORTS}?$top=999&$select=id`, caller);
    const rest = await here.ask(String(body['@odata.nextLink']).slice(graph.baseUrl.length), caller);

    const ids = [...(body.value ?? []), ...(rest.body.value ?? [])].map(({ id }) => id);
    const learners = new Set(world.activities.map(({ learnerUserId }) => learnerUserId));
    expect(new Set(ids).size).toBe(1000);
    expect(ids.every((id) => learners.has(id))).toBe(true);
    expect(world.people.slice(0, small.people.length)).toEqual(small.people);
    expect(world.activities.slice(0, small.activities.length)).toEqual(small.activities);
  });
});

describe('direct reports', () => {
  it('come in pages whose links keep the options', async () => {
    graph.settings.directoryPageSize = 3;

    const first = await here.ask(`${REPORTS}?$select=id,displayName&$top=999`, manager);
    const link = String(first.body['@odata.nextLink']);
    const second = await here.ask(link.slice(graph.baseUrl.length), manager);

    expect(first.body.value).toHaveLength(3);
    expect(link).toMatch(/\?\$select=id%2CdisplayName&\$top=999&\$skiptoken=/);
    expect(second.body.value?.[0]).toEqual({
      '@odata.type': '#microsoft.graph.user',
      id: here.idOf('Layla'),
      displayName: world.people[3]?.user.displayName,
    });
  });

  it('come at most 100 a page unless more are asked for', async () => {
    await graph.close();
    here = await startAskedGraph({ largeTeam: 150 });
    ({ graph } = here);
    const caller = here.delegated('Rowena', BASICS);

    const [usual, more] = await Promise.all(
      ['', '?$top=120'].map((query) => here.ask(REPORTS + query, caller)),
    );

    expect([usual?.body.value?.length, more?.body.value?.length]).toEqual([100, 120]);
  });

  it.each(['0', '1000'])('refuse a page of %s', async (top) => {
    expect(await here.ask(`${REPORTS}?$top=${top}`, manager)).toMatchObject({
      status: 400,
      body: { error: { code: 'Request_UnsupportedQuery' } },
    });
  });

  it('refuse an invented page token', async () => {
    expect(await statusOf(`${REPORTS}?$skiptoken=elsewhere`, manager)).toBe(400);
  });

  it('are counted in advanced queries only, on the first page', async () => {
    graph.settings.directoryPageSize = 5;
    const counted = `${REPORTS}?$count=true`;
    const headers = { ConsistencyLevel: 'eventual' };

    const plain = await here.ask(counted, manager);
    const first = await here.ask(counted, manager, { headers });
    const link = String(first.body['@odata.nextLink']).slice(graph.baseUrl.length);
    const second = await here.ask(link, manager, { headers });

    const counts = [plain, first, second].map(({ body }) => body['@odata.count']);
    expect(counts).toEqual([undefined, 8, undefined]);
  });

  it.each<[string, object]>([
    ['User.Read', { displayName: null, accountEnabled: null }],
    [BASICS, { displayName: 'Ben Lindgren', accountEnabled: null, jobTitle: null }],
    [
      'User.Read User.Read.All',
      { displayName: 'Ben Lindgren', accountEnabled: false, jobTitle: 'Support Engineer' },
    ],
  ])('show with %s what that permission covers', async (scopes, known) => {
    const select = '$select=id,displayName,jobTitle,accountEnabled';
    const { body } = await here.ask(`${REPORTS}?${select}`, here.delegated('Katherine', scopes));

    const id = here.idOf('Lindgren');
    expect(body.value?.find((report) => report['id'] === id)).toMatchObject({ id, ...known });
  });
});

describe("a report's activities with the manager's own token", () => {
  const allow = () => (graph.settings.reportsDelegated = 'allowed');

  it('are refused until the setting allows them', async () => {
    const own = await here.ask(`/me${LISTS}`, here.delegated('Amara', READS));
    const one = `${listOf('Amara')}/${encodeURIComponent(String(own.body.value?.[0]?.['id']))}`;
    const before = await Promise.all([statusOf(listOf('Amara'), manager), statusOf(one, manager)]);

    allow();

    expect(before).toEqual([403, 403]);
    expect(await statusOf(listOf('Amara'), manager)).toBe(200);
    expect(await statusOf(one, manager)).toBe(200);
  });

  it('are limited to direct reports', async () => {
    allow();
    const director = here.delegated('Ingrid', READS);
    const former = await statusOf(listOf('Chloe'), manager);
    const twoLevels = await statusOf(listOf('Amara'), director);
    const peer = await statusOf(listOf('Jonas'), here.delegated('Amara', READS));

    expect([former, twoLevels, peer]).toEqual([403, 403, 403]);
    expect(await statusOf(listOf('Katherine'), director)).toBe(200);
  });

  it('require the report’s license', async () => {
    allow();

    const { status, body } = await here.ask(listOf('Wei'), manager);

    expect(status).toBe(403);
    expect(JSON.stringify(body.error)).toContain('service plan');
  });
});

describe('activities with an app-only token', () => {
  it.each(['/me', REPORTS, '/me/manager', `/me${LISTS}`, `/me${LISTS}/x`])('are not at %s', async (path) => {
    expect(await statusOf(path, app)).toBe(400);
  });

  it.each([
    ['refused', 403],
    ['notSupported', 405],
    ['allowed', 200],
  ] as const)('in a list per person are %s: %i', async (position, status) => {
    graph.settings.usersListAppOnly = position;

    expect(await statusOf(listOf('Amara'), app)).toBe(status);
  });

  it('in a list per person require that person’s license', async () => {
    graph.settings.usersListAppOnly = 'allowed';
    const nobody = `/users/${world.tenantId}${LISTS}`;

    expect(await Promise.all([statusOf(nobody, app), statusOf(listOf('Wei'), app)])).toEqual([404, 403]);
  });

  it('in a list per provider are everyone’s, in pages', async () => {
    const path = `/employeeExperience/learningProviders/${world.providers[0]?.provider.id}/learningCourseActivities`;

    const { body } = await here.ask(`${path}?$top=20`, app);
    const next = await here.ask(String(body['@odata.nextLink']).slice(graph.baseUrl.length), app);

    const learners = new Set(
      [...(body.value ?? []), ...(next.body.value ?? [])].map((item) => item['learnerUserId']),
    );
    expect(body.value).toHaveLength(20);
    expect(learners.size).toBeGreaterThan(1);
  });

  it('in a list per provider can be refused, and are for an unknown provider', async () => {
    const path = (id = '') => `/employeeExperience/learningProviders/${id}/learningCourseActivities`;
    const known = path(world.providers[0]?.provider.id);
    const unknown = await statusOf(path('elsewhere'), app);
    const delegated = await statusOf(known, manager);
    graph.settings.providerListAppOnly = 'refused';

    expect([unknown, delegated, await statusOf(known, app)]).toEqual([400, 403, 403]);
  });

  it('stay closed without a role', async () => {
    graph.settings.usersListAppOnly = 'allowed';
    const activity = encodeURIComponent(String(world.activities[0]?.['id']));
    const provider = world.providers[0]?.provider.id ?? '';
    const paths = [
      listOf('Amara'),
      `${listOf('Amara')}/${activity}`,
      `${LISTS}/${activity}`,
      `/employeeExperience/learningProviders/${provider}/learningCourseActivities`,
    ];

    const without = await Promise.all(paths.map((path) => statusOf(path, here.appOnly())));
    const granted = await Promise.all(paths.map((path) => statusOf(path, app)));

    expect(without).toEqual([403, 403, 403, 403]);
    expect(granted).toEqual([200, 200, 200, 200]);
  });
});

describe('a batch over a team', () => {
  async function askTeam(names: readonly string[]): Promise<ReadonlyMap<string, PartAnswer>> {
    const requests = names.map((name) => ({ id: name, method: 'GET', url: `${listOf(name)}?$top=2` }));
    const { body } = await here.askBatch(requests, app);
    return new Map((body.responses ?? []).map((part) => [part.id, part]));
  }

  beforeEach(() => {
    graph.settings.usersListAppOnly = 'allowed';
  });

  it('gives each person their own page, whose link another batch follows', async () => {
    const pages = await askTeam(['Amara', 'Jonas']);
    const link = String(pages.get('Jonas')?.body['@odata.nextLink']);
    const { body } = await here.askBatch(
      [{ id: '1', method: 'GET', url: link.slice(graph.baseUrl.length) }],
      app,
    );

    for (const [name, { body: page }] of pages)
      expect(page.value?.map((item) => item['learnerUserId'])).toEqual([here.idOf(name), here.idOf(name)]);
    expect(body.responses?.[0]?.body.value).toHaveLength(2);
  });

  it.each<[FaultName, number]>([
    ['notFound', 404],
    ['serverError', 500],
    ['throttledSeconds', 429],
  ])('fails for one person only: %s', async (fault, status) => {
    graph.settings.personFaults.set(here.idOf('Jonas'), fault);

    const parts = await askTeam(['Amara', 'Jonas', 'Wei']);

    expect([...parts.values()].map((part) => [part.id, part.status]).sort()).toEqual([
      ['Amara', 200],
      ['Jonas', status],
      ['Wei', 403],
    ]);
    expect(parts.get('Jonas')?.headers['Retry-After']).toBe(status === 429 ? '17' : undefined);
  });

  it('fails for that person’s own request, too', async () => {
    graph.settings.personFaults.set(here.idOf('Jonas'), 'notFound');

    expect(await statusOf(`/me${LISTS}`, here.delegated('Jonas', READS))).toBe(404);
    expect(await statusOf(`/me${LISTS}`, here.delegated('Amara', READS))).toBe(200);
  });
});
