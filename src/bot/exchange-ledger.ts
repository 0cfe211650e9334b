import { LRUCache } from 'lru-cache';

/**
 * Remembers what was already answered. All clients of a person send the same token exchange (teams-platform 1.4); the
 * first one answers the question, the others say nothing.
 */
export interface ExchangeLedger {
  /** True for the first caller with this key, false for all others. */
  claim(key: string): Promise<boolean>;
}

/** For one process; several instances of the bot need one with an atomic put-if-absent in shared storage. */
export function createExchangeLedger(): ExchangeLedger {
  const claimed = new LRUCache<string, true>({ max: 10_000, ttl: 15 * 60_000 });
  return {
    claim(key) {
      const isFirst = !claimed.has(key);
      claimed.set(key, true);
      return Promise.resolve(isFirst);
    },
  };
}
