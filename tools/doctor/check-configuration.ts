import { ConfigError, CREDENTIAL_KEYS, parseConfig, type Config } from '../../src/config/config';
import { sourceOf } from '../../src/config/environment';
import { failed, know, ok, say, warning, type Finding, type Outcome } from './finding';
import type { Source } from './source';

const CREDENTIALS = new Intl.ListFormat('en-US').format(Object.values(CREDENTIAL_KEYS));
const CREDENTIAL_REMEDY = `Keep one of ${CREDENTIALS} and remove the others. Create a secret in Entra under "Certificates & secrets".`;

/** Lists every problem that keeps the bot from starting, each with its key. */
export function checkConfiguration({ file, values, problems, isFile }: Source): Outcome<Config> {
  const inFile = problems
    .filter((problem) => !isAboutSecret(problem.path))
    .map(({ file: location, path, what, remedy }) =>
      failed([`${location}:`, path, what].filter(Boolean).join(' '), remedy),
    );
  if (values === undefined) return say(...inFile);
  try {
    const config = parseConfig(values);
    return know(config, ...(inFile.length > 0 ? inFile : [ok(`${file} can be used.`)]));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return say(...inFile, ...error.problems.map((problem) => toFinding(problem, isFile)));
  }
}

/** Converts a sentence of the bot's configuration, which starts with the key: "BOT_ID is missing." */
function toFinding(problem: string, isFile: boolean): Finding {
  const [key = ''] = problem.split(' ');
  if (!/^(?:[A-Z_]+|[a-z]+_proxy)$/.test(key)) return failed(problem, CREDENTIAL_REMEDY);
  const set = isFile ? `Set ${key}.` : `Choose an environment with --env, or set ${key} here.`;
  return failed(problem, `${set} ${sourceOf(key)}`);
}

/** Warns about addresses outside the public cloud. In the local world, bot and addresses are on this machine. */
export function checkAddresses(config: Config, values: Readonly<Record<string, string>>): Outcome<never> {
  const { changedAddresses, signIn } = config;
  const isLocal = isLoopback(signIn.domain);
  const given = new Map(Object.entries(values));
  const elsewhere = changedAddresses.filter(
    (key) =>
      !isLocal ||
      !(given.get(key) ?? '').split(',').every((address) => isLoopback(URL.parse(address)?.host ?? '')),
  );
  if (elsewhere.length > 0) {
    return say(
      ...elsewhere.map((key) =>
        warning(
          `${key} isn’t the public cloud’s address.`,
          `Remove ${key} unless you need it: tokens are sent there.`,
        ),
      ),
    );
  }
  return say(
    ok(
      isLocal
        ? 'All addresses are on this machine: the local world.'
        : 'All addresses belong to the public cloud.',
    ),
  );
}

export function isLoopback(host: string): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host);
}

export function isAboutSecret(path: string | undefined): boolean {
  return path === CREDENTIAL_KEYS.secret;
}
