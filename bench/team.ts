import { startWorld, type RunningWorld } from '../sandbox/start-world';
import type { TeamsClient } from '../sandbox/teams/teams-client';
import { textsFor } from '../src/i18n/catalog';
import type { Figure } from './figure';
import { median, pidOf, readResidentMb } from './process-figures';

const OPENINGS = 5;
const LARGE = 1_000;
/** Turns until the young generation of the heap has reached its final size. */
const WARM_UP_TURNS = 300;

/** Measures a manager's first view of a team with empty caches and 300 ms per Graph call. The access mode is known. */
export async function measureTeams(): Promise<readonly Figure[]> {
  const small = await withTeam(60, async (world) => {
    const times: number[] = [];
    for (let opening = 0; opening < OPENINGS; opening++) times.push((await viewTeam(world, 1)).ms);
    return median(times);
  });
  const { ms, megabytes } = await withTeam(LARGE, (world) => viewTeam(world, WARM_UP_TURNS));
  return [
    { name: 'team of 60, cold, Graph at 300 ms', value: small, unit: 'ms', atMost: 6_000 },
    { name: 'first card of 1,000 reports, cold, Graph at 300 ms', value: ms, unit: 'ms', atMost: 8_000 },
    { name: 'memory for a team of 1,000', value: megabytes, unit: 'MB', atMost: 50 },
  ];
}

async function withTeam<T>(size: number, measure: (world: RunningWorld) => Promise<T>): Promise<T> {
  const world = await startWorld({ clock: '2026-11-23T09:00:00Z', largeTeam: size });
  try {
    world.graph.settings.reportsDelegated = 'allowed';
    return await measure(world);
  } finally {
    await world.close();
  }
}

/**
 * Restarts the bot and lets another manager ask `warmUpTurns` times, so that the bot knows the tenant's access mode.
 * Returns the milliseconds until the first card, and the megabytes that the process grew by until the whole team is
 * read.
 */
async function viewTeam(
  world: RunningWorld,
  warmUpTurns: number,
): Promise<{ readonly ms: number; readonly megabytes: number }> {
  await world.bot?.restart();
  for (let turn = 0; turn < warmUpTurns; turn++) await ask(clientOf(world, 'Katherine'));
  const manager = clientOf(world, 'Rowena');
  const showTheRest = textsFor('en-US').t('team.showTheRest');
  const before = readResidentMb(pidOf(world));
  world.graph.settings.latencyMs = 300;
  const startedAt = performance.now();
  await ask(manager);
  const ms = performance.now() - startedAt;
  world.graph.settings.latencyMs = 0;
  while (lastCardOf(manager).includes(showTheRest)) await ask(manager);
  return { ms, megabytes: readResidentMb(pidOf(world)) - before };
}

function clientOf({ world, teams }: RunningWorld, givenName: string): TeamsClient {
  const person = world.people.find(({ user }) => user.givenName === givenName);
  if (person === undefined) throw new Error(`The local world has no ${givenName}.`);
  return teams.client(person.user.id);
}

async function ask(client: TeamsClient): Promise<void> {
  await client.send(client.personalChatId, 'team');
  if (!lastCardOf(client).includes('"verb":"team/filter"')) throw new Error('The team was not shown.');
}

function lastCardOf(client: TeamsClient): string {
  return JSON.stringify(client.timeline(client.personalChatId).messages.at(-1)?.attachments ?? []);
}
