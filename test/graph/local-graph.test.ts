import { createClock } from '../../sandbox/clock';
import type { Caller } from '../../sandbox/graph/answers';
import type { Graph } from '../../sandbox/graph/graph';
import { graphControls } from '../../sandbox/graph/graph-settings';
import type { WireLog } from '../../sandbox/wire-log';
import { loadWorld } from '../../sandbox/world/load-world';
import type { World } from '../../sandbox/world/world';
import { startAskedGraph, type AskedGraph } from './asked-graph';

const OWN = '/me/employeeExperience/learningCourseActivities';

let world: World;
let graph: Graph;
let log: WireLog;
let idOf: AskedGraph['idOf'];
let delegated: AskedGraph['delegated'];
let appOnly: AskedGraph['appOnly'];
let ask: AskedGraph['ask'];
let askBatch: AskedGraph['askBatch'];

beforeEach(async () => {
  ({ world, graph, log, idOf, delegated, appOnly, ask, askBatch } = await startAskedGraph());
});
afterEach(() => graph.close());

describe('the world', () => {
  it('has the expected providers, people, contents and activities', () => {
    const contents = [...world.contents.values()].flat();
    const reports = world.people.filter(({ managerId }) => managerId === idOf('Katherine'));
    const amara = world.activities.filter(({ learnerUserId }) => learnerUserId === idOf('Amara'));

    expect(world.providers.map(({ isReadable }) => isReadable)).toEqual([true, true, true, false]);
    expect(contents).toHaveLength(60);
    expect(world.activities.length).toBeGreaterThanOrEqual(200);
    expect(reports).toHaveLength(8);
    expect(world.people[0]?.user.displayName).toBe('Amara Diallo');
    expect(amara).toHaveLength(40);
    expect(new Set(amara.map(({ learningContentId }) => learningContentId)).size).toBe(25);
    expect(new Set(world.activities.map(({ id }) => id)).size).toBe(world.activities.length);
  });

  it('spells external ids like the metadata in one half of the activities, and like the documentation in the other', () => {
    const spellings = world.activities.map((activity) =>
      Object.keys(activity).filter((name) => name.startsWith('external')),
    );
    const metadata = spellings.filter(([only]) => only === 'externalcourseActivityId').length;

    expect(new Set(spellings.map(({ length }) => length))).toEqual(new Set([1]));
    expect(Math.abs(2 * metadata - world.activities.length)).toBeLessThanOrEqual(1);
  });

  it('contains the two documented examples', () => {
    const documented = world.activities.filter(({ dueDateTime }) =>
      JSON.stringify(dueDateTime ?? null).includes('2022-09-22T16:05:00.0000000'),
    );

    expect(documented.map(({ completionPercentage, notes }) => ({ completionPercentage, notes }))).toEqual([
      {
        completionPercentage: 20,
        notes: { contentType: 'text', content: 'required assignment added for user' },
      },
      {
        completionPercentage: null,
        notes: { contentType: 'text', content: 'required assignment added for user' },
      },
    ]);
  });

  it('sets dates by the clock, each in its own time zone', () => {
    expect(world.activities[3]?.['dueDateTime']).toEqual({
      dateTime: '2026-12-01T23:59:00.0000000',
      timeZone: 'Eastern Standard Time',
    });
    expect(world.activities[3]?.['assignedDateTime']).toBe('2026-11-17T16:45:00+00:00');
  });

  it('is the same on every start', () => {
    expect(loadWorld(createClock('2026-12-01T09:00:00Z')).activities).toEqual(world.activities);
  });
});

describe('a crowd', () => {
  const featured = ['SEC-101', 'SEC-102', 'COM-100'];

  it('adds members with 3 to 8 activities each, many for the same few contents', () => {
    const crowded = loadWorld(createClock('2026-12-01T09:00:00Z'), { crowd: 500 });
    const members = crowded.people.slice(world.people.length);
    const counts = new Map(members.map(({ user }) => [user.id, 0]));
    const added = crowded.activities.slice(world.activities.length);
    for (const { learnerUserId } of added) {
      counts.set(String(learnerUserId), (counts.get(String(learnerUserId)) ?? 0) + 1);
    }
    const featuredIds = [...crowded.contents.values()]
      .flat()
      .filter(({ externalId }) => featured.includes(String(externalId)))
      .map((content) => content['id']);
    const ofFeatured = added.filter(({ learningContentId }) => featuredIds.includes(learningContentId));

    expect(counts.size).toBe(500);
    expect(new Set(counts.values())).toEqual(new Set([3, 4, 5, 6, 7, 8]));
    expect(new Set(members.map(({ user }) => user.mail)).size).toBe(500);
    expect(members.every(({ isLicensed, hasConsented }) => isLicensed && hasConsented)).toBe(true);
    expect(ofFeatured.length).toBeGreaterThan(200);
    expect(new Set(crowded.activities.map(({ id }) => id)).size).toBe(crowded.activities.length);
  });

  it('changes no other data, and extends a smaller crowd', () => {
    const clock = createClock('2026-12-01T09:00:00Z');
    const small = loadWorld(clock, { crowd: 10 });
    const large = loadWorld(clock, { crowd: 50 });

    expect(large.people.slice(0, small.people.length)).toEqual(small.people);
    expect(large.activities.slice(0, small.activities.length)).toEqual(small.activities);
    expect(small.people.slice(0, world.people.length)).toEqual(world.people);
    expect(small.activities.slice(0, world.activities.length)).toEqual(world.activities);
  });
});

describe('a busy learner', () => {
  it('has the requested number of activities, each for its own content, and changes nothing else', () => {
    const busy = loadWorld(createClock('2026-12-01T09:00:00Z'), { busyLearner: 500 });
    const [learner] = busy.people.slice(world.people.length);
    const own = busy.activities.filter(({ learnerUserId }) => learnerUserId === learner?.user.id);
    const contentIds = new Set([...busy.contents.values()].flat().map(({ id }) => id));

    expect(busy.people).toHaveLength(world.people.length + 1);
    expect(busy.activities).toEqual([...world.activities, ...own]);
    expect(own).toHaveLength(500);
    expect(new Set(own.map(({ learningContentId }) => learningContentId)).size).toBe(500);
    expect(own.every(({ learningContentId }) => contentIds.has(learningContentId))).toBe(true);
  });
});

describe('permissions', () => {
  it('cover one type of activity each', async () => {
    const assigned = await ask(`${OWN}?$top=100`, delegated('Amara', 'LearningAssignedCourse.Read'));
    const selfInitiated = await ask(
      `${OWN}?$top=100`,
      delegated('Amara', 'LearningSelfInitiatedCourse.Read'),
    );
    const neither = await ask(OWN, delegated('Amara', 'User.Read'));

    const types = [assigned, selfInitiated].map(
      ({ body }) => new Set(body.value?.map((item) => item['@odata.type'])),
    );
    expect(types).toEqual([
      new Set(['#microsoft.graph.learningAssignment']),
      new Set(['#microsoft.graph.learningSelfInitiatedCourse']),
    ]);
    expect(neither).toMatchObject({ status: 403, body: { error: { code: 'Forbidden' } } });
  });

  it('keep people, and by default managers, from the activities of others', async () => {
    const path = `/users/${idOf('Amara')}/employeeExperience/learningCourseActivities`;
    const manager = delegated('Katherine', 'LearningAssignedCourse.Read');

    expect((await ask(path, delegated('Ben Okafor', 'LearningAssignedCourse.Read'))).status).toBe(403);
    expect((await ask(path, manager)).status).toBe(403);
    graph.settings.reportsDelegated = 'allowed';
    expect((await ask(path, manager)).status).toBe(200);
  });

  it('let an app-only token read one activity and a provider’s list, not a person’s list', async () => {
    const app = appOnly('LearningAssignedCourse.Read.All', 'LearningSelfInitiatedCourse.Read.All');
    const activity = String(world.activities[0]?.['id']);
    const provider = world.providers[0]?.provider.id ?? '';

    const statuses = await Promise.all([
      ask(`/employeeExperience/learningCourseActivities/${encodeURIComponent(activity)}`, app),
      ask(`/employeeExperience/learningProviders/${provider}/learningCourseActivities`, app),
      ask(`/users/${idOf('Amara')}/employeeExperience/learningCourseActivities`, app),
      ask(OWN, app),
    ]);

    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 403, 400]);
  });

  it('show only the ids of reports without User.ReadBasic.All', async () => {
    const { body } = await ask('/me/directReports', delegated('Katherine', 'User.Read'));

    expect(body.value).toHaveLength(8);
    expect(body.value?.[0]).toMatchObject({ id: idOf('Amara'), displayName: null });
  });

  it('refuse a missing token', async () => {
    expect(await ask('/me', undefined)).toMatchObject({
      status: 401,
      body: { error: { code: 'InvalidAuthenticationToken' } },
    });
  });
});

describe('reading activities', () => {
  it('returns peerRecommended only with the Prefer header', async () => {
    const caller = delegated('Amara', 'LearningAssignedCourse.Read');
    const types = async (headers: Record<string, string>): Promise<unknown[]> => {
      const { body } = await ask(`${OWN}?$top=100`, caller, { headers });
      return (body.value ?? []).map((item) => item['assignmentType']);
    };

    graph.settings.pageSize = 100;
    expect(await types({})).toContain('unknownFutureValue');
    expect(await types({ Prefer: 'include-unknown-enum-members' })).toContain('peerRecommended');
  });

  it('finds one by its external id in the configured spelling', async () => {
    const provider = world.providers[2]?.provider.id ?? '';
    const caller = delegated('Ben Okafor', 'LearningAssignedCourse.Read');
    const path = (name: string): string =>
      `/employeeExperience/learningProviders/${provider}/learningCourseActivities(${name}='ACT-O''NEIL')`;

    expect((await ask(path('externalCourseActivityId'), caller)).status).toBe(200);
    expect((await ask(path('externalcourseActivityId'), caller)).status).toBe(400);
    expect((await ask(path('externalCourseActivityId').replaceAll("'", ''), caller)).status).toBe(400);
  });

  it('counts, skips and links pages', async () => {
    const caller = delegated('Amara', 'LearningAssignedCourse.Read LearningSelfInitiatedCourse.Read');

    const { body } = await ask(`${OWN}?$top=2&$skip=4`, caller);
    const first = await ask(`${OWN}?$count=true`, caller);

    expect(body).toMatchObject({ '@odata.nextLink': `${graph.baseUrl}${OWN}?$top=2&$skip=6` });
    expect(body.value).toHaveLength(2);
    expect(first.body['@odata.count']).toBe(40);
  });
});

describe('reading contents', () => {
  const contents = (index: number): string =>
    `/employeeExperience/learningProviders/${world.providers[index]?.provider.id}/learningContents`;
  const caller = (): Caller => delegated('Ben Okafor', 'LearningContent.Read.All');

  it('counts, skips and links pages', async () => {
    const { body } = await ask(`${contents(0)}?$count=true&$top=10`, caller());

    expect(body.value).toHaveLength(10);
    expect(body).toMatchObject({
      '@odata.count': world.contents.get(world.providers[0]?.provider.id ?? '')?.length,
      '@odata.nextLink': `${graph.baseUrl}${contents(0)}?$top=10&$skip=10`,
    });
  });

  it('finds one by its external id, in quotes only', async () => {
    const statusOf = async (key: string): Promise<number> =>
      (await ask(`${contents(2)}(externalId=${key})`, caller())).status;

    expect(await statusOf("'NW-O''NEIL'")).toBe(200);
    expect(await statusOf("'NW-NOBODY'")).toBe(404);
    expect(await statusOf("'NW-O'NEIL'")).toBe(400);
    expect(await statusOf('NW-MD')).toBe(400);
  });

  it('refuses an unreadable provider, and any provider without the permission', async () => {
    expect((await ask(contents(3), caller())).status).toBe(403);
    expect((await ask(contents(0), delegated('Ben Okafor', 'LearningProvider.Read'))).status).toBe(403);
  });
});

describe('$batch', () => {
  const parts = (count: number): object[] =>
    Array.from({ length: count }, (_, index) => ({ id: `p${index}`, method: 'GET', url: '/me' }));

  it('answers each part', async () => {
    const { status, body } = await askBatch(
      [...parts(19), { id: 'x', method: 'GET', url: '/me/manager' }],
      delegated('Amara', 'User.Read'),
    );

    expect(status).toBe(200);
    expect(body.responses?.filter((part) => part.status === 200)).toHaveLength(19);
    expect(body.responses?.find(({ id }) => id === 'x')?.status).toBe(403);
  });

  it.each([
    ['21 parts', parts(21)],
    ['ids that differ only in case', [...parts(1), { id: 'P0', method: 'GET', url: '/me' }]],
    ['no parts', []],
    ['an absolute address', [{ id: '1', method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' }]],
  ])('is refused with %s', async (_, requests) => {
    expect((await askBatch(requests, delegated('Amara', 'User.Read'))).status).toBe(400);
  });
});

it('records requests without tokens', async () => {
  await ask('/me', delegated('Amara', 'User.Read'));

  expect(graph.requests).toEqual([{ method: 'GET', path: '/me', status: 200 }]);
  expect(log.entries()).toMatchObject([{ from: 'bot', to: 'graph', title: 'GET /me', status: 200 }]);
  expect(JSON.stringify(log.entries())).not.toContain('User.Read');
});

it('describes every setting for the page, except those of one person', () => {
  const described = [...graphControls.map(({ key }) => key), 'personFaults'];

  expect(new Set(described)).toEqual(new Set(Object.keys(graph.settings)));
});
