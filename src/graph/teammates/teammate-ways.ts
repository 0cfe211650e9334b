import { LRUCache } from 'lru-cache';
import type { Config } from '../../config/config';
import type { Logger } from '../../logging/logger';

/**
 * How somebody else's activities may be read: with the manager's token, with the app's for one person after the other,
 * or with the app's for a whole provider. The documents contradict each other about all three
 * (docs/reference/graph-learning.md#access-to-another-person).
 */
export type Way = 'delegated' | 'application' | 'providers';

/** What each tenant allows, learnt once and not guessed again for each person. */
export interface TeammateWays {
  /**
   * What to try, in this order; empty when all ways were refused. The way that the tenant allows comes first, and behind
   * it, for whom it refuses alone, those of one person that were not refused: a permission may have been taken away.
   */
  candidates(tenantId: string): readonly Way[];
  isAllowed(tenantId: string, way: Way): boolean;
  allow(tenantId: string, way: Way): void;
  refuse(tenantId: string, way: Way): void;
  /** For operators: what was learnt, without saying of whom. */
  describe(): readonly Readonly<Partial<Record<Way, Verdict>>>[];
}

type Verdict = 'allowed' | 'refused';

/** After so long a tenant is asked again, since its administrator may have granted what was missing. */
const LEARNT_MS = 3_600_000;
const MOST_TENANTS = 100;

const WAYS: Readonly<Record<Config['teammateAccess'], readonly Way[]>> = {
  auto: ['delegated', 'application', 'providers'],
  delegated: ['delegated'],
  application: ['application', 'providers'],
  off: [],
};

interface Options {
  readonly access: Config['teammateAccess'];
  readonly log: Logger;
}

export function createTeammateWays({ access, log }: Options): TeammateWays {
  const learnt = new LRUCache<string, Map<Way, Verdict>>({ max: MOST_TENANTS, ttl: LEARNT_MS });

  function learn(tenantId: string, way: Way, verdict: Verdict): void {
    const key = tenantId.toLowerCase();
    const verdicts = learnt.get(key) ?? new Map<Way, Verdict>();
    if (verdicts.get(way) === verdict) return;
    verdicts.set(way, verdict);
    if (!learnt.has(key)) learnt.set(key, verdicts);
    log.info({ tenantId, way, verdict }, 'learnt how teammates can be read');
  }

  return {
    candidates(tenantId) {
      const verdicts = learnt.get(tenantId.toLowerCase());
      const allowed = WAYS[access].filter((way) => verdicts?.get(way) === 'allowed');
      const untried = WAYS[access].filter((way) => verdicts?.get(way) === undefined);
      return allowed.length > 0 ? [...allowed, ...untried.filter((way) => way !== 'providers')] : untried;
    },
    isAllowed: (tenantId, way) => learnt.get(tenantId.toLowerCase())?.get(way) === 'allowed',
    allow: (tenantId, way) => {
      learn(tenantId, way, 'allowed');
    },
    refuse: (tenantId, way) => {
      learn(tenantId, way, 'refused');
    },
    describe: () => [...learnt.values()].map((verdicts) => Object.fromEntries(verdicts)),
  };
}
