import type { RunningWorld } from '../sandbox/start-world';
import type { Figure } from './figure';
import { median, pidOf, readProcessorMs, readResidentMb } from './process-figures';

const TURNS_PER_BATCH = 100;
const BATCHES = 15;
/** Not counted: a bot that has just started still compiles its hot code. */
const WARM_UP_BATCHES = 5;
const STARTS = 5;

/** Measures the production build from outside its process (Linux only). */
export async function measureBot(world: RunningWorld): Promise<readonly Figure[]> {
  const readyMs = await measureStart(world);
  const restMb = readResidentMb(pidOf(world));
  return [
    { name: 'start to ready', value: readyMs, unit: 'ms', atMost: 2_500 },
    { name: 'resident memory at rest', value: restMb, unit: 'MB', atMost: 260 },
    { name: 'processor time of a turn, all cached', value: await measureTurn(world), unit: 'ms', atMost: 2 },
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

/** Processor milliseconds of one card action that filters 40 courses: token check, routing, sorting and card. */
async function measureTurn(world: RunningWorld): Promise<number> {
  const [person] = world.world.people;
  if (person === undefined) throw new Error('The local world has no people.');
  const client = world.teams.client(person.user.id);
  await client.send(client.personalChatId, 'my courses');
  const filter = { status: 'open', due: 'any', kind: 'any', text: '' };
  const action = {
    type: 'Action.Execute',
    verb: 'my-courses/filter',
    data: { learner: person.user.id, filter, page: 1 },
  };

  const { authority, bot, serviceUrl } = world.teams;
  const token = authority.issueToken({ audience: bot.id, serviceUrl });
  const times: number[] = [];
  for (let batch = 0; batch < WARM_UP_BATCHES + BATCHES; batch++) {
    const before = readProcessorMs(pidOf(world));
    for (let turn = 0; turn < TURNS_PER_BATCH; turn++) {
      await world.teams.sendRaw({ type: 'invoke', name: 'adaptiveCard/action', value: { action } }, token);
    }
    times.push((readProcessorMs(pidOf(world)) - before) / TURNS_PER_BATCH);
  }
  return median(times.slice(WARM_UP_BATCHES));
}
