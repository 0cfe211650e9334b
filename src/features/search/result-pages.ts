import { LRUCache } from 'lru-cache';
import type { SearchQuery } from '../../bot/routes';
import { userKey, type User } from '../../domain/user-key';

/**
 * Takes pages of results that no reload of the list disturbs: a later page has neither a result of the pages before nor
 * a gap, whatever was added, removed or ranked anew since. Without memory of them, as on another instance, it goes by
 * position.
 */
export interface ResultPages {
  take<T>(user: User, query: PagedQuery, results: Results<T>): ResultPage<T>;
  /** Whether the page continues pages of this list and text. */
  isContinued(user: User, query: PagedQuery): boolean;
  /** Forgets what was shown to this user: they signed out. */
  forget(user: User): void;
}

export interface PagedQuery extends SearchQuery {
  /** Which list is paged; each has the pages of its newest text. */
  readonly list: (typeof LISTS)[number];
}

interface Results<T> {
  readonly items: Iterable<T>;
  readonly keyOf: (item: T) => string;
}

export interface ResultPage<T> {
  readonly items: readonly T[];
  /** No page has anything. */
  readonly isEmpty: boolean;
}

interface Shown {
  readonly text: string;
  /** Of the results of all pages so far, in their order. */
  readonly keys: readonly string[];
}

const LISTS = ['myCourses', 'catalog', 'catalogInstead'] as const;
/** As long as a snapshot and a typed text are kept. */
const SHOWN_MS = 60_000;
/** Over all users; a page has 25. */
const MOST_KEYS = 50_000;

export function createResultPages(): ResultPages {
  const memory = new LRUCache<string, Shown>({
    maxSize: MOST_KEYS,
    sizeCalculation: ({ keys }) => keys.length + 1,
    ttl: SHOWN_MS,
  });

  function shownBefore(user: User, { list, text, skip }: PagedQuery): readonly string[] {
    const shown = memory.get(toMemoryKey(user, list));
    return shown?.text === text ? shown.keys.slice(0, skip) : [];
  }

  return {
    take(user, query, { items, keyOf }) {
      const before = shownBefore(user, query);
      const keys = new Set(before);
      const page = [];
      let isEmpty = before.length === 0;
      for (const item of items) {
        isEmpty = false;
        if (page.length === query.count) break;
        const key = keyOf(item);
        if (keys.has(key)) continue;
        if (keys.size >= query.skip) page.push(item);
        keys.add(key);
      }
      if (page.length > 0) memory.set(toMemoryKey(user, query.list), { text: query.text, keys: [...keys] });
      return { items: page, isEmpty };
    },
    isContinued: (user, query) => shownBefore(user, query).length > 0,
    forget(user) {
      for (const list of LISTS) memory.delete(toMemoryKey(user, list));
    },
  };
}

function toMemoryKey(user: User, list: PagedQuery['list']): string {
  return `${userKey(user)} ${list}`;
}
