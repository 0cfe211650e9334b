import { createServer, type Server } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTlsIdentity } from '../../sandbox/tls';
import { uploadFile } from '../../src/bot/surfaces/upload-file';
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
  return uploadFile(url, content, { hosts, signal });
}

describe('uploadFile', () => {
  it('uploads the whole file with its range and without a token', async () => {
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
    ['a user name in the URL', () => `https://x@${host}/upload`, undefined],
    ['a password in the URL', () => `https://:x@${host}/upload`, undefined],
    ['a host that only ends with an allowed name', () => 'https://evilsharepoint.com/', ['*.sharepoint.com']],
    ['the parent of allowed subdomains', () => 'https://sharepoint.com/', ['*.sharepoint.com']],
    ['an allowed host in the path', () => 'https://evil.example/.sharepoint.com', ['*.sharepoint.com']],
    ['a link-local address', () => 'https://169.254.169.254/', ['*.sharepoint.com']],
    ['any host if none is allowed', () => `https://${host}/upload`, []],
    ['a relative URL', () => 'upload', undefined],
    ['a local file', () => 'file:///etc/passwd', undefined],
  ])('does not upload to %s', async (_, url, hosts) => {
    // The message proves that nothing was sent: most of these hosts would not answer anyway.
    await expect(upload(url(), hosts)).rejects.toThrow('The upload host is not allowed');
    expect(received).toEqual([]);
  });

  it('uploads to any subdomain of an allowed host, whatever its case', async () => {
    const uploading = upload('https://CONTOSO-my.SharePoint.com.invalid/', ['*.sharepoint.com.INVALID']);

    // The host is allowed but does not exist.
    await expect(uploading).rejects.toThrow('The file was not accepted');
  });

  it.each([303, 307])('does not follow the redirect %i', async (status) => {
    answer = { status, headers: { Location: `https://${host}/elsewhere` } };

    await expect(upload(`https://${host}/upload`)).rejects.toMatchObject({ kind: 'fileUpload' });
    expect(received).toHaveLength(1);
  });

  it.each([400, 401, 404, 500])('throws fileUpload for %i', async (status) => {
    answer = { status };

    await expect(upload(`https://${host}/upload`)).rejects.toMatchObject({ kind: 'fileUpload', status });
  });

  it('aborts with the turn', async () => {
    await expect(upload(`https://${host}/upload`, [host], AbortSignal.abort())).rejects.toMatchObject({
      kind: 'fileUpload',
    });
  });

  it('throws an error that does not contain the address', async () => {
    const error: unknown = await upload(`https://${host}/upload?key=secret`, []).catch(
      (thrown: unknown) => thrown,
    );

    expect(JSON.stringify([String(error), error])).not.toMatch(/secret|127/);
  });
});
