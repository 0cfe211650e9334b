import { LRUCache } from 'lru-cache';
import { userKey, type User } from '../domain/user-key';
import { countLookUp } from '../logging/measures';
import { MAX_CLAIMS_LENGTH } from './classify-exchange-failure';
import type { ExchangeResult } from './exchange-sso-token';

/** Remembers people's Graph tokens, and the claims that their next sign-in must bring. */
export interface TokenMemory {
  findToken(caller: User): string | undefined;
  findClaims(caller: User): string | undefined;
  /** Keeps the token or the claims of an exchange. */
  keep(caller: User, result: ExchangeResult): void;
  forget(caller: User, claims?: string): void;
}

/** A token is not returned in its last 5 minutes, so that it cannot expire within a turn; short-lived ones for half their life. */
const EXPIRY_SKEW_MS = 5 * 60_000;
const CLAIMS_TTL_MS = 10 * 60_000;

export function createTokenMemory({
  max,
  now,
}: {
  /** Most people; the least recently seen is forgotten first. */
  readonly max: number;
  readonly now: () => Date;
}): TokenMemory {
  // Without its own cached time, the cache follows `now` to the millisecond.
  const options = { max, perf: { now: () => now().getTime() }, ttlResolution: 0 };
  const tokens = new LRUCache<string, string>(options);
  const claimsToBring = new LRUCache<string, string>({ ...options, ttl: CLAIMS_TTL_MS });

  function keepClaims(caller: User, claims: string): void {
    if (claims.length <= MAX_CLAIMS_LENGTH) claimsToBring.set(userKey(caller), claims);
  }

  return {
    findToken(caller) {
      const token = tokens.get(userKey(caller));
      countLookUp('tokens', token !== undefined);
      return token;
    },
    findClaims: (caller) => claimsToBring.get(userKey(caller)),
    keep(caller, result) {
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
    forget(caller, claims) {
      tokens.delete(userKey(caller));
      if (claims !== undefined) keepClaims(caller, claims);
    },
  };
}
