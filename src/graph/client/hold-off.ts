import { LRUCache } from 'lru-cache';
import type { GraphAccess } from '../../domain/ports';

/** Parts of Graph that throttle separately: a wait for one does not stop the others. */
export type GraphFamily = 'activities' | 'teammates' | 'contents' | 'directory';

/** Calls that have to wait together. */
export interface Held {
  readonly access: Pick<GraphAccess, 'tenantId' | 'userId'>;
  readonly family: GraphFamily;
  /** The owner of the list that is read, when that is someone else than the caller. */
  readonly aboutId?: string | undefined;
}

/**
 * Remembers until when Graph wants no calls. The documents name no scope for Viva Learning, so a wait is one person's
 * first; while several people of a tenant have to wait, everyone in it does (docs/decisions/0019-throttling-waits.md).
 */
export interface HoldOff {
  begin(held: Held, waitMs: number): void;
  /** Milliseconds left; 0 when calls are welcome. */
  remainingMs(held: Held): number;
}

/** So many people who have to wait show that the tenant is throttled. */
const SEVERAL = 3;
const MOST_REMEMBERED = 10_000;

/** `now` counts milliseconds from any moment; the default ignores changes of the wall clock. */
export function createHoldOff(now: () => number = () => performance.now()): HoldOff {
  /** By tenant, family and list: the end of each person's wait. */
  const waits = new LRUCache<string, ReadonlyMap<string, number>>({ max: MOST_REMEMBERED });

  /** A copy, without waits that are over. */
  function findWaits(held: Held): Map<string, number> {
    const known = [...(waits.get(toKey(held)) ?? [])];
    return new Map(known.filter(([, until]) => until > now()));
  }

  return {
    begin(held, waitMs) {
      const known = findWaits(held);
      const person = held.access.userId.toLowerCase();
      const until = Math.max(now() + waitMs, known.get(person) ?? 0);
      waits.set(toKey(held), known.set(person, until));
    },
    remainingMs(held) {
      const known = findWaits(held);
      const tenantEnd = [...known.values()].sort((a, b) => b - a)[SEVERAL - 1] ?? 0;
      const until = Math.max(tenantEnd, known.get(held.access.userId.toLowerCase()) ?? 0);
      return Math.max(0, until - now());
    },
  };
}

function toKey({ access, family, aboutId = '' }: Held): string {
  return `${access.tenantId}/${family}/${aboutId}`.toLowerCase();
}
