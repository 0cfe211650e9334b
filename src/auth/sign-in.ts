import { createHash } from 'node:crypto';
import { userKey, type User } from '../domain/user-key';
import { createSingleFlight, type Run } from '../lib/single-flight';
import { untilDeadline } from '../lib/deadline';
import type { Logger } from '../logging/logger';
import type { SignInReason } from './classify-exchange-failure';
import type { Credentials } from './credentials';
import { TokenExchangeError } from './errors';
import { exchangeSsoToken, type ExchangeResult } from './exchange-sso-token';
import { observeExchange } from './observe-exchange';
import { findOwner } from './sso-token';
import { createTokenMemory } from './token-memory';

/** The result of an exchange; failures that the person cannot fix are thrown as `TokenExchangeError`. */
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
   * Exchanges the caller's SSO token, unless they have a Graph token or another open exchange brings one. Waits 3 seconds at most, less when `signal` aborts.
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

/** With the SHA-256 hash of its SSO token. */
type Exchange = Run<ExchangeResult, string>;

export function createSignIn({
  credentials,
  clientId,
  cacheSize,
  log,
  now = () => new Date(),
  deadlineMs = 3_000,
}: SignInOptions): SignIn {
  const memory = createTokenMemory({ max: cacheSize, now });
  const exchanges = createSingleFlight<ExchangeResult, string>();

  function start(caller: User, ssoToken: string, tokenHash: string): Promise<ExchangeResult> {
    const request = {
      tenantId: caller.tenantId,
      clientId,
      ssoToken,
      claims: memory.findClaims(caller),
      deadlineMs,
    };
    const exchange = async (isCurrent: () => boolean): Promise<ExchangeResult> => {
      const result = await observeExchange(() => exchangeSsoToken(credentials, request));
      log.info(toLogFields(result), 'the identity provider answered an exchange');
      if (isCurrent()) memory.keep(caller, result);
      return result;
    };
    return exchanges.start(userKey(caller), exchange, tokenHash);
  }

  /** The result of another client of the same person, when it is good. */
  async function findOthersResult(other: Exchange, signal: AbortSignal): Promise<SignInOutcome | undefined> {
    const result = await waitFor(() => other.result, signal);
    return result.kind === 'exchanged' ? toOutcome(result) : undefined;
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
      const isSame = (exchange: Exchange): boolean => exchange.details === tokenHash;
      const other = exchanges.find(userKey(caller));
      if (other !== undefined && !isSame(other)) {
        const outcome = await findOthersResult(other, signal);
        if (outcome !== undefined) return outcome;
      }
      const same = exchanges.find(userKey(caller));
      const exchange = (): Promise<ExchangeResult> =>
        same !== undefined && isSame(same) ? same.result : start(caller, ssoToken, tokenHash);
      return toOutcome(await waitFor(exchange, signal));
    },
    forget(caller, claims) {
      exchanges.forget(userKey(caller));
      memory.forget(caller, claims);
    },
  };
}

async function waitFor(
  exchange: () => Promise<ExchangeResult>,
  signal: AbortSignal,
): Promise<ExchangeResult> {
  if (!signal.aborted) {
    const result = await untilDeadline(exchange(), signal);
    if (result !== undefined) return result;
  }
  throw new TokenExchangeError('signInUnavailable', { cause: signal.reason });
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
