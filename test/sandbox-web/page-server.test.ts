import { createServer } from 'node:http';
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

function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${page.url}${path}`, { headers, redirect: 'manual' });
}

function addressesIn(text: string): readonly string[] {
  const html = [...text.matchAll(/ (?:href|src)="([^"#]+)"/g)];
  const imports = [...text.matchAll(/from '\.\/([^']+)'/g)];
  return [...html.map(([, path = '']) => path), ...imports.map(([, file = '']) => `/page/${file}`)];
}

describe('createPageServer', () => {
  it('serves a page with all parts from the server itself', async () => {
    const known = new Set(['/']);

    for (const path of known) {
      const response = await get(path);
      const text = await response.text();
      expect([path, response.status]).toEqual([path, 200]);
      if (!path.startsWith('/adaptivecards')) for (const address of addressesIn(text)) known.add(address);
    }

    expect(known.size).toBeGreaterThan(20);
    expect([...known].every((path) => path.startsWith('/'))).toBe(true);
  });

  it('serves a host config for each theme', async () => {
    for (const theme of ['light', 'dark', 'contrast']) {
      const response = await get(`/host-configs/${theme}.json`);
      expect(await response.json()).toHaveProperty('containerStyles');
    }
  });

  it('forbids foreign scripts, foreign resources and html from text', async () => {
    const response = await get('/');

    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });

  it('shows the consent page of the local Entra', async () => {
    const response = await get(`/entra/${running.world.tenantId}/oauth2/v2.0/authorize?client_id=unknown`);

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('AADSTS700016');
  });

  it('redirects from the numeric address to localhost', async () => {
    const { port } = new URL(page.url);

    const response = await fetch(`http://127.0.0.1:${port}/?theme=dark`, { redirect: 'manual' });

    expect(response.status).toBe(307);
    expect(response.headers.get('location')).toBe(`http://localhost:${port}/?theme=dark`);
  });

  it('rejects when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;

    await expect(createPageServer({ ...running, port })).rejects.toThrow('EADDRINUSE');

    other.close();
  });
});
