import { LRUCache } from 'lru-cache';
import { userKey, type User } from '../domain/user-key';

/** How many people of a tenant have a content on their list, as far as their lists were read lately. */
export interface Popularity {
  /** The keys of all contents on somebody's list take the place of those noted before. */
  note(learner: User, contentKeys: readonly string[]): void;
  forget(learner: User): void;
  /** Keys of what several people have, the most popular first. */
  mostPopular(tenantId: string): readonly string[];
}

interface Noted {
  readonly tenantId: string;
  readonly contentKeys: ReadonlySet<string>;
}

/** From so many people on a content counts, so that the order tells nothing about one colleague. */
const FEWEST_PEOPLE = 3;
const MOST_PEOPLE = 5_000;
const NOTED_MS = 24 * 3_600_000;

/** Kept in memory and counted without names: who has what cannot be asked. */
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
        .sort(([, a], [, b]) => b - a)
        .map(([key]) => key);
    },
  };
}
