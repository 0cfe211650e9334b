import { LRUCache } from 'lru-cache';
import type { Claims } from '../domain/ports';

const CLAIMED_MS = 15 * 60_000;
/** 50 activities a second, Teams' limit for an app in a tenant, for that time. */
const MOST_CLAIMS = 50_000;

/**
 * Claims in the memory of one process; several instances of the bot need an atomic put-if-absent in shared storage.
 * `now` counts milliseconds from any moment and never goes back.
 */
export function createClaims(now: () => number = () => performance.now()): Claims {
  const claimed = new LRUCache<string, true>({ max: MOST_CLAIMS, perf: { now }, ttlResolution: 0 });
  return {
    claim(key, forMs = CLAIMED_MS) {
      const isFirst = !claimed.has(key);
      if (isFirst) claimed.set(key, true, { ttl: forMs });
      return Promise.resolve(isFirst);
    },
  };
}
