import { decode } from 'jsonwebtoken';
import { createSigningKey } from '../../../sandbox/signing-key';
import {
  ALEX,
  APP_ID_URI,
  BLAIR,
  BOT_ID,
  CASEY,
  CLIENT_ID,
  SECRET,
  startEntra,
  TENANT_ID,
  type LocalEntra,
} from '../../support/start-entra';

const ON_BEHALF_OF = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const GRAPH_SCOPE = 'https://graph.microsoft.com/.default openid profile offline_access';

let local: LocalEntra;

beforeAll(async () => {
  local = await startEntra();
});

beforeEach(() => {
  local.reset();
});

afterAll(() => local.stop());

type Form = Readonly<Record<string, string>>;

async function postToken(form: Form, tenantId = TENANT_ID): Promise<{ status: number; body: Form }> {
  const response = await fetch(`${local.entra.url}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: (await response.json()) as Form };
}

function onBehalfOfForm(overrides: Form = {}): Form {
  return {
    grant_type: ON_BEHALF_OF,
    requested_token_use: 'on_behalf_of',
    client_id: CLIENT_ID,
    client_secret: SECRET,
    scope: GRAPH_SCOPE,
    ...('assertion' in overrides ? {} : { assertion: local.entra.issueSsoToken(ALEX) }),
    ...overrides,
  };
}

describe('metadata', () => {
  it('names endpoints of the tenant, and keys that verify its tokens', async () => {
    const metadata = (await (
      await fetch(`${local.entra.url}/${TENANT_ID}/v2.0/.well-known/openid-configuration`)
    ).json()) as Form;
    const keys = (await (await fetch(metadata['jwks_uri'] ?? '')).json()) as { keys: { kid: string }[] };
    const header = decode(local.entra.issueSsoToken(ALEX), { complete: true })?.header;

    expect(metadata['issuer']).toBe(`${local.entra.url}/${TENANT_ID}/v2.0`);
    expect(metadata['token_endpoint']).toBe(`${local.entra.url}/${TENANT_ID}/oauth2/v2.0/token`);
    expect(keys.keys.map((key) => key.kid)).toEqual([header?.kid]);
  });

  it('is refused for a foreign tenant', async () => {
    const response = await fetch(`${local.entra.url}/${BLAIR}/v2.0/.well-known/openid-configuration`);

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error_codes: [90002] });
  });
});

describe('issueSsoToken', () => {
  it('has the claims of a Teams SSO token', () => {
    const claims = decode(local.entra.issueSsoToken(ALEX), { json: true });

    expect(claims).toMatchObject({
      aud: CLIENT_ID,
      iss: `${local.entra.url}/${TENANT_ID}/v2.0`,
      tid: TENANT_ID,
      oid: ALEX,
      name: 'Alex Wilber',
      preferred_username: 'alex@contoso.example',
      scp: 'access_as_user',
      ver: '2.0',
    });
    expect((claims?.exp ?? 0) - (claims?.nbf ?? 0)).toBe(3600);
  });
});

describe('on-behalf-of', () => {
  it('returns a Graph token with the granted permissions', async () => {
    const { status, body } = await postToken(onBehalfOfForm());

    expect(status).toBe(200);
    expect(local.entra.verifyGraphToken(body['access_token'] ?? '')).toEqual({
      ok: true,
      claims: { oid: ALEX, tid: TENANT_ID, scp: local.entra.settings.scopes.join(' ') },
    });
  });

  it('returns only the permissions requested by name', async () => {
    const { body } = await postToken(onBehalfOfForm({ scope: 'https://graph.microsoft.com/User.Read' }));

    expect(body['scope']).toBe('https://graph.microsoft.com/User.Read');
  });

  it('returns id and refresh tokens only when requested', async () => {
    const { body } = await postToken(onBehalfOfForm({ client_info: '1' }));
    const bare = await postToken(onBehalfOfForm({ scope: 'https://graph.microsoft.com/.default' }));

    expect(Object.keys(body).sort()).toEqual([
      ...['access_token', 'client_info', 'expires_in', 'ext_expires_in', 'id_token'],
      ...['refresh_token', 'scope', 'token_type'],
    ]);
    expect(body['scope']?.split(' ')).toEqual(
      [...local.entra.settings.scopes, '.default'].map((name) => `https://graph.microsoft.com/${name}`),
    );
    expect(JSON.parse(Buffer.from(body['client_info'] ?? '', 'base64url').toString())).toEqual({
      uid: ALEX,
      utid: TENANT_ID,
    });
    expect(decode(body['id_token'] ?? '', { json: true })).toMatchObject({ aud: CLIENT_ID, oid: ALEX });
    expect(Object.keys(bare.body).sort()).toEqual([
      'access_token',
      'expires_in',
      'ext_expires_in',
      'scope',
      'token_type',
    ]);
    expect(JSON.stringify(local.log.entries())).not.toContain(body['refresh_token']);
  });

  it.each([
    [7199, undefined],
    [86_400, 43_200],
  ])('suggests the renewal of a token that lives for %i s after %p s', async (lifetime, after) => {
    local.entra.settings.tokenLifetimeSeconds = lifetime;

    const { body } = await postToken(onBehalfOfForm());

    expect(body).toMatchObject({ expires_in: lifetime, ext_expires_in: lifetime });
    expect(body['refresh_in']).toBe(after);
  });

  it('accepts an assertion for the App ID URI', async () => {
    const assertion = local.entra.issueSsoToken(ALEX, { aud: APP_ID_URI });

    const { status } = await postToken(onBehalfOfForm({ assertion }));

    expect(status).toBe(200);
  });

  it.each<[string, readonly [status: number, code: number], () => Form]>([
    ['a wrong secret', [401, 7000215], () => onBehalfOfForm({ client_secret: 'wrong' })],
    ['no secret', [401, 7000218], () => without(onBehalfOfForm(), 'client_secret')],
    ['an unknown application', [400, 700016], () => onBehalfOfForm({ client_id: BLAIR })],
    ['a foreign client assertion', [401, 700027], () => withForeignClientAssertion()],
    ['no assertion', [400, 900144], () => without(onBehalfOfForm(), 'assertion')],
    ['another token use', [400, 900144], () => onBehalfOfForm({ requested_token_use: 'x' })],
    ['an expired assertion', [400, 500133], () => withAssertion({ exp: 1_000_000_000 })],
    ['a foreign audience', [400, 500131], () => withAssertion({ aud: BLAIR })],
    ['an assertion for the app sent by the bot', [400, 500131], () => onBehalfOfForm({ client_id: BOT_ID })],
    ['a foreign tenant in the assertion', [400, 50013], () => withAssertion({ tid: BLAIR })],
    ['a foreign issuer', [400, 50013], () => withAssertion({ iss: 'https://elsewhere' })],
    ['a foreign signature', [400, 50013], () => withForeignSignature()],
    ['garbage for an assertion', [400, 50013], () => onBehalfOfForm({ assertion: 'garbage' })],
    ['an unknown person', [400, 50034], () => withAssertion({ oid: CLIENT_ID })],
    ['a person without consent', [400, 65001], () => withAssertion({ oid: CASEY })],
    ['a permission not granted', [400, 65001], () => onBehalfOfForm({ scope: 'Mail.Read' })],
    ['an unknown resource', [400, 500011], () => onBehalfOfForm({ scope: 'api://elsewhere/.default' })],
    ['no scope', [400, 70011], () => onBehalfOfForm({ scope: 'openid' })],
    ['two resources', [400, 70011], () => onBehalfOfForm({ scope: 'User.Read api://elsewhere/.default' })],
    ['another grant', [400, 70003], () => onBehalfOfForm({ grant_type: 'password' })],
  ])('refuses %s', async (_name, [status, code], makeForm) => {
    const answer = await postToken(makeForm());

    expect(answer.status).toBe(status);
    expect(answer.body['error_codes']).toEqual([code]);
  });

  it('refuses in a foreign tenant', async () => {
    const { body } = await postToken(onBehalfOfForm(), BLAIR);

    expect(body['error_codes']).toEqual([90002]);
  });

  it('writes refusals the way Entra publishes them', async () => {
    const correlationId = '00000000-0000-4000-8000-00000000cccc';
    const form = { ...withAssertion({ oid: CASEY }), 'client-request-id': correlationId };

    const { body } = await postToken(form);

    expect(body).toEqual({
      error: 'invalid_grant',
      error_description: expect.stringMatching(
        /^AADSTS65001: .+ Trace ID: [\da-f-]{36} Correlation ID: [\da-f-]{36} Timestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/,
      ) as string,
      error_codes: [65001],
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/) as string,
      trace_id: expect.any(String) as string,
      correlation_id: correlationId,
      error_uri: 'https://login.microsoftonline.com/error?code=65001',
      suberror: 'consent_required',
    });
  });

  it('follows the switches, a person’s own first', async () => {
    local.entra.settings.fault = 'unavailable';
    local.entra.settings.personFaults.set(ALEX, 'secondFactorRequired');
    local.entra.settings.personFaults.set(BLAIR, 'none');

    const alex = await postToken(onBehalfOfForm());
    const blair = await postToken(withAssertion({ oid: BLAIR }));
    const casey = await postToken(withAssertion({ oid: CASEY }));

    expect(alex.body).toMatchObject({ error: 'interaction_required', error_codes: [50076] });
    expect(JSON.parse(alex.body['claims'] ?? '')).toHaveProperty('access_token.capolids');
    expect([blair.status, casey.status]).toEqual([200, 503]);
  });
});

describe('client_credentials', () => {
  const form = {
    grant_type: 'client_credentials',
    client_id: BOT_ID,
    client_secret: SECRET,
    scope: 'https://api.botframework.com/.default',
  };

  it('returns a connector token that Graph refuses', async () => {
    const { body } = await postToken(form);
    const token = body['access_token'] ?? '';

    expect(Object.keys(body).sort()).toEqual(['access_token', 'expires_in', 'ext_expires_in', 'token_type']);
    expect(local.entra.verifyConnectorToken(token)).toBe(true);
    expect(local.entra.verifyGraphToken(token)).toEqual({ ok: false });
  });

  it('returns an app token with the granted roles', async () => {
    local.entra.settings.roles = ['LearningAssignedCourse.Read.All'];

    const { body } = await postToken({ ...form, scope: 'https://graph.microsoft.com/.default' });

    expect(local.entra.verifyGraphToken(body['access_token'] ?? '')).toMatchObject({
      ok: true,
      claims: { tid: TENANT_ID, roles: ['LearningAssignedCourse.Read.All'] },
    });
  });

  it('names the service principal, without roles when none are granted', async () => {
    const claimsOf = async () => {
      const { body } = await postToken({ ...form, scope: 'https://graph.microsoft.com/.default' });
      return decode(body['access_token'] ?? '', { json: true }) ?? {};
    };
    const granted = await claimsOf();
    local.entra.settings.roles = [];

    expect(granted).toMatchObject({
      idtyp: 'app',
      appid: BOT_ID,
      tid: TENANT_ID,
      sub: granted['oid'] as string,
    });
    expect(granted['oid']).not.toBe(BOT_ID);
    expect(granted['roles']).toEqual([
      'LearningAssignedCourse.Read.All',
      'LearningSelfInitiatedCourse.Read.All',
    ]);
    expect(granted).not.toHaveProperty('scp');
    expect(await claimsOf()).not.toHaveProperty('roles');
  });

  it.each([
    [{ client_id: BLAIR }, 700016],
    [{ client_secret: 'wrong' }, 7000215],
    [{ scope: 'https://graph.microsoft.com/User.Read' }, 70011],
    [{ scope: 'api://elsewhere/.default' }, 500011],
  ])('refuses %j', async (override, code) => {
    const { body } = await postToken({ ...form, ...override });

    expect(body['error_codes']).toEqual([code]);
  });
});

describe('wire log', () => {
  it('shows each token request with shortened tokens and secrets', async () => {
    await postToken(onBehalfOfForm());
    await postToken(onBehalfOfForm({ client_secret: 'wrong-secret' }));

    const entries = local.log.entries();

    expect(entries.map(({ title, status }) => [title, status])).toEqual([
      ['token, on behalf of', 200],
      ['token, on behalf of → wrongSecret', 401],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/[\w-]{20,}\.[\w-]{20,}\.|sandbox-secret|wrong-secret/);
    expect(local.entra.requests).toEqual([
      { grant: 'on_behalf_of', personId: ALEX, status: 200 },
      { grant: 'on_behalf_of', status: 401 },
    ]);
  });
});

function without(form: Form, name: string): Form {
  return Object.fromEntries(Object.entries(form).filter(([key]) => key !== name));
}

function withAssertion(claims: object): Form {
  return onBehalfOfForm({ assertion: local.entra.issueSsoToken(ALEX, { ...claims }) });
}

function withForeignSignature(): Form {
  const claims = decode(local.entra.issueSsoToken(ALEX), { json: true }) ?? {};
  return onBehalfOfForm({ assertion: createSigningKey().sign(claims) });
}

function withForeignClientAssertion(): Form {
  const claims = {
    aud: `${local.entra.url}/${TENANT_ID}/oauth2/v2.0/token`,
    sub: CLIENT_ID,
    exp: 4_102_444_800,
  };
  return {
    ...without(onBehalfOfForm(), 'client_secret'),
    client_assertion: createSigningKey().sign(claims),
  };
}
