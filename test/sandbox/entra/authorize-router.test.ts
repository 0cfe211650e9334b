import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import {
  ALEX,
  CASEY,
  CLIENT_ID,
  REDIRECT_URI,
  startEntra,
  TENANT_ID,
  type LocalEntra,
} from '../../support/start-entra';

let local: LocalEntra;
let server: Server;

beforeAll(async () => {
  local = await startEntra();
  server = createServer(express().use(local.entra.authorizeRouter));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

beforeEach(() => {
  local.reset();
});

afterAll(async () => {
  server.close();
  await local.stop();
});

type Query = Readonly<Record<string, string>>;

function authorizeUrl(query: Query = {}, tenantId = TENANT_ID): string {
  const url = new URL(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/entra/${tenantId}/oauth2/v2.0/authorize`,
  );
  const all = {
    client_id: CLIENT_ID,
    response_type: 'code',
    redirect_uri: REDIRECT_URI,
    scope: 'https://graph.microsoft.com/.default',
    state: 'state-1',
    ...query,
  };
  for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value);
  return url.href;
}

async function open(query?: Query, headers: Query = {}): Promise<Response> {
  return fetch(authorizeUrl(query), { redirect: 'manual', headers });
}

async function decide(decision: string, query: Query = {}, person = CASEY): Promise<URLSearchParams> {
  const response = await fetch(authorizeUrl(query), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ decision, person }),
  });
  expect(response.status).toBe(303);
  return redirectOf(response);
}

function redirectOf(response: Response): URLSearchParams {
  const target = new URL(response.headers.get('location') ?? '');
  expect(target.origin + target.pathname).toBe(REDIRECT_URI);
  return target.searchParams;
}

describe('a request that may show nothing', () => {
  it('returns to a registered address with the error that no one is signed in', async () => {
    const answer = redirectOf(await open({ prompt: 'none' }));

    expect(answer.get('error')).toBe('login_required');
    expect(answer.get('state')).toBe('state-1');
  });

  it('does not return to another address', async () => {
    const response = await open({ prompt: 'none', redirect_uri: 'https://elsewhere.example/auth/end' });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('AADSTS50011');
  });
});

describe('the consent page', () => {
  it('names the person and the permissions', async () => {
    const response = await open({ login_hint: 'casey@contoso.example' });
    const html = await response.text();

    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('Casey Wilber');
    expect(html).toContain('Read your assigned courses');
    expect(html).toMatch(/<html lang="en">[^]*<main>[^]*Accept<\/button>/);
  });

  it('lists only the requested permissions', async () => {
    const html = await (
      await open({ login_hint: CASEY, scope: 'openid https://graph.microsoft.com/User.Read' })
    ).text();

    expect(html.match(/<li>[^<]*/g)).toEqual(['<li>Sign you in and read your profile']);
  });

  it('records the consent and returns with a code and the state', async () => {
    const answer = await decide('accept');

    expect(answer.get('code')).toBeTruthy();
    expect(answer.get('state')).toBe('state-1');
    expect(local.entra.hasConsented(CASEY)).toBe(true);
  });

  it('returns an error when the person declines', async () => {
    const answer = await decide('cancel');

    expect(answer.get('error')).toBe('access_denied');
    expect(answer.get('error_description')).toContain('AADSTS65004');
    expect(answer.get('state')).toBe('state-1');
    expect(local.entra.hasConsented(CASEY)).toBe(false);
  });

  it('returns at once for a person who has consented, unless the request asks for more', async () => {
    const redirected = await open({ login_hint: ALEX });
    const asked = await open({ login_hint: ALEX, prompt: 'consent' });
    const challenged = await open({ login_hint: ALEX, claims: '{}' });

    expect(redirectOf(redirected).get('code')).toBeTruthy();
    expect(asked.status).toBe(200);
    expect(await challenged.text()).toContain('second factor');
  });

  it('ends a person’s second-factor fault when the request carries the claims', async () => {
    local.entra.settings.fault = 'secondFactorRequired';

    await decide('accept', { claims: '{}' }, ALEX);

    expect(local.entra.settings.personFaults.get(ALEX)).toBe('none');
  });

  it.each(['conditionalAccess', 'accountOfAnotherTenant'] as const)(
    'keeps a fault that the page cannot fix: %s',
    async (fault) => {
      local.entra.settings.personFaults.set(ALEX, fault);

      await decide('accept', { claims: '{}' }, ALEX);

      expect(local.entra.settings.personFaults.get(ALEX)).toBe(fault);
    },
  );

  it('refuses consent that needs an admin', async () => {
    local.entra.settings.adminApproval.add(CASEY);

    const html = await (await open({ login_hint: CASEY })).text();
    const answer = await decide('accept');

    expect(html).toContain('Need admin approval');
    expect(answer.get('error')).toBe('access_denied');
    expect(answer.get('error_description')).toContain('AADSTS90094');
    expect(local.entra.hasConsented(CASEY)).toBe(false);
  });

  it('asks for the account when the request names none', async () => {
    const html = await (await open()).text();

    expect(html).toContain('Pick an account');
    expect(html).toContain(`login_hint=${CASEY}`);
  });

  it('prefers the Teams client’s cookie to the hint', async () => {
    const html = await (await open({ login_hint: ALEX }, { cookie: `a=b; sandbox_person=${CASEY}` })).text();

    expect(html).toContain('Casey Wilber');
  });

  it.each([
    ['another application', { client_id: ALEX }, 'AADSTS700016'],
    ['an address that is not registered', { redirect_uri: 'https://elsewhere.example/' }, 'AADSTS50011'],
  ])('does not redirect for %s', async (_name, query, code) => {
    const response = await open({ login_hint: ALEX, ...query });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain(code);
  });

  it('rejects other tenants', async () => {
    const response = await fetch(authorizeUrl({}, ALEX));

    expect(await response.text()).toContain('AADSTS90002');
  });

  it('supports only the code response', async () => {
    const answer = redirectOf(await open({ login_hint: ALEX, response_type: 'token' }));

    expect(answer.get('error')).toBe('unsupported_response_type');
  });

  it.each([{ decision: 'perhaps', person: CASEY }, { decision: 'accept' }, { person: CASEY }])(
    'refuses the form %j',
    async (form) => {
      const response = await fetch(authorizeUrl(), {
        method: 'POST',
        body: new URLSearchParams({ ...form }),
      });

      expect(response.status).toBe(400);
    },
  );

  it('escapes hostile text', async () => {
    const response = await open({ state: '"><script>alert(1)</script>' });

    expect(await response.text()).not.toContain('<script>');
  });
});
