import { FlagError, parseFlags, USAGE, type Flags } from './flags';
import { openBrowser } from './open-browser';
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
  const pageOrigin = `http://localhost:${flags.port}`;
  await assertFreePort(flags.port);
  const running = await startWorld({ ...flags, pageOrigin });
  const page = await createPageServer({ ...running, port: flags.port });
  console.log(describe(running, flags, page.url));
  if (flags.opensBrowser) openBrowser(page.url, process.env);

  stopOnSignal(async () => {
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

function describe({ entra, graph, teams, clock, bot }: RunningWorld, flags: Flags, pageUrl: string): string {
  const lines = [
    ['Page', pageUrl],
    ['Bot', `http://localhost:${flags.botPort} (production build, process ${bot?.pid ?? '?'})`],
    ['Teams', teams.serviceUrl],
    ['Entra', entra.url],
    ['Graph', `${graph.baseUrl} (${flags.graphLatencyMs} ms an answer)`],
    ['Time', clock.now().toISOString()],
  ] as const;
  const table = lines.map(([what, where]) => `  ${what.padEnd(6)} ${where}`).join('\n');
  return `\nThe local world of Coursemate is running.\n\n${table}\n\nStop with Ctrl+C.\n`;
}

/** What a person at the terminal can do about it. */
function explain(error: unknown): string {
  if (error instanceof FlagError) return `${error.message}\n\n${USAGE}`;
  if (error instanceof PortTakenError)
    return `${error.message} Stop what listens there, or choose another with --port or --bot-port.`;
  return error instanceof Error ? error.message : 'The sandbox could not start.';
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
