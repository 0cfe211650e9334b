import { LRUCache } from 'lru-cache';
import type { Config } from '../../config/config';
import type { Logger } from '../../logging/logger';

/**
 * How someone else's activities may be read: with the manager's token, with the app's token person by person, or with
 * the app's token for a whole provider. The documents contradict each other about all three
 * (docs/reference/graph-learning.md#access-to-another-person).
 */
export type AccessMode = 'delegated' | 'application' | 'providers';

/** The access modes that each tenant allows, learned from Graph's answers and shared by everyone in it. */
export interface AccessModes {
  /**
   * The modes to try, in this order; empty when all were refused. The allowed mode comes first; after it come the untried
   * modes for single persons, for people whom it refuses: a permission may have been revoked.
   */
  candidates(tenantId: string): readonly AccessMode[];
  isAllowed(tenantId: string, mode: AccessMode): boolean;
  learn(tenantId: string, mode: AccessMode, verdict: Verdict): void;
  /** For operators: the verdicts, without the tenants. */
  describe(): readonly Readonly<Partial<Record<AccessMode, Verdict>>>[];
}

type Verdict = 'allowed' | 'refused';

/** Then the tenant is tried again: its admin may have granted a missing permission. */
const LEARNT_MS = 3_600_000;
const MOST_TENANTS = 100;

const MODES: Readonly<Record<Config['teammateAccess'], readonly AccessMode[]>> = {
  auto: ['delegated', 'application', 'providers'],
  delegated: ['delegated'],
  application: ['application', 'providers'],
  off: [],
};

export function createAccessModes({
  access,
  log,
}: {
  readonly access: Config['teammateAccess'];
  readonly log: Logger;
}): AccessModes {
  const learnt = new LRUCache<string, Map<AccessMode, Verdict>>({ max: MOST_TENANTS, ttl: LEARNT_MS });

  return {
    candidates(tenantId) {
      const verdicts = learnt.get(tenantId.toLowerCase());
      const allowed = MODES[access].filter((mode) => verdicts?.get(mode) === 'allowed');
      const untried = MODES[access].filter((mode) => verdicts?.get(mode) === undefined);
      return allowed.length > 0 ? [...allowed, ...untried.filter((mode) => mode !== 'providers')] : untried;
    },
    isAllowed: (tenantId, mode) => learnt.get(tenantId.toLowerCase())?.get(mode) === 'allowed',
    learn(tenantId, mode, verdict) {
      const key = tenantId.toLowerCase();
      const verdicts = learnt.get(key) ?? new Map<AccessMode, Verdict>();
      if (verdicts.get(mode) === verdict) return;
      verdicts.set(mode, verdict);
      if (!learnt.has(key)) learnt.set(key, verdicts);
      log.info({ tenantId, mode, verdict }, 'learnt how teammates can be read');
    },
    describe: () => [...learnt.values()].map((verdicts) => Object.fromEntries(verdicts)),
  };
}
