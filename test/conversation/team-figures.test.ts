import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { viewsIn } from '../support/audit-log';
import { actionsOf, ask, findPersonId, pressOn, shownText, startTestWorld } from '../support/local-world';

let world: RunningWorld;
let manager: TeamsClient;

async function start(givenName: string, largeTeam: number): Promise<void> {
  world = await startTestWorld({ largeTeam });
  Object.assign(world.graph.settings, { reportsDelegated: 'allowed', pageSize: 50 });
  manager = world.teams.client(findPersonId(world, givenName));
  // The first question of an hour learns what the tenant allows.
  await ask(world.teams.client(findPersonId(world, 'Noah')), 'team');
  forgetRequests();
}

function forgetRequests(): void {
  world.graph.requests.length = 0;
  world.log.clear();
}

function requestsOf(part: string): number {
  return world.graph.requests.filter(({ path, batch }) => batch === undefined && path.startsWith(part))
    .length;
}

/** The number of parts in each batch of lists. */
function listBatches(): readonly number[] {
  return world.graph.requests.flatMap(({ batch = [] }) =>
    batch[0]?.includes('/learningCourseActivities') === true ? [batch.length] : [],
  );
}

function activityReads(): number {
  return world.graph.requests
    .flatMap(({ path, batch }) => batch ?? [path])
    .filter((path) => path.includes('/learningCourseActivities')).length;
}

/** The longest chain of calls to Graph that waited for each other. */
function rounds(): number {
  const calls = world.log
    .entries()
    .filter(({ to }) => to === 'graph')
    .map(({ at, ms }) => ({ begin: Date.parse(at) - ms, end: Date.parse(at) }))
    .sort((a, b) => a.end - b.end);
  const depths: number[] = [];
  for (const [index, { begin }] of calls.entries()) {
    const before = calls
      .slice(0, index)
      .map(({ end }, other) => (end <= begin + SLACK_MS ? (depths[other] ?? 0) : 0));
    depths.push(1 + Math.max(0, ...before));
  }
  return Math.max(0, ...depths);
}

const LATENCY_MS = 200;
/** Clocks are read in whole milliseconds. */
const SLACK_MS = 20;

describe('a team of 8, nothing cached', () => {
  beforeAll(() => start('Katherine', 0));
  afterAll(() => world.close());

  it('reads the reporting line, one batch of lists and the contents in three rounds', async () => {
    world.graph.settings.latencyMs = LATENCY_MS;

    const reply = await ask(manager, 'team');

    expect(actionsOf(reply, 'teammate/open')).toHaveLength(8);
    expect([requestsOf('/me?'), requestsOf('/me/directReports'), ...listBatches()]).toEqual([1, 1, 8]);
    expect(world.graph.requests).toHaveLength(6);
    expect(rounds()).toBe(3);
  });
});

describe('a tenant with a team of 8 and one of 60', () => {
  beforeAll(() => start('Rowena', 60));
  afterAll(() => world.close());
  beforeEach(forgetRequests);

  it('reads 60 lists in three batches and logs only the people who are shown', async () => {
    const text = shownText(await ask(manager, 'team'));

    expect(text).toMatch(/\d+ of 60 people are behind/);
    expect(listBatches()).toEqual([20, 20, 20]);
    expect(viewsIn(world).filter((view) => view.startsWith('Rowena'))).toHaveLength(8);
  });

  it('reads no activity again within a minute when the team is asked for, filtered, paged and opened', async () => {
    const katherine = world.teams.client(findPersonId(world, 'Katherine'));
    await ask(katherine, 'team');
    forgetRequests();

    await ask(katherine, 'who is overdue?');
    await pressOn(katherine, 'team/filter', 'Required');
    await ask(katherine, 'status of Amara');
    await pressOn(katherine, 'teammate/page');

    expect(activityReads()).toBe(0);
  });
});

describe('a team of 1,000, Graph at 300 ms a call', () => {
  beforeAll(() => start('Rowena', 1_000));
  afterAll(() => world.close());

  it('shows who is loaded in time, says so, loads the rest on demand, and needs one call per person', async () => {
    world.graph.settings.latencyMs = 300;
    const first = shownText(await ask(manager, 'team'));
    const [, soFar] = /(\d+) of 1,?000 people so far/.exec(first) ?? [];
    let reply = await pressOn(manager, 'team/page', 'Show everyone');
    while (actionsOf(reply).some(({ title }) => title === 'Show everyone'))
      reply = await pressOn(manager, 'team/page', 'Show everyone');

    expect(Number(soFar)).toBeGreaterThan(0);
    expect(first).toContain(` of ${soFar} people`);
    expect(shownText(reply)).toContain(' of 1,000 people');
    expect(requestsOf('/me/directReports')).toBe(2);
    expect(listBatches()).toEqual(Array.from({ length: 50 }, () => 20));
  });
});
