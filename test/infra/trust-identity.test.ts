import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { trustIdentity, type TrustOptions } from '../../tools/trust-identity';

const IDS = {
  appId: '00000000-0000-4000-8000-0000000000a1',
  tenantId: '00000000-0000-4000-8000-0000000000a2',
  principalId: '00000000-0000-4000-8000-0000000000a3',
};
const PATH = `/v1.0/applications(appId='${IDS.appId}')/federatedIdentityCredentials`;
const ISSUER = `https://login.microsoftonline.com/${IDS.tenantId}/v2.0`;

/** Microsoft Graph's federated credentials of one app. */
let server: Server;
let credentials: unknown[];
let requests: string[];
let refusal: { readonly status: number; readonly code: string } | undefined;

beforeEach(async () => {
  credentials = [];
  requests = [];
  refusal = undefined;
  server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? ''}`);
    void json(request)
      .catch(() => undefined)
      .then((body) => {
        if (request.method === 'POST') credentials.push(body);
        response.writeHead(refusal?.status ?? 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(refusal ? { error: { code: refusal.code } } : { value: credentials }));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.close();
});

function options(): TrustOptions {
  const { port } = server.address() as AddressInfo;
  return { ...IDS, graphBaseUrl: `http://127.0.0.1:${port}/v1.0`, graphToken: 'token' };
}

describe('trustIdentity', () => {
  it('adds a federated credential for the managed identity', async () => {
    await expect(trustIdentity(options())).resolves.toBe('added');

    expect(requests).toEqual([`GET ${PATH} Bearer token`, `POST ${PATH} Bearer token`]);
    expect(credentials).toEqual([
      expect.objectContaining({
        issuer: ISSUER,
        subject: IDS.principalId,
        audiences: ['api://AzureADTokenExchange'],
      }),
    ]);
  });

  it('adds it once', async () => {
    await trustIdentity(options());

    await expect(trustIdentity(options())).resolves.toBe('present');
    expect(credentials).toHaveLength(1);
  });

  it('keeps the credential of another identity', async () => {
    credentials.push({ issuer: ISSUER, subject: '00000000-0000-4000-8000-0000000000a4' });

    await expect(trustIdentity(options())).resolves.toBe('added');
  });

  it('reports Graph’s refusal', async () => {
    refusal = { status: 403, code: 'Authorization_RequestDenied' };

    await expect(trustIdentity(options())).rejects.toThrow(/403.*Authorization_RequestDenied/);
  });
});
