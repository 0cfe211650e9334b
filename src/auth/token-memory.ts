import { LRUCache } from 'lru-cache';
import { userKey, type User } from '../domain/user-key';
import { countLookUp } from '../logging/measures';
import { MAX_CLAIMS_LENGTH } from './classify-exchange-failure';
import type { ExchangeResult } from './exchange-sso-token';

/** What is remembered of people between their turns: Graph tokens, and claims their next sign-in must bring. */
export interface TokenMemory {
  findToken(caller: User): string | undefined;
  findClaims(caller: User): string | undefined;
  /** Takes from an exchange what the next turn needs. */
  keep(caller: User, result: ExchangeResult): void;
  forget(caller: User, claims?: string): void;
}

/** No token is handed out that could expire within the turn which asks for it; one that lives shorter, for half its life. */
const EXPIRY_SKEW_MS = 5 * 60_000;
const CLAIMS_TTL_MS = 10 * 60_000;

export function createTokenMemory({
  max,
  now,
}: {
  /** People, the least recently seen of whom is forgotten first. */
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
