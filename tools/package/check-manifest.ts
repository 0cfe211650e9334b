import { searchCommands, searchParameter } from '../../src/bot/routes';
import { aboutPaths } from '../../src/server/about-pages';
import type { Manifest } from './manifest';
import type { Problem } from './problem';
import type { Settings } from './settings';

type Finding = Omit<Problem, 'file'>;

/** Checks rules that no schema covers: the manifest must match the bot and its environment. */
export function checkManifest(manifest: Manifest, settings: Settings): readonly Finding[] {
  return [
    ...checkVersions(manifest),
    ...checkPages(manifest, settings),
    ...checkIds(manifest, settings),
    ...checkDomains(manifest, settings),
    ...checkSearches(manifest),
    ...checkChannels(manifest),
  ];
}

function* checkVersions({ $schema, manifestVersion, version }: Manifest): Iterable<Finding> {
  if (!/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(version)) {
    const what = `"${version}" isn’t a version of three numbers.`;
    yield {
      path: 'version',
      what,
      remedy: 'Write it like 1.2.0, and higher than the last published version.',
    };
  }
  if (!$schema.endsWith(`/teams/v${manifestVersion}/MicrosoftTeams.schema.json`)) {
    const what = `$schema doesn’t match manifestVersion ${manifestVersion}.`;
    const remedy = `Write https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json.`;
    yield { path: '$schema', what, remedy };
  }
}

function* checkPages({ developer }: Manifest, { domain }: Settings): Iterable<Finding> {
  for (const [key, address] of Object.entries(developer)) {
    const path = `developer.${key}`;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.protocol !== 'https:') {
      yield {
        path,
        what: 'This isn’t an https address.',
        remedy: 'Use an https address: the store accepts only those.',
      };
    } else if (isSame(url.host, domain) && !aboutPaths.includes(url.pathname)) {
      const what = `The bot doesn’t serve ${url.pathname}.`;
      yield { path, what, remedy: `Use one of ${aboutPaths.join(', ')}, or a page elsewhere.` };
    }
  }
}

function* checkIds(
  { bots, composeExtensions, webApplicationInfo }: Manifest,
  { botId, clientId, appIdUri, domain }: Settings,
): Iterable<Finding> {
  const remedy = 'Write ${{BOT_ID}}.';
  for (const [index, bot] of bots.entries())
    if (!isSame(bot.botId, botId)) yield { path: `bots[${index}].botId`, what: 'This isn’t BOT_ID.', remedy };
  for (const [index, extension] of composeExtensions.entries())
    if (!isSame(extension.botId, botId))
      yield { path: `composeExtensions[${index}].botId`, what: 'This isn’t BOT_ID.', remedy };
  if (webApplicationInfo === undefined) {
    const what = 'Without it, no one can be signed in silently.';
    yield { path: 'webApplicationInfo', what, remedy: 'Add it with id and resource.' };
    return;
  }
  if (!isSame(webApplicationInfo.id, clientId)) {
    const what = 'This isn’t AAD_APP_CLIENT_ID.';
    yield { path: 'webApplicationInfo.id', what, remedy: 'Write ${{AAD_APP_CLIENT_ID}}.' };
  }
  const path = 'webApplicationInfo.resource';
  if (webApplicationInfo.resource !== appIdUri) {
    const what = 'This isn’t AAD_APP_ID_URI: silent sign-in fails with resourcematchfailed.';
    yield { path, what, remedy: 'Write ${{AAD_APP_ID_URI}}.' };
  }
  const forms = [botId, clientId].flatMap((id) => [`api://botid-${id}`, `api://${domain}/botid-${id}`]);
  if (!forms.some((form) => isSame(form, appIdUri))) {
    const what = 'AAD_APP_ID_URI doesn’t have the format that Teams accepts for a bot.';
    const fix = 'Use api://botid-<BOT_ID>, in the app registration and in the environment.';
    yield { path, what, remedy: fix };
  }
}

const LABEL = /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i;

/** Whether a name is a domain; `*` may replace whole labels, except the last two. */
function isDomain(name: string): boolean {
  const labels = name.replace(/:\d+$/, '').split('.');
  return labels.every((label, index) => LABEL.test(label) || (label === '*' && index < labels.length - 2));
}

function* checkDomains(
  { validDomains, composeExtensions }: Manifest,
  { domain }: Settings,
): Iterable<Finding> {
  const lists = new Map([['validDomains', validDomains]]);
  const linked: string[] = [];
  for (const [at, { messageHandlers }] of composeExtensions.entries()) {
    for (const [index, { value }] of messageHandlers.entries()) {
      lists.set(`composeExtensions[${at}].messageHandlers[${index}].value.domains`, value.domains);
      linked.push(...value.domains);
    }
  }
  for (const [path, domains] of lists) {
    for (const [index, name] of domains.entries()) {
      if (isDomain(name)) continue;
      const what = `"${name}" isn’t a domain that Teams accepts.`;
      const remedy =
        'Write only the host, without https:// and path. Use * for one label, as in *.example.com.';
      yield { path: `${path}[${index}]`, what, remedy };
    }
  }
  if (!validDomains.includes(domain)) {
    const what = 'BOT_DOMAIN is missing: the sign-in pages don’t open.';
    yield { path: 'validDomains', what, remedy: 'Add ${{BOT_DOMAIN}}.' };
  }
  if (!linked.includes(domain)) {
    const what = 'No link handler contains BOT_DOMAIN: pasted course links stay plain links.';
    const remedy = 'Add ${{BOT_DOMAIN}} to the domains of a link handler.';
    yield { path: 'composeExtensions[0].messageHandlers', what, remedy };
  }
}

function* checkSearches({ composeExtensions }: Manifest): Iterable<Finding> {
  const known: readonly string[] = searchCommands;
  const named = composeExtensions.flatMap(({ commands }) => commands.map(({ id }) => id));
  for (const id of known.filter((command) => !named.includes(command))) {
    const what = `The bot answers the search command "${id}", but the manifest doesn’t list it.`;
    yield { path: 'composeExtensions[0].commands', what, remedy: 'Add the command.' };
  }
  for (const [at, { commands }] of composeExtensions.entries()) {
    for (const [index, { id, parameters }] of commands.entries()) {
      const path = `composeExtensions[${at}].commands[${index}]`;
      if (!known.includes(id)) {
        const what = `The bot doesn’t answer the search command "${id}".`;
        yield { path: `${path}.id`, what, remedy: `Use ${known.join(' or ')}.` };
      }
      if (parameters.length !== 1 || parameters[0]?.name !== searchParameter) {
        const what = `The bot reads only one parameter, "${searchParameter}".`;
        yield { path: `${path}.parameters`, what, remedy: `Use exactly one, named "${searchParameter}".` };
      }
    }
  }
}

function* checkChannels({ bots, supportsChannelFeatures }: Manifest): Iterable<Finding> {
  if (supportsChannelFeatures === 'tier1' || !bots.some(({ scopes }) => scopes.includes('team'))) return;
  const what = 'The store refuses an app for teams without this property.';
  yield { path: 'supportsChannelFeatures', what, remedy: 'Write "tier1".' };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
