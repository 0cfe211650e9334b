import type { EntraFault } from '../../sandbox/entra/settings';
import { createAppTokens, createConnectorTokens, type AppTokens } from '../../src/auth/app-tokens';
import { createCredentials, type Credentials } from '../../src/auth/credentials';
import { createKeptLog } from '../graph/graph-access';
import { BOT_ID, CLIENT_ID, SECRET, startEntra, TENANT_ID, type LocalEntra } from '../support/start-entra';

const MINUTE_MS = 60_000;

let local: LocalEntra;
let elapsedMs: number;
let log: ReturnType<typeof createKeptLog>;

beforeAll(async () => {
  local = await startEntra();
});
beforeEach(() => {
  local.reset();
  elapsedMs = 0;
  log = createKeptLog();
});
afterAll(() => local.stop());

function build(secret = SECRET): AppTokens {
  const credential = { kind: 'secret', secret } as const;
  return createAppTokens({
    credentials: createCredentials({ authorityHost: local.entra.url, credential }),
    clientId: CLIENT_ID,
    log,
    now: () => new Date(Date.now() + elapsedMs),
  });
}

const soon = (): AbortSignal => AbortSignal.timeout(10_000);

describe('getToken of the app’s tokens', () => {
  it('returns the app’s own token with the roles that the tenant granted', async () => {
    const verdict = local.entra.verifyGraphToken(await build().getToken(TENANT_ID, soon()));

    expect(verdict).toMatchObject({
      ok: true,
      claims: {
        tid: TENANT_ID,
        roles: ['LearningAssignedCourse.Read.All', 'LearningSelfInitiatedCourse.Read.All'],
      },
    });
    expect(verdict).not.toHaveProperty('claims.scp');
  });

  it('asks once for concurrent callers, whatever the case of the tenant id', async () => {
    const tokens = build();

    await Promise.all(
      Array.from({ length: 32 }, (_, index) =>
        tokens.getToken(index % 2 === 0 ? TENANT_ID : TENANT_ID.toUpperCase(), soon()),
      ),
    );

    expect(local.entra.requests).toEqual([{ grant: 'client_credentials', status: 200 }]);
  });

  it('never uses one tenant’s token for another', async () => {
    const application: Credentials['application'] = ({ tenantId }) => ({
      getToken: () =>
        Promise.resolve({ token: `of ${tenantId}`, expiresOnTimestamp: Date.now() + 3_600_000 }),
    });
    const credentials: Partial<Credentials> = { application };
    const tokens = createAppTokens({ credentials: credentials as Credentials, clientId: CLIENT_ID, log });

    for (const tenant of ['contoso', 'fabrikam', 'contoso'])
      expect(await tokens.getToken(tenant, soon())).toBe(`of ${tenant}`);
  });

  it('keeps the token until 5 minutes before it expires', async () => {
    const tokens = build();
    const first = await tokens.getToken(TENANT_ID, soon());
    elapsedMs = 54 * MINUTE_MS;
    const kept = await tokens.getToken(TENANT_ID, soon());
    elapsedMs = 56 * MINUTE_MS;
    const renewed = await tokens.getToken(TENANT_ID, soon());

    expect(kept).toBe(first);
    expect(renewed).not.toBe(first);
  });

  it('keeps using a valid token while no new one can be had', async () => {
    const tokens = build();
    const first = await tokens.getToken(TENANT_ID, soon());
    local.entra.settings.applicationFault = 'unavailable';
    elapsedMs = 56 * MINUTE_MS;
    const kept = await tokens.getToken(TENANT_ID, soon());
    elapsedMs = 61 * MINUTE_MS;

    expect(kept).toBe(first);
    await expect(tokens.getToken(TENANT_ID, soon())).rejects.toMatchObject({ kind: 'signInUnavailable' });
  });

  it.each<[EntraFault, string]>([
    ['wrongSecret', 'signInMisconfigured'],
    ['secretExpired', 'signInMisconfigured'],
    ['unknownApplication', 'signInMisconfigured'],
    ['unavailable', 'signInUnavailable'],
    ['throttled', 'signInUnavailable'],
    ['reset', 'signInUnavailable'],
  ])('throws on %s: %s, and asks again on the next call', async (fault, kind) => {
    const tokens = build();
    local.entra.settings.applicationFault = fault;
    await expect(tokens.getToken(TENANT_ID, soon())).rejects.toMatchObject({ name: 'TokenError', kind });
    local.entra.settings.applicationFault = 'none';

    expect(await tokens.getToken(TENANT_ID, soon())).not.toBe('');
  });

  it('logs a failure without the secret', async () => {
    await expect(build('not-the-secret').getToken(TENANT_ID, soon())).rejects.toMatchObject({
      kind: 'signInMisconfigured',
    });

    expect(log.lines).toMatchObject([{ level: 'warn', message: 'the app got no token' }]);
    expect(JSON.stringify(log.lines)).not.toContain('not-the-secret');
  });

  it('stops waiting with its turn, while a longer turn still gets the token', async () => {
    local.entra.settings.latencyMs = 400;
    const tokens = build();

    const [hasty, patient] = await Promise.allSettled([
      tokens.getToken(TENANT_ID, AbortSignal.timeout(50)),
      tokens.getToken(TENANT_ID, soon()),
    ]);

    expect(hasty).toMatchObject({ status: 'rejected', reason: { kind: 'signInUnavailable' } });
    expect(patient.status).toBe('fulfilled');
    expect(local.entra.requests).toHaveLength(1);
  });

  it('asks for nothing when the turn is already over', async () => {
    await expect(build().getToken(TENANT_ID, AbortSignal.abort())).rejects.toMatchObject({
      kind: 'signInUnavailable',
    });
    expect(local.entra.requests).toEqual([]);
  });

  it('reports an identity provider that does not answer in time as unavailable', async () => {
    jest.useFakeTimers();
    const application: Credentials['application'] = () => ({ getToken: () => new Promise(() => undefined) });
    const credentials = { application } as Partial<Credentials> as Credentials;
    const tokens = createAppTokens({ credentials, clientId: CLIENT_ID, log });

    const failed = expect(tokens.getToken(TENANT_ID, new AbortController().signal)).rejects.toMatchObject({
      kind: 'signInUnavailable',
    });
    await jest.advanceTimersByTimeAsync(5_000);
    jest.useRealTimers();

    await failed;
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { failure: 'signInUnavailable' } }]);
  });
});

function createTokensHere(): ReturnType<typeof createConnectorTokens> {
  return createConnectorTokens({
    credentials: createCredentials({
      authorityHost: local.entra.url,
      credential: { kind: 'secret', secret: SECRET },
    }),
    bot: { id: BOT_ID, tenantId: TENANT_ID, type: 'SingleTenant' },
    log,
    now: () => new Date(Date.now() + elapsedMs),
  });
}

describe('getToken of the connector’s tokens', () => {
  it('returns a token for the connector with its expiry', async () => {
    const { token, expiresOn } = await createTokensHere().getToken();

    expect(local.entra.verifyConnectorToken(token)).toBe(true);
    expect(Math.abs(expiresOn.getTime() - Date.now() - 60 * MINUTE_MS)).toBeLessThan(MINUTE_MS);
  });

  it('asks once for concurrent callers', async () => {
    const tokens = createTokensHere();

    await Promise.all(Array.from({ length: 32 }, () => tokens.getToken()));

    expect(local.entra.requests).toEqual([{ grant: 'client_credentials', status: 200 }]);
  });

  it('keeps the token until 5 minutes before it expires', async () => {
    const tokens = createTokensHere();
    const first = await tokens.getToken();

    elapsedMs = 54 * MINUTE_MS;
    const kept = await tokens.getToken();
    elapsedMs = 56 * MINUTE_MS;
    const renewed = await tokens.getToken();

    expect(kept).toBe(first);
    expect(renewed.token).not.toBe(first.token);
    expect(local.entra.requests).toHaveLength(2);
  });

  it('keeps using a valid token while no new one can be had', async () => {
    const tokens = createTokensHere();
    const first = await tokens.getToken();
    local.entra.settings.applicationFault = 'unavailable';

    elapsedMs = 56 * MINUTE_MS;
    const kept = await tokens.getToken();
    elapsedMs = 61 * MINUTE_MS;
    const failed = tokens.getToken();

    expect(kept).toBe(first);
    await expect(failed).rejects.toMatchObject({ kind: 'signInUnavailable' });
  });

  it('asks again after a failure', async () => {
    const tokens = createTokensHere();
    local.entra.settings.applicationFault = 'wrongSecret';
    await expect(tokens.getToken()).rejects.toMatchObject({
      name: 'TokenError',
      kind: 'signInMisconfigured',
    });
    local.entra.settings.applicationFault = 'none';

    const { token } = await tokens.getToken();

    expect(local.entra.verifyConnectorToken(token)).toBe(true);
  });
});
