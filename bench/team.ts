import { startWorld, type RunningWorld } from '../sandbox/start-world';
import type { TeamsClient } from '../sandbox/teams/teams-client';
import type { Figure } from './figure';
import { median, pidOf, readResidentMb } from './process-figures';

const OPENINGS = 5;
const LARGE = 1_000;
const REST = 'Show the rest';
/** Until the young generation of the heap has grown to the size that it keeps. */
const WARMING_TURNS = 300;

/** A manager's first look at a team, cold but for what the tenant allows, Graph at 300 ms a call. */
export async function measureTeams(): Promise<readonly Figure[]> {
  const small = await withTeam(60, async (world) => {
    const times: number[] = [];
    for (let opening = 0; opening < OPENINGS; opening++) times.push((await look(world, 1)).ms);
    return median(times);
  });
  const { ms, megabytes } = await withTeam(LARGE, (world) => look(world, WARMING_TURNS));
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
 * With a bot that has answered so many turns and thereby learnt what the tenant allows: how long until the first card,
 * and by how much the process has grown when the whole team is there.
 */
async function look(
  world: RunningWorld,
  turns: number,
): Promise<{ readonly ms: number; readonly megabytes: number }> {
  await world.bot?.restart();
  for (let turn = 0; turn < turns; turn++) await ask(clientOf(world, 'Katherine'));
  const manager = clientOf(world, 'Rowena');
  const before = readResidentMb(pidOf(world));
  world.graph.settings.latencyMs = 300;
  const startedAt = performance.now();
  await ask(manager);
  const ms = performance.now() - startedAt;
  world.graph.settings.latencyMs = 0;
  while (lastCardOf(manager).includes(REST)) await ask(manager);
  return { ms, megabytes: readResidentMb(pidOf(world)) - before };
}

function clientOf({ world, teams }: RunningWorld, givenName: string): TeamsClient {
  const person = world.people.find(({ user }) => user.givenName === givenName);
  if (person === undefined) throw new Error(`Nobody is called ${givenName}.`);
  return teams.client(person.user.id);
}

async function ask(client: TeamsClient): Promise<void> {
  await client.send(client.personalChatId, 'team');
  if (!lastCardOf(client).includes('Behind')) throw new Error('The team was not shown.');
}

function lastCardOf(client: TeamsClient): string {
  return JSON.stringify(client.timeline(client.personalChatId).messages.at(-1)?.attachments ?? []);
}
