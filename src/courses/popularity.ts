import { LRUCache } from 'lru-cache';
import { userKey, type User } from '../domain/user-key';

/** Counts how many people of a tenant have a content on their list, from the lists read in the last day. */
export interface Popularity {
  /** Sets the keys of all contents on a person's list. */
  note(learner: User, contentKeys: readonly string[]): void;
  forget(learner: User): void;
  /** Keys of the contents that several people have, the most popular first. */
  mostPopular(tenantId: string): readonly string[];
}

interface Noted {
  readonly tenantId: string;
  readonly contentKeys: ReadonlySet<string>;
}

/** Fewer people do not count, so that the order reveals nothing about a single colleague. */
const FEWEST_PEOPLE = 3;
const MOST_PEOPLE = 5_000;
const NOTED_MS = 24 * 3_600_000;

/** Kept in memory; the interface tells counts only, never who has a content. */
export function createPopularity(): Popularity {
  const counts = new Map<string, Map<string, number>>();
  const people = new LRUCache<string, Noted>({
    max: MOST_PEOPLE,
    ttl: NOTED_MS,
    dispose: (noted) => {
      add(noted, -1);
    },
  });

  function add({ tenantId, contentKeys }: Noted, difference: 1 | -1): void {
    const ofTenant = counts.get(tenantId) ?? new Map<string, number>();
    counts.set(tenantId, ofTenant);
    for (const key of contentKeys) {
      const count = (ofTenant.get(key) ?? 0) + difference;
      if (count === 0) ofTenant.delete(key);
      else ofTenant.set(key, count);
    }
  }

  return {
    note(learner, contentKeys) {
      const noted = { tenantId: learner.tenantId.toLowerCase(), contentKeys: new Set(contentKeys) };
      people.set(userKey(learner), noted);
      add(noted, 1);
    },
    forget(learner) {
      people.delete(userKey(learner));
    },
    mostPopular(tenantId) {
      people.purgeStale();
      return [...(counts.get(tenantId.toLowerCase()) ?? [])]
        .filter(([, count]) => count >= FEWEST_PEOPLE)
        .sort(([keyA, a], [keyB, b]) => b - a || (keyA < keyB ? -1 : 1))
        .map(([key]) => key);
    },
  };
}
