import { createHash } from 'node:crypto';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeHTML } from 'entities';
import { createServer, type BotServer } from '../../src/server/create-server';
import { createSignInPages, toPublicOrigin } from '../../src/server/sign-in-pages';
import { createRecordingLog, type RecordingLog } from './recording-log';

const TENANT = '00000000-0000-4000-8000-0000000000aa';
const SECOND_TENANT = '00000000-0000-4000-8000-0000000000bb';
const CLIENT_ID = 'c1e70000-0000-4000-8000-00000000000c';

let authority: Server;
let authorityHost: string;
let isAuthorityDown: boolean;
let askedFor: string[];
let log: RecordingLog;
let server: BotServer;
let origin: string;

beforeEach(async () => {
  isAuthorityDown = false;
  askedFor = [];
  authority = createHttpServer((request, response) => {
    askedFor.push(request.url ?? '');
    const tenant = request.url?.split('/')[1] ?? '';
    response.statusCode = isAuthorityDown ? 503 : 200;
    response.end(
      JSON.stringify({ authorization_endpoint: `${authorityHost}/${tenant}/oauth2/v2.0/authorize` }),
    );
  });
  await new Promise<void>((resolve) => authority.listen(0, '127.0.0.1', resolve));
  authorityHost = `http://127.0.0.1:${(authority.address() as AddressInfo).port}`;
  log = createRecordingLog();
  const pages = createSignInPages({
    publicOrigin: 'https://bot.example.com',
    authorityHost,
    clientId: CLIENT_ID,
    scopes: ['https://graph.microsoft.com/LearningContent.Read.All', 'offline_access'],
    allowedTenantIds: [TENANT, SECOND_TENANT],
    hostOrigins: ['http://localhost:3979'],
    findClaims: (ctx) => (ctx === 'asked-later' ? '{"later":true}' : undefined),
    log,
  });
  const receive = () => Promise.resolve({ status: 401 });
  server = createServer({ port: 0, receive, readiness: () => [], details: () => ({}), pages, log });
  origin = `http://127.0.0.1:${await server.listen()}`;
});
afterEach(async () => {
  await server.stop();
  authority.close();
  authority.closeAllConnections();
});

async function open(path: string): Promise<{ response: Response; html: string; document: Document }> {
  const response = await fetch(`${origin}${path}`);
  const html = await response.text();
  return { response, html, document: parseHtml(html) };
}

interface Document {
  /** The `data-` attributes, as the browser would decode them. */
  readonly data: Readonly<Record<string, string>>;
  readonly sentence: string;
}

/** Parses our own markup only: one element with data, one sentence. */
function parseHtml(html: string): Document {
  const main = /<main id="sign-in"([^>]*)>/.exec(html)?.[1] ?? '';
  const data = [...main.matchAll(/ data-([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [
    name,
    decodeHTML(value ?? ''),
  ]);
  const sentence = /role="status">([^<]*)</.exec(html)?.[1];
  return { data: Object.fromEntries(data) as Record<string, string>, sentence: decodeHTML(sentence ?? '') };
}

async function openStart(query: Readonly<Record<string, string>>): Promise<URL> {
  const { document } = await open(`/auth/start?${new URLSearchParams(query).toString()}`);
  return new URL(document.data['authorize-url'] ?? '');
}

describe('/auth/start', () => {
  it('redirects to the tenant’s authorization endpoint', async () => {
    const url = await openStart({ ctx: 'id~question', tenant: SECOND_TENANT.toUpperCase() });

    expect(url.origin + url.pathname).toBe(`${authorityHost}/${SECOND_TENANT}/oauth2/v2.0/authorize`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: CLIENT_ID,
      response_type: 'code',
      response_mode: 'query',
      redirect_uri: 'https://bot.example.com/auth/end',
      scope: 'https://graph.microsoft.com/LearningContent.Read.All offline_access',
    });
  });

  it('passes on the claims from a refusal', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

    const url = await openStart({ ctx: 'id', tenant: TENANT, claims });

    expect(url.searchParams.get('claims')).toBe(claims);
  });

  it('prefers newer claims to those in the link', async () => {
    const url = await openStart({ ctx: 'asked-later', tenant: TENANT, claims: '{"earlier":true}' });

    expect(url.searchParams.get('claims')).toBe('{"later":true}');
  });

  it.each([
    ['not served', 'common'],
    ['not named', ''],
    ['an attempt at another address', `${TENANT}/../../evil`],
  ])('redirects to the first served tenant when the link’s tenant is %s', async (_what, tenant) => {
    const url = await openStart({ ctx: 'id', tenant });

    expect(url.pathname).toBe(`/${TENANT}/oauth2/v2.0/authorize`);
    expect(askedFor).toEqual([`/${TENANT}/v2.0/.well-known/openid-configuration`]);
  });

  it('asks the authority once for all users', async () => {
    await Promise.all(Array.from({ length: 10 }, () => openStart({ ctx: 'id', tenant: TENANT })));
    await openStart({ ctx: 'id', tenant: TENANT });

    expect(askedFor).toHaveLength(1);
  });

  it('says when the authority does not answer, and asks again the next time', async () => {
    isAuthorityDown = true;
    const failed = await open(`/auth/start?ctx=id&tenant=${TENANT}`);
    isAuthorityDown = false;
    const mended = await open(`/auth/start?ctx=id&tenant=${TENANT}`);

    expect(failed.response.status).toBe(503);
    expect(failed.document.sentence).toContain('You can close this window');
    expect(failed.html).not.toContain('<script');
    expect(log.lines).toHaveLength(1);
    expect(mended.response.status).toBe(200);
  });

  it('escapes everything in the link', async () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror='alert(1)'>&quot; \u2028`;
    const query = new URLSearchParams({ ctx: hostile, tenant: hostile, claims: hostile }).toString();

    const { html, document } = await open(`/auth/start?${query}`);

    expect(document.data['ctx']).toBe(hostile);
    expect(new URL(document.data['authorize-url'] ?? '').searchParams.get('claims')).toBe(hostile);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<img[^>]*>/g)).toEqual(['<img src="/icon.png" alt="" width="24" height="24">']);
  });

  it('refuses a link that is too long', async () => {
    const { response, document } = await open(`/auth/start?ctx=${'x'.repeat(5_000)}`);

    expect(response.status).toBe(400);
    expect(document.sentence).toContain('This link isn’t complete');
  });
});

describe('/auth/end', () => {
  it('gives its script the allowed openers and a sentence for each outcome', async () => {
    const { document } = await open('/auth/end?code=secret-code&state=secret-state');

    const outcomes = JSON.parse(document.data['outcomes'] ?? '') as Record<string, string>;
    expect(JSON.parse(document.data['host-origins'] ?? '')).toEqual(['http://localhost:3979']);
    expect(Object.keys(outcomes)).toContain('AdminConsentRequired');
    for (const sentence of Object.values(outcomes)) expect(sentence).toContain('You can close this window');
  });

  it('repeats nothing from its query', async () => {
    const { html } = await open('/auth/end?code=secret-code&state=secret-state&error_description=hostile');

    expect(html).not.toMatch(/secret|hostile/);
  });
});

describe.each(['/auth/start?ctx=id', '/auth/end'])('%s', (path) => {
  it('has a strict policy that allows its own style and scripts', async () => {
    const { response, html } = await open(path);

    const policy = response.headers.get('content-security-policy') ?? '';
    const style = /<style>([^]*)<\/style>/.exec(html)?.[1] ?? '';
    const styleHash = createHash('sha256').update(style).digest('base64');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "img-src 'self'",
      "script-src 'self'",
      `style-src 'sha256-${styleHash}'`,
      "connect-src 'self' https://res.cdn.office.net",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(html).not.toMatch(/ on[a-z]+=|style=/);
  });

  it('serves each script that it names', async () => {
    const { html } = await open(path);

    const scripts = [...html.matchAll(/<script src="([^"]+)" defer>/g)].map(([, src]) =>
      decodeHTML(src ?? ''),
    );
    for (const script of scripts) {
      const response = await fetch(`${origin}${script}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    }
    expect(scripts.length).toBeGreaterThan(0);
  });
});

describe('/auth/MicrosoftTeams.min.js', () => {
  it('is the packaged library, cacheable for an hour', async () => {
    const response = await fetch(`${origin}/auth/MicrosoftTeams.min.js`);

    expect(await response.text()).toContain('microsoftTeams');
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
  });
});

describe('toPublicOrigin', () => {
  it.each([
    ['bot.example.com', 'https://bot.example.com'],
    ['bot.example.com:8443', 'https://bot.example.com:8443'],
    ['Bot.Example.COM', 'https://bot.example.com'],
    ['bot.example.com:443', 'https://bot.example.com'],
    ['localhost:3978', 'http://localhost:3978'],
    ['127.0.0.1:3978', 'http://127.0.0.1:3978'],
    ['localhost.example.com', 'https://localhost.example.com'],
  ])('of %s is %s', (domain, publicOrigin) => {
    expect(toPublicOrigin(domain)).toBe(publicOrigin);
  });
});
