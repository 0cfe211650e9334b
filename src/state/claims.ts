import { LRUCache } from 'lru-cache';
import type { Claims } from '../domain/ports';

const CLAIMED_MS = 15 * 60_000;
/** 50 activities a second, what Teams allows an app in a tenant, for that long. */
const MOST_CLAIMS = 50_000;

/**
 * Claims in the memory of one process; several instances of the bot need an atomic put-if-absent in shared storage.
 * `now` counts milliseconds from any moment on and is never set back.
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
