import type { RunningWorld } from '../sandbox/start-world';
import type { TeamsClient } from '../sandbox/teams/teams-client';
import type { Figure } from './figure';
import { median, pidOf, readProcessorMs } from './process-figures';

const OPENINGS = 5;
const BATCHES = 5;
const TURNS_PER_BATCH = 100;
/** Two words from the busy learner's courses, typed in turns so that no keystroke repeats the one before. */
const TYPED = ['security', 'practice'] as const;

/** Measures the message extension over HTTP. `world` must have a busy learner. */
export async function measureExtension(world: RunningWorld): Promise<readonly Figure[]> {
  const [ordinary] = world.world.people;
  const busy = world.world.people.at(-1);
  if (ordinary === undefined || busy === undefined) throw new Error('The local world has no people.');
  const busyClient = world.teams.client(busy.user.id);
  return [
    await measureFirstOpening(world, world.teams.client(ordinary.user.id), {
      name: 'first opening, cold, 40 activities, Graph at 300 ms',
      atMost: 2_000,
    }),
    await measureFirstOpening(world, busyClient, {
      name: 'first answer, cold, 500 activities, Graph at 300 ms',
      atMost: 2_000,
    }),
    await measureTyping(world, busyClient),
  ];
}

/** Milliseconds from opening the extension to its first results, with a freshly started bot, including the sign-in. */
async function measureFirstOpening(
  world: RunningWorld,
  client: TeamsClient,
  figure: Pick<Figure, 'name' | 'atMost'>,
): Promise<Figure> {
  const times: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening++) {
    await world.bot?.restart();
    world.graph.settings.latencyMs = 300;
    const startedAt = performance.now();
    await open(client);
    times.push(performance.now() - startedAt);
    world.graph.settings.latencyMs = 0;
  }
  return { ...figure, value: median(times), unit: 'ms' };
}

async function open(client: TeamsClient): Promise<void> {
  const view = await client.search(client.personalChatId, { commandId: 'myCourses', text: '' });
  if (view.kind === 'error') throw new Error(view.text);
}

/** Processor milliseconds of the most expensive of eight keystrokes; everything is cached. */
async function measureTyping(world: RunningWorld, client: TeamsClient): Promise<Figure> {
  await open(client);
  const perLength: number[] = [];
  for (let length = 1; length <= 8; length++) {
    const texts = TYPED.map((word) => word.slice(0, length));
    const batches: number[] = [];
    for (let batch = 0; batch < BATCHES; batch++) batches.push(await timeBatch(world, client, texts));
    perLength.push(median(batches));
  }
  return {
    name: 'processor time of a keystroke, 500 activities, all cached',
    value: Math.max(...perLength),
    unit: 'ms',
    atMost: 3,
  };
}

async function timeBatch(
  world: RunningWorld,
  { personId }: TeamsClient,
  texts: readonly string[],
): Promise<number> {
  const { authority, bot, serviceUrl } = world.teams;
  const token = authority.issueToken({ audience: bot.id, serviceUrl });
  const before = readProcessorMs(pidOf(world));
  for (let turn = 0; turn < TURNS_PER_BATCH; turn++) {
    const parameters = [{ name: 'query', value: texts[turn % texts.length] }];
    const value = { commandId: 'myCourses', parameters, queryOptions: { skip: 0, count: 25 } };
    const from = { id: `29:${personId}`, aadObjectId: personId };
    await world.teams.sendRaw({ type: 'invoke', name: 'composeExtension/query', from, value }, token);
  }
  return (readProcessorMs(pidOf(world)) - before) / TURNS_PER_BATCH;
}
