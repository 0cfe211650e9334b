import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as YAML from 'yaml';
import * as z from 'zod/v4';
import { createBicepReader } from './bicep';
import { keysOf, knownConfigKeys, placeholdersOf, readJson, readText, ROOT } from './project-files';
import { ACTIONS } from './toolkit-actions';

const Step = z.strictObject({
  uses: z.string(),
  name: z.string().optional(),
  with: z.record(z.string(), z.unknown()),
  env: z.record(z.string(), z.string()).optional(),
  writeToEnvironmentFile: z.record(z.string(), z.string().regex(/^[A-Z][A-Z0-9_]*$/)).default({}),
});
const Lifecycle = z.strictObject({
  version: z.literal('v1.11'),
  environmentFolderPath: z.literal('./env'),
  provision: z.array(Step),
  deploy: z.array(Step),
  publish: z.array(Step).default([]),
});
type Step = z.infer<typeof Step>;

const ENVIRONMENTS = [
  { file: 'teamsapp.yml', environment: 'dev', envFiles: ['env/.env.dev'] },
  {
    file: 'teamsapp.local.yml',
    environment: 'local',
    envFiles: ['env/.env.local.sample', 'env/.env.local.user.sample'],
  },
];
/** The stages of the toolkit, in order. */
const PACKAGE_STEPS = ['validateManifest', 'zipAppPackage', 'validateAppPackage', 'update'].map(
  (name) => `teamsApp/${name}`,
);

function load(file: string): z.infer<typeof Lifecycle> {
  return Lifecycle.parse(YAML.parse(readText(file)));
}

function actionsOf(steps: readonly Step[]): readonly string[] {
  return steps.map(({ uses }) => uses);
}

/** Every text inside a value, without keys. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe.each(ENVIRONMENTS)('$file', ({ file, environment, envFiles }) => {
  const lifecycle = load(file);
  const steps = [...lifecycle.provision, ...lifecycle.deploy, ...lifecycle.publish];

  it.each(steps)('passes $uses exactly its parameters', ({ uses, with: given, writeToEnvironmentFile }) => {
    const {
      required,
      optional = [],
      writes = [],
      mayWrite = [],
    } = ACTIONS[uses] ?? { required: ['unknown'] };

    expect(Object.keys(given)).toEqual(expect.arrayContaining([...required]));
    expect([...required, ...optional]).toEqual(expect.arrayContaining(Object.keys(given)));
    expect(Object.keys(writeToEnvironmentFile)).toEqual(expect.arrayContaining([...writes]));
    expect([...writes, ...mayWrite]).toEqual(expect.arrayContaining(Object.keys(writeToEnvironmentFile)));
  });

  it('uses a key only after a step writes it, unless a person enters it', async () => {
    const bicep = (await createBicepReader())('main.bicep');
    const byHand = ['TEAMSFX_ENV', 'APP_NAME_SUFFIX', 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP_NAME'];
    // aadApp/update generates the scope's id when there is none.
    const known = new Set([...byHand, 'AAD_APP_ACCESS_AS_USER_PERMISSION_ID']);
    if (environment === 'local') known.add('BOT_DOMAIN');

    for (const step of steps) {
      const needed = textsIn([step.with, step.env, ...filesNamedIn(step)]).flatMap((text) => [
        ...placeholdersOf(text),
      ]);
      expect({ step: step.uses, early: needed.filter((key) => !known.has(key)) }).toEqual({
        step: step.uses,
        early: [],
      });
      for (const key of writtenBy(step, bicep.outputs)) known.add(key);
    }
  });

  /** The toolkit fills the placeholders of these files too. */
  function filesNamedIn(step: Step): readonly string[] {
    const named = textsIn(step.with).map((text) => text.replaceAll('${{TEAMSFX_ENV}}', environment));
    const inputs =
      step.uses === 'teamsApp/validateManifest' ? [] : named.filter((path) => path.endsWith('manifest.json'));
    return [...inputs, ...named.filter((path) => path.includes('.parameters.'))].map((path) =>
      readText(path),
    );
  }

  function writtenBy(step: Step, outputs: readonly string[]): readonly string[] {
    const target = step.with['target'];
    const envs = target === `./env/.env.${environment}` ? Object.keys(step.with['envs'] ?? {}) : [];
    return [
      ...Object.values(step.writeToEnvironmentFile),
      ...envs,
      ...(step.uses === 'arm/deploy' ? outputs : []),
    ];
  }

  it('writes only keys that the environment files document', () => {
    const written = steps.flatMap((step) => Object.values(step.writeToEnvironmentFile));

    expect(envFiles.flatMap(keysOf)).toEqual(expect.arrayContaining(written));
  });

  it('builds and checks the package in that order', () => {
    const provisioned = actionsOf(lifecycle.provision).filter((action) => PACKAGE_STEPS.includes(action));

    expect(provisioned).toEqual(PACKAGE_STEPS);
  });

  it('runs only existing npm scripts', () => {
    const { scripts } = readJson('package.json') as { scripts: Record<string, string> };
    const commands = steps.flatMap((step) =>
      step.uses === 'cli/runNpmCommand' ? [String(step.with['args'])] : [],
    );

    for (const command of commands.filter((args) => args !== 'ci')) {
      expect(Object.keys(scripts)).toContain(/^run (\S+)/.exec(command)?.[1]);
    }
  });

  it('names existing files', () => {
    const paths = steps
      .filter(({ uses }) => uses !== 'file/createOrUpdateEnvironmentFile')
      .flatMap((step) => textsIn(step.with))
      .map((text) => text.replaceAll('${{TEAMSFX_ENV}}', environment))
      .filter(
        (text) => text.startsWith('./') && !text.startsWith('./appPackage/build') && text !== './release',
      );

    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('teamsapp.yml', () => {
  const { provision, deploy, publish } = load('teamsapp.yml');

  it('asks for no secret', () => {
    const app = provision.find(({ uses }) => uses === 'aadApp/create');

    expect(app?.with).toMatchObject({ generateClientSecret: false, signInAudience: 'AzureADMyOrg' });
    expect(readText('teamsapp.yml')).not.toContain('SECRET_');
  });

  it('registers, deploys and publishes', () => {
    expect(actionsOf(provision).slice(0, 4)).toEqual([
      'teamsApp/create',
      'aadApp/create',
      'arm/deploy',
      'aadApp/update',
    ]);
    expect(actionsOf(deploy).at(-1)).toBe('azureAppService/zipDeploy');
    expect(actionsOf(publish).at(-1)).toBe('teamsApp/publishAppPackage');
  });

  it('publishes the package from npm run package, which has the course link hosts', () => {
    const packing = publish.findIndex(
      ({ with: { args } }) => args === 'run package -- --env ${{TEAMSFX_ENV}}',
    );
    const sent = publish.flatMap(({ with: { appPackagePath } }) => appPackagePath ?? []);

    expect(packing).toBeGreaterThan(-1);
    expect(actionsOf(publish.slice(packing + 1))).toEqual(
      ['validateAppPackage', 'update', 'publishAppPackage'].map((name) => `teamsApp/${name}`),
    );
    expect(new Set(sent)).toEqual(new Set(['./appPackage/build/coursemate.${{TEAMSFX_ENV}}.zip']));
  });
});

describe('teamsapp.local.yml', () => {
  const { provision, deploy } = load('teamsapp.local.yml');

  it('creates an expiring secret under a key that the toolkit encrypts', () => {
    const app = provision.find(({ uses }) => uses === 'aadApp/create');

    expect(app?.with).toMatchObject({ generateClientSecret: true, clientSecretExpireDays: 30 });
    expect(app?.writeToEnvironmentFile['clientSecret']).toBe('SECRET_AAD_APP_CLIENT_SECRET');
  });

  it('passes the bot a valid environment', () => {
    const target = deploy.find((step) => step.with['target'] === './.localConfigs');

    expect(knownConfigKeys()).toEqual(expect.arrayContaining(Object.keys(target?.with['envs'] ?? {})));
  });
});
