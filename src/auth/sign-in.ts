import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { userKey, type User } from '../domain/user-key';
import { createSingleFlight } from '../lib/single-flight';
import type { Logger } from '../logging/logger';
import { countLookUps } from '../logging/measures';
import { MAX_CLAIMS_LENGTH, type SignInReason } from './classify-exchange-failure';
import type { Credentials } from './credentials';
import { exchangeSsoToken, findOwner, type ExchangeResult } from './exchange-sso-token';
import { inTurn } from './request-token';

/** The result of an exchange; failures that the person cannot fix are thrown as `TokenError`. */
type SignInOutcome =
  | { readonly kind: 'signedIn'; readonly graphToken: string }
  /** `claims` (JSON) must go to the sign-in page, which hands them to the identity provider. */
  | { readonly kind: 'signInNeeded'; readonly reason: SignInReason; readonly claims?: string }
  | { readonly kind: 'adminConsentNeeded' | 'notAssigned' };

/** Exchanges SSO tokens from Teams for Graph tokens. Every caller comes from a verified bot activity. */
export interface SignIn {
  /** The caller's Graph token, good for at least 5 more minutes. */
  findToken(caller: User): string | undefined;
  /**
   * Exchanges the caller's SSO token, unless they have a Graph token or another open exchange brings one. Waits 3 seconds
   * at most, less when `signal` aborts.
   */
  exchange(caller: User, ssoToken: string, signal: AbortSignal): Promise<SignInOutcome>;
  /** Signs out. With `claims`: Graph refuses the caller's token until a sign-in has brought these. */
  forget(caller: User, claims?: string): void;
  /** Claims that the caller's next sign-in has to bring; kept for 10 minutes. */
  findClaims(caller: User): string | undefined;
}

export interface SignInOptions {
  readonly credentials: Credentials;
  /** Application id of the app registration for sign-in. */
  readonly clientId: string;
  /** People in memory at the same time. */
  readonly cacheSize: number;
  readonly log: Logger;
  readonly now?: () => Date;
  readonly deadlineMs?: number;
}

/**
 * A token is not returned in its last 5 minutes, so that it cannot expire within a turn. One that lives less than 10
 * minutes is kept for half its life.
 */
const EXPIRY_SKEW_MS = 5 * 60_000;
const CLAIMS_TTL_MS = 10 * 60_000;

export function createSignIn({
  credentials,
  clientId,
  cacheSize,
  log,
  now = () => new Date(),
  deadlineMs = 3_000,
}: SignInOptions): SignIn {
  const memory = createTokenMemory(cacheSize, now);
  /** By person, with the SHA-256 hash of the SSO token. */
  const exchanges = createSingleFlight<ExchangeResult, string>();

  function start(caller: User, ssoToken: string, tokenHash: string): Promise<ExchangeResult> {
    const claims = memory.findClaims(caller);
    const request = { tenantId: caller.tenantId, clientId, ssoToken, claims, deadlineMs };
    const exchange = async (isCurrent: () => boolean): Promise<ExchangeResult> => {
      const result = await exchangeSsoToken(credentials, request);
      log.info(toLogFields(result), 'the identity provider answered an exchange');
      if (isCurrent()) memory.keep(caller, result);
      return result;
    };
    return exchanges.start(userKey(caller), exchange, tokenHash);
  }

  return {
    findToken: (caller) => memory.findToken(caller),
    findClaims: (caller) => memory.findClaims(caller),
    async exchange(caller, ssoToken, signal) {
      const owner = findOwner(ssoToken);
      if (owner === undefined || userKey(owner) !== userKey(caller)) {
        log.warn({}, 'refused an SSO token that is not the caller’s');
        return { kind: 'signInNeeded', reason: owner === undefined ? 'rejected' : 'wrongAccount' };
      }
      const graphToken = memory.findToken(caller);
      if (graphToken !== undefined) return { kind: 'signedIn', graphToken };

      const tokenHash = createHash('sha256').update(ssoToken).digest('base64');
      const other = exchanges.find(userKey(caller));
      if (other !== undefined && other.details !== tokenHash) {
        // Another client of the same person; only its success counts for this one.
        const result = await inTurn(() => other.result, signal);
        if (result.kind === 'exchanged') return toOutcome(result);
      }
      const open = exchanges.find(userKey(caller));
      const exchange = (): Promise<ExchangeResult> =>
        open?.details === tokenHash ? open.result : start(caller, ssoToken, tokenHash);
      return toOutcome(await inTurn(exchange, signal));
    },
    forget(caller, claims) {
      exchanges.forget(userKey(caller));
      memory.forget(caller, claims);
    },
  };
}

/** Remembers people's Graph tokens, and the claims that their next sign-in must bring. */
function createTokenMemory(max: number, now: () => Date) {
  // Without its own cached time, the cache follows `now` to the millisecond.
  const options = { max, perf: { now: () => now().getTime() }, ttlResolution: 0 };
  const tokens = new LRUCache<string, string>(options);
  const claimsToBring = new LRUCache<string, string>({ ...options, ttl: CLAIMS_TTL_MS });

  function keepClaims(caller: User, claims: string): void {
    if (claims.length <= MAX_CLAIMS_LENGTH) claimsToBring.set(userKey(caller), claims);
  }

  return {
    findToken(caller: User): string | undefined {
      const token = tokens.get(userKey(caller));
      countLookUps('tokens', token !== undefined);
      return token;
    },
    findClaims: (caller: User) => claimsToBring.get(userKey(caller)),
    /** Keeps the token or the claims of an exchange. */
    keep(caller: User, result: ExchangeResult): void {
      if (result.kind === 'exchanged') {
        const livesMs = result.expiresOn.getTime() - now().getTime();
        const ttl = Math.floor(Math.max(livesMs - EXPIRY_SKEW_MS, livesMs / 2));
        // Without a lifetime the cache would keep it for good.
        if (ttl > 0) tokens.set(userKey(caller), result.graphToken, { ttl });
        claimsToBring.delete(userKey(caller));
      } else if (result.kind === 'signInNeeded' && result.claims !== undefined) {
        keepClaims(caller, result.claims);
      }
    },
    forget(caller: User, claims?: string): void {
      tokens.delete(userKey(caller));
      if (claims !== undefined) keepClaims(caller, claims);
    },
  };
}

function toOutcome(result: ExchangeResult): SignInOutcome {
  if (result.kind === 'exchanged') return { kind: 'signedIn', graphToken: result.graphToken };
  if (result.kind !== 'signInNeeded') return { kind: result.kind };
  const { kind, reason, claims } = result;
  return { kind, reason, ...(claims !== undefined && { claims }) };
}

function toLogFields(result: ExchangeResult): object {
  if (result.kind === 'exchanged') return { outcome: result.kind };
  const reason = result.kind === 'signInNeeded' ? result.reason : undefined;
  return { outcome: result.kind, reason, code: result.code };
}
