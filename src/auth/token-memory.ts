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

interface Entry {
  readonly text: string;
  readonly goodUntilMs: number;
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
  const tokens = new LRUCache<string, Entry>({ max });
  const claimsToBring = new LRUCache<string, Entry>({ max });

  const find = (entries: LRUCache<string, Entry>, caller: User) => {
    const entry = entries.get(userKey(caller));
    return entry !== undefined && entry.goodUntilMs > now().getTime() ? entry.text : undefined;
  };

  function keepClaims(caller: User, claims: string): void {
    if (claims.length > MAX_CLAIMS_LENGTH) return;
    claimsToBring.set(userKey(caller), { text: claims, goodUntilMs: now().getTime() + CLAIMS_TTL_MS });
  }

  return {
    findToken(caller) {
      const token = find(tokens, caller);
      countLookUp('tokens', token !== undefined);
      return token;
    },
    findClaims: (caller) => find(claimsToBring, caller),
    keep(caller, result) {
      if (result.kind === 'exchanged') {
        const livesMs = result.expiresOn.getTime() - now().getTime();
        const goodUntilMs = result.expiresOn.getTime() - Math.min(EXPIRY_SKEW_MS, livesMs / 2);
        tokens.set(userKey(caller), { text: result.graphToken, goodUntilMs });
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
