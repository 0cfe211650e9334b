import { randomUUID } from 'node:crypto';
import { verify } from 'jsonwebtoken';
import * as z from 'zod/v4';
import type { Clock } from '../clock';
import type { SigningKey } from '../signing-key';
import { toGuid } from '../world/guid';
import type { Person } from '../world/world';
import type { EntraSettings } from './settings';

export const GRAPH_AUDIENCE = 'https://graph.microsoft.com';
export const CONNECTOR_AUDIENCE = 'https://api.botframework.com';

/** Clock skew that Entra accepts; clients round their `nbf` up. */
export const CLOCK_TOLERANCE_SECONDS = 300;

/** Teams on the web. */
const TEAMS_CLIENT_ID = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
const SSO_TOKEN_LIFETIME_SECONDS = 3600;

const graphClaims = z.object({
  oid: z.string(),
  tid: z.string(),
  scp: z.string().optional(),
  roles: z.array(z.string()).optional(),
});

/** The claims that Graph reads: `scp` of a person's token, `roles` of an application's own. */
interface GraphClaims {
  readonly oid: string;
  readonly tid: string;
  readonly scp?: string;
  readonly roles?: readonly string[];
}

type GraphTokenCheck = { readonly ok: true; readonly claims: GraphClaims } | { readonly ok: false };

/** The reason why a token is not valid here. */
type TokenFlaw = 'expired' | 'forged';

/** Makes and checks the tokens of one tenant. */
export interface Tokens {
  /** Issues the token that the Teams client gets silently. `overrides` replace or (undefined) remove claims. */
  sso(person: Person, overrides?: Readonly<Record<string, unknown>>): string;
  /** Issues the token that tells the app who signed in. */
  id(person: Person): string;
  graph(person: Person, scopes: readonly string[]): string;
  application(audience: string, clientId: string): string;
  /** Verifies signature, issuer and time; the caller checks the audience. */
  check(token: string): { readonly claims: Readonly<Record<string, unknown>> } | TokenFlaw;
  verifyGraphToken(token: string): GraphTokenCheck;
  verifyConnectorToken(token: string): boolean;
}

export function createTokens({
  key,
  clock,
  settings,
  issuer,
  tenantId,
  clientId,
}: {
  readonly key: SigningKey;
  readonly clock: Clock;
  readonly settings: EntraSettings;
  readonly issuer: string;
  readonly tenantId: string;
  readonly clientId: string;
}): Tokens {
  const nowSeconds = () => Math.floor(clock.now().getTime() / 1000);

  function sign(claims: object, lifetimeSeconds: number): string {
    const now = nowSeconds();
    const basics = { iss: issuer, tid: tenantId, nbf: now, exp: now + lifetimeSeconds };
    return key.sign({ ...basics, uti: randomUUID(), ...claims });
  }

  function check(token: string): ReturnType<Tokens['check']> {
    const options = {
      algorithms: ['RS256' as const],
      issuer,
      clockTimestamp: nowSeconds(),
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    };
    try {
      const claims = verify(token, key.publicKey, options);
      return typeof claims === 'string' ? 'forged' : { claims };
    } catch (error) {
      return error instanceof Error && error.name === 'TokenExpiredError' ? 'expired' : 'forged';
    }
  }

  function checkFor(audience: string, token: string): Readonly<Record<string, unknown>> | undefined {
    const checked = check(token);
    return typeof checked !== 'string' && checked.claims['aud'] === audience ? checked.claims : undefined;
  }

  return {
    check,
    sso({ user }, overrides = {}) {
      const claims = {
        aud: clientId,
        azp: TEAMS_CLIENT_ID,
        azpacr: '0',
        name: user.displayName,
        oid: user.id,
        preferred_username: user.userPrincipalName,
        scp: 'access_as_user',
        sub: user.id,
        ver: '2.0',
      };
      return sign({ ...claims, ...overrides }, SSO_TOKEN_LIFETIME_SECONDS);
    },
    id({ user }) {
      const claims = {
        aud: clientId,
        name: user.displayName,
        oid: user.id,
        preferred_username: user.userPrincipalName,
        sub: user.id,
        ver: '2.0',
      };
      return sign(claims, SSO_TOKEN_LIFETIME_SECONDS);
    },
    graph({ user }, scopes) {
      const claims = {
        aud: GRAPH_AUDIENCE,
        appid: clientId,
        idtyp: 'user',
        oid: user.id,
        scp: scopes.join(' '),
        sub: user.id,
        upn: user.userPrincipalName,
        ver: '1.0',
      };
      return sign(claims, settings.tokenLifetimeSeconds);
    },
    application(audience, appid) {
      // The object id of the application's service principal in this tenant.
      const oid = toGuid(`service principal ${appid} in ${tenantId}`);
      const hasRoles = audience === GRAPH_AUDIENCE && settings.roles.length > 0;
      const roles = hasRoles ? { roles: settings.roles } : {};
      const claims = { aud: audience, appid, idtyp: 'app', oid, sub: oid, ver: '1.0', ...roles };
      return sign(claims, settings.tokenLifetimeSeconds);
    },
    verifyGraphToken(token) {
      const claims = graphClaims.safeParse(checkFor(GRAPH_AUDIENCE, token));
      if (!claims.success) return { ok: false };
      const { oid, tid, scp, roles } = claims.data;
      return { ok: true, claims: { oid, tid, ...(scp !== undefined && { scp }), ...(roles && { roles }) } };
    },
    verifyConnectorToken: (token) => checkFor(CONNECTOR_AUDIENCE, token) !== undefined,
  };
}
