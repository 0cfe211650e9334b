import { PNG } from 'pngjs';
import { buildPackage } from '../../tools/package/build-package';
import type { Problem } from '../../tools/package/problem';
import { createProject, type Project } from './project';

const MANIFEST = 'appPackage/manifest.json';
const GERMAN = 'appPackage/de.json';
const ENV = 'env/.env.test';
const USER = 'env/.env.test.user';
const COLOR = 'appPackage/color.png';
const OUTLINE = 'appPackage/outline.png';

let project: Project;
beforeEach(() => {
  project = createProject();
});
afterEach(() => {
  project.end();
});

function problemsOf(environment = 'test'): readonly Problem[] {
  const built = buildPackage(project.root, environment);
  return built.kind === 'problems' ? built.problems : [];
}

function picture(width: number, height: number, [red, green, blue, alpha]: readonly number[]): Buffer {
  const png = new PNG({ width, height });
  for (let at = 0; at < png.data.length; at += 4)
    png.data.set([red ?? 0, green ?? 0, blue ?? 0, alpha ?? 0], at);
  return PNG.sync.write(png);
}

/** A mistake, and the one problem that must be reported: file, path, what, remedy. */
type Row = readonly [
  name: string,
  breakIt: () => void,
  file: string,
  path: string | undefined,
  what: RegExp,
  remedy: RegExp,
];

const inEnv = (from: string | RegExp, to: string) => (): void => {
  project.edit(ENV, from, to);
};
const inManifest = (from: string | RegExp, to: string) => (): void => {
  project.edit(MANIFEST, from, to);
};
const inGerman = (from: string | RegExp, to: string) => (): void => {
  project.edit(GERMAN, from, to);
};
const icon = (file: string, content: Buffer) => (): void => {
  project.write(file, content);
};
const secret = (value: string) => (): void => {
  project.write(USER, `SECRET_AAD_APP_CLIENT_SECRET=${value}\n`);
};
const manyHosts = Array.from(
  { length: 100 },
  (_, index) => `00000000-0000-4000-8000-000000000001=https://c${index}.example.com/{contentId}`,
).join(',');

// prettier-ignore
const environmentRows: readonly Row[] = [
  ['a line without a key', inEnv('# Filled', 'Filled'), `${ENV}:1`, undefined, /neither a comment nor KEY=value/, /KEY=value on one line/],
  ['an open quotation mark', inEnv('" (test)"', '" (test)'), `${ENV}:2`, undefined, /quotation mark isn’t closed/, /KEY=value on one line/],
  ['no id of the app', inEnv(/TEAMS_APP_ID=.*/, 'TEAMS_APP_ID='), ENV, 'TEAMS_APP_ID', /TEAMS_APP_ID is missing/, /toolkit writes it/],
  ['a word as the id of the app', inEnv(/TEAMS_APP_ID=.*/, 'TEAMS_APP_ID=coursemate'), ENV, 'TEAMS_APP_ID', /must be a GUID/, /create a new GUID/],
  ['no bot', inEnv(/BOT_ID=.*/, ''), ENV, 'BOT_ID', /BOT_ID is missing/, /Microsoft App ID/],
  ['a word as the bot', inEnv(/BOT_ID=.*/, 'BOT_ID=bot'), ENV, 'BOT_ID', /must be a GUID/, /Microsoft App ID/],
  ['an address as the domain', inEnv('=coursemate.example', '=https://coursemate.example'), ENV, 'BOT_DOMAIN', /must be a host name/, /without https/],
  ['an App ID URI of another scheme', inEnv('AAD_APP_ID_URI=', 'AAD_APP_ID_URI=https://example.com'), ENV, 'AAD_APP_ID_URI', /must begin with api/, /Application ID URI/],
  ['link patterns without a placeholder', inEnv('# Filled', 'COURSE_LINK_PATTERNS=https://example.com'), ENV, 'COURSE_LINK_PATTERNS', /must be <provider id>/, /README/],
  ['a GUID of zeros', inEnv(/AAD_APP_CLIENT_ID=.*/, 'AAD_APP_CLIENT_ID=00000000-0000-0000-0000-000000000000'), ENV, 'AAD_APP_CLIENT_ID', /looks like a placeholder/, /real value/],
  ['a secret in angle brackets', secret('<client secret>'), USER, 'SECRET_AAD_APP_CLIENT_SECRET', /looks like a placeholder/, /real value/],
  ['a secret to be changed', secret('changeme'), USER, 'SECRET_AAD_APP_CLIENT_SECRET', /looks like a placeholder/, /real value/],
  ['a secret of a sample', secret('your-client-secret'), USER, 'SECRET_AAD_APP_CLIENT_SECRET', /looks like a placeholder/, /real value/],
  ['a secret that is committed', inEnv('# Filled', 'SECRET_AAD_APP_CLIENT_SECRET=Q8~abc'), ENV, 'SECRET_AAD_APP_CLIENT_SECRET', /This file is committed/, /Move it to env\/\.env\.test\.user/],
];

// prettier-ignore
const manifestRows: readonly Row[] = [
  ['no manifest', () => { project.remove(MANIFEST); }, MANIFEST, undefined, /file doesn’t exist/, /Add the file/],
  ['broken JSON', inManifest('{', '{,'), MANIFEST, undefined, /isn’t JSON/, /Correct the syntax/],
  ['a placeholder that no environment knows', inManifest('Coursemate for', '${{COMPANY}} for'), MANIFEST, 'name.full', /COMPANY isn’t filled/, /Set COMPANY in env\/\.env\.test/],
  ['a placeholder for a secret', () => { secret('Q8~abc')(); inManifest('Coursemate for', '${{SECRET_AAD_APP_CLIENT_SECRET}} for')(); }, MANIFEST, 'name.full', /isn’t filled/, /Secrets are never filled in/],
  ['a placeholder of another kind', inManifest('"${{TEAMS_APP_ID}}"', '"{{TEAMS-APP-ID}}"'), MANIFEST, 'id', /can’t be read/, /\$\{\{KEY\}\}/],
  ['a property that the schema does not know', inManifest('"accentColor"', '"colour": "red", "accentColor"'), MANIFEST, undefined, /doesn’t allow "colour"/, /Remove it/],
  ['a required member that is missing', inManifest('"accentColor": "#4F52B2",', ''), MANIFEST, undefined, /"accentColor" is missing/, /Add it/],
  ['a short description of 81 characters', inManifest('"Your Viva Learning courses, right where you chat."', `"${'x'.repeat(81)}"`), MANIFEST, 'description.short', /more than 80 characters/, /match the schema/],
  ['a scope that does not exist', inManifest('"groupChat"', '"group"'), MANIFEST, 'bots[0].scopes[2]', /allowed values .*groupChat/, /match the schema/],
  ['a schema that does not exist', inManifest(/v1\.30([^"]*",\s*"manifestVersion": ")1\.30/, 'v9.9/MicrosoftTeams.schema.json", "manifestVersion": "9.9'), MANIFEST, 'manifestVersion', /schema for this version/, /app-manifest/],
  ['a schema of another version', inManifest('teams/v1.30/', 'teams/v1.29/'), MANIFEST, '$schema', /doesn’t match manifestVersion 1\.30/, /teams\/v1\.30\//],
  ['a version of two numbers', inManifest('"version": "0.1.0"', '"version": "0.1"'), MANIFEST, 'version', /isn’t a version of three numbers/, /like 1\.2\.0/],
  ['a privacy page without https', inManifest('"privacyUrl": "https:', '"privacyUrl": "http:'), MANIFEST, 'developer.privacyUrl', /isn’t an https address/, /Use an https address/],
  ['a privacy page that the bot does not serve', inManifest('/privacy"', '/datenschutz"'), MANIFEST, 'developer.privacyUrl', /doesn’t serve \/datenschutz/, /\/privacy/],
  ['another bot', inManifest('"botId": "${{BOT_ID}}"', '"botId": "${{TEAMS_APP_ID}}"'), MANIFEST, 'bots[0].botId', /isn’t BOT_ID/, /\$\{\{BOT_ID\}\}/],
  ['another bot for the message extension', inManifest(/"botId": "\$\{\{BOT_ID\}\}"(?=,\s*"commands")/, '"botId": "${{TEAMS_APP_ID}}"'), MANIFEST, 'composeExtensions[0].botId', /isn’t BOT_ID/, /\$\{\{BOT_ID\}\}/],
  ['no app registration', inManifest(/,\s*"webApplicationInfo": \{\s*"id": "[^"]*",\s*"resource": "[^"]*"\s*\}/, ''), MANIFEST, 'webApplicationInfo', /signed in silently/, /id and resource/],
  ['another app registration', inManifest('${{AAD_APP_CLIENT_ID}}', '${{BOT_ID}}'), MANIFEST, 'webApplicationInfo.id', /isn’t AAD_APP_CLIENT_ID/, /\$\{\{AAD_APP_CLIENT_ID\}\}/],
  ['another resource', inManifest('${{AAD_APP_ID_URI}}', 'api://botid-${{TEAMS_APP_ID}}'), MANIFEST, 'webApplicationInfo.resource', /resourcematchfailed/, /\$\{\{AAD_APP_ID_URI\}\}/],
  ['an App ID URI without botid', inEnv('AAD_APP_ID_URI=', 'AAD_APP_ID_URI=api://coursemate'), MANIFEST, 'webApplicationInfo.resource', /format that Teams accepts/, /api:\/\/botid-<BOT_ID>/],
  ['a domain with a scheme', inManifest('"validDomains": [', '"validDomains": ["https://example.com", '), MANIFEST, 'validDomains[0]', /isn’t a domain/, /without https/],
  ['a link domain with a path', inManifest('"domains": [', '"domains": ["example.com/courses", '), MANIFEST, 'composeExtensions[0].messageHandlers[0].value.domains[0]', /isn’t a domain/, /only the host/],
  ['a wildcard for everything below com', inManifest('"validDomains": [', '"validDomains": ["*.com", '), MANIFEST, 'validDomains[0]', /isn’t a domain/, /one label/],
  ['half a label as a wildcard', inManifest('"validDomains": [', '"validDomains": ["a*.example.com", '), MANIFEST, 'validDomains[0]', /isn’t a domain/, /one label/],
  ['the bot among no valid domains', inManifest('"validDomains": ["${{BOT_DOMAIN}}"]', '"validDomains": ["example.com"]'), MANIFEST, 'validDomains', /sign-in pages don’t open/, /\$\{\{BOT_DOMAIN\}\}/],
  ['the bot in no link handler', inManifest('"domains": ["${{BOT_DOMAIN}}"]', '"domains": ["example.com"]'), MANIFEST, 'composeExtensions[0].messageHandlers', /stay plain links/, /\$\{\{BOT_DOMAIN\}\}/],
  ['more course hosts than Teams takes', inEnv('# Filled', `COURSE_LINK_PATTERNS=${manyHosts}`), MANIFEST, 'validDomains', /more than 100 items/, /match the schema/],
  ['a command that the bot does not answer', inManifest('"prompt": "my courses"', '"prompt": "book a meeting room"'), MANIFEST, 'bots[0].commandLists[0].commands[0].prompt', /doesn’t answer "book a meeting room"/, /npm run explain/],
  ['a title that the bot does not answer', inManifest('"title": "Sign out"', '"title": "Sunshine"'), MANIFEST, 'bots[0].commandLists[0].commands[11].title', /doesn’t answer "Sunshine"/, /npm run explain/],
  ['a prompt command without a prompt', inManifest(/,\s*"prompt": "sign out"/, ''), MANIFEST, 'bots[0].commandLists[0].commands[11].prompt', /doesn’t answer ""/, /npm run explain/],
  ['a search that the bot does not have', inManifest('"id": "myCourses"', '"id": "people", "title": "People", "parameters": [{ "name": "query", "title": "Name" }] }, { "id": "myCourses"'), MANIFEST, 'composeExtensions[0].commands[0].id', /doesn’t answer the search command "people"/, /myCourses or catalog/],
  ['a search that no command calls', inManifest(/,\s*\{\s*"id": "catalog"[\s\S]*?\](?=,\s*"canUpdateConfiguration")/, ']'), MANIFEST, 'composeExtensions[0].commands', /answers the search command "catalog"/, /Add the command/],
  ['a parameter that the bot does not read', inManifest('"name": "query"', '"name": "text"'), MANIFEST, 'composeExtensions[0].commands[0].parameters', /reads only one parameter, "query"/, /exactly one/],
  ['teams without channel features', inManifest(/"supportsChannelFeatures": "tier1",/, ''), MANIFEST, 'supportsChannelFeatures', /store refuses/, /"tier1"/],
  ['a language that is named twice', inManifest('"languageTag": "ar"', '"languageTag": "de"'), MANIFEST, 'localizationInfo', /"de" is listed twice/, /once/],
];

// prettier-ignore
const translationRows: readonly Row[] = [
  ['no such file', () => { project.remove(GERMAN); }, GERMAN, undefined, /file doesn’t exist/, /Add the file/],
  ['broken JSON', inGerman('{', '{,'), GERMAN, undefined, /isn’t JSON/, /Correct the syntax/],
  ['a text that is missing', inGerman(/"name.full": .*/, ''), GERMAN, 'name.full', /isn’t translated/, /Add it/],
  ['a required text that is missing', inGerman(/"description.full": .*/, ''), GERMAN, undefined, /"description.full" is missing/, /Add it/],
  ['a text that the manifest does not have', inGerman('"name.full"', '"staticTabs[0].name": "Start", "name.full"'), GERMAN, 'staticTabs[0].name', /doesn’t have this text/, /Remove it/],
  ['a key that cannot be translated', inGerman('"name.full"', '"accentColor": "#000000", "name.full"'), GERMAN, undefined, /doesn’t allow "accentColor"/, /Remove it/],
  ['a name of 31 characters', inGerman('Coursemate${{APP_NAME_SUFFIX}}', 'x'.repeat(31)), GERMAN, 'name.short', /more than 30 characters/, /match the schema/],
  ['a search title of 33 characters', inGerman('"Katalog"', `"${'x'.repeat(33)}"`), GERMAN, 'composeExtensions[0].commands[1].title', /more than 32 characters/, /match the schema/],
  ['a translated prompt', inGerman('prompt": "my courses"', 'prompt": "meine Kurse"'), GERMAN, 'bots[0].commandLists[0].commands[0].prompt', /doesn’t answer "meine Kurse"/, /English phrase/],
  ['a translated title of a command that sends it', inManifest(/"type": "prompt",\s*"prompt": "help"/, '"type": "basic", "prompt": "help"'), GERMAN, 'bots[0].commandLists[0].commands[10].title', /doesn’t answer "Hilfe"/, /English phrase/],
  ['a placeholder that is left', inGerman('für Viva', '${{COMPANY}} für Viva'), GERMAN, 'name.full', /COMPANY isn’t filled/, /Set COMPANY/],
];

// prettier-ignore
const iconRows: readonly Row[] = [
  ['no color icon', () => { project.remove(COLOR); }, COLOR, undefined, /file doesn’t exist/, /npm run icons/],
  ['a color icon that is no PNG', icon(COLOR, Buffer.from('<svg/>')), COLOR, undefined, /not a PNG/, /npm run icons/],
  ['a color icon of the wrong size', icon(COLOR, picture(191, 192, [80, 80, 180, 255])), COLOR, undefined, /191 × 192 pixels; Teams requires 192 × 192/, /npm run icons/],
  ['no outline icon', () => { project.remove(OUTLINE); }, OUTLINE, undefined, /file doesn’t exist/, /npm run icons/],
  ['an outline icon of the wrong size', icon(OUTLINE, picture(64, 64, [255, 255, 255, 255])), OUTLINE, undefined, /64 × 64 pixels; Teams requires 32 × 32/, /npm run icons/],
  ['a colored outline', icon(OUTLINE, picture(32, 32, [255, 255, 0, 255])), OUTLINE, undefined, /colors other than white/, /npm run icons/],
  ['an outline without background', icon(OUTLINE, picture(32, 32, [255, 255, 255, 255])), OUTLINE, undefined, /no transparent background/, /npm run icons/],
  ['an outline icon that shows nothing', icon(OUTLINE, picture(32, 32, [255, 255, 255, 0])), OUTLINE, undefined, /empty/, /npm run icons/],
];

const rows = [...environmentRows, ...manifestRows, ...translationRows, ...iconRows];

describe('buildPackage', () => {
  it('finds nothing wrong with the committed files in a filled environment', () => {
    expect(problemsOf()).toEqual([]);
  });

  it.each(rows.map(([name, ...row]) => [name, row] as const))(
    'reports %s',
    (_name, [breakIt, file, path, what, remedy]) => {
      breakIt();

      const told = problemsOf().filter((problem) => problem.file === file);

      expect(told).toEqual([
        {
          file,
          ...(path !== undefined && { path }),
          what: expect.stringMatching(what) as string,
          remedy: expect.stringMatching(remedy) as string,
        },
      ]);
    },
  );

  it.each(environmentRows.map(([name, breakIt]) => [name, breakIt] as const))(
    'reports %s in the environment only, not in the manifest',
    (_name, breakIt) => {
      breakIt();

      expect(problemsOf()).toHaveLength(1);
    },
  );

  it('names only the missing environment file', () => {
    expect(problemsOf('nowhere')).toEqual([
      expect.objectContaining({
        file: 'env/.env.nowhere',
        what: expect.stringMatching(/file doesn’t exist/) as string,
      }),
    ]);
  });

  it.each(['Q8~k3bLJtGfN0aWq2zX7uYp5sRvHc1DeMoI4T', 'crypto_0f9a8b7c6d5e', 'my98Q~hjsT-secretive'])(
    'accepts %s as a possible secret',
    (value) => {
      secret(value)();

      expect(problemsOf()).toEqual([]);
    },
  );

  it('reads files with any line ends and a byte order mark', () => {
    inEnv('# Filled', '\uFEFF# Filled')();
    inEnv('AAD_APP_ID_URI=', 'AAD_APP_ID_URI=  \r\nexport TEAMSFX_ENV=test\r\n\r\n  # The end  ')();

    expect(problemsOf()).toEqual([]);
  });

  it('reports all problems at once', () => {
    inEnv(/BOT_ID=.*/, 'BOT_ID=')();
    inManifest('"version": "0.1.0"', '"version": "1"')();
    inGerman(/"name.full": .*/, '')();
    icon(OUTLINE, Buffer.of())();

    expect(problemsOf().map(({ file, path }) => [file, path])).toEqual([
      [ENV, 'BOT_ID'],
      [MANIFEST, 'version'],
      [OUTLINE, undefined],
      [GERMAN, 'name.full'],
    ]);
  });
});
