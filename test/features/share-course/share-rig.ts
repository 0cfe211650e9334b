import { createDispatcher, type Dispatcher } from '../../../src/bot/dispatch';
import type { SearchQuery, SearchReply, SignedInTurn } from '../../../src/bot/routes';
import type { CoursePattern } from '../../../src/config/values';
import type { CatalogIndex } from '../../../src/courses/catalog-index';
import { contentKey, type Course, type CourseContent } from '../../../src/domain/course-activity';
import type { CourseSnapshot, LearnerCourses } from '../../../src/courses/learner-courses';
import type { LearningCatalog, LearningRecords, MissingContents } from '../../../src/domain/ports';
import { createCourseLinks } from '../../../src/features/share-course/course-links';
import { shareCourseRoutes } from '../../../src/features/share-course/routes';
import { createResultPages } from '../../../src/features/search/result-pages';
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
  /** What has come of the learner's list when the deadline does. */
  readonly soFar?: readonly Course[];
  /** Delays the learner's list. */
  readonly listComes?: Promise<void>;
  /** Delays the answer of a provider that is asked for an activity. */
  readonly providerAnswers?: Promise<void>;
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
    pages: createResultPages(),
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
  { signal = turn.signal, ...query }: Partial<SearchQuery> & Partial<Pick<SignedInTurn, 'signal'>>,
): Promise<SearchReply> {
  const asked = { text: '', skip: 0, count: 25, ...query };
  return dispatcher.get('search', command).answer({ ...turn, signal }, asked);
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

const none: readonly Course[] = [];

/** Has one snapshot until the test changes the courses of `outside`. */
function toLearnerCourses(outside: Outside): LearnerCourses {
  let kept: CourseSnapshot | undefined;
  const toSnapshot = (): CourseSnapshot => {
    const { courses = none, isComplete = true, unreadable, missing } = outside;
    if (kept?.courses !== courses) kept = { readAt: turn.now, isComplete, courses, unreadable, missing };
    return kept;
  };
  return {
    async load() {
      await outside.listComes;
      if (outside.listFault !== undefined) throw outside.listFault;
      return toSnapshot();
    },
    loadActivities() {
      const { courses, ...list } = toSnapshot();
      return Promise.resolve({ ...list, activities: courses.map(({ activity }) => activity) });
    },
    loadedSoFar: () =>
      outside.soFar && { ...toSnapshot(), courses: outside.soFar, missing: { reason: 'notInTime' } },
    findKept: () => undefined,
    replace: () => undefined,
    forget: () => undefined,
  };
}

function toRecords({ courses = [], providerFault, providerAnswers, noteAsked }: Outside): LearningRecords {
  return {
    listOwn: () => Promise.resolve({ activities: [], isComplete: true }),
    findOwn: () => Promise.resolve(undefined),
    async findOwnByExternalId(_, __, externalId) {
      noteAsked?.(externalId);
      await providerAnswers;
      if (providerFault !== undefined) throw providerFault;
      return courses.map(({ activity }) => activity).find((activity) => activity.externalId === externalId);
    },
  };
}

function toCatalog({ courses = [], restricted }: Outside): LearningCatalog {
  const contents = new Map(
    courses.flatMap(({ content }) => (content ? [[contentKey(content), content]] : [])),
  );
  return {
    findContents: () => Promise.resolve({ contents }),
    knownContents: () => contents,
    findContentByExternalId: () => Promise.resolve(undefined),
    findSharedContent: () => Promise.resolve(restricted),
    listContents: () => toPages(),
    findProviderName: () => Promise.resolve(undefined),
  };
}

async function* toPages(): AsyncGenerator<never> {
  // No provider has anything.
}
