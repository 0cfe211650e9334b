import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningWorld } from '../sandbox/start-world';
import type { Figure } from './figure';
import { pidOf, readResidentMb } from './process-figures';

const TYPED = ['', 'p', 'ph', 'phi'];
const TYPISTS = 250;
/** A read of a silent Graph is given up after 8 s; what `fetch` then connects for nothing is idle for 4 s more. */
const SETTLED_AFTER_MS = 20_000;

/** What searches leave behind that Graph did not answer, two thousand of them. `world` has a crowd. */
export async function measureSilence(world: RunningWorld): Promise<readonly Figure[]> {
  const slowestMs = Math.max(await searchInSilence(world), await searchInSilence(world));
  return [
    { name: 'slowest of 2,000 searches, Graph silent', value: slowestMs, unit: 'ms', atMost: 4_000 },
    {
      name: 'resident memory after 2,000 searches, Graph silent',
      value: readResidentMb(pidOf(world)),
      unit: 'MB',
      // Goes up and down with the garbage collector, and no further.
      atMost: 400,
    },
    {
      name: 'connections left by 2,000 searches, Graph silent',
      value: await world.graph.countConnections(),
      unit: '',
      atMost: 0,
    },
  ];
}

/** A thousand of them; resolves with the longest time that one took, when Graph is back and nothing is under way. */
async function searchInSilence(world: RunningWorld): Promise<number> {
  const people = world.world.people.filter(({ story }) => story === 'One of the crowd.').slice(0, TYPISTS);
  world.graph.settings.fault = 'silence';
  const times = await Promise.all(
    people.flatMap(({ user }, place) =>
      TYPED.map(async (text, keystroke) => {
        await sleep(place * 16 + keystroke * 200);
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
