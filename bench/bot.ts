import type { RunningWorld } from '../sandbox/start-world';
import type { Figure } from './figure';
import { median, pidOf, readProcessorMs, readResidentMb } from './process-figures';

const TURNS_PER_BATCH = 100;
const BATCHES = 15;
/** Not counted: a bot that has just started still compiles its hot code. */
const WARM_UP_BATCHES = 5;
const STARTS = 5;
/** One call reads the whole list. */
const ACTIVITIES_PER_PAGE = 100;

/** Measures the production build from outside its process (Linux only). */
export async function measureBot(world: RunningWorld): Promise<readonly Figure[]> {
  const readyMs = await measureStart(world);
  const restMb = readResidentMb(pidOf(world));
  return [
    { name: 'start to ready', value: readyMs, unit: 'ms', atMost: 2_500 },
    { name: 'resident memory at rest', value: restMb, unit: 'MB', atMost: 260 },
    ...(await measureTurns(world)),
  ];
}

async function measureStart(world: RunningWorld): Promise<number> {
  const times: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    await world.bot?.stop();
    const startedAt = performance.now();
    await world.bot?.restart();
    times.push(performance.now() - startedAt);
  }
  return median(times);
}

/**
 * Measures one card action that filters 40 courses: token check, routing, sorting and card. The same turn is measured
 * with a refresh, for which the bot reads the list from Graph: one call.
 */
async function measureTurns(world: RunningWorld): Promise<readonly Figure[]> {
  const [person] = world.world.people;
  if (person === undefined) throw new Error('The local world has no people.');
  const client = world.teams.client(person.user.id);
  const { pageSize } = world.graph.settings;
  world.graph.settings.pageSize = ACTIVITIES_PER_PAGE;
  await client.send(client.personalChatId, 'my courses');
  const filter = { status: 'open', due: 'any', kind: 'any', text: '' };
  const data = { learner: person.user.id, filter, page: 1 };
  const cachedMs = await measureTurn(world, { verb: 'my-courses/filter', data }, 0);
  const readMs = await measureTurn(world, { verb: 'my-courses/refresh', data }, 1);
  world.graph.settings.pageSize = pageSize;
  return [
    { name: 'processor time of a turn, all cached', value: cachedMs, unit: 'ms', atMost: 2 },
    { name: 'processor time of a turn, with its list read', value: readMs, unit: 'ms', atMost: 4 },
  ];
}

/** Returns the bot's processor milliseconds for one press of a button that must cost `graphCalls` calls of Graph. */
async function measureTurn(
  world: RunningWorld,
  button: { readonly verb: string; readonly data: object },
  graphCalls: number,
): Promise<number> {
  const { authority, bot, serviceUrl } = world.teams;
  const token = authority.issueToken({ audience: bot.id, serviceUrl });
  const action = { type: 'Action.Execute', ...button };
  const callsBefore = world.graph.requests.length;
  const times: number[] = [];
  for (let batch = 0; batch < WARM_UP_BATCHES + BATCHES; batch++) {
    const before = readProcessorMs(pidOf(world));
    for (let turn = 0; turn < TURNS_PER_BATCH; turn++) {
      await world.teams.sendRaw({ type: 'invoke', name: 'adaptiveCard/action', value: { action } }, token);
    }
    times.push((readProcessorMs(pidOf(world)) - before) / TURNS_PER_BATCH);
  }
  const calls = (world.graph.requests.length - callsBefore) / (TURNS_PER_BATCH * (WARM_UP_BATCHES + BATCHES));
  if (calls !== graphCalls)
    throw new Error(`${button.verb} asked Graph ${calls} times a turn, not ${graphCalls}.`);
  return median(times.slice(WARM_UP_BATCHES));
}
