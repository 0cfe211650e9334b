import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { routeFetch } from '../../src/network/proxy';
import { examine } from './examine';
import { FlagError, parseFlags, USAGE, type Flags } from './flags';
import { createReport, formatCheck, formatSummary, toExitCode } from './report';
import { readSource, type Source } from './source';

const ALL_WITHIN_MS = 60_000;

/** `npm run doctor`: checks a tenant's setup and changes nothing. */
async function main(): Promise<void> {
  const flags = parseFlags(process.argv.slice(2));
  if (flags === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  const root = process.cwd();
  const source = readSource({ root, ...flags, processEnv: process.env });
  if (needsAnotherStart(source)) startAgain(source);
  else {
    await routeFetch(process.env);
    await run(root, source, flags);
  }
}

/** Keys that Node or its network code reads from the process, so the doctor restarts with them. */
const OF_THE_PROCESS =
  /^(?:NODE_EXTRA_CA_CERTS|NODE_OPTIONS|HTTPS_PROXY|https_proxy|ALL_PROXY|all_proxy|NO_PROXY|no_proxy)$/;

function needsAnotherStart({ values = {} }: Source): boolean {
  const processValues = new Map(Object.entries(process.env));
  return Object.entries(values).some(
    ([key, value]) => OF_THE_PROCESS.test(key) && value !== processValues.get(key),
  );
}

function startAgain({ values }: Source): void {
  const args = [...process.execArgv, ...process.argv.slice(1)];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...values }, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

async function run(root: string, source: Source, { tokenFile, teammateId, json }: Flags): Promise<void> {
  const steps = examine({
    root,
    source,
    userToken: readToken(tokenFile),
    teammateId,
    nodeVersion: process.versions.node,
    isOnHost: process.env['IDENTITY_ENDPOINT'] !== undefined,
    now: () => new Date(),
    signal: AbortSignal.timeout(ALL_WITHIN_MS),
  });
  const report = await createReport(steps, (check) => {
    if (!json) process.stdout.write(formatCheck(check));
  });
  const rest = json ? `${JSON.stringify(report, undefined, 2)}\n` : `\n${formatSummary(report)}`;
  // Calls that a check stopped waiting for would keep the process alive.
  process.stdout.write(rest, () => process.exit(toExitCode(report)));
}

function readToken(file: string | undefined): string | undefined {
  if (file === undefined) return process.env['DOCTOR_USER_TOKEN'];
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').trim();
  } catch {
    throw new FlagError('--token-file must be a readable file, or - for standard input.');
  }
}

main().catch((error: unknown) => {
  const message =
    error instanceof FlagError
      ? `${error.message}\n\n${USAGE}`
      : 'The doctor stopped with an unexpected error.\n';
  process.stderr.write(message);
  process.exitCode = 1;
});
