import { SOURCES } from '../package/settings';
import { ConfigError, parseConfig, type Config } from '../../src/config/config';
import { failed, know, ok, say, warning, type Finding, type Outcome } from './finding';
import type { Source } from './source';

const SECRET = 'SECRET_AAD_APP_CLIENT_SECRET';
const PROOF_REMEDY = `Keep one of ${SECRET}, AAD_APP_CERTIFICATE_PATH and MANAGED_IDENTITY_CLIENT_ID and remove the others; a secret is made at Entra under "Certificates & secrets".`;

/** Where the values of keys come from that the app package does not need. */
const FURTHER_SOURCES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    BOT_TENANT_ID: 'It is the "Directory (tenant) ID" at Entra; provisioning writes it.',
    BOT_TYPE: 'A bot with a managed identity is UserAssignedMSI, every other one SingleTenant.',
    ALLOWED_TENANT_IDS: 'Directory (tenant) ids; empty means BOT_TENANT_ID.',
    CATALOG_PROVIDER_IDS: 'Ids of learning providers; the check "providers" lists those of the tenant.',
    TEAMMATE_ACCESS: 'The check "teammate-access" says what fits.',
  }),
);

/** Everything that keeps the bot from starting, each problem with its key. */
export function checkConfiguration({ file, values, problems, isFile }: Source): Outcome<Config> {
  const inFile = problems
    .filter((problem) => !isAboutSecret(problem.path))
    .map(({ file: place, path, what, remedy }) =>
      failed([`${place}:`, path, what].filter(Boolean).join(' '), remedy),
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

/** The bot's configuration names the key first, "BOT_ID is missing.". */
function toFinding(problem: string, isFile: boolean): Finding {
  const [key = ''] = problem.split(' ');
  if (!/^(?:[A-Z_]+|[a-z]+_proxy)$/.test(key)) return failed(problem, PROOF_REMEDY);
  const source =
    SOURCES.get(key) ?? FURTHER_SOURCES.get(key) ?? 'The README says under "Run it" what it may hold.';
  const set = isFile ? `Set ${key}.` : `Name an environment with --env, or set ${key} here.`;
  return failed(problem, `${set} ${source}`);
}

/** In the local world every address is on this machine, and so is the bot. */
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
          `${key} is not the one of the public cloud.`,
          `Remove ${key}, unless it is meant to be so: tokens go there.`,
        ),
      ),
    );
  }
  return say(
    ok(
      isLocal
        ? 'All addresses are on this machine: the local world.'
        : 'All addresses are those of the public cloud.',
    ),
  );
}

export function isLoopback(host: string): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host);
}

export function isAboutSecret(path: string | undefined): boolean {
  return path === SECRET;
}
