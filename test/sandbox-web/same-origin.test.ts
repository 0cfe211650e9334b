import { request } from 'node:http';
import { startWorld, type RunningWorld } from '../../sandbox/start-world';
import { createPageServer, type PageServer } from '../../sandbox/web/page-server';

let running: RunningWorld;
let page: PageServer;

beforeAll(async () => {
  running = await startWorld({ withBot: false });
  page = await createPageServer({ ...running, port: 0 });
});

afterAll(async () => {
  await page.close();
  await running.close();
});

/** Sends exactly these headers; `fetch` does not allow some of them. */
function ask(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<number | undefined> {
  const { port, host } = new URL(page.url);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('requireOwnHost', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost:1'])(
    'refuses requests for the host %s',
    async (host) => {
      expect(await ask('/', { headers: { host } })).toBe(403);
      expect(await ask('/api/world', { headers: { host } })).toBe(403);
    },
  );
});

describe('requireSameOrigin', () => {
  it('answers the page itself', async () => {
    const headers = { origin: page.url, 'sec-fetch-site': 'same-origin' };

    expect(await ask('/api/world', { headers })).toBe(200);
    expect(await ask('/api/wire', { method: 'DELETE', headers })).toBe(204);
  });

  it.each(['http://localhost:1', 'https://evil.example', 'null'])('refuses the origin %s', async (origin) => {
    expect(await ask('/api/world', { headers: { origin } })).toBe(403);
    expect(await ask('/api/wire', { method: 'DELETE', headers: { origin } })).toBe(403);
  });

  it('refuses a change that names no origin', async () => {
    expect(await ask('/api/wire', { method: 'DELETE' })).toBe(403);
  });

  it('refuses what another site makes a browser fetch', async () => {
    expect(await ask('/api/world', { headers: { 'sec-fetch-site': 'cross-site' } })).toBe(403);
    expect(await ask('/api/world', { headers: { 'sec-fetch-site': 'same-site' } })).toBe(403);
  });
});
