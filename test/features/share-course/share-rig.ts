import { createDispatcher, type Dispatcher } from '../../../src/bot/dispatch';
import type { SearchQuery, SearchReply, SignedInTurn } from '../../../src/bot/routes';
import type { CoursePattern } from '../../../src/config/values';
import type { CatalogIndex } from '../../../src/courses/catalog-index';
import { contentKey, type Course, type CourseContent } from '../../../src/domain/course-activity';
import type { LearnerCourses } from '../../../src/courses/learner-courses';
import type { LearningCatalog, LearningRecords, MissingContents } from '../../../src/domain/ports';
import { createCourseLinks } from '../../../src/features/share-course/course-links';
import { shareCourseRoutes } from '../../../src/features/share-course/routes';
import { searchRoutes } from '../../../src/features/search/routes';
import { createSharedHits } from '../../../src/features/share-course/shared-hits';
import { LEARNER } from '../../support/courses';

export const links = createCourseLinks({
  publicOrigin: 'https://bot.example.com',
  key: Buffer.alloc(32, 1),
});

export const turn: SignedInTurn = {
  id: 'TURN2345',
  userId: LEARNER,
  tenantId: '00000000-0000-4000-8000-0000000000aa',
  locale: 'en-US',
  zone: 'UTC',
  isPersonalChat: false,
  now: new Date('2026-11-23T15:00:00Z'),
  askedAt: new Date('2026-11-23T15:00:00Z'),
  signal: new AbortController().signal,
  graphToken: 'token',
};

/** The feature's surroundings, as a test needs them. */
export interface Outside {
  readonly courses?: readonly Course[];
  /** False when the learner's list was cut short. */
  readonly isComplete?: boolean;
  readonly unreadable?: number;
  readonly missing?: MissingContents;
  /** Thrown when the learner's list is read. */
  readonly listFault?: Error;
  /** Thrown when a provider is asked for an activity by external id. */
  readonly providerFault?: Error;
  /** A content that Graph returns to others in the tenant, but not to the learner. */
  readonly restricted?: CourseContent;
  readonly catalogProviderIds?: readonly string[];
  readonly coursePatterns?: readonly CoursePattern[];
  /** Delays the learner's list. */
  readonly listComes?: Promise<void>;
  /** Called with each external id that a provider is asked for. */
  readonly noteAsked?: (externalId: string) => void;
  readonly catalogIndex?: CatalogIndex;
}

/** The features with fakes around them. */
export function dispatchAll(outside: Outside = {}): Dispatcher {
  const dependencies = {
    courses: toLearnerCourses(outside),
    records: toRecords(outside),
    catalog: toCatalog(outside),
    catalogIndex: outside.catalogIndex ?? toCatalogIndex([]),
    catalogProviderIds: outside.catalogProviderIds ?? [],
    coursePatterns: outside.coursePatterns ?? [],
    links,
    toHit: createSharedHits(links),
  };
  return createDispatcher([...shareCourseRoutes(dependencies), ...searchRoutes(dependencies)]);
}

type Command = 'myCourses' | 'catalog';

export function search(
  outside: Outside,
  command: Command,
  query: Partial<SearchQuery>,
): Promise<SearchReply> {
  return searchIn(dispatchAll(outside), command, query);
}

/** The same for several searches in a row. */
export async function searchIn(
  dispatcher: Dispatcher,
  command: Command,
  query: Partial<SearchQuery>,
): Promise<SearchReply> {
  return dispatcher.get('search', command).answer(turn, { text: '', skip: 0, count: 25, ...query });
}

/** The sentence, or the titles. */
export function shown(reply: SearchReply): string | readonly string[] {
  return reply.kind === 'text' ? reply.text : reply.hits.map(({ preview }) => preview.title);
}

/** A catalog that returns all its contents for any text. */
export function toCatalogIndex(
  contents: readonly CourseContent[],
  isLoaded = true,
  isWhole = true,
): CatalogIndex {
  const all = (): readonly CourseContent[] => contents;
  return { open: () => ({ isLoaded, isWhole, all, search: all, searchNear: all }) };
}

function toLearnerCourses(outside: Outside): LearnerCourses {
  const { courses = [], isComplete = true, unreadable, missing, listFault, listComes } = outside;
  const read = { isComplete, readAt: turn.now };
  const snapshot = {
    ...read,
    courses,
    ...(unreadable !== undefined && { unreadable }),
    ...(missing !== undefined && { missing }),
  };
  return {
    async load() {
      await listComes;
      if (listFault !== undefined) throw listFault;
      return snapshot;
    },
    loadActivities: () => Promise.resolve({ ...read, activities: courses.map(({ activity }) => activity) }),
    findKept: () => undefined,
    replace: () => undefined,
    forget: () => undefined,
  };
}

function toRecords({ courses = [], providerFault, noteAsked }: Outside): LearningRecords {
  return {
    listOwn: () => Promise.resolve({ activities: [], isComplete: true }),
    findOwn: () => Promise.resolve(undefined),
    findOwnByExternalId(_, __, externalId) {
      noteAsked?.(externalId);
      if (providerFault !== undefined) return Promise.reject(providerFault);
      return Promise.resolve(
        courses.map(({ activity }) => activity).find((activity) => activity.externalId === externalId),
      );
    },
  };
}

function toCatalog({ courses = [], restricted }: Outside): LearningCatalog {
  const contents = new Map(
    courses.flatMap(({ content }) => (content ? [[contentKey(content), content]] : [])),
  );
  return {
    findContents: () => Promise.resolve({ contents }),
    findContentByExternalId: () => Promise.resolve(undefined),
    findSharedContent: () => Promise.resolve(restricted),
    listContents: () => toPages(),
    findProviderName: () => Promise.resolve(undefined),
  };
}

async function* toPages(): AsyncGenerator<never> {
  // No provider has anything.
}
