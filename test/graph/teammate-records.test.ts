import type { FaultName } from '../../sandbox/graph/graph-settings';
import type { GraphAccess, TeammateOutcome, TeammateRecords } from '../../src/domain/ports';
import { createTeammateRecords } from '../../src/graph/teammate-records';
import { createTeammateWays, type TeammateWays } from '../../src/graph/teammate-ways';
import { startAskedGraph, type AskedGraph } from './asked-graph';
import { clientFor, createKeptLog } from './graph-access';

const SCOPES =
  'LearningAssignedCourse.Read LearningSelfInitiatedCourse.Read LearningProvider.Read User.Read User.ReadBasic.All';
const ROLES = ['LearningAssignedCourse.Read.All', 'LearningSelfInitiatedCourse.Read.All'];

let here: AskedGraph;
let ways: TeammateWays;

beforeEach(async () => {
  here = await startAskedGraph();
  here.graph.settings.reportsDelegated = 'allowed';
});
afterEach(() => here.graph.close());

type Access = Parameters<typeof createTeammateWays>[0]['access'];

interface Setup {
  readonly access?: Access;
  readonly log?: ReturnType<typeof createKeptLog>;
  readonly fetch?: typeof fetch;
  readonly providerIds?: readonly string[];
}

function build({
  access = 'auto',
  log = createKeptLog(),
  fetch,
  providerIds = [],
}: Setup = {}): TeammateRecords {
  ways = createTeammateWays({ access, log });
  return createTeammateRecords({
    client: clientFor(here.graph.baseUrl, { log, ...(fetch !== undefined && { fetch }) }),
    ways,
    appTokens: { getToken: () => Promise.resolve(JSON.stringify(here.appOnly(...ROLES))) },
    providerIds,
  });
}

function accessOf(name = 'Katherine', signal: AbortSignal = AbortSignal.timeout(10_000)): GraphAccess {
  const graphToken = JSON.stringify(here.delegated(name, SCOPES));
  return { userId: here.idOf(name), tenantId: here.world.tenantId, graphToken, signal };
}

async function readAll(
  records: TeammateRecords,
  names: readonly string[],
  access: GraphAccess = accessOf(),
): Promise<ReadonlyMap<string, TeammateOutcome>> {
  const outcomes = new Map<string, TeammateOutcome>();
  await records.readLists(access, names.map(here.idOf), (userId, outcome) => outcomes.set(userId, outcome));
  return new Map(
    names.flatMap((name) => {
      const outcome = outcomes.get(here.idOf(name));
      return outcome === undefined ? [] : [[name, outcome]];
    }),
  );
}

/** How many activities were read, or why none. */
function shortly(outcomes: ReadonlyMap<string, TeammateOutcome>): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    [...outcomes].map(([name, outcome]) => [
      name,
      outcome.kind === 'read' ? outcome.activities.length : outcome.reason,
    ]),
  );
}

function heldBy(name: string): number {
  return here.world.activities.filter((item) => item['learnerUserId'] === here.idOf(name)).length;
}

function batches(): readonly number[] {
  return here.graph.requests.flatMap(({ batch }) => (batch === undefined ? [] : [batch.length]));
}

function isBatch(input: Parameters<typeof fetch>[0]): boolean {
  return typeof input === 'string' && input.endsWith('/$batch');
}

/** Graph, whose batches as a whole are answered so. */
function refusingBatches(status: number, headers: Record<string, string> = {}): typeof fetch {
  return (input, init) =>
    isBatch(input)
      ? Promise.resolve(new Response('{"error":{"code":"x","message":"y"}}', { status, headers }))
      : fetch(input, init);
}

const TEAM = ['Amara', 'Jonas', 'Noah'];

describe('lists of several people', () => {
  it('come in one batch, and their next pages in the next', async () => {
    const outcomes = await readAll(build(), TEAM);

    expect(shortly(outcomes)).toEqual({ Amara: heldBy('Amara'), Jonas: heldBy('Jonas'), Noah: 0 });
    expect(heldBy('Amara')).toBeGreaterThan(here.graph.settings.pageSize);
    expect(batches()).toEqual([3, 1]);
  });

  it.each(['metadata', 'none'] as const)('go on where next links are broken: %s', async (style) => {
    here.graph.settings.nextLinkStyle = style;
    here.graph.settings.pageSize = 7;

    expect(shortly(await readAll(build(), ['Amara']))).toEqual({ Amara: heldBy('Amara') });
  });

  it('hold nothing that names somebody else, which is logged without saying whom', async () => {
    const foreign = here.world.activities.find((item) => item['learnerUserId'] === here.idOf('Jonas'));
    Object.assign(foreign ?? {}, { learnerUserId: here.idOf('Priya') });
    Object.assign(here.graph.settings, { reportsDelegated: 'refused', usersListAppOnly: 'allowed' });
    const log = createKeptLog();

    const outcomes = await readAll(build({ log }), ['Amara', 'Jonas']);

    expect(shortly(outcomes)).toEqual({ Amara: heldBy('Amara'), Jonas: heldBy('Jonas') });
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([
      { level: 'error', fields: { dropped: 1 }, message: 'graph sent course activities of somebody else' },
    ]);
  });

  it('keep the ids of learners apart whatever their case', async () => {
    for (const item of here.world.activities)
      if (item['learnerUserId'] === here.idOf('Noah')) Object.assign(item, { learnerUserId: 'x' });
    const outcomes = new Map<string, TeammateOutcome>();

    await build().readLists(accessOf(), [here.idOf('Jonas').toUpperCase()], (userId, outcome) =>
      outcomes.set(userId, outcome),
    );

    expect([...outcomes.keys()]).toEqual([here.idOf('Jonas')]);
    expect(outcomes.get(here.idOf('Jonas'))).toMatchObject({ kind: 'read' });
  });

  it.each<[FaultName, string]>([
    ['unlicensed', 'unlicensed'],
    ['forbidden', 'forbidden'],
    ['notFound', 'notFound'],
    ['serverError', 'failed'],
    ['throttledSeconds', 'failed'],
    ['throttledMinutes', 'failed'],
    ['badRequest', 'failed'],
  ])('of whom one fails with %s has the others', async (fault, reason) => {
    here.graph.settings.personFaults.set(here.idOf('Jonas'), fault);

    const outcomes = await readAll(build(), TEAM);

    expect(shortly(outcomes)).toEqual({ Amara: heldBy('Amara'), Jonas: reason, Noah: 0 });
    expect(ways.isAllowed(here.world.tenantId, 'delegated')).toBe(true);
  });

  it('try again the parts that failed in passing, and only those', async () => {
    let failures = 0;
    const sometimes: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (!isBatch(input) || failures++ > 0) return response;
      const body = (await response.json()) as { responses: { id: string; status: number }[] };
      const answers = body.responses.map((part) => (part.id === '1' ? { ...part, status: 503 } : part));
      return Response.json({ responses: answers });
    };

    const outcomes = await readAll(build({ fetch: sometimes }), TEAM);

    expect(shortly(outcomes)).toEqual({ Amara: heldBy('Amara'), Jonas: heldBy('Jonas'), Noah: 0 });
    expect(batches()).toEqual([3, 1, 1]);
  });

  it.each<[number, Record<string, string>, string]>([
    [429, { 'Retry-After': '180' }, 'graphThrottled'],
    [401, {}, 'graphUnauthorized'],
    [403, {}, 'graphForbidden'],
    [500, {}, 'graphServerError'],
  ])('throw when whole batches are answered %i, and learn nothing of it', async (status, headers, kind) => {
    const reading = readAll(build({ fetch: refusingBatches(status, headers) }), TEAM);

    await expect(reading).rejects.toMatchObject({ kind });
    expect(ways.candidates(here.world.tenantId)).toEqual(['delegated', 'application', 'providers']);
  });

  it('take four batches at a time and no more', async () => {
    let inFlight = 0;
    let most = 0;
    const counting: typeof fetch = async (input, init) => {
      most = Math.max(most, ++inFlight);
      const response = await fetch(input, init);
      inFlight--;
      return response;
    };
    here.graph.settings.latencyMs = 20;
    const records = build({ fetch: counting });
    ways.allow(here.world.tenantId, 'delegated');

    await readAll(
      records,
      Array.from({ length: 200 }, () => 'Noah'),
    );

    expect(batches()).toHaveLength(10);
    expect(most).toBe(4);
  });

  it('are left alone for as long as Graph asks, also when it asks within a batch', async () => {
    const records = build();
    here.graph.settings.personFaults.set(here.idOf('Jonas'), 'throttledMinutes');
    await readAll(records, TEAM);
    here.graph.requests.length = 0;

    await expect(readAll(records, TEAM)).rejects.toMatchObject({ kind: 'graphThrottled' });
    expect(here.graph.requests).toEqual([]);
  });

  it('stop at the deadline with what is there', async () => {
    here.graph.settings.pageSize = 1;
    here.graph.settings.latencyMs = 100;

    const outcomes = await readAll(build(), TEAM, accessOf('Katherine', AbortSignal.timeout(450)));

    expect(shortly(outcomes)).toEqual({ Noah: 0 });
  });
});

describe('what is learnt', () => {
  const refuseDelegated = (): void => {
    here.graph.settings.reportsDelegated = 'refused';
  };

  it('of a few people is that the way is refused, once another works for them', async () => {
    refuseDelegated();
    here.graph.settings.usersListAppOnly = 'allowed';
    const records = build();
    await readAll(records, ['Amara']);
    here.graph.requests.length = 0;

    await readAll(records, ['Jonas']);

    expect(ways.describe()).toEqual([{ delegated: 'refused', application: 'allowed' }]);
    expect(batches()).toEqual([1]);
  });

  it.each([
    ['one person', ['Amara']],
    ['several', TEAM],
  ])('and no longer holds is found out by a look at %s', async (_, names) => {
    const records = build();
    await readAll(records, names);
    refuseDelegated();
    here.graph.settings.usersListAppOnly = 'allowed';

    expect(shortly(await readAll(records, names))).toMatchObject({ Amara: heldBy('Amara') });
    expect(ways.describe()).toEqual([{ delegated: 'refused', application: 'allowed' }]);
  });

  it('costs one batch in vain, however large the team', async () => {
    refuseDelegated();
    here.graph.settings.usersListAppOnly = 'allowed';

    await readAll(
      build(),
      Array.from({ length: 45 }, () => 'Noah'),
    );

    expect(batches()).toEqual([20, 20, 20, 5]);
  });

  it('of one person whose own list is refused is not that everybody is looked for in whole providers', async () => {
    here.graph.settings.usersListAppOnly = 'allowed';
    here.graph.settings.personFaults.set(here.idOf('Jonas'), 'forbidden');
    const records = build();

    expect(shortly(await readAll(records, ['Jonas']))).toEqual({ Jonas: heldBy('Jonas') });
    expect(ways.candidates(here.world.tenantId)).toEqual(['delegated', 'application', 'providers']);
    await readAll(records, ['Amara']);
    here.graph.requests.length = 0;
    await readAll(records, ['Jonas']);

    expect(here.graph.requests.filter(({ path }) => path.includes('/learningProviders/'))).toEqual([]);
  });

  it('of one person who is refused by all ways is nothing', async () => {
    Object.assign(here.graph.settings, { reportsDelegated: 'refused', providerListAppOnly: 'refused' });
    const records = build({ access: 'delegated' });

    expect(shortly(await readAll(records, ['Amara']))).toEqual({ Amara: 'forbidden' });
    expect(ways.candidates(here.world.tenantId)).toEqual(['delegated']);
  });

  it('of people whom Graph does not know is nothing: others may be read', async () => {
    for (const name of TEAM) here.graph.settings.personFaults.set(here.idOf(name), 'notFound');
    const records = build({ access: 'delegated' });

    const unknown = await readAll(records, TEAM);
    here.graph.settings.personFaults.clear();

    expect(shortly(unknown)).toEqual({ Amara: 'notFound', Jonas: 'notFound', Noah: 'notFound' });
    expect(shortly(await readAll(records, ['Amara']))).toEqual({ Amara: heldBy('Amara') });
  });

  it('of one who cannot be asked that way is that nobody can', async () => {
    here.graph.settings.usersListAppOnly = 'notSupported';
    here.graph.settings.providerListAppOnly = 'refused';
    await readAll(build({ access: 'application' }), ['Amara']);

    expect(ways.describe()).toEqual([expect.objectContaining({ application: 'refused' })]);
  });
});

describe('the lists of providers', () => {
  beforeEach(() => {
    here.graph.settings.reportsDelegated = 'refused';
  });

  it('are gone through once for everybody, and hold nobody else', async () => {
    const outcomes = await readAll(build(), TEAM);

    const reads = here.graph.requests.filter(({ path }) =>
      /learningProviders\/[^/]+\/learningCourse/.test(path),
    );
    const pages = here.world.providers.map(({ provider }) => {
      const count = here.world.activities.filter((item) => item['learningProviderId'] === provider.id).length;
      return Math.max(1, Math.ceil(count / here.graph.settings.pageSize));
    });
    expect(reads).toHaveLength(pages.reduce((sum, count) => sum + count, 0));
    for (const [name, outcome] of outcomes) {
      const learners =
        outcome.kind === 'read' ? outcome.activities.map(({ learnerUserId }) => learnerUserId) : [];
      expect(new Set(learners).size).toBe(name === 'Noah' ? 0 : 1);
    }
    expect(outcomes.get('Amara')).toMatchObject({ kind: 'read', isComplete: true });
  });

  it('are also those of the configuration, each once', async () => {
    const [first] = here.world.providers;
    await readAll(build({ access: 'application', providerIds: [first?.provider.id ?? ''] }), ['Amara']);

    const lists = here.graph.requests.filter(
      ({ path }) => path.includes(`${first?.provider.id}/learningCourseActivities`) && !path.includes('skip'),
    );
    expect(lists).toHaveLength(1);
  });

  it('that fail for all are a fault, and not that nobody has courses', async () => {
    Object.assign(here.graph.settings, { fault: 'serverError', faultScope: 'activities' });
    const records = build({ access: 'application' });
    ways.refuse(here.world.tenantId, 'application');

    await expect(readAll(records, TEAM)).rejects.toMatchObject({ kind: 'graphServerError' });
    expect(ways.describe()).toEqual([{ application: 'refused' }]);
  });

  it('of providers that cannot be listed in passing are a fault, and nothing is learnt of it', async () => {
    Object.assign(here.graph.settings, { fault: 'serverError', faultScope: 'contents' });
    const records = build({ access: 'application' });
    ways.refuse(here.world.tenantId, 'application');

    await expect(readAll(records, TEAM)).rejects.toMatchObject({ kind: 'graphServerError' });
    expect(ways.describe()).toEqual([{ application: 'refused' }]);
  });

  it('are refused when the manager may see no providers and none is configured', async () => {
    const access = {
      ...accessOf(),
      graphToken: JSON.stringify(here.delegated('Katherine', SCOPES.replace('LearningProvider.Read', ''))),
    };

    expect(shortly(await readAll(build(), TEAM, access))).toEqual({
      Amara: 'forbidden',
      Jonas: 'forbidden',
      Noah: 'forbidden',
    });
  });

  it('that are cut short by the deadline say so', async () => {
    here.graph.settings.pageSize = 5;
    here.graph.settings.latencyMs = 60;
    const records = build({ access: 'application' });
    ways.refuse(here.world.tenantId, 'application');

    const outcomes = await readAll(records, TEAM, accessOf('Katherine', AbortSignal.timeout(600)));

    expect(outcomes.get('Amara')).toMatchObject({ kind: 'read', isComplete: false });
  });
});

describe('find', () => {
  function activityOf(name: string): string {
    return String(here.world.activities.find((item) => item['learnerUserId'] === here.idOf(name))?.['id']);
  }

  it.each<[string, Partial<AskedGraph['graph']['settings']>, RegExp]>([
    ['with the manager’s token by the person’s path', {}, /^\/users\/[^/]+\/employeeExperience\//],
    ['with the app’s token by its own', { reportsDelegated: 'refused' }, /^\/employeeExperience\//],
  ])('reads %s', async (_, settings, form) => {
    Object.assign(here.graph.settings, settings);

    const activity = await build().find(accessOf(), here.idOf('Amara').toUpperCase(), activityOf('Amara'));

    expect(activity).toMatchObject({ learnerUserId: here.idOf('Amara') });
    expect(here.graph.requests.at(-1)?.path).toMatch(form);
  });

  it('gives nothing of anybody else, though the app’s token could read it', async () => {
    const log = createKeptLog();

    const activity = await build({ access: 'application', log }).find(
      accessOf(),
      here.idOf('Amara'),
      activityOf('Priya'),
    );

    expect(activity).toBeUndefined();
    expect(here.graph.requests.at(-1)?.status).toBe(200);
    expect(log.lines.some(({ level }) => level === 'error')).toBe(true);
  });

  it('gives nothing where there is none, and throws what else is wrong', async () => {
    const records = build();

    expect(await records.find(accessOf(), here.idOf('Amara'), 'gone')).toBeUndefined();
    expect(await records.find(accessOf(), here.idOf('Amara'), '..')).toBeUndefined();
    here.graph.settings.fault = 'serverError';
    await expect(records.find(accessOf(), here.idOf('Amara'), 'x')).rejects.toMatchObject({
      kind: 'graphServerError',
    });
  });

  it.each<[string, Access, string]>([
    ['is refused by every way', 'delegated', 'forbidden'],
    ['has lost the licence', 'auto', 'unlicensed'],
  ])('tells why nothing of somebody who %s can be read', async (_, access, reason) => {
    here.graph.settings.reportsDelegated = 'refused';
    const name = reason === 'unlicensed' ? 'Wei' : 'Amara';
    const activity = activityOf('Amara');
    const owned = here.world.activities.find(({ id }) => id === activity);
    Object.assign(owned ?? {}, { learnerUserId: here.idOf(name) });

    expect(await build({ access }).find(accessOf(), here.idOf(name), activity)).toEqual({
      kind: 'unreadable',
      reason,
    });
  });

  it('asks for nothing where it is switched off', async () => {
    const found = build({ access: 'off' }).find(accessOf(), here.idOf('Amara'), activityOf('Amara'));

    expect(await found).toEqual({ kind: 'unreadable', reason: 'forbidden' });
    expect(here.graph.requests).toEqual([]);
  });
});
