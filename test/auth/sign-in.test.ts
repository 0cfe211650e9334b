import { createSigningKey } from '../../sandbox/signing-key';
import { createCredentials } from '../../src/auth/credentials';
import { createSignIn, type SignIn, type SignInOptions } from '../../src/auth/sign-in';
import { createLogger } from '../../src/logging/logger';
import {
  ALEX,
  BLAIR,
  CASEY,
  CLIENT_ID,
  SECRET,
  startEntra,
  TENANT_ID,
  type LocalEntra,
} from '../support/start-entra';

const alex = { tenantId: TENANT_ID, userId: ALEX };
const blair = { tenantId: TENANT_ID, userId: BLAIR };
const casey = { tenantId: TENANT_ID, userId: CASEY };
const MINUTE_MS = 60_000;

let local: LocalEntra;
let logLines: string[];

beforeAll(async () => {
  local = await startEntra();
});

beforeEach(() => {
  local.reset();
  logLines = [];
});

afterAll(() => local.stop());

function createSignInHere(overrides: Partial<SignInOptions> = {}): SignIn {
  const log = createLogger('debug', { write: (line) => logLines.push(line) });
  const credentials = createCredentials({
    authorityHost: local.entra.url,
    credential: { kind: 'secret', secret: SECRET },
  });
  return createSignIn({ credentials, clientId: CLIENT_ID, cacheSize: 10, log, ...overrides });
}

/** The signal of a turn without a deadline. */
function patience(): AbortSignal {
  return AbortSignal.timeout(60_000);
}

function exchangesOf(personId: string): number {
  return local.entra.requests.filter((request) => request.personId === personId).length;
}

describe('exchange', () => {
  it('returns the caller’s Graph token with the permissions that the tenant granted', async () => {
    const signIn = createSignInHere();

    const outcome = await signIn.exchange(alex, local.entra.issueSsoToken(ALEX), patience());

    const graphToken = outcome.kind === 'signedIn' ? outcome.graphToken : '';
    expect(local.entra.verifyGraphToken(graphToken)).toEqual({
      ok: true,
      claims: { oid: ALEX, tid: TENANT_ID, scp: local.entra.settings.scopes.join(' ') },
    });
    expect(signIn.findToken(alex)).toBe(graphToken);
    expect(signIn.findToken(blair)).toBeUndefined();
  });

  it('works in a tenant that granted only some permissions', async () => {
    local.entra.settings.scopes = ['User.Read'];

    const outcome = await createSignInHere().exchange(alex, local.entra.issueSsoToken(ALEX), patience());

    expect(outcome.kind).toBe('signedIn');
  });

  it('asks the identity provider once for 32 concurrent questions of one user', async () => {
    const signIn = createSignInHere();
    const ssoToken = local.entra.issueSsoToken(ALEX);

    const outcomes = await Promise.all(
      Array.from({ length: 32 }, () => signIn.exchange(alex, ssoToken, patience())),
    );

    expect(exchangesOf(ALEX)).toBe(1);
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  });

  it('asks once for three clients of one user, each with its own SSO token', async () => {
    const signIn = createSignInHere();

    const outcomes = await Promise.all(
      [1, 2, 3].map(() => signIn.exchange(alex, local.entra.issueSsoToken(ALEX), patience())),
    );

    expect(outcomes.map(({ kind }) => kind)).toEqual(['signedIn', 'signedIn', 'signedIn']);
    expect(exchangesOf(ALEX)).toBe(1);
  });

  it('accepts another client’s token after a stale one', async () => {
    const signIn = createSignInHere();
    const stale = local.entra.issueSsoToken(ALEX, { exp: 1 });

    const outcomes = await Promise.all(
      [stale, local.entra.issueSsoToken(ALEX)].map((token) => signIn.exchange(alex, token, patience())),
    );

    expect(outcomes.map(({ kind }) => kind)).toEqual(['signInNeeded', 'signedIn']);
  });

  it('does not ask again while the caller has a Graph token, whichever client sends', async () => {
    const signIn = createSignInHere();

    await signIn.exchange(alex, local.entra.issueSsoToken(ALEX), patience());
    await signIn.exchange(alex, local.entra.issueSsoToken(ALEX), patience());

    expect(exchangesOf(ALEX)).toBe(1);
  });

  it('asks again after a failure', async () => {
    const signIn = createSignInHere();
    const ssoToken = local.entra.issueSsoToken(CASEY);

    const before = await signIn.exchange(casey, ssoToken, patience());
    local.entra.consent(CASEY);
    const after = await signIn.exchange(casey, ssoToken, patience());

    expect(before).toEqual({ kind: 'signInNeeded', reason: 'consentRequired' });
    expect(after.kind).toBe('signedIn');
  });

  it('accepts ids that differ only in their capitals', async () => {
    const shouting = { tenantId: TENANT_ID.toUpperCase(), userId: ALEX.toUpperCase() };
    const signIn = createSignInHere();

    const outcome = await signIn.exchange(shouting, local.entra.issueSsoToken(ALEX), patience());

    expect(outcome.kind).toBe('signedIn');
    expect(signIn.findToken(alex)).toBeDefined();
  });

  it('accepts an SSO token whose ids are in capitals', async () => {
    const ssoToken = local.entra.issueSsoToken(ALEX, {
      oid: ALEX.toUpperCase(),
      tid: TENANT_ID.toUpperCase(),
    });

    const outcome = await createSignInHere().exchange(alex, ssoToken, patience());

    // Entra is asked, whatever its answer.
    expect(local.entra.requests).toHaveLength(1);
    expect(outcome).not.toMatchObject({ reason: 'wrongAccount' });
  });

  it.each([
    ['someone else’s', 'wrongAccount', () => local.entra.issueSsoToken(BLAIR)],
    ['another tenant’s', 'wrongAccount', () => local.entra.issueSsoToken(ALEX, { tid: CLIENT_ID })],
    ['one without an owner', 'rejected', () => local.entra.issueSsoToken(ALEX, { oid: undefined })],
    ['no token', 'rejected', () => 'not a token'],
    ['broken JSON', 'rejected', () => 'e30.ey.e30'],
    ['an empty one', 'rejected', () => ''],
    ['an endless one', 'rejected', () => local.entra.issueSsoToken(ALEX, { groups: 'x'.repeat(20_000) })],
  ])('refuses %s as %s without asking the identity provider', async (_name, reason, makeToken) => {
    const outcome = await createSignInHere().exchange(alex, makeToken(), patience());

    expect(outcome).toEqual({ kind: 'signInNeeded', reason });
    expect(local.entra.requests).toEqual([]);
  });

  it('does not share a running exchange with another caller who sends the same token', async () => {
    const signIn = createSignInHere();
    const ssoToken = local.entra.issueSsoToken(ALEX);

    const [own, foreign] = await Promise.all([
      signIn.exchange(alex, ssoToken, patience()),
      signIn.exchange(blair, ssoToken, patience()),
    ]);

    expect(own.kind).toBe('signedIn');
    expect(foreign).toEqual({ kind: 'signInNeeded', reason: 'wrongAccount' });
    expect(signIn.findToken(blair)).toBeUndefined();
  });

  it('leaves the signature check to the identity provider', async () => {
    const forged = createSigningKey().sign({ oid: ALEX, tid: TENANT_ID, aud: CLIENT_ID, exp: 4_102_444_800 });
    const signIn = createSignInHere();

    const outcome = await signIn.exchange(alex, forged, patience());

    expect(outcome).toEqual({ kind: 'signInNeeded', reason: 'staleToken' });
    expect(signIn.findToken(alex)).toBeUndefined();
  });

  it.each([
    ['assertionExpired', { kind: 'signInNeeded', reason: 'staleToken' }],
    ['sessionRevoked', { kind: 'signInNeeded', reason: 'staleToken' }],
    ['unknownPerson', { kind: 'signInNeeded', reason: 'wrongAccount' }],
    ['adminConsentRequired', { kind: 'adminConsentNeeded' }],
    ['notAssigned', { kind: 'notAssigned' }],
  ] as const)('distinguishes %s', async (fault, expected) => {
    local.entra.settings.fault = fault;

    const outcome = await createSignInHere().exchange(alex, local.entra.issueSsoToken(ALEX), patience());

    expect(outcome).toEqual(expected);
  });

  it.each([
    ['wrongSecret', 'signInMisconfigured', 7000215],
    ['unknownResource', 'signInMisconfigured', 500011],
    ['unavailable', 'signInUnavailable', 90033],
    ['throttled', 'signInUnavailable', 50196],
    ['reset', 'signInUnavailable', undefined],
  ] as const)('throws on %s', async (fault, kind, code) => {
    local.entra.settings.fault = fault;

    const exchange = createSignInHere().exchange(alex, local.entra.issueSsoToken(ALEX), patience());

    await expect(exchange).rejects.toMatchObject({ name: 'TokenError', kind, code });
  });

  it('gives up when the identity provider does not answer', async () => {
    local.entra.settings.fault = 'silent';
    const signIn = createSignInHere({ deadlineMs: 300 });

    const exchange = signIn.exchange(alex, local.entra.issueSsoToken(ALEX), patience());

    // Nothing else would end it.
    await expect(exchange).rejects.toMatchObject({ kind: 'signInUnavailable' });
  });

  it('starts again after giving up', async () => {
    local.entra.settings.fault = 'silent';
    const signIn = createSignInHere({ deadlineMs: 300 });
    const ssoToken = local.entra.issueSsoToken(ALEX);
    const exchange = signIn.exchange(alex, ssoToken, patience());
    await expect(exchange).rejects.toMatchObject({ kind: 'signInUnavailable' });
    local.entra.settings.fault = 'none';

    const outcome = await signIn.exchange(alex, ssoToken, patience());

    expect(outcome.kind).toBe('signedIn');
  });

  it('stops for the caller whose turn ends and continues for the others', async () => {
    local.entra.settings.latencyMs = 300;
    const signIn = createSignInHere();
    const ssoToken = local.entra.issueSsoToken(ALEX);

    const hasty = signIn.exchange(alex, ssoToken, AbortSignal.timeout(50));
    const steady = signIn.exchange(alex, ssoToken, patience());

    await expect(hasty).rejects.toMatchObject({ kind: 'signInUnavailable' });
    await expect(steady).resolves.toMatchObject({ kind: 'signedIn' });
    expect(exchangesOf(ALEX)).toBe(1);
  });

  it('asks nothing for a turn that is already over', async () => {
    const exchange = createSignInHere().exchange(alex, local.entra.issueSsoToken(ALEX), AbortSignal.abort());

    await expect(exchange).rejects.toMatchObject({ kind: 'signInUnavailable' });
    expect(local.entra.requests).toEqual([]);
  });

  it('logs neither tokens nor names nor ids of people', async () => {
    const signIn = createSignInHere();
    const outcome = await signIn.exchange(alex, local.entra.issueSsoToken(ALEX), patience());
    await signIn.exchange(blair, local.entra.issueSsoToken(ALEX), patience());
    local.entra.settings.fault = 'secondFactorRequired';
    await signIn.exchange(blair, local.entra.issueSsoToken(BLAIR), patience());

    const lines = logLines.join('');

    expect(logLines).toHaveLength(3);
    expect(lines).toContain('"reason":"secondFactor","code":50076');
    expect(lines).not.toContain(outcome.kind === 'signedIn' ? outcome.graphToken : '');
    expect(lines).not.toMatch(/eyJ|wilber|contoso|0000-4000-8000/i);
  });

  it('throws faults without tokens', async () => {
    local.entra.settings.fault = 'wrongSecret';
    const ssoToken = local.entra.issueSsoToken(ALEX);

    const fault: unknown = await createSignInHere()
      .exchange(alex, ssoToken, patience())
      .catch((error: unknown) => error);

    expect(fault).toHaveProperty('cause');
    expect(JSON.stringify(fault) + String((fault as Error).cause)).not.toMatch(/eyJ|sandbox-secret/);
  });
});

describe('findToken', () => {
  it('returns a token until 5 minutes before it expires', async () => {
    let elapsedMs = 0;
    const signIn = createSignInHere({ now: () => new Date(Date.now() + elapsedMs) });
    await signIn.exchange(alex, local.entra.issueSsoToken(ALEX), patience());

    elapsedMs = 54 * MINUTE_MS;
    const early = signIn.findToken(alex);
    elapsedMs = 56 * MINUTE_MS;
    const late = signIn.findToken(alex);

    expect(early).toBeDefined();
    expect(late).toBeUndefined();
  });

  it('remembers at most the configured number of users', async () => {
    const signIn = createSignInHere({ cacheSize: 1 });
    await signIn.exchange(alex, local.entra.issueSsoToken(ALEX), patience());

    await signIn.exchange(blair, local.entra.issueSsoToken(BLAIR), patience());

    expect(signIn.findToken(alex)).toBeUndefined();
    expect(signIn.findToken(blair)).toBeDefined();
  });
});

describe('forget', () => {
  it('signs one user out', async () => {
    const signIn = createSignInHere();
    await signIn.exchange(alex, local.entra.issueSsoToken(ALEX), patience());
    await signIn.exchange(blair, local.entra.issueSsoToken(BLAIR), patience());

    signIn.forget(alex);

    expect(signIn.findToken(alex)).toBeUndefined();
    expect(signIn.findToken(blair)).toBeDefined();
  });

  it('keeps a running exchange from storing its token', async () => {
    local.entra.settings.latencyMs = 100;
    const signIn = createSignInHere();
    const ssoToken = local.entra.issueSsoToken(ALEX);

    const exchange = signIn.exchange(alex, ssoToken, patience());
    signIn.forget(alex);
    await exchange;

    expect(signIn.findToken(alex)).toBeUndefined();
  });

  it('lets the next sign-in start a new exchange while an older one still runs', async () => {
    local.entra.settings.latencyMs = 100;
    const signIn = createSignInHere();
    const ssoToken = local.entra.issueSsoToken(ALEX);

    const older = signIn.exchange(alex, ssoToken, patience());
    signIn.forget(alex);
    await Promise.all([older, signIn.exchange(alex, ssoToken, patience())]);

    expect(exchangesOf(ALEX)).toBe(2);
    expect(signIn.findToken(alex)).toBeDefined();
  });
});

describe('findClaims', () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';

  it('keeps the claims of a challenge for 10 minutes', async () => {
    let elapsedMs = 0;
    const signIn = createSignInHere({ now: () => new Date(Date.now() + elapsedMs) });
    await signIn.exchange(alex, local.entra.issueSsoToken(ALEX), patience());

    signIn.forget(alex, claims);
    const atOnce = signIn.findClaims(alex);
    elapsedMs = 9 * MINUTE_MS;
    const within = signIn.findClaims(alex);
    elapsedMs = 11 * MINUTE_MS;
    const later = signIn.findClaims(alex);

    expect(signIn.findToken(alex)).toBeUndefined();
    expect([atOnce, within]).toEqual([claims, claims]);
    expect(later).toBeUndefined();
  });

  it('keeps the claims that came with a refusal', async () => {
    local.entra.settings.fault = 'secondFactorRequired';
    const signIn = createSignInHere();

    const outcome = await signIn.exchange(alex, local.entra.issueSsoToken(ALEX), patience());

    expect(outcome).toMatchObject({ kind: 'signInNeeded', reason: 'secondFactor' });
    expect(outcome.kind === 'signInNeeded' && outcome.claims).toContain('capolids');
    expect(signIn.findClaims(alex)).toContain('capolids');
  });

  it('sends the claims with the next exchange and drops them when it succeeds', async () => {
    const signIn = createSignInHere();
    signIn.forget(alex, claims);

    await signIn.exchange(alex, local.entra.issueSsoToken(ALEX), patience());

    const [exchange] = local.log.entries();
    expect(JSON.stringify(exchange?.request)).toContain('1700000000');
    expect(signIn.findClaims(alex)).toBeUndefined();
  });

  it('does not keep claims that are too long for a sign-in URL', () => {
    const signIn = createSignInHere();

    signIn.forget(alex, 'x'.repeat(5_000));

    expect(signIn.findClaims(alex)).toBeUndefined();
  });
});
