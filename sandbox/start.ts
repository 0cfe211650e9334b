import { join } from 'node:path';
import { buildBot, watchTypes } from './dev/build';
import { takeSnapshot, type Snapshot } from './dev/changed-files';
import { startDevLoop } from './dev/dev-loop';
import { createTranspiler, type Transpiler } from './dev/transpile';
import { writeDoctorFiles } from './doctor-files';
import { FlagError, parseFlags, USAGE, type Flags } from './flags';
import { openBrowser } from './open-browser';
import { createPlaygroundBridge } from './playground/playground-bridge';
import { assertFreePort, PortTakenError } from './ports';
import { createProgress, StepError } from './progress';
import { startWorld, type RunningWorld } from './start-world';
import { createPageServer } from './web/page-server';
import { toPlace } from './world/world';

const ROOT = join(__dirname, '..');
/** The folders that the bot is made of. */
const BOT_FOLDERS = ['src', 'adaptiveCards', 'locales'].map((folder) => join(ROOT, folder));

/** `npm run sandbox` and `npm run dev`: runs the whole local world and its page until Ctrl+C. */
async function main(): Promise<void> {
  const flags = parseFlags(process.argv.slice(2));
  if (flags === 'help') {
    console.log(USAGE);
    return;
  }
  const { port, playgroundPort, inspectPort, watches } = flags;
  const pageOrigin = `http://localhost:${port}`;
  const step = createProgress((text) => process.stdout.write(text));
  console.log('\nStarting the local world of Coursemate\n');
  await step('Checking the ports', async () => {
    for (const wanted of [port, flags.botPort, playgroundPort, inspectPort])
      if (wanted !== undefined) await assertFreePort(wanted);
  });
  const transpiler = createTranspiler(ROOT);
  const compiled = takeSnapshot(BOT_FOLDERS);
  if (watches) await step('Compiling the bot', () => compileAll(transpiler));
  else await step('Building the bot (tsc)', () => buildBot(ROOT));
  const running = await startWorld({ ...flags, hasHistory: true, pageOrigin, step });
  const doctorFiles = writeDoctorFiles(running);
  const startOver = async (): Promise<void> => {
    await running.startOver();
    // The clock of the world is another one now.
    writeDoctorFiles(running, doctorFiles);
  };
  const page = await step('Starting the page', () => createPageServer({ ...running, startOver, port }));
  const bridge =
    playgroundPort === undefined
      ? undefined
      : await createPlaygroundBridge({ ...running, port: playgroundPort });
  console.log(describe(running, flags, { pageUrl: page.url, doctorFiles }));
  if (flags.opensBrowser) openBrowser(page.url, process.env);
  const stopWatching = watches ? watch(running, transpiler, compiled) : undefined;

  stopOnSignal(async () => {
    await stopWatching?.();
    await bridge?.close();
    await page.close();
    await running.close();
  });
}

async function compileAll(transpiler: Transpiler): Promise<void> {
  await Promise.resolve();
  transpiler.all();
}

/** Restarts the bot after each change and reports type errors. Returns the function that ends both. */
function watch({ bot }: RunningWorld, transpiler: Transpiler, compiled: Snapshot): () => Promise<void> {
  if (bot === undefined) throw new Error('There is no bot to restart.');
  const say = (line: string): void => {
    console.log(line);
  };
  const loop = startDevLoop({ root: ROOT, folders: BOT_FOLDERS, compiled, transpiler, bot, say });
  const types = watchTypes(ROOT, say);
  return async () => {
    types.stop();
    await loop.stop();
  };
}

function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(130);
    isStopping = true;
    console.log('Stopping …');
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

/** `Friday, November 27, 10:00 AM in New York (2026-11-27T15:00:00.000Z)` */
function describeTime({ clock, world }: RunningWorld): string {
  const now = clock.now();
  const zone = world.people[0]?.timeZone ?? 'UTC';
  const options = {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  } as const;
  const local = new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone }).format(now);
  return `${local} in ${toPlace(zone)} (${now.toISOString()})`;
}

function describe(
  running: RunningWorld,
  flags: Flags,
  { pageUrl, doctorFiles }: { readonly pageUrl: string; readonly doctorFiles: string },
): string {
  const { entra, graph, teams, bot } = running;
  const { inspectPort, playgroundPort } = flags;
  const lines: (readonly [string, string])[] = [
    ['Page', pageUrl],
    ['Bot', `http://localhost:${flags.botPort} (production build, process ${bot?.pid ?? '?'})`],
    ['Teams', teams.serviceUrl],
    ['Entra', entra.url],
    ['Graph', `${graph.baseUrl} (answers after ${flags.graphLatencyMs} ms)`],
    ['Time', describeTime(running)],
  ];
  if (inspectPort !== undefined)
    lines.push([
      'Debugger',
      `127.0.0.1:${inspectPort} ("Attach to the bot" in VS Code, or chrome://inspect)`,
    ]);
  if (playgroundPort !== undefined)
    lines.push(['Playground', `http://localhost:${playgroundPort}/api/messages (docs/agents-playground.md)`]);
  const table = lines.map(([what, where]) => `  ${what.padEnd(10)} ${where}`).join('\n');
  const doctor = `npm run doctor -- --file ${doctorFiles}/bot.env --token-file ${doctorFiles}/katherine.token`;
  const watching = flags.watches
    ? 'Watching src, adaptiveCards and locales: each change restarts the bot.\n\n'
    : '';
  return `\nThe local world of Coursemate is running.\n\n${table}\n\nCheck its setup with\n  ${doctor}\n\n${watching}Stop with Ctrl+C.\n`;
}

/** What went wrong and, where known, what to do about it. */
function explain(error: unknown): string {
  if (error instanceof StepError) return `\n${error.message}\n${explain(error.cause)}`;
  if (error instanceof FlagError) return `${error.message}\n\n${USAGE}`;
  if (error instanceof PortTakenError)
    return `${error.message} Stop what listens there, or choose another port with --port, --bot-port, --playground or --inspect-bot.`;
  return error instanceof Error ? error.message : 'The sandbox could not start.';
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
