import type { FaultName } from '../../sandbox/graph/graph-settings';
import type { TeammateOutcome } from '../../src/domain/ports';
import { createKeptLog } from './graph-access';
import {
  SCOPES,
  endingAt,
  isBatch,
  refusingBatches,
  refusingOption,
  shortly,
  TEAM,
  useTeammateRig,
} from './teammate-rig';

const rig = useTeammateRig();

describe('lists of several people', () => {
  it('come in one batch, and their next pages in another', async () => {
    const outcomes = await rig.readAll(rig.build(), TEAM);

    expect(shortly(outcomes)).toEqual({ Amara: rig.heldBy('Amara'), Jonas: rig.heldBy('Jonas'), Noah: 0 });
    expect(rig.heldBy('Amara')).toBeGreaterThan(rig.here.graph.settings.pageSize);
    expect(rig.batches()).toEqual([3, 1]);
  });

  it('are complete when read to the end, in one page or more', async () => {
    const outcomes = await rig.readAll(rig.build(), TEAM);

    expect([...outcomes.values()].map((outcome) => outcome.kind === 'read' && outcome.isComplete)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each(['metadata', 'none'] as const)('continue after broken next links: %s', async (style) => {
    rig.here.graph.settings.nextLinkStyle = style;
    rig.here.graph.settings.pageSize = 7;

    expect(shortly(await rig.readAll(rig.build(), ['Amara']))).toEqual({ Amara: rig.heldBy('Amara') });
  });

  it('contain no other learner’s activities, which is logged without a name', async () => {
    const foreign = rig.here.world.activities.find(
      (item) => item['learnerUserId'] === rig.here.idOf('Jonas'),
    );
    Object.assign(foreign ?? {}, { learnerUserId: rig.here.idOf('Priya') });
    Object.assign(rig.here.graph.settings, { reportsDelegated: 'refused', usersListAppOnly: 'allowed' });
    const log = createKeptLog();

    const outcomes = await rig.readAll(rig.build({ log }), ['Amara', 'Jonas']);

    expect(shortly(outcomes)).toEqual({ Amara: rig.heldBy('Amara'), Jonas: rig.heldBy('Jonas') });
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([
      { level: 'error', fields: { dropped: 1 }, message: 'graph sent course activities of someone else' },
    ]);
  });

  it('match learner ids in any case', async () => {
    for (const item of rig.here.world.activities)
      if (item['learnerUserId'] === rig.here.idOf('Noah')) Object.assign(item, { learnerUserId: 'x' });
    const outcomes = new Map<string, TeammateOutcome>();

    await rig
      .build()
      .readLists(rig.accessOf(), [rig.here.idOf('Jonas').toUpperCase()], (userId, outcome) =>
        outcomes.set(userId, outcome),
      );

    expect([...outcomes.keys()]).toEqual([rig.here.idOf('Jonas')]);
    expect(outcomes.get(rig.here.idOf('Jonas'))).toMatchObject({ kind: 'read' });
  });

  it.each<[FaultName, string]>([
    ['unlicensed', 'unlicensed'],
    ['forbidden', 'forbidden'],
    ['notFound', 'notFound'],
    ['serverError', 'failed'],
    ['throttledSeconds', 'failed'],
    ['throttledMinutes', 'failed'],
    ['badRequest', 'failed'],
  ])('contain the others when one fails with %s', async (fault, reason) => {
    rig.here.graph.settings.personFaults.set(rig.here.idOf('Jonas'), fault);

    const outcomes = await rig.readAll(rig.build(), TEAM);

    expect(shortly(outcomes)).toEqual({ Amara: rig.heldBy('Amara'), Jonas: reason, Noah: 0 });
    expect(rig.modes.isAllowed(rig.here.world.tenantId, 'delegated')).toBe(true);
  });

  it('retry only the parts with transient failures', async () => {
    let failures = 0;
    const sometimes: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (!isBatch(input) || failures++ > 0) return response;
      const body = (await response.json()) as { responses: { id: string; status: number }[] };
      const answers = body.responses.map((part) => (part.id === '1' ? { ...part, status: 503 } : part));
      return Response.json({ responses: answers });
    };

    const outcomes = await rig.readAll(rig.build({ fetch: sometimes }), TEAM);

    expect(shortly(outcomes)).toEqual({ Amara: rig.heldBy('Amara'), Jonas: rig.heldBy('Jonas'), Noah: 0 });
    expect(rig.batches()).toEqual([3, 1, 1]);
  });

  it.each<[number, Record<string, string>, string]>([
    [429, { 'Retry-After': '180' }, 'graphThrottled'],
    [401, {}, 'graphUnauthorized'],
    [403, {}, 'graphForbidden'],
    [500, {}, 'graphServerError'],
  ])('throw when whole batches are answered %i, and learn nothing from it', async (status, headers, kind) => {
    const reading = rig.readAll(rig.build({ fetch: refusingBatches(status, headers) }), TEAM);

    await expect(reading).rejects.toMatchObject({ kind });
    expect(rig.modes.candidates(rig.here.world.tenantId)).toEqual(['delegated', 'application', 'providers']);
  });

  it('take at most four batches at a time', async () => {
    let inFlight = 0;
    let most = 0;
    const counting: typeof fetch = async (input, init) => {
      most = Math.max(most, ++inFlight);
      const response = await fetch(input, init);
      inFlight--;
      return response;
    };
    rig.here.graph.settings.latencyMs = 20;
    const records = rig.build({ fetch: counting });
    rig.modes.learn(rig.here.world.tenantId, 'delegated', 'allowed');

    await rig.readAll(
      records,
      Array.from({ length: 200 }, () => 'Noah'),
    );

    expect(rig.batches()).toHaveLength(10);
    expect(most).toBe(4);
  });

  it.each<[FaultName, number]>([
    ['throttledSeconds', 17_000],
    ['throttledMinutes', 180_000],
  ])('wait as long as a part’s Retry-After says: %s', async (fault, waitMs) => {
    const now = Date.now();
    const records = rig.build({ now: () => now });
    rig.here.graph.settings.personFaults.set(rig.here.idOf('Jonas'), fault);
    await rig.readAll(records, TEAM);
    rig.here.graph.requests.length = 0;

    const outcomes = await rig.readAll(records, TEAM);

    expect(outcomes.get('Jonas')).toMatchObject({ reason: 'failed', waitMs });
    expect([...outcomes.values()].filter(({ kind }) => kind === 'read')).toHaveLength(TEAM.length - 1);
    expect(JSON.stringify(rig.here.graph.requests)).not.toContain(rig.here.idOf('Jonas'));
  });

  it.each(['$count', 'Prefer'])('are read without %s when Graph refuses it', async (option) => {
    const records = rig.build({ fetch: refusingOption(option) });

    const outcomes = await rig.readAll(records, TEAM);

    expect([...outcomes.values()].map(({ kind }) => kind)).toEqual(TEAM.map(() => 'read'));
  });

  it('return what is loaded at the deadline', async () => {
    rig.here.graph.settings.pageSize = 1;
    const { fetch, signal } = endingAt((input) => isBatch(input), 4);

    const outcomes = await rig.readAll(rig.build({ fetch }), TEAM, rig.accessOf('Katherine', signal));

    expect(shortly(outcomes)).toEqual({ Noah: 0 });
  });
});

describe('the lists of providers', () => {
  beforeEach(() => {
    rig.here.graph.settings.reportsDelegated = 'refused';
  });

  it('are read once for everyone, and contain no other learners', async () => {
    const outcomes = await rig.readAll(rig.build(), TEAM);

    const reads = rig.here.graph.requests.filter(({ path }) =>
      /learningProviders\/[^/]+\/learningCourse/.test(path),
    );
    const pages = rig.here.world.providers.map(({ provider }) => {
      const count = rig.here.world.activities.filter(
        (item) => item['learningProviderId'] === provider.id,
      ).length;
      return Math.max(1, Math.ceil(count / rig.here.graph.settings.pageSize));
    });
    expect(reads).toHaveLength(pages.reduce((sum, count) => sum + count, 0));
    for (const [name, outcome] of outcomes) {
      const learners =
        outcome.kind === 'read' ? outcome.activities.map(({ learnerUserId }) => learnerUserId) : [];
      expect(new Set(learners).size).toBe(name === 'Noah' ? 0 : 1);
    }
    expect(outcomes.get('Amara')).toMatchObject({ kind: 'read', isComplete: true });
  });

  it('include configured providers, each once', async () => {
    const [first] = rig.here.world.providers;
    await rig.readAll(rig.build({ access: 'application', providerIds: [first?.provider.id ?? ''] }), [
      'Amara',
    ]);

    const lists = rig.here.graph.requests.filter(
      ({ path }) => path.includes(`${first?.provider.id}/learningCourseActivities`) && !path.includes('skip'),
    );
    expect(lists).toHaveLength(1);
  });

  it('are a fault when all fail, not an empty list', async () => {
    Object.assign(rig.here.graph.settings, { fault: 'serverError', faultScope: 'activities' });
    const records = rig.build({ access: 'application' });
    rig.modes.learn(rig.here.world.tenantId, 'application', 'refused');

    await expect(rig.readAll(records, TEAM)).rejects.toMatchObject({ kind: 'graphServerError' });
    expect(rig.modes.describe()).toEqual([{ application: 'refused' }]);
  });

  it('are a fault after a transient failure to list providers, and nothing is learned from it', async () => {
    Object.assign(rig.here.graph.settings, { fault: 'serverError', faultScope: 'contents' });
    const records = rig.build({ access: 'application' });
    rig.modes.learn(rig.here.world.tenantId, 'application', 'refused');

    await expect(rig.readAll(records, TEAM)).rejects.toMatchObject({ kind: 'graphServerError' });
    expect(rig.modes.describe()).toEqual([{ application: 'refused' }]);
  });

  it('are refused without visible or configured providers', async () => {
    const access = {
      ...rig.accessOf(),
      graphToken: JSON.stringify(
        rig.here.delegated('Katherine', SCOPES.replace('LearningProvider.Read', '')),
      ),
    };

    expect(shortly(await rig.readAll(rig.build(), TEAM, access))).toEqual({
      Amara: 'forbidden',
      Jonas: 'forbidden',
      Noah: 'forbidden',
    });
  });

  it('say so when cut short by the deadline', async () => {
    rig.here.graph.settings.pageSize = 5;
    const isList = (input: unknown): boolean => String(input).includes('/learningCourseActivities');
    const { fetch, signal } = endingAt(isList, 8);
    const records = rig.build({ access: 'application', fetch });
    rig.modes.learn(rig.here.world.tenantId, 'application', 'refused');

    const outcomes = await rig.readAll(records, TEAM, rig.accessOf('Katherine', signal));

    expect(outcomes.get('Amara')).toMatchObject({ kind: 'read', isComplete: false });
  });
});
