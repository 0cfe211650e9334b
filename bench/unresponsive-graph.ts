import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningWorld } from '../sandbox/start-world';
import type { Figure } from './figure';
import { pidOf, readResidentMb } from './process-figures';

const TYPED = ['', 'p', 'ph', 'phi'];
const TYPISTS = 250;
/** A read is aborted after 8 s; the connection that `fetch` then still opens stays idle for another 4 s. */
const SETTLED_AFTER_MS = 20_000;

/** Measures 2,000 searches that Graph never answers, and what they leave behind. `world` must have a crowd. */
export async function measureUnresponsiveGraph(world: RunningWorld): Promise<readonly Figure[]> {
  const slowestMs = Math.max(await searchWithoutGraph(world), await searchWithoutGraph(world));
  return [
    { name: 'slowest of 2,000 searches, Graph unresponsive', value: slowestMs, unit: 'ms', atMost: 4_000 },
    {
      name: 'resident memory after 2,000 searches, Graph unresponsive',
      value: readResidentMb(pidOf(world)),
      unit: 'MB',
      // Rises and falls with garbage collection, so the bound is generous.
      atMost: 400,
    },
    {
      name: 'connections left by 2,000 searches, Graph unresponsive',
      value: await world.graph.countConnections(),
      unit: '',
      atMost: 0,
    },
  ];
}

/** Runs 1,000 searches; returns the slowest one's milliseconds once Graph answers again and no connection is open. */
async function searchWithoutGraph(world: RunningWorld): Promise<number> {
  const people = world.world.people.filter(({ story }) => story === 'One of the crowd.').slice(0, TYPISTS);
  world.graph.settings.fault = 'silence';
  const times = await Promise.all(
    people.flatMap(({ user }, index) =>
      TYPED.map(async (text, keystroke) => {
        await sleep(index * 16 + keystroke * 200);
        return timeSearch(world, user.id, text);
      }),
    ),
  );
  world.graph.settings.fault = 'none';
  const deadline = performance.now() + SETTLED_AFTER_MS;
  while (performance.now() < deadline && (await world.graph.countConnections()) > 0) await sleep(200);
  return Math.max(...times);
}

async function timeSearch(world: RunningWorld, personId: string, text: string): Promise<number> {
  const client = world.teams.client(personId);
  const startedAt = performance.now();
  const view = await client.search(client.personalChatId, { commandId: 'myCourses', text });
  if (view.kind === 'error') throw new Error(view.text);
  return performance.now() - startedAt;
}
