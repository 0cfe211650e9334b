import { setImmediate as nextTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { contentKey, type CourseContent } from '../domain/course-activity';
import { createCourseIndex, type CourseIndex, type IndexedText } from '../search/course-index';
import { withDeadline } from '../lib/deadline';
import type { Popularity } from './popularity';
import type { GraphAccess, LearningCatalog } from '../domain/ports';

/** The contents of the providers that everyone in a tenant may see. */
export interface CatalogIndex {
  /** The catalog as loaded so far; loading and refreshing go on in the background with the caller's access. */
  open(access: GraphAccess): OpenCatalog;
}

export interface OpenCatalog {
  /** False until the first load has ended, well or not. */
  readonly isLoaded: boolean;
  /** False when a provider could not be read the last time. */
  readonly isWhole: boolean;
  /** Popular contents first, then the newest, once all are loaded. */
  all(): Iterable<CourseContent>;
  search: CourseIndex<CourseContent>['search'];
  searchNear: CourseIndex<CourseContent>['searchNear'];
}

interface Options {
  readonly listContents: LearningCatalog['listContents'];
  readonly providerIds: readonly string[];
  readonly popularity: Pick<Popularity, 'mostPopular'>;
  /** Most contents per tenant; the rest is left out. */
  readonly mostContents: number;
  readonly refreshAfterMs: number;
  /** Called at each use with whether the catalog is loaded. */
  readonly noteLookUp?: (isHit: boolean) => void;
}

interface Catalog {
  readonly index: CourseIndex<CourseContent>;
  /** By `contentKey`; the newest first when loading has ended. */
  readonly contents: Map<string, CourseContent>;
}

interface Tenant {
  current: Catalog;
  isLoaded: boolean;
  isWhole: boolean;
  /** Milliseconds since 1970; not before then it is loaded (again). */
  nextLoadAt: number;
}

/** Each may hold a hundred megabytes. */
const MOST_TENANTS = 3;
const RETRY_AFTER_MS = 60_000;
/** A large catalog takes longer than any turn. */
const PATIENCE_MS = 10 * 60_000;
/** Contents that are indexed in one go, some milliseconds of work. */
const CHUNK = 200;

export function createCatalogIndex(options: Options): CatalogIndex {
  const { listContents, providerIds, popularity, mostContents, refreshAfterMs, noteLookUp } = options;
  const tenants = new LRUCache<string, Tenant>({ max: MOST_TENANTS, memoMethod: createTenant });

  /** Never throws: what `listContents` throws has been logged where it arose. */
  async function load(access: GraphAccess, tenant: Tenant): Promise<void> {
    const fresh = createCatalog();
    // The first load can be searched while it goes on; a later one replaces the old catalog when it is complete.
    if (!tenant.isLoaded) tenant.current = fresh;
    tenant.nextLoadAt = Infinity;
    let failures = 0;
    await withDeadline(PATIENCE_MS, async (signal) => {
      for (const providerId of providerIds) {
        // One provider that fails does not stop the others.
        await addAll(fresh, { ...access, signal }, providerId).catch(() => failures++);
      }
    });
    const hasFailed = failures === providerIds.length;
    if (!hasFailed) tenant.current = { ...fresh, contents: new Map([...fresh.contents].sort(newestFirst)) };
    tenant.isWhole = failures === 0;
    tenant.isLoaded = true;
    tenant.nextLoadAt = Date.now() + (hasFailed ? RETRY_AFTER_MS : refreshAfterMs);
  }

  async function addAll(catalog: Catalog, access: GraphAccess, providerId: string): Promise<void> {
    for await (const page of listContents(access, providerId)) {
      await add(catalog, page);
      if (catalog.contents.size >= mostContents) break;
    }
  }

  async function add({ index, contents }: Catalog, page: readonly CourseContent[]): Promise<void> {
    for (let start = 0; start < page.length && contents.size < mostContents; start += CHUNK) {
      const chunk = page.slice(start, start + Math.min(CHUNK, mostContents - contents.size));
      for (const content of chunk) contents.set(contentKey(content), content);
      index.add(chunk);
      await nextTurn();
    }
  }

  return {
    open(access) {
      const tenant = tenants.memo(access.tenantId.toLowerCase());
      if (providerIds.length > 0 && Date.now() >= tenant.nextLoadAt) void load(access, tenant);
      noteLookUp?.(tenant.isLoaded);
      const { index, contents } = tenant.current;
      return {
        isLoaded: tenant.isLoaded,
        isWhole: tenant.isWhole,
        all: function* () {
          const popular = popularity.mostPopular(access.tenantId).flatMap((key) => contents.get(key) ?? []);
          yield* popular;
          const hasCome = new Set(popular);
          for (const content of contents.values()) if (!hasCome.has(content)) yield content;
        },
        search: (text) => index.search(text),
        searchNear: (text) => index.searchNear(text),
      };
    },
  };
}

function createTenant(): Tenant {
  return { current: createCatalog(), isLoaded: false, isWhole: true, nextLoadAt: 0 };
}

function createCatalog(): Catalog {
  return { index: createCourseIndex({ keyOf: contentKey, textOf: toText }), contents: new Map() };
}

function toText({ title, externalId, sourceName, skillTags, description }: CourseContent): IndexedText {
  return { title, ids: [externalId], tags: skillTags, provider: sourceName, description };
}

function newestFirst(
  [keyA, a]: readonly [string, CourseContent],
  [keyB, b]: readonly [string, CourseContent],
): number {
  // All in UTC: as texts they sort by time, and much quicker than by the rules of a language.
  const [timeOfA, timeOfB] = [a.lastModifiedDateTime ?? '', b.lastModifiedDateTime ?? ''];
  return Number(timeOfA < timeOfB) - Number(timeOfA > timeOfB) || (keyA < keyB ? -1 : 1);
}
