import { createConnectorTokens, type ConnectorTokens } from '../../src/auth/connector-tokens';
import { createCredentials } from '../../src/auth/credentials';
import { BOT_ID, SECRET, startEntra, TENANT_ID, type LocalEntra } from '../support/start-entra';

const MINUTE_MS = 60_000;

let local: LocalEntra;
let elapsedMs: number;

beforeAll(async () => {
  local = await startEntra();
});

beforeEach(() => {
  local.reset();
  elapsedMs = 0;
});

afterAll(() => local.stop());

function createTokensHere(): ConnectorTokens {
  return createConnectorTokens({
    credentials: createCredentials({
      authorityHost: local.entra.url,
      credential: { kind: 'secret', secret: SECRET },
    }),
    bot: { id: BOT_ID, tenantId: TENANT_ID, type: 'SingleTenant' },
    now: () => new Date(Date.now() + elapsedMs),
  });
}

describe('getToken', () => {
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
    await expect(failed).rejects.toMatchObject({ kind: 'connectorTokenUnavailable' });
  });

  it('asks again after a failure', async () => {
    const tokens = createTokensHere();
    local.entra.settings.applicationFault = 'wrongSecret';
    await expect(tokens.getToken()).rejects.toMatchObject({ name: 'ConnectorTokenError' });
    local.entra.settings.applicationFault = 'none';

    const { token } = await tokens.getToken();

    expect(local.entra.verifyConnectorToken(token)).toBe(true);
  });
});
