import { LRUCache } from 'lru-cache';
import type { SignedInTurn } from '../../bot/routes';
import { toCourse } from '../../courses/join-contents';
import {
  oldestAcceptableRead,
  type CourseSnapshot,
  type LearnerCourses,
} from '../../courses/learner-courses';
import type { Course, CourseContent } from '../../domain/course-activity';
import { findByExternalId, isExternalId } from '../../domain/external-id';
import { sortByUrgency } from '../../domain/learning-summary';
import type { LearningCatalog, LearningRecords } from '../../domain/ports';
import { userKey } from '../../domain/user-key';
import { untilDeadline, withDeadline } from '../../lib/deadline';
import { createCourseIndex, type CourseIndex } from '../../search/course-index';

/**
 * Returns the learner's list and the newest text they typed, since they may type on while it loads. At the deadline: what
 * has come of the list, undefined when that is nothing. Its loading goes on.
 */
type OwnSearch = (turn: SignedInTurn, text: string) => Promise<OwnCourses | undefined>;

/** One learner's searchable courses. */
export interface OwnCourses {
  /** More is coming: this is what there was at the deadline. */
  readonly isLoading: boolean;
  readonly snapshot: CourseSnapshot;
  /** What the learner typed last. */
  readonly text: string;
  /** The courses whose title can be read; only these are searched. */
  readonly titled: readonly TitledCourse[];
  readonly index: () => CourseIndex<TitledCourse>;
  /**
   * Finds a course by the text, if that is an external id. Asks Graph for each id once per snapshot; undefined when the
   * answer is not there before the deadline.
   */
  readonly findNamed: () => Promise<Named | undefined>;
}

interface Named {
  /** Undefined if there is none. */
  readonly course: TitledCourse | undefined;
}

export type TitledCourse = Course & { readonly content: CourseContent };

interface Dependencies {
  readonly courses: Pick<LearnerCourses, 'load' | 'loadedSoFar'>;
  readonly records: Pick<LearningRecords, 'findOwnByExternalId'>;
  readonly catalog: Pick<LearningCatalog, 'findContents'>;
}

/** Time limit for what goes on after the deadline of the turn. */
const PATIENCE_MS = 30_000;
const MOST_PEOPLE = 500;
/** How long to keep typed text: as long as a snapshot, because it may be personal. */
const TEXT_MS = 60_000;

export function createOwnSearch({ courses, records, catalog }: Dependencies): OwnSearch {
  /** What was made of a snapshot lives as long as it. */
  const known = new WeakMap<CourseSnapshot, ReturnType<typeof createSearchable>>();
  const newestTexts = new LRUCache<string, string>({ max: MOST_PEOPLE, ttl: TEXT_MS });

  async function askProviders(
    turn: SignedInTurn,
    snapshot: CourseSnapshot,
    externalId: string,
  ): Promise<Named> {
    const activity = await findByExternalId(records, turn, { courses: snapshot.courses, externalId });
    const course = activity && (await toCourse(catalog, turn, activity));
    return { course: course && isTitled(course) ? course : undefined };
  }

  return async (turn, newest) => {
    newestTexts.set(userKey(turn), newest);
    const loading = withDeadline(PATIENCE_MS, (signal) =>
      courses.load({ ...turn, signal }, oldestAcceptableRead(turn.now)),
    );
    const whole = await untilDeadline(loading, turn.signal);
    const snapshot = whole ?? courses.loadedSoFar(turn);
    if (snapshot === undefined) return undefined;
    const isLoading = whole === undefined;
    const searchable = known.get(snapshot) ?? createSearchable(snapshot, turn);
    known.set(snapshot, searchable);
    const { titled, index, named } = searchable;
    const text = newestTexts.get(userKey(turn)) ?? newest;
    return {
      isLoading,
      snapshot,
      text,
      titled,
      index,
      findNamed() {
        if (!isExternalId(text)) return Promise.resolve({ course: undefined });
        // The providers to ask are those of the whole list.
        if (isLoading) return Promise.resolve(undefined);
        const finding =
          named.get(text) ??
          withDeadline(PATIENCE_MS, (signal) => askProviders({ ...turn, signal }, snapshot, text));
        named.set(text, finding);
        finding.catch(() => named.delete(text));
        return untilDeadline(finding, turn.signal);
      },
    };
  };
}

function createSearchable({ courses }: CourseSnapshot, viewer: SignedInTurn) {
  // Equal matches stay in this order, so it must not be that of a reading.
  const titled = sortByUrgency(courses.filter(isTitled), viewer);
  let index: CourseIndex<TitledCourse> | undefined;
  return {
    titled,
    index: () => (index ??= createIndex(titled)),
    /** By external id. */
    named: new Map<string, Promise<Named>>(),
  };
}

function createIndex(courses: readonly TitledCourse[]): CourseIndex<TitledCourse> {
  const index = createCourseIndex<TitledCourse>({
    keyOf: ({ activity }) => activity.id,
    textOf: ({ activity, content }) => ({
      title: content.title,
      ids: [activity.externalId, content.externalId],
      provider: content.sourceName,
      description: content.description,
      tags: content.skillTags,
    }),
  });
  index.add(courses);
  return index;
}

function isTitled(course: Course): course is TitledCourse {
  return course.content !== undefined;
}
