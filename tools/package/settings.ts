import { ConfigError, parseConfig, type Config } from '../../src/config/config';
import { sourceOf } from '../../src/config/environment';
import type { Problem } from './problem';
import { isSecret, type Environment } from './read-environment';

/** The settings of an environment that the app package needs. */
export interface Settings {
  readonly file: string;
  /** Value of each placeholder; never a secret. */
  readonly placeholders: Readonly<Record<string, string>>;
  readonly botId: string;
  readonly clientId: string;
  readonly appIdUri: string;
  /** Public host of the bot. */
  readonly domain: string;
  /** Hosts of course links. */
  readonly linkHosts: readonly string[];
}

/** Keys of the bot that the package needs. */
const KEYS: readonly string[] = [
  'BOT_ID',
  'BOT_DOMAIN',
  'AAD_APP_CLIENT_ID',
  'AAD_APP_ID_URI',
  'COURSE_LINK_PATTERNS',
];
const APP_ID_SOURCE =
  'The toolkit writes it when it provisions. Without the toolkit, create a new GUID once and keep it.';

/** Keys that only the bot needs, filled so that its own parser can read the package's keys. */
const NOT_IN_THE_PACKAGE = {
  BOT_TENANT_ID: '00000000-0000-4000-8000-000000000001',
  MANAGED_IDENTITY_CLIENT_ID: '00000000-0000-4000-8000-000000000002',
};
/** Values for missing keys, so that the manifest's problems can be reported too. */
const STAND_INS = {
  TEAMS_APP_ID: '00000000-0000-4000-8000-000000000003',
  BOT_ID: '00000000-0000-4000-8000-000000000004',
  BOT_DOMAIN: 'bot.invalid',
};
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readSettings({ file, values, problems }: Environment): {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
} {
  if (values === undefined) return { settings: toSettings(file, {}, readConfig({}).config), problems };
  const { config, faults } = readConfig(values);
  const keyProblems = [...checkAppId(values['TEAMS_APP_ID']), ...faults].map((fault) =>
    toProblem(file, fault),
  );
  return { settings: toSettings(file, values, config), problems: [...problems, ...keyProblems] };
}

function readConfig(values: Readonly<Record<string, string>>): {
  readonly config: Config;
  readonly faults: readonly string[];
} {
  const given = Object.fromEntries(Object.entries(values).filter(([key]) => KEYS.includes(key)));
  try {
    return { config: parseConfig({ ...given, ...NOT_IN_THE_PACKAGE }), faults: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { config: parseConfig({ ...STAND_INS, ...NOT_IN_THE_PACKAGE }), faults: error.problems };
  }
}

function checkAppId(appId: string | undefined): readonly string[] {
  if (appId === undefined) return ['TEAMS_APP_ID is missing.'];
  return GUID.test(appId) ? [] : ['TEAMS_APP_ID must be a GUID.'];
}

/** Converts a sentence of the bot's configuration, which starts with the key: "BOT_ID is missing." */
function toProblem(file: string, fault: string): Problem {
  const [key = ''] = fault.split(' ');
  const source = key === 'TEAMS_APP_ID' ? APP_ID_SOURCE : sourceOf(key);
  return { file, path: key, what: fault, remedy: `Set ${key}. ${source}` };
}

function toSettings(
  file: string,
  values: Readonly<Record<string, string>>,
  { bot, signIn, coursePatterns }: Config,
): Settings {
  const { clientId, appIdUri, domain } = signIn;
  const { TEAMS_APP_ID: appId } = values;
  const filled = Object.fromEntries(Object.entries(values).filter(([key]) => !isSecret(key)));
  return {
    file,
    placeholders: {
      // The only placeholder that may be empty: in production the app has no suffix.
      APP_NAME_SUFFIX: '',
      ...filled,
      TEAMS_APP_ID: appId !== undefined && GUID.test(appId) ? appId : STAND_INS.TEAMS_APP_ID,
      BOT_ID: bot.id,
      BOT_DOMAIN: domain,
      AAD_APP_CLIENT_ID: clientId,
      AAD_APP_ID_URI: appIdUri,
    },
    botId: bot.id,
    clientId,
    appIdUri,
    domain,
    linkHosts: [...new Set(coursePatterns.map(({ address }) => new URL(address).hostname))],
  };
}
