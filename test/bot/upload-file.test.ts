import { createServer, type Server } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTlsIdentity } from '../../sandbox/tls';
import { createUploadFile } from '../../src/bot/surfaces/upload-file';
import { trustCertificate } from '../support/trust-certificate';

const content = Buffer.from('\uFEFFPerson\r\n', 'utf8');

interface Received {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

let server: Server;
let host: string;
let received: Received[];
let answer: { readonly status: number; readonly headers?: Record<string, string> };
let stop: () => void;

beforeAll(async () => {
  const tls = await createTlsIdentity();
  const distrust = trustCertificate(tls.cert);
  server = createServer({ key: tls.key, cert: tls.cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ method: request.method, headers: request.headers, body: Buffer.concat(chunks) });
      // restify, where one process runs its tests too, lets `writeHead` return nothing.
      response.writeHead(answer.status, answer.headers);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = () => {
    server.closeAllConnections();
    server.close();
    distrust();
    tls.remove();
  };
});
beforeEach(() => {
  received = [];
  answer = { status: 201 };
});
afterAll(() => {
  stop();
});

function upload(url: string, hosts: readonly string[] = [host], signal = AbortSignal.timeout(5_000)) {
  return createUploadFile({ hosts })(url, content, signal);
}

describe('a file', () => {
  it('is uploaded whole, with its range and without a token', async () => {
    await upload(`https://${host}/upload/1?key=secret`);

    expect(received).toHaveLength(1);
    expect(received[0]?.method).toBe('PUT');
    expect(received[0]?.body).toEqual(content);
    expect(received[0]?.headers).toMatchObject({
      'content-range': `bytes 0-${content.length - 1}/${content.length}`,
      'content-length': String(content.length),
    });
    expect(received[0]?.headers).not.toHaveProperty('authorization');
  });

  it.each([
    ['another host', () => `https://evil.example.com/upload`, undefined],
    ['another port', () => 'https://127.0.0.1:1/upload', undefined],
    ['plain http', () => `http://${host}/upload`, undefined],
    ['a name before the host', () => `https://x@${host}/upload`, undefined],
    ['a password before the host', () => `https://:x@${host}/upload`, undefined],
    ['a host that only ends like an allowed one', () => 'https://evilsharepoint.com/', ['*.sharepoint.com']],
    ['the bare host below which all are allowed', () => 'https://sharepoint.com/', ['*.sharepoint.com']],
    ['an allowed host in the path', () => 'https://evil.example/.sharepoint.com', ['*.sharepoint.com']],
    ['an address of this network', () => 'https://169.254.169.254/', ['*.sharepoint.com']],
    ['no host at all', () => `https://${host}/upload`, []],
    ['no address', () => 'upload', undefined],
    ['a file of this machine', () => 'file:///etc/passwd', undefined],
  ])('is not uploaded to %s', async (_, url, hosts) => {
    // Not that it was tried in vain: nothing answers at most of these.
    await expect(upload(url(), hosts)).rejects.toThrow('Files are not put there');
    expect(received).toEqual([]);
  });

  it('may be uploaded to any subdomain of an allowed host, in any case', async () => {
    const putting = upload('https://CONTOSO-my.SharePoint.com.invalid/', ['*.sharepoint.com.INVALID']);

    // The name is allowed, and leads nowhere.
    await expect(putting).rejects.toThrow('The file was not taken');
  });

  it.each([303, 307])('does not follow a redirect: %i', async (status) => {
    answer = { status, headers: { Location: `https://${host}/elsewhere` } };

    await expect(upload(`https://${host}/upload`)).rejects.toMatchObject({ kind: 'fileUpload' });
    expect(received).toHaveLength(1);
  });

  it.each([400, 401, 404, 500])('counts as rejected after %i', async (status) => {
    answer = { status };

    await expect(upload(`https://${host}/upload`)).rejects.toMatchObject({ kind: 'fileUpload', status });
  });

  it('is canceled with the turn', async () => {
    await expect(upload(`https://${host}/upload`, [host], AbortSignal.abort())).rejects.toMatchObject({
      kind: 'fileUpload',
    });
  });

  it('is not rejected with an address in the message', async () => {
    const error: unknown = await upload(`https://${host}/upload?key=secret`, []).catch(
      (thrown: unknown) => thrown,
    );

    expect(JSON.stringify([String(error), error])).not.toMatch(/secret|127/);
  });
});
