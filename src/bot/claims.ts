import { LRUCache } from 'lru-cache';

/**
 * Who answers what may come more than once: a delivery that Teams repeats, a sign-in that each of a person's clients
 * reports (teams-platform 1.4), a button pressed twice in a row. The first one who claims it answers; all others keep quiet.
 */
export interface Claims {
  /** True for the first caller with this key within `forMs` milliseconds, false for all others. */
  claim(key: string, forMs?: number): Promise<boolean>;
}

const CLAIMED_MS = 15 * 60_000;
/** 50 activities a second, what Teams allows an app in a tenant, for that long. */
const MOST_CLAIMS = 50_000;

/**
 * For one process; several instances of the bot need an atomic put-if-absent in shared storage. `now` counts
 * milliseconds from any moment on and is never set back.
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
