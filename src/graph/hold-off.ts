import { LRUCache } from 'lru-cache';

/** Parts of Graph that throttle on their own, so that a stop of one does not stop the others. */
export type GraphFamily = 'activities' | 'teammates' | 'contents' | 'directory';

/** Whose calls of what must stop. Throttling counts per tenant and app. */
interface Held {
  readonly tenantId: string;
  readonly family: GraphFamily;
}

/** Remembers until when Graph wants no calls. */
export interface HoldOff {
  begin(held: Held, waitMs: number): void;
  /** Milliseconds left; 0 when calls are welcome. */
  remainingMs(held: Held): number;
}

const MOST_REMEMBERED = 1_000;

export function createHoldOff(now: () => number): HoldOff {
  const untilByKey = new LRUCache<string, number>({ max: MOST_REMEMBERED });
  return {
    begin(held, waitMs) {
      const until = Math.max(now() + waitMs, untilByKey.get(toKey(held)) ?? 0);
      untilByKey.set(toKey(held), until);
    },
    remainingMs: (held) => Math.max(0, (untilByKey.get(toKey(held)) ?? 0) - now()),
  };
}

function toKey({ tenantId, family }: Held): string {
  return `${tenantId.toLowerCase()}/${family}`;
}
