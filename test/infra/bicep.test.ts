import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../src/config/config';
import { at, createBicepReader, INFRA, propertiesOf, type BicepFile } from './bicep';
import { placeholdersOf, readText, knownConfigKeys } from './project-files';

const FILES = ['main.bicep', ...readdirSync(join(INFRA, 'modules')).map((name) => `modules/${name}`)];
const PARAMETER_FILES = readdirSync(INFRA).filter((name) => name.startsWith('main.parameters.'));
/** Read by App Service or by Node, not by src/config. */
const PLATFORM_KEYS = [
  'NODE_ENV',
  'WEBSITES_CONTAINER_STOP_TIME_LIMIT',
  'SCM_DO_BUILD_DURING_DEPLOYMENT',
  'WEBSITE_RUN_FROM_PACKAGE',
];
const GUID = '00000000-0000-4000-8000-0000000000b0';

let files: ReadonlyMap<string, BicepFile>;

beforeAll(async () => {
  const read = await createBicepReader();
  files = new Map(FILES.map((path) => [path, read(path)]));
});

function file(path: string): BicepFile {
  const found = files.get(path);
  if (found === undefined) throw new Error(`There is no ${path}.`);
  return found;
}

function resource(path: string, type: string): BicepFile['resources'][number]['body'] {
  const found = file(path).resources.find((declared) => declared.type.startsWith(`${type}@`));
  if (found === undefined) throw new Error(`${path} has no ${type}.`);
  return found.body;
}

interface Parameters {
  readonly parameters: Readonly<Record<string, { readonly value: unknown }>>;
}

function parametersOf(name: string): Parameters['parameters'] {
  return (JSON.parse(readFileSync(join(INFRA, name), 'utf8')) as Parameters).parameters;
}

describe.each(FILES)('infra/%s', (path) => {
  it('is Bicep', () => {
    expect(file(path).hasError).toBe(false);
  });

  it('uses every parameter and variable', () => {
    const { parameters, variables, uses } = file(path);

    const unused = [...parameters.map(({ name }) => name), ...variables].filter((name) => !uses.has(name));

    expect(unused).toEqual([]);
  });

  it('passes each module exactly its parameters', () => {
    for (const { name, type, body } of file(path).modules) {
      const { parameters } = file(type);
      const params = at(body, 'params');
      const given = params === undefined ? [] : [...propertiesOf(params).keys()];
      const required = parameters.filter(({ isRequired }) => isRequired).map((parameter) => parameter.name);

      expect({ name, missing: required.filter((key) => !given.includes(key)) }).toEqual({
        name,
        missing: [],
      });
      expect(parameters.map((parameter) => parameter.name)).toEqual(expect.arrayContaining(given));
    }
  });

  it('reads only existing outputs of a module', () => {
    const { modules, moduleOutputs } = file(path);

    for (const [module, output] of moduleOutputs) {
      const type = modules.find(({ name }) => name === module)?.type ?? '';
      expect(file(type).outputs).toContain(output);
    }
  });

  it('contains and requires no secret', () => {
    expect(file(path).text).not.toMatch(/@secure|listKeys|listSecrets|SECRET_|password:/i);
  });
});

describe.each(PARAMETER_FILES)('infra/%s', (name) => {
  it('passes main.bicep exactly its parameters', () => {
    const { parameters } = file('main.bicep');
    const given = Object.keys(parametersOf(name));

    const required = parameters.filter(({ isRequired }) => isRequired).map((parameter) => parameter.name);

    expect(given).toEqual(expect.arrayContaining(required));
    expect(parameters.map((parameter) => parameter.name)).toEqual(expect.arrayContaining(given));
  });

  it('is filled from the environment file', () => {
    const known = [...readText('env/.env.dev').matchAll(/^(\w+)=/gm)].map(([, key]) => key);

    expect(known).toEqual(expect.arrayContaining([...placeholdersOf(readText(`infra/${name}`))]));
  });
});

describe('the outputs of infra/main.bicep', () => {
  it('are what the toolkit needs after arm/deploy', () => {
    const consumers = ['teamsapp.yml', 'aad.manifest.json', 'appPackage/manifest.json'];
    const consumed = consumers.flatMap((path) => [...placeholdersOf(readText(path))]);
    const { outputs } = file('main.bicep');

    expect(outputs.filter((output) => !consumed.includes(output))).toEqual([]);
    expect(outputs).toEqual(expect.arrayContaining(['BOT_ID', 'BOT_DOMAIN', 'AAD_APP_ID_URI']));
  });
});

describe('the environment of the bot in App Service', () => {
  function settingsOf(path: string, of: string): readonly string[] {
    const declared = [...file(path).resources, ...file(path).modules].find(({ name }) => name === of);
    const union = declared?.body
      .descendantsOfType('call_expression')
      .find((call) => call?.text.startsWith('union('));
    const [object] = union?.descendantsOfType('object') ?? [];
    return object ? [...propertiesOf(object).keys()] : [];
  }

  function allSettings(): readonly string[] {
    return [...settingsOf('main.bicep', 'hosting'), ...settingsOf('modules/hosting.bicep', 'appSettings')];
  }

  it('has only keys that are read', () => {
    expect([...knownConfigKeys(), ...PLATFORM_KEYS]).toEqual(expect.arrayContaining([...allSettings()]));
  });

  it('starts the bot as a managed identity, without a secret', () => {
    const values: Record<string, string> = {
      BOT_TYPE: 'UserAssignedMSI',
      BOT_DOMAIN: 'coursemate.example.com',
      AAD_APP_ID_URI: `api://botid-${GUID}`,
      APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${GUID}`,
      BOT_CHANNELS: 'msteams,m365extensions',
      LOG_LEVEL: 'info',
      TEAMMATE_ACCESS: 'auto',
      ALLOWED_TENANT_IDS: '',
      CATALOG_PROVIDER_IDS: '',
      CONTACT_EMAIL: '',
      CONTACT_URL: 'https://help.example.com/',
      COURSE_LINK_PATTERNS: '',
    };

    const config = parseConfig(Object.fromEntries(allSettings().map((key) => [key, values[key] ?? GUID])));

    expect(config.bot.type).toBe('UserAssignedMSI');
    expect(config.signIn.credential).toEqual({ kind: 'managedIdentity', clientId: GUID });
    expect(config.teammateAccess).toBe('auto');
    expect(config.contact).toBe('https://help.example.com/');
    expect(config.telemetry).toEqual({ applicationInsights: `InstrumentationKey=${GUID}` });
  });
});

describe('the hosting', () => {
  it.each([
    ['properties.httpsOnly', 'true'],
    ['properties.siteConfig.minTlsVersion', "'1.2'"],
    ['properties.siteConfig.scmMinTlsVersion', "'1.2'"],
    ['properties.siteConfig.ftpsState', "'Disabled'"],
    ['properties.siteConfig.healthCheckPath', "'/readyz'"],
    ['properties.siteConfig.linuxFxVersion', "'NODE|24-lts'"],
    ['properties.siteConfig.appCommandLine', "'node lib/index.js'"],
    ['identity.type', "'UserAssigned'"],
  ])('has %s %s', (path, value) => {
    expect(at(resource('modules/hosting.bicep', 'Microsoft.Web/sites'), path)?.text).toBe(value);
  });

  it('allows deployments with Entra only', () => {
    const policies = file('modules/hosting.bicep').resources.filter(({ type }) =>
      type.startsWith('Microsoft.Web/sites/basicPublishingCredentialsPolicies@'),
    );

    expect(policies.map(({ body }) => at(body, 'name')?.text)).toEqual(["'ftp'", "'scm'"]);
    expect(policies.map(({ body }) => at(body, 'properties.allow')?.text)).toEqual(['false', 'false']);
  });
});

describe('the bot registration', () => {
  it('is the managed identity, with the Teams channel', () => {
    const { resources } = file('modules/bot.bicep');
    const bot = resource('modules/bot.bicep', 'Microsoft.BotService/botServices');

    expect(at(bot, 'properties.msaAppType')?.text).toBe("'UserAssignedMSI'");
    expect(at(bot, 'properties.msaAppMSIResourceId')?.text).toBe('identityId');
    expect(resources.map(({ body }) => at(body, 'name')?.text)).toEqual(
      expect.arrayContaining(["'MsTeamsChannel'", "'M365Extensions'"]),
    );
  });
});
