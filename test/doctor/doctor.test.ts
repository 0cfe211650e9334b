import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import { generate } from 'selfsigned';
import { findPlaceholders } from '../../tools/package/read-environment';
import type { Verdict } from '../../tools/doctor/finding';
import { toExitCode } from '../../tools/doctor/report';
import reportSchema from '../../tools/doctor/report.schema.json';
import { findFreePort } from '../../sandbox/ports';
import { createProject, type Project } from '../app-package/project';
import { findPersonId } from '../support/local-world';
import { setSync, startDoctorRig, told, type Change, type DoctorRig } from './doctor-rig';

const ELSEWHERE = '00000000-0000-4000-8000-0000000000ee';
const LITWARE = 'bbc31063-b93a-47dd-b29c-81c30fbef0fa';
const DAY_MS = 86_400_000;

/** The address of a port without a listener. */
let nothing: string;
let rig: DoctorRig;
let project: Project;
let folder: string;
let certificates: Readonly<Record<'good' | 'ending' | 'expired' | 'mixed', string>>;

beforeAll(async () => {
  rig = await startDoctorRig();
  nothing = `localhost:${await findFreePort()}`;
  project = createProject();
  folder = mkdtempSync(join(tmpdir(), 'coursemate-doctor-test-'));
  certificates = await makeCertificates();
}, 60_000);

afterEach(() => {
  rig.reset();
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  project.end();
  await rig.close();
});

async function makeCertificates(): Promise<typeof certificates> {
  const make = async (days: number) =>
    generate([{ name: 'commonName', value: 'Coursemate' }], {
      algorithm: 'sha256',
      notBeforeDate: new Date(Date.now() - 100 * DAY_MS),
      notAfterDate: new Date(Date.now() + days * DAY_MS),
    });
  const [good, ending, expired] = await Promise.all([make(300), make(10), make(-1)]);
  const write = (name: string, ...parts: readonly string[]): string => {
    const file = join(folder, `${name}.pem`);
    writeFileSync(file, parts.join(''));
    return file;
  };
  return {
    good: write('good', good.private, good.cert),
    ending: write('ending', ending.private, ending.cert),
    expired: write('expired', expired.private, expired.cert),
    mixed: write('mixed', good.private, ending.cert),
  };
}

/** A mistake, and the finding that the doctor must report for it. */
interface Row {
  readonly change: () => Change;
  readonly check: string;
  readonly verdict: Exclude<Verdict, 'ok'>;
  readonly what: RegExp;
  readonly remedy: RegExp;
  /** Other checks that fail or warn because of it. */
  readonly also?: readonly string[];
}

const env = (values: NonNullable<Change['env']>) => (): Change => ({ env: values });
const world = (change: NonNullable<Change['world']>) => (): Change => ({ world: change });
const subject = (change: () => NonNullable<Change['subject']>) => (): Change => ({ subject: change() });
const secret = (value: string) => (): Change => {
  const values = { ...rig.env, SECRET_AAD_APP_CLIENT_SECRET: value };
  const problems = findPlaceholders('env/.env.test', values);
  return { subject: { source: { file: 'env/.env.test', values, problems, isFile: true } } };
};
const certificate = (name: keyof typeof certificates | 'none') => (): Change => ({
  env: {
    SECRET_AAD_APP_CLIENT_SECRET: '',
    AAD_APP_CERTIFICATE_PATH: name === 'none' ? join(folder, 'none.pem') : certificates[name],
  },
});
const clock = (minutes: number) => subject(() => ({ now: () => new Date(Date.now() + minutes * 60_000) }));
const node = (nodeVersion: string) => subject(() => ({ nodeVersion }));
const token = (make: () => string) => subject(() => ({ userToken: make() }));
const withoutScopes = (...names: readonly string[]) =>
  world(({ entra }) => {
    entra.settings.scopes = entra.settings.scopes.filter((scope) => !names.includes(scope));
  });
const withoutRole = (...names: readonly string[]) =>
  world(({ entra }) => {
    entra.settings.roles = entra.settings.roles.filter((role) => !names.includes(role));
  });
const applicationFault = (fault: 'secretExpired' | 'unavailable') =>
  world(({ entra }) => {
    entra.settings.applicationFault = fault;
  });
const personFault = (fault: 'secondFactorRequired' | 'notAssigned' | 'adminConsentRequired') =>
  world((running) => {
    running.entra.settings.personFaults.set(findPersonId(running, 'Katherine'), fault);
  });
const graph = (settings: Readonly<Record<string, unknown>>) =>
  world((running) => {
    Object.assign(running.graph.settings, settings);
  });
const tokens = ['connector-token', 'graph-token'];
const ASSIGNED = 'LearningAssignedCourse.Read';
const SELF_INITIATED = 'LearningSelfInitiatedCourse.Read';

// prettier-ignore
const rows: Readonly<Record<string, Row>> = {
  'no bot id': { change: env({ BOT_ID: '' }), check: 'configuration', verdict: 'failed', what: /BOT_ID is missing/, remedy: /"Microsoft App ID" of the Azure Bot/ },
  'no environment at all': { change: subject(() => ({ source: { file: 'the environment', values: {}, problems: [], isFile: false } })), check: 'configuration', verdict: 'failed', what: /BOT_ID is missing/, remedy: /^Choose an environment with --env, or set BOT_ID here\./ },
  'a word as the tenant': { change: env({ BOT_TENANT_ID: 'contoso' }), check: 'configuration', verdict: 'failed', what: /BOT_TENANT_ID must be a GUID/, remedy: /"Directory \(tenant\) ID" in Microsoft Entra/ },
  'two proofs': { change: env({ AAD_APP_CERTIFICATE_PATH: 'app.pem' }), check: 'configuration', verdict: 'failed', what: /exactly one/, remedy: /Keep one of/ },
  'a key that only the bot has': { change: env({ LOG_LEVEL: 'loud' }), check: 'configuration', verdict: 'failed', what: /LOG_LEVEL must be/, remedy: /README says under "Configure"/ },
  'an address elsewhere': { change: env({ SIGN_IN_HOST_ORIGINS: 'https://elsewhere.example' }), check: 'addresses', verdict: 'warning', what: /SIGN_IN_HOST_ORIGINS isn’t the public cloud’s address/, remedy: /Remove SIGN_IN_HOST_ORIGINS/ },
  'Node 18': { change: node('18.20.8'), check: 'node', verdict: 'failed', what: /too old/, remedy: /Node 22 or 24/ },
  'Node 20': { change: node('20.20.2'), check: 'node', verdict: 'warning', what: /reached its end of life/, remedy: /Node 22 or 24/ },
  'a tenant that is none': { change: env({ BOT_TENANT_ID: ELSEWHERE }), check: 'authority', verdict: 'failed', what: /Entra doesn’t know the tenant in BOT_TENANT_ID/, remedy: /Entra overview page/, also: ['person'] },
  'a served tenant that is none': { change: () => ({ env: { ALLOWED_TENANT_IDS: `${rig.world.world.tenantId},${ELSEWHERE}` } }), check: 'authority', verdict: 'failed', what: /Entra doesn’t know the tenant in ALLOWED_TENANT_IDS/, remedy: /Correct ALLOWED_TENANT_IDS/ },
  'no authority': { change: () => ({ env: { AZURE_AUTHORITY_HOST: `https://${nothing}` } }), check: 'authority', verdict: 'failed', what: /Nothing is listening at AZURE_AUTHORITY_HOST/, remedy: /Check AZURE_AUTHORITY_HOST/ },
  'another site as the authority': { change: () => ({ env: { AZURE_AUTHORITY_HOST: `https://${rig.env['FILE_UPLOAD_HOSTS'] ?? ''}` } }), check: 'authority', verdict: 'failed', what: /isn’t Entra/, remedy: /A proxy may be answering/ },
  'no Graph': { change: () => ({ env: { GRAPH_BASE_URL: `http://${nothing}/v1.0` } }), check: 'graph', verdict: 'failed', what: /Nothing is listening at GRAPH_BASE_URL/, remedy: /Check GRAPH_BASE_URL/ },
  'another site as Graph': { change: () => ({ env: { GRAPH_BASE_URL: `${rig.pageOrigin}/v1.0` } }), check: 'graph', verdict: 'failed', what: /isn’t Graph \(404/, remedy: /Remove or correct GRAPH_BASE_URL/ },
  'a clock that is wrong': { change: clock(10), check: 'clock', verdict: 'failed', what: /\d+ seconds ahead: tokens seem expired/, remedy: /NTP/ },
  'a clock that drifts': { change: clock(-2), check: 'clock', verdict: 'warning', what: /1\d\d seconds behind/, remedy: /NTP/ },
  'no channel keys': { change: () => ({ env: { BOT_OPENID_METADATA_URL: `${rig.pageOrigin}/keys` } }), check: 'channel', verdict: 'failed', what: /metadata answered 404/, remedy: /login\.botframework\.com/ },
  'a placeholder as the secret': { change: secret('<client secret>'), check: 'proof', verdict: 'failed', what: /looks like a placeholder/, remedy: /real value/ },
  'a secret that the toolkit has encrypted': { change: env({ SECRET_AAD_APP_CLIENT_SECRET: 'crypto_0a1b2c' }), check: 'proof', verdict: 'failed', what: /is encrypted: only the toolkit/, remedy: /--file \.localConfigs/ },
  'the id of the secret': { change: env({ SECRET_AAD_APP_CLIENT_SECRET: ELSEWHERE }), check: 'proof', verdict: 'failed', what: /is the id of a secret, not its value/, remedy: /column "Value"/ },
  'no certificate file': { change: certificate('none'), check: 'proof', verdict: 'failed', what: /doesn’t exist/, remedy: /PEM file/ },
  'an expired certificate': { change: certificate('expired'), check: 'proof', verdict: 'failed', what: /app’s certificate expired on/, remedy: /upload its public part/ },
  'a certificate that ends soon': { change: certificate('ending'), check: 'proof', verdict: 'warning', what: /expires on .*, in 9 days/, remedy: /upload its public part/, also: [...tokens, 'person'] },
  'the key of another certificate': { change: certificate('mixed'), check: 'proof', verdict: 'failed', what: /don’t match/, remedy: /Put the private key/ },
  'a certificate that Entra does not know': { change: certificate('good'), check: 'graph-token', verdict: 'failed', what: /isn’t registered for the app \(AADSTS700027\)/, remedy: /Upload its public part/, also: [...tokens, 'person'] },
  'a wrong secret': { change: env({ SECRET_AAD_APP_CLIENT_SECRET: 'Q8~something.else' }), check: 'graph-token', verdict: 'failed', what: /secret is wrong \(AADSTS7000215\)/, remedy: /not "Secret ID"/, also: [...tokens, 'person'] },
  'an expired secret': { change: applicationFault('secretExpired'), check: 'connector-token', verdict: 'failed', what: /expired \(AADSTS7000222\)/, remedy: /Create a new one/, also: tokens },
  'Entra in trouble': { change: applicationFault('unavailable'), check: 'graph-token', verdict: 'failed', what: /busy or doesn’t answer/, remedy: /in a few minutes/, also: tokens },
  'an app of another tenant': { change: env({ AAD_APP_CLIENT_ID: ELSEWHERE }), check: 'graph-token', verdict: 'failed', what: /doesn’t have the app in AAD_APP_CLIENT_ID \(AADSTS700016\)/, remedy: /Correct AAD_APP_CLIENT_ID/, also: ['person', 'sign-in-page'] },
  'a bot of another tenant': { change: env({ BOT_ID: ELSEWHERE }), check: 'connector-token', verdict: 'failed', what: /doesn’t have the app in BOT_ID/, remedy: /Correct BOT_ID/ },
  'a token of nothing': { change: token(() => 'sesame'), check: 'person', verdict: 'failed', what: /isn’t an Entra token/, remedy: /docs\/setup\.md/ },
  'an expired token': { change: token(() => rig.tokenOf('Katherine', { exp: 1_700_000_000 })), check: 'person', verdict: 'failed', what: /token has expired/, remedy: /Get a new one/ },
  'a token of another tenant': { change: token(() => rig.tokenOf('Katherine', { tid: ELSEWHERE })), check: 'person', verdict: 'failed', what: /from another tenant/, remedy: /BOT_TENANT_ID/ },
  'a token for another app': { change: token(() => rig.tokenOf('Katherine', { aud: ELSEWHERE })), check: 'person', verdict: 'failed', what: /neither for Graph nor for this app/, remedy: /AAD_APP_ID_URI/ },
  'someone who has not consented': { change: token(() => rig.tokenOf('Sofia')), check: 'person', verdict: 'failed', what: /hasn’t consented .*AADSTS65001/, remedy: /adminconsent\?client_id=/ },
  'conditional access': { change: personFault('secondFactorRequired'), check: 'person', verdict: 'failed', what: /Conditional Access .*AADSTS50076/, remedy: /second factor/ },
  'someone who is not assigned': { change: personFault('notAssigned'), check: 'person', verdict: 'failed', what: /isn’t allowed to use the app \(AADSTS50105\)/, remedy: /"Users and groups"/ },
  'consent that only admins give': { change: personFault('adminConsentRequired'), check: 'person', verdict: 'failed', what: /Only an admin can consent/, remedy: /adminconsent\?client_id=/ },
  'one application permission missing': { change: withoutRole('LearningAssignedCourse.Read.All'), check: 'application-permissions', verdict: 'warning', what: /^LearningAssignedCourse\.Read\.All isn’t granted/, remedy: /adminconsent\?client_id=/ },
  'no application permission where they are needed': { change: () => ({ env: { TEAMMATE_ACCESS: 'application' }, ...withoutRole(`${ASSIGNED}.All`, `${SELF_INITIATED}.All`)() }), check: 'application-permissions', verdict: 'failed', what: /^LearningSelfInitiatedCourse\.Read\.All isn’t granted/, remedy: /adminconsent/, also: ['teammate-access'] },
  'no permission for contents': { change: withoutScopes('LearningContent.Read.All'), check: 'delegated-permissions', verdict: 'warning', what: /^LearningContent\.Read\.All isn’t granted: courses don’t have titles/, remedy: /adminconsent/, also: ['contents'] },
  'no permission for providers': { change: withoutScopes('LearningProvider.Read'), check: 'delegated-permissions', verdict: 'warning', what: /^LearningProvider\.Read isn’t granted/, remedy: /adminconsent/, also: ['providers'] },
  'no permission for names': { change: withoutScopes('User.ReadBasic.All'), check: 'delegated-permissions', verdict: 'warning', what: /^User\.ReadBasic\.All isn’t granted/, remedy: /adminconsent/ },
  'no permission for courses': { change: withoutScopes(ASSIGNED, SELF_INITIATED), check: 'delegated-permissions', verdict: 'failed', what: /^LearningAssignedCourse\.Read isn’t granted/, remedy: /adminconsent/, also: ['own-list'] },
  'no license': { change: token(() => rig.tokenOf('Wei')), check: 'own-list', verdict: 'failed', what: /doesn’t have a Viva Learning license: Graph names the service plan/, remedy: /Assign a license/ },
  'the other reading of the own list': { change: graph({ ownListNeeds: 'delegatedReadAll' }), check: 'own-list', verdict: 'failed', what: /refuses the person’s own list \(403\)/, remedy: /may require a permission that Microsoft doesn’t offer/ },
  'a throttled tenant': { change: () => { rig.world.graph.settings.personFaults.set(findPersonId(rig.world, 'Katherine'), 'throttledMinutes'); return {}; }, check: 'own-list', verdict: 'warning', what: /no calls for 180 seconds/, remedy: /after that time/ },
  'a provider that does not synchronise': { change: world((running) => { setSync(running, false); }), check: 'providers', verdict: 'warning', what: /doesn’t sync course activities/, remedy: /isCourseActivitySyncEnabled/ },
  'a limited provider in the catalog': { change: env({ CATALOG_PROVIDER_IDS: LITWARE }), check: 'contents', verdict: 'warning', what: /is in CATALOG_PROVIDER_IDS, but the person can’t read it/, remedy: /visible to everyone/ },
  'an unknown provider in the catalog': { change: env({ CATALOG_PROVIDER_IDS: ELSEWHERE }), check: 'course-providers', verdict: 'failed', what: /CATALOG_PROVIDER_IDS contains .* isn’t a provider of this tenant/, remedy: /provider ids are: .*de17a151/ },
  'a pattern for a provider that is none': { change: env({ COURSE_LINK_PATTERNS: `${ELSEWHERE}=https://learn.example.com/{contentId}` }), check: 'course-providers', verdict: 'failed', what: /COURSE_LINK_PATTERNS contains/, remedy: /provider ids are/ },
  'a manager’s view that the tenant refuses': { change: env({ TEAMMATE_ACCESS: 'delegated' }), check: 'teammate-access', verdict: 'failed', what: /refuses every access mode of TEAMMATE_ACCESS=delegated/, remedy: /Set TEAMMATE_ACCESS=application or auto/ },
  'a tenant that refuses every way': { change: graph({ providerListAppOnly: 'refused' }), check: 'teammate-access', verdict: 'warning', what: /refuses every access mode of TEAMMATE_ACCESS=auto/, remedy: /TEAMMATE_ACCESS=off/ },
  'no bot': { change: () => ({ env: { BOT_DOMAIN: nothing } }), check: 'endpoint', verdict: 'failed', what: /Nothing is listening at BOT_DOMAIN/, remedy: /Check BOT_DOMAIN/ },
  'another site': { change: () => ({ env: { BOT_DOMAIN: new URL(rig.pageOrigin).host } }), check: 'endpoint', verdict: 'failed', what: /isn’t the bot \(404 for \/healthz\)/, remedy: /Correct BOT_DOMAIN/ },
  'an App ID URI of another form': { change: env({ AAD_APP_ID_URI: 'api://coursemate' }), check: 'manifest', verdict: 'failed', what: /webApplicationInfo\.resource AAD_APP_ID_URI doesn’t have the format/, remedy: /api:\/\/botid-<BOT_ID>/ },
  'a command without an answer': { change: () => { project.edit('appPackage/manifest.json', '"prompt": "help"', '"prompt": "sing a song"'); return { subject: { root: project.root } }; }, check: 'manifest', verdict: 'failed', what: /doesn’t answer "sing a song"/, remedy: /./ },
  'no app package': { change: env({ TEAMS_APP_ID: '' }), check: 'manifest', verdict: 'skipped', what: /TEAMS_APP_ID isn’t set/, remedy: /--env/ },
  'no folder for the audit log': { change: env({ AUDIT_LOG_PATH: '/dev/null/audit' }), check: 'audit-log', verdict: 'failed', what: /AUDIT_LOG_PATH isn’t writable/, remedy: /TEAMMATE_ACCESS=off/ },
  'uploads to any host': { change: env({ FILE_UPLOAD_HOSTS: '*.com' }), check: 'upload-hosts', verdict: 'failed', what: /every host under \*\.com/, remedy: /\*\.sharepoint\.com/ },
  'uploads outside Microsoft 365': { change: env({ FILE_UPLOAD_HOSTS: '*.sharepoint.com,files.example.com' }), check: 'upload-hosts', verdict: 'warning', what: /outside SharePoint/, remedy: /Remove FILE_UPLOAD_HOSTS/ },
};

describe('the doctor in the local world', () => {
  it('finds nothing wrong, in the documented format', async () => {
    const report = await rig.examine();

    expect(told(report, 'warning', 'failed', 'skipped')).toEqual([]);
    expect(report.result).toBe('ok');
    expect(toExitCode(report)).toBe(0);
    expect(report.checks.length).toBe(32);
    const validate = new Ajv().compile(reportSchema);
    expect(validate(report) ? [] : validate.errors).toEqual([]);
  });

  it('has exactly the documented checks', async () => {
    const { checks } = await rig.examine();

    const ids = checks.map(({ id }) => id);
    const read = (file: string): string => readFileSync(join(__dirname, '../../docs', file), 'utf8');
    const documented = [...read('setup.md').matchAll(/^\| `([a-z][a-z-]*)` +\|/gm)].map(([, id]) => id);
    const rowsOfSymptoms = read('troubleshooting.md')
      .split('\n')
      .filter((line) => line.split('|').length === 5);
    const named = rowsOfSymptoms.flatMap((line) => [...(line.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)]);
    expect(documented).toEqual(ids);
    expect(named.length).toBeGreaterThan(20);
    expect(named.map(([, id]) => id).filter((id) => !ids.includes(id ?? ''))).toEqual([]);
  });

  it('only reads, and writes no audit log', async () => {
    rig.world.graph.requests.length = 0;
    const written = readdirSync(rig.world.auditLogPath);

    await rig.examine();

    expect(rig.world.graph.requests.length).toBeGreaterThan(10);
    expect(new Set(rig.world.graph.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(readdirSync(rig.world.auditLogPath)).toEqual(written);
    for (const file of written) expect(readFileSync(join(rig.world.auditLogPath, file), 'utf8')).toBe('');
  });

  it.each(Object.entries(rows))(
    'names %s',
    async (_name, { change, check, verdict, what, remedy, also = [] }) => {
      const report = await rig.examine(change());

      const findings = told(report, 'warning', 'failed');
      const named = told(report, verdict).find((finding) => finding.id === check && what.test(finding.what));
      expect(named?.remedy).toMatch(remedy);
      expect(new Set(findings.map(({ id }) => id))).toEqual(
        new Set([...(verdict === 'skipped' ? [] : [check]), ...also]),
      );
      expect(toExitCode(report)).toBe(findings.some((finding) => finding.verdict === 'failed') ? 1 : 0);
      expect(rig.findPrivateTexts(report)).toEqual([]);
    },
  );
});
