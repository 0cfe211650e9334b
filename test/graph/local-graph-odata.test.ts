import type { Caller } from '../../sandbox/graph/answers';
import { startAskedGraph, type Answer, type AskedGraph } from './asked-graph';

const OWN = '/me/employeeExperience/learningCourseActivities';
const EVENTUAL = { headers: { ConsistencyLevel: 'eventual' } };

let here: AskedGraph;
let amara: Caller;
let manager: Caller;
let admin: Caller;

beforeAll(async () => {
  here = await startAskedGraph();
  const learning =
    'LearningAssignedCourse.Read LearningSelfInitiatedCourse.Read LearningContent.Read.All LearningProvider.Read';
  amara = here.delegated('Amara', `${learning} User.Read`);
  manager = here.delegated('Katherine', 'User.Read User.ReadBasic.All');
  admin = here.delegated('Katherine', 'User.Read User.Read.All');
});
afterAll(() => here.graph.close());

async function asText(path: string, caller: Caller, init: RequestInit = {}): Promise<string> {
  const authorization = `Bearer ${JSON.stringify(caller)}`;
  const headers = { authorization, ...(init.headers as Record<string, string>) };
  return (await fetch(here.graph.baseUrl + path, { ...init, headers })).text();
}

function codeOf({ status, body }: Answer): string {
  return `${status} ${body.error?.code ?? ''}`;
}

function keysOf({ body }: Answer): readonly string[] {
  return [...new Set((body.value ?? [body]).flatMap((item) => Object.keys(item)))].sort();
}

describe('options of the lists of activities', () => {
  it.each([
    "$filter=status eq 'completed'",
    '$orderby=status',
    '$search="excel"',
    '$expand=learner',
    '$skiptoken=x',
    '$format=json',
    '$deltatoken=latest',
    '$top=ten',
    '$skip=-1',
    '$count=yes',
    '$top=1&$top=2',
    '$select=colour',
    '$select=dueDateTime',
  ])('refuse %s like Graph', async (query) => {
    expect(codeOf(await here.ask(`${OWN}?${query}`, amara))).toBe('400 BadRequest');
  });

  it('ignore parameters without a dollar sign', async () => {
    expect((await here.ask(`${OWN}?trace=1`, amara)).status).toBe(200);
  });

  it('select properties in any case, including those of a derived type', async () => {
    const select = 'id,STATUS,microsoft.graph.learningAssignment/dueDateTime';
    const list = await here.ask(`${OWN}?$top=20&$select=${select}`, amara);

    const byType = new Map(list.body.value?.map((item) => [item['@odata.type'], Object.keys(item)]));
    expect(Object.fromEntries(byType)).toEqual({
      '#microsoft.graph.learningAssignment': ['@odata.type', 'id', 'status', 'dueDateTime'],
      '#microsoft.graph.learningSelfInitiatedCourse': ['@odata.type', 'id', 'status'],
    });
  });

  it('narrow a list to the type of a cast, and count both', async () => {
    const cast = `${OWN}/microsoft.graph.learningAssignment`;
    const assignments = await here.ask(`${cast}?$count=true&$select=dueDateTime`, amara);
    const counts = await Promise.all([`${OWN}/$count`, `${cast}/$count`].map((path) => asText(path, amara)));

    expect(keysOf(assignments)).toEqual(['@odata.type', 'dueDateTime']);
    expect(counts).toEqual(['40', String(assignments.body['@odata.count'])]);
    expect(Number(counts[1])).toBeLessThan(40);
  });
});

describe('one activity', () => {
  it('names its context, and is not found as another type', async () => {
    const list = await here.ask(`${OWN}?$top=1`, amara);
    const [first = {}] = list.body.value ?? [];
    const path = `${OWN}/${encodeURIComponent(String(first['id']))}`;

    const plain = await here.ask(path, amara);
    const selected = await here.ask(`${path}/microsoft.graph.learningAssignment?$select=notes`, amara);
    const other = await here.ask(`${path}/microsoft.graph.learningSelfInitiatedCourse`, amara);

    expect(plain.body).toEqual({
      '@odata.context': expect.stringMatching(
        /\$metadata#learningProviders\('.+'\)\/learningCourseActivities\('.+'\)\/\$entity$/,
      ) as unknown,
      ...first,
    });
    expect(keysOf(selected)).toEqual(['@odata.context', '@odata.type', 'notes']);
    expect(codeOf(other)).toBe('404 notFound');
    expect(codeOf(await here.ask(`${path}?$expand=x`, amara))).toBe('400 BadRequest');
  });
});

describe('providers and contents', () => {
  it('accept the same options for selecting and counting', async () => {
    const providers = '/employeeExperience/learningProviders';
    const provider = `${providers}/${here.world.providers[0]?.provider.id ?? ''}`;
    const contents = `${provider}/learningContents`;
    const [content] = here.world.contents.get(here.world.providers[0]?.provider.id ?? '') ?? [];

    expect(keysOf(await here.ask(`${contents}?$select=title`, amara))).toEqual(['title']);
    expect(keysOf(await here.ask(`${contents}/${String(content?.['id'])}?$select=title`, amara))).toEqual([
      '@odata.context',
      'title',
    ]);
    expect(keysOf(await here.ask(`${provider}?$select=displayName`, amara))).toEqual([
      '@odata.context',
      'displayName',
    ]);
    expect(Number(await asText(`${contents}/$count`, amara))).toBeGreaterThan(10);
    for (const path of [contents, providers, provider])
      expect(codeOf(await here.ask(`${path}?$filter=title eq 'x'`, amara))).toBe('400 BadRequest');
  });
});

describe('people', () => {
  it('have the default properties unless others are selected', async () => {
    const plain = await here.ask('/me', amara);
    const more = await here.ask('/me?$select=userType', amara);

    expect(plain.body).toMatchObject({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
      displayName: 'Amara Diallo',
      businessPhones: [],
    });
    expect(plain.body).not.toHaveProperty('userType');
    expect(more.body).toEqual({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users(userType)/$entity',
      userType: 'Member',
    });
    expect(codeOf(await here.ask('/me?$select=salary', amara))).toBe('400 BadRequest');
    expect(codeOf(await here.ask("/me?$filter=mail eq 'x'", amara))).toBe('400 BadRequest');
  });

  it('expand to a manager or reports with the right permission, and to nothing else', async () => {
    const path = `/users/${here.idOf('Amara')}`;
    const expand = '$expand=manager($select=id,displayName)';

    const told = await here.ask(`${path}?$select=id&${expand}`, admin);
    const reports = await here.ask('/me?$expand=directReports', admin);

    expect(told.body).toMatchObject({
      id: here.idOf('Amara'),
      manager: { '@odata.type': '#microsoft.graph.user', displayName: 'Katherine Walsh' },
    });
    expect(reports.body['directReports']).toHaveLength(8);
    expect(codeOf(await here.ask(`${path}?${expand}`, manager))).toBe('403 Authorization_RequestDenied');
    for (const other of ['memberOf', 'manager($levels=max)'])
      expect(codeOf(await here.ask(`${path}?$expand=${other}`, admin))).toBe('400 BadRequest');
  });

  it('who report to someone are counted and filtered in advanced queries only', async () => {
    const filter = "$filter=startswith(displayName,'ben') and accountEnabled eq true";
    const paths = ['/me/directReports/$count', `/me/directReports?${filter}`];

    const plain = await Promise.all(paths.map((path) => here.ask(path, admin)));
    const found = await here.ask(`${paths[1] ?? ''}&$select=displayName`, admin, EVENTUAL);

    expect(plain.map(codeOf)).toEqual(['400 Request_UnsupportedQuery', '400 Request_UnsupportedQuery']);
    expect(await asText(paths[0] ?? '', admin, EVENTUAL)).toBe('8');
    expect(found.body.value).toEqual([{ '@odata.type': '#microsoft.graph.user', displayName: 'Ben Okafor' }]);
    for (const option of ['$orderby=displayName', '$search="displayName:ben"', '$skip=1'])
      expect(codeOf(await here.ask(`/me/directReports?${option}`, admin, EVENTUAL))).toBe('400 BadRequest');
  });

  it.each([
    ["$filter=startswith(displayName,'Ben')", ['Ben Okafor', 'Ben Lindgren']],
    ['$search="displayName:lind"', ['Ben Lindgren']],
    ['$search="displayName:okaf" OR "mail:katherine"', ['Ben Okafor', 'Katherine Walsh']],
    ["$filter=startswith(displayName,'Ben')&$orderby=displayName desc", ['Ben Okafor', 'Ben Lindgren']],
    ["$filter=startswith(displayName,'Ben')&$orderby=displayName", ['Ben Lindgren', 'Ben Okafor']],
  ])('are found: %s', async (query, names) => {
    const { body } = await here.ask(`/users?$select=displayName&${query}`, manager, EVENTUAL);

    const found = body.value?.map(({ displayName }) => displayName) ?? [];
    expect(query.includes('$orderby') ? found : found.sort()).toEqual(
      query.includes('$orderby') ? names : [...names].sort(),
    );
  });

  it.each([
    ['$search="displayName:ben"', '400 Request_UnsupportedQuery', {}],
    ['$search=ben', '400 BadRequest', EVENTUAL],
    ["$filter=contains(displayName,'ben')", '400 BadRequest', EVENTUAL],
    ['$orderby=jobTitle', '400 Request_UnsupportedQuery', EVENTUAL],
  ])('are not found by %s: %s', async (query, code, init) => {
    expect(codeOf(await here.ask(`/users?${query}`, manager, init))).toBe(code);
  });

  it('are listed for members with the permission, but not for guests', async () => {
    const guest = here.world.people.find(({ user }) => user.userType === 'Guest');
    const asGuest = here.delegated(guest?.user.displayName ?? '', 'User.ReadBasic.All');

    expect(codeOf(await here.ask('/users', asGuest))).toBe('403 Authorization_RequestDenied');
    expect(codeOf(await here.ask('/users', amara))).toBe('403 Authorization_RequestDenied');
    expect((await here.ask('/users', manager)).status).toBe(200);
  });
});

describe('errors', () => {
  it('contain the ids that support asks for, also in parts of a batch', async () => {
    const { body } = await here.askBatch(
      [
        { id: '1', method: 'GET', url: '/me/manager' },
        { id: '2', method: 'GET', url: `${OWN}?$filter=x` },
        { id: '3', method: 'GET', url: '/me' },
      ],
      amara,
    );

    const errors = body.responses?.flatMap((part) => part.body.error ?? []) ?? [];
    const ids = errors.map((error) => ({ innerError: undefined, ...error }).innerError);
    expect(ids).toEqual([
      expect.objectContaining({
        date: expect.stringMatching(/^2026-12-01T09:00:0\d$/) as unknown,
        'request-id': expect.any(String) as unknown,
      }),
      expect.objectContaining({ 'client-request-id': expect.any(String) as unknown }),
    ]);
    expect(JSON.stringify(ids[0])).not.toBe(JSON.stringify(ids[1]));
  });
});
