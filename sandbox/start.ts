import { writeDoctorFiles } from './doctor-files';
import { FlagError, parseFlags, USAGE, type Flags } from './flags';
import { openBrowser } from './open-browser';
import { createPlaygroundBridge } from './playground/playground-bridge';
import { assertFreePort, PortTakenError } from './ports';
import { startWorld, type RunningWorld } from './start-world';
import { createPageServer } from './web/page-server';

/** `npm run sandbox`: the whole local world and its page, until Ctrl+C. */
async function main(): Promise<void> {
  const flags = parseFlags(process.argv.slice(2));
  if (flags === 'help') {
    console.log(USAGE);
    return;
  }
  const { port, playgroundPort } = flags;
  const pageOrigin = `http://localhost:${port}`;
  for (const wanted of [port, playgroundPort]) if (wanted !== undefined) await assertFreePort(wanted);
  const running = await startWorld({ ...flags, pageOrigin });
  const page = await createPageServer({ ...running, port });
  const bridge =
    playgroundPort === undefined
      ? undefined
      : await createPlaygroundBridge({ ...running, port: playgroundPort });
  const doctorFiles = writeDoctorFiles(running);
  console.log(describe(running, flags, { pageUrl: page.url, doctorFiles }));
  if (flags.opensBrowser) openBrowser(page.url, process.env);

  stopOnSignal(async () => {
    await bridge?.close();
    await page.close();
    await running.close();
  });
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

function describe(
  { entra, graph, teams, clock, bot }: RunningWorld,
  flags: Flags,
  { pageUrl, doctorFiles }: { readonly pageUrl: string; readonly doctorFiles: string },
): string {
  const lines = [
    ['Page', pageUrl],
    ['Bot', `http://localhost:${flags.botPort} (production build, process ${bot?.pid ?? '?'})`],
    ['Teams', teams.serviceUrl],
    ['Entra', entra.url],
    ['Graph', `${graph.baseUrl} (${flags.graphLatencyMs} ms an answer)`],
    ['Time', clock.now().toISOString()],
    ...(flags.playgroundPort === undefined
      ? []
      : [
          ['Playground', `http://localhost:${flags.playgroundPort}/api/messages (docs/agents-playground.md)`],
        ]),
  ] as const;
  const table = lines.map(([what, where]) => `  ${what.padEnd(10)} ${where}`).join('\n');
  const doctor = `npm run doctor -- --file ${doctorFiles}/bot.env --token-file ${doctorFiles}/katherine.token`;
  return `\nThe local world of Coursemate is running.\n\n${table}\n\nLook at its set-up with\n  ${doctor}\n\nStop with Ctrl+C.\n`;
}

/** What a person at the terminal can do about it. */
function explain(error: unknown): string {
  if (error instanceof FlagError) return `${error.message}\n\n${USAGE}`;
  if (error instanceof PortTakenError)
    return `${error.message} Stop what listens there, or choose another with --port, --bot-port or --playground.`;
  return error instanceof Error ? error.message : 'The sandbox could not start.';
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
