import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { createSigningKey, type SigningKey } from '../../sandbox/signing-key';
import { createCredentials, type Credentials } from '../../src/auth/credentials';
import { createSignIn } from '../../src/auth/sign-in';
import { createLogger } from '../../src/logging/logger';
import type { ClientCredential } from '../../src/config/config';
import {
  ALEX,
  BLAIR,
  BOT_ID,
  CLIENT_ID,
  SECRET,
  startEntra,
  TENANT_ID,
  type LocalEntra,
} from '../support/start-entra';

const CONNECTOR_SCOPE = 'https://api.botframework.com/.default';
const IDENTITY_ID = '00000000-0000-4000-8000-0000000000d1';

let local: LocalEntra;
let folder: string;
let certificatePath: string;
let federation: SigningKey;
let host: Server;
let isHostSilent = false;
const environment = { ...process.env };

beforeAll(async () => {
  const certificate = await generate([{ name: 'commonName', value: 'Coursemate' }], { algorithm: 'sha256' });
  folder = mkdtempSync(join(tmpdir(), 'coursemate-test-'));
  certificatePath = join(folder, 'app.pem');
  writeFileSync(certificatePath, certificate.private + certificate.cert);
  federation = createSigningKey();
  local = await startEntra({ assertionKeys: [certificate.public, federation.publicKey] });
  host = await startManagedIdentityHost();
});

beforeEach(() => {
  local.reset();
  isHostSilent = false;
});

afterAll(async () => {
  process.env = environment;
  host.close();
  host.closeAllConnections();
  rmSync(folder, { recursive: true });
  await local.stop();
});

/** Serves tokens of the host's managed identity like App Service. */
async function startManagedIdentityHost(): Promise<Server> {
  const server = createServer((request, response) => {
    if (isHostSilent) return;
    const query = new URL(request.url ?? '', 'http://host').searchParams;
    const expiresOn = Math.floor(Date.now() / 1000) + 86_400;
    const token = federation.sign({
      aud: query.get('resource'),
      sub: query.get('client_id'),
      exp: expiresOn,
    });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ access_token: token, expires_on: expiresOn, token_type: 'Bearer' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env['IDENTITY_ENDPOINT'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/msi/token`;
  process.env['IDENTITY_HEADER'] = 'host-secret';
  return server;
}

function createCredentialsHere(credential: ClientCredential): Credentials {
  return createCredentials({ authorityHost: local.entra.url, credential });
}

const proofs: readonly [string, () => ClientCredential][] = [
  ['a secret', () => ({ kind: 'secret', secret: SECRET })],
  ['a certificate', () => ({ kind: 'certificate', path: certificatePath })],
  ['a managed identity', () => ({ kind: 'managedIdentity', clientId: IDENTITY_ID })],
];

describe('onBehalfOf', () => {
  it.each(proofs)('acts for a user with %s as proof', async (_name, makeProof) => {
    const credential = createCredentialsHere(makeProof()).onBehalfOf({
      tenantId: TENANT_ID,
      clientId: CLIENT_ID,
      assertion: local.entra.issueSsoToken(ALEX),
      signal: AbortSignal.timeout(10_000),
      observe: () => undefined,
    });

    const answer = await credential.getToken('https://graph.microsoft.com/.default');

    expect(local.entra.verifyGraphToken(answer?.token ?? '')).toMatchObject({
      ok: true,
      claims: { oid: ALEX },
    });
  });

  it('returns what the identity provider answered', async () => {
    const observe = jest.fn();
    const credential = createCredentialsHere({ kind: 'secret', secret: 'wrong' }).onBehalfOf({
      tenantId: TENANT_ID,
      clientId: CLIENT_ID,
      assertion: local.entra.issueSsoToken(ALEX),
      signal: AbortSignal.timeout(10_000),
      observe,
    });

    await credential.getToken('https://graph.microsoft.com/.default').catch(() => undefined);

    expect(observe).toHaveBeenCalledTimes(1);
    expect(observe).toHaveBeenCalledWith({
      kind: 'response',
      status: 401,
      body: expect.stringContaining('AADSTS7000215') as string,
    });
  });

  it('retries an outage once', async () => {
    local.entra.settings.fault = 'unavailable';
    const credential = createCredentialsHere({ kind: 'secret', secret: SECRET }).onBehalfOf({
      tenantId: TENANT_ID,
      clientId: CLIENT_ID,
      assertion: local.entra.issueSsoToken(ALEX),
      signal: AbortSignal.timeout(10_000),
      observe: () => undefined,
    });

    await credential.getToken('https://graph.microsoft.com/.default').catch(() => undefined);

    expect(local.entra.requests).toHaveLength(2);
  });

  it('ends an unanswered request when the signal aborts', async () => {
    local.entra.settings.fault = 'silent';
    const observe = jest.fn();
    const credential = createCredentialsHere({ kind: 'secret', secret: SECRET }).onBehalfOf({
      tenantId: TENANT_ID,
      clientId: CLIENT_ID,
      // The request may arrive after the test: no other test uses Blair.
      assertion: local.entra.issueSsoToken(BLAIR),
      signal: AbortSignal.timeout(200),
      observe,
    });

    await expect(credential.getToken('https://graph.microsoft.com/.default')).rejects.toThrow();
    expect(observe).toHaveBeenLastCalledWith({ kind: 'noResponse' });
  });

  it('refuses a missing certificate and names the key', () => {
    const path = join(folder, 'absent.pem');

    expect(() => createCredentialsHere({ kind: 'certificate', path })).toThrow(
      'AAD_APP_CERTIFICATE_PATH must be a file that can be read.',
    );
  });

  it('reports an unusable certificate as a configuration fault', async () => {
    const path = join(folder, 'empty.pem');
    writeFileSync(path, '');
    const signIn = createSignIn({
      credentials: createCredentialsHere({ kind: 'certificate', path }),
      clientId: CLIENT_ID,
      cacheSize: 1,
      log: createLogger('silent'),
    });

    const exchange = signIn.exchange(
      { tenantId: TENANT_ID, userId: ALEX },
      local.entra.issueSsoToken(ALEX),
      AbortSignal.timeout(10_000),
    );

    await expect(exchange).rejects.toMatchObject({ kind: 'signInMisconfigured' });
    expect(local.entra.requests.filter(({ personId }) => personId === ALEX)).toEqual([]);
  });
});

describe('a sign-in by managed identity', () => {
  it('gives up when the host does not answer', async () => {
    isHostSilent = true;
    const signIn = createSignIn({
      credentials: createCredentialsHere({ kind: 'managedIdentity', clientId: BLAIR }),
      clientId: CLIENT_ID,
      cacheSize: 1,
      log: createLogger('silent'),
      deadlineMs: 300,
    });

    const exchange = signIn.exchange(
      { tenantId: TENANT_ID, userId: ALEX },
      local.entra.issueSsoToken(ALEX),
      AbortSignal.timeout(10_000),
    );

    await expect(exchange).rejects.toMatchObject({ kind: 'signInUnavailable' });
  });
});

describe('application', () => {
  it.each(proofs)('acts for itself with %s as proof', async (_name, makeProof) => {
    const credential = createCredentialsHere(makeProof()).application({
      tenantId: TENANT_ID,
      clientId: BOT_ID,
      signal: AbortSignal.timeout(10_000),
    });

    const answer = await credential.getToken(CONNECTOR_SCOPE);

    expect(local.entra.verifyConnectorToken(answer?.token ?? '')).toBe(true);
  });

  it('is refused with a certificate that is not registered', async () => {
    const stranger = await generate([{ name: 'commonName', value: 'Stranger' }], { algorithm: 'sha256' });
    const path = join(folder, 'stranger.pem');
    writeFileSync(path, stranger.private + stranger.cert);
    const credential = createCredentialsHere({ kind: 'certificate', path }).application({
      tenantId: TENANT_ID,
      clientId: BOT_ID,
      signal: AbortSignal.timeout(10_000),
    });

    await expect(credential.getToken(CONNECTOR_SCOPE)).rejects.toThrow('AADSTS700027');
  });
});

describe('managedIdentity', () => {
  it('needs no credential but the host’s', async () => {
    const credential = createCredentialsHere({ kind: 'secret', secret: SECRET }).managedIdentity(IDENTITY_ID);

    const answer = await credential.getToken(CONNECTOR_SCOPE);

    expect(answer?.token).toMatch(/^eyJ/);
    expect(local.entra.requests).toEqual([]);
  });
});
