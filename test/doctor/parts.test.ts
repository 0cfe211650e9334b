import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sign } from 'jsonwebtoken';
import { checkAuditLog } from '../../tools/doctor/check-host';
import { checkAddresses } from '../../tools/doctor/check-configuration';
import { checkReadiness, checkRedirect } from '../../tools/doctor/check-endpoint';
import { checkPerson } from '../../tools/doctor/check-person';
import { checkConnectorToken, checkGraphToken } from '../../tools/doctor/check-tokens';
import { readSource } from '../../tools/doctor/source';
import { createSteps } from '../../tools/doctor/steps';
import { createCredentials } from '../../src/auth/credentials';
import { parseConfig } from '../../src/config/config';
import { BOT_ID, createProject, type Project } from '../app-package/project';
import { useFakeTime } from '../support/fake-time';
import { startDoctorRig, told, type DoctorRig } from './doctor-rig';
import { ENVIRONMENT, useSites } from './sites';

const signal = AbortSignal.timeout(600_000);
const { serve } = useSites();

describe('a named environment', () => {
  let project: Project;
  beforeEach(() => {
    project = createProject();
  });
  afterEach(() => {
    project.end();
  });
  const read = () => readSource({ root: project.root, env: 'test', processEnv: { BOT_ID: 'another' } });

  it('is read like the app package does, with the user file on top and nothing from this process', () => {
    project.write('env/.env.test.user', 'SECRET_AAD_APP_CLIENT_SECRET=changeme\n');

    const { values, problems } = read();

    expect(values).toMatchObject({ BOT_ID, SECRET_AAD_APP_CLIENT_SECRET: 'changeme' });
    expect(problems).toMatchObject([{ path: 'SECRET_AAD_APP_CLIENT_SECRET' }]);
  });

  it('has the host’s managed identity after provisioning', () => {
    project.edit('env/.env.test', '# Filled', `MANAGED_IDENTITY_PRINCIPAL_ID=${BOT_ID}`);

    expect(read().values).toMatchObject({ BOT_TYPE: 'UserAssignedMSI', MANAGED_IDENTITY_CLIENT_ID: BOT_ID });
  });

  it('has no managed identity with a secret of its own', () => {
    project.edit('env/.env.test', '# Filled', `MANAGED_IDENTITY_PRINCIPAL_ID=${BOT_ID}`);
    project.write('env/.env.test.user', 'SECRET_AAD_APP_CLIENT_SECRET=Q8~abcdefghijklmnop\n');

    expect(read().values).not.toHaveProperty('MANAGED_IDENTITY_CLIENT_ID');
  });
});

describe('the addresses', () => {
  it.each([
    [{}, 'ok', 'All addresses belong to the public cloud.'],
    [{ GRAPH_BASE_URL: 'http://127.0.0.1:4000/v1.0' }, 'warning', /^GRAPH_BASE_URL isn’t the public cloud’s/],
  ])('of a bot that is elsewhere, with %j', (changed, verdict, what) => {
    const env = { ...ENVIRONMENT, ...changed };

    const { findings } = checkAddresses(parseConfig(env), env);

    expect(findings).toMatchObject([{ verdict, what: expect.stringMatching(what) as string }]);
  });
});

const isRoot = process.getuid?.() === 0;

describe('the folder of the audit log', () => {
  // Root can write everywhere.
  (isRoot ? it.skip : it)('that may not be written: a warning when the bot may be elsewhere', () => {
    const folder = mkdtempSync(join(tmpdir(), 'coursemate-doctor-test-'));
    chmodSync(folder, 0o500);
    const config = parseConfig({ ...ENVIRONMENT, AUDIT_LOG_PATH: join(folder, 'audit') });
    const check = (isFile: boolean) =>
      checkAuditLog(config, { file: 'env', problems: [], isFile }, '/').findings;

    const findings = [...check(true), ...check(false)];

    rmSync(folder, { recursive: true });
    expect(findings.map(({ verdict }) => verdict)).toEqual(['warning', 'failed']);
  });
});

describe('a managed identity', () => {
  const environment = { ...process.env };
  afterEach(() => {
    process.env = { ...environment };
  });

  async function check(isOnHost: boolean) {
    // A host that refuses connections, so that the check needs no network.
    const origin = await serve((_, response) => {
      response.statusCode = 400;
      response.end('{}');
    });
    process.env['IDENTITY_ENDPOINT'] = `${origin}/msi/token`;
    process.env['IDENTITY_HEADER'] = 'sesame';
    const config = parseConfig(ENVIRONMENT);
    const request = { config, credentials: createCredentials(config.signIn), isOnHost, signal };
    const checks = await Promise.all([checkConnectorToken(request), checkGraphToken(request)]);
    return checks.flatMap(({ findings }) => findings);
  }

  it('cannot be used elsewhere, which is not a failure', async () => {
    const findings = await check(false);

    expect(findings.map(({ verdict }) => verdict)).toEqual(['warning', 'warning']);
    expect(findings[0]?.remedy).toContain('--token-file');
  });

  it('must work on its host', async () => {
    const findings = await check(true);

    expect(findings.map(({ verdict }) => verdict)).toEqual(['failed', 'failed']);
    expect(findings[0]?.remedy).toContain('MANAGED_IDENTITY_CLIENT_ID');
  });
});

describe('a Graph token from the user', () => {
  const config = parseConfig(ENVIRONMENT);
  const claims = {
    aud: 'https://graph.microsoft.com',
    tid: config.bot.tenantId,
    oid: '00000000-0000-4000-8000-000000000001',
    exp: 2_000_000_000,
    scp: 'User.Read LearningProvider.Read',
  };
  const check = (appid: string) =>
    checkPerson({
      config,
      credentials: undefined,
      userToken: sign({ ...claims, appid }, 'anything'),
      now: new Date('2026-11-25T12:00:00Z'),
    });

  it('shows this app’s permissions when it belongs to this app', async () => {
    const { fact } = await check(config.signIn.clientId.toUpperCase());

    expect(fact).toMatchObject({ userId: claims.oid, scopes: ['User.Read', 'LearningProvider.Read'] });
  });

  it('is used, but says nothing about consent, when it belongs to another app', async () => {
    const { fact, findings } = await check('00000000-0000-4000-8000-0000000000ee');

    expect(fact?.scopes).toBeUndefined();
    expect(fact?.token).toBeDefined();
    expect(findings).toMatchObject([
      { verdict: 'ok', what: expect.stringContaining('another app') as string },
    ]);
  });
});

describe('a check without an answer', () => {
  useFakeTime();

  it('ends after 5 seconds, and dependent checks are skipped', async () => {
    let note = (): void => undefined;
    const isAsked = new Promise<void>((resolve) => (note = resolve));
    const origin = await serve(() => {
      note();
    });
    const { step, all } = createSteps(signal);
    const silent = step('silent', {}, () => checkReadiness(origin, signal));
    step('next', { silent }, () => ({ findings: [] }));

    await isAsked;
    jest.advanceTimersByTime(5_000);
    const outcomes = await Promise.all(all.map(({ outcome }) => outcome));

    expect(outcomes).toMatchObject([
      { findings: [{ verdict: 'failed', what: 'No answer within 5 seconds.' }] },
      { findings: [{ verdict: 'skipped', what: 'Not checked: this check needs silent.' }] },
    ]);
  });
});

describe('without a person', () => {
  let rig: DoctorRig;
  beforeAll(async () => {
    rig = await startDoctorRig();
  }, 60_000);
  afterEach(() => {
    rig.reset();
  });
  afterAll(() => rig.close());

  it('nothing fails, and unchecked parts are reported', async () => {
    const report = await rig.examine({ subject: { userToken: undefined } });

    expect(report.result).toBe('ok');
    expect(told(report, 'skipped').map(({ id }) => id)).toEqual([
      'person',
      'delegated-permissions',
      'own-list',
      'direct-reports',
      'providers',
      'contents',
      'course-providers',
      'teammate-delegated',
      'teammate-application',
    ]);
  });

  it('an app that may read the directory sees what was granted', async () => {
    const { settings } = rig.world.entra;
    settings.roles = [...settings.roles, 'Directory.Read.All'];
    settings.scopes = settings.scopes.filter((scope) => scope !== 'LearningProvider.Read');

    const report = await rig.examine({ subject: { userToken: undefined } });

    const grants = told(report, 'ok', 'warning').filter(({ id }) => id === 'delegated-permissions');
    expect(grants.map(({ verdict, what }) => [verdict, what])).toEqual([
      [
        'ok',
        'Each person is asked once for LearningAssignedCourse.Read, LearningSelfInitiatedCourse.Read, User.Read, User.ReadBasic.All. 15 consents are recorded.',
      ],
      ['ok', 'LearningContent.Read.All is granted.'],
      ['warning', 'LearningProvider.Read isn’t granted: provider names are missing, and managers see less.'],
    ]);
  });

  it('a teammate can be named', async () => {
    const teammateId = rig.world.world.people[0]?.user.id;

    const report = await rig.examine({ subject: { userToken: undefined, teammateId } });

    expect(told(report, 'ok').filter(({ id }) => id === 'teammate-application')).toHaveLength(1);
    expect(rig.findPrivateTexts(report)).toEqual([]);
  });

  it('an admin’s token shows the roles where the app has no token', async () => {
    rig.world.entra.settings.applicationFault = 'secretExpired';
    rig.world.entra.settings.scopes = [...rig.world.entra.settings.scopes, 'Directory.Read.All'];
    rig.world.entra.settings.roles = ['LearningAssignedCourse.Read.All'];

    const report = await rig.examine();

    const roles = told(report, 'ok', 'warning').filter(({ id }) => id === 'application-permissions');
    expect(roles.map(({ verdict }) => verdict)).toEqual(['ok', 'warning']);
  });

  it('an unregistered redirect address is seen', async () => {
    const tenant = rig.world.world.tenantId;
    const url = new URL(`${rig.pageOrigin}/entra/${tenant}/oauth2/v2.0/authorize?response_type=code`);
    url.searchParams.set('client_id', rig.env['BOT_ID'] ?? '');
    url.searchParams.set('redirect_uri', 'https://elsewhere.example/auth/end');

    const { findings } = await checkRedirect(url, signal);

    expect(findings).toMatchObject([
      {
        verdict: 'failed',
        what: 'The redirect address isn’t registered (AADSTS50011).',
        remedy: 'Add https://elsewhere.example/auth/end in Entra under "Authentication", platform "Web".',
      },
    ]);
  });
});
