import { LRUCache } from 'lru-cache';
import type { SignedInTurn } from '../../bot/routes';
import type { Course, CourseActivity } from '../../domain/course-activity';
import { createCourseIndex, type CourseIndex } from '../../search/course-index';
import { userKey } from '../../domain/user-key';
import { untilDeadline, withDeadline } from '../../lib/deadline';
import { isOpen } from '../../domain/due';
import {
  oldestAcceptableRead,
  type CourseSnapshot,
  type LearnerCourses,
} from '../../courses/learner-courses';
import { sortByUrgency } from '../../domain/learning-summary';

/**
 * Returns the learner's list and the newest text they typed, since they may type on while it loads. Undefined when the
 * list is not there before the deadline; its loading goes on.
 */
type OwnSearch = (turn: SignedInTurn, text: string) => Promise<OwnCourses | undefined>;

/** One learner's searchable courses, without those whose title cannot be read. */
export interface OwnCourses extends Pick<CourseIndex<Course>, 'search' | 'searchNear'> {
  readonly snapshot: CourseSnapshot;
  /** What the learner typed last. */
  readonly text: string;
  /** True if the learner has courses but no title could be read. */
  readonly isUntitled: boolean;
  /** Returns the open courses, most urgent first. */
  open(): readonly Course[];
  /** Returns courses assigned in the last 30 days, newest first. */
  recentlyAssigned(): readonly Course[];
  /** Returns all courses, most recently assigned first. */
  all(): readonly Course[];
}

/** Time limit for loading a list after the deadline of the turn. */
const PATIENCE_MS = 30_000;
const MOST_PEOPLE = 500;
const RECENT_MS = 30 * 86_400_000;
/** How long to keep typed text: as long as a snapshot, because it may be personal. */
const TEXT_MS = 60_000;

export function createOwnSearch(courses: LearnerCourses): OwnSearch {
  /** Search indexes; each lives as long as its snapshot. */
  const indexes = new WeakMap<CourseSnapshot, CourseIndex<Course>>();
  const newestTexts = new LRUCache<string, string>({ max: MOST_PEOPLE, ttl: TEXT_MS });

  function indexOf(snapshot: CourseSnapshot): CourseIndex<Course> {
    const index = indexes.get(snapshot) ?? createIndex(snapshot);
    indexes.set(snapshot, index);
    return index;
  }

  return async (turn, text) => {
    newestTexts.set(userKey(turn), text);
    const loading = withDeadline(PATIENCE_MS, (signal) =>
      courses.load({ ...turn, signal }, oldestAcceptableRead(turn.now)),
    );
    const snapshot = await untilDeadline(loading, turn.signal);
    if (snapshot === undefined) return undefined;
    const titled = snapshot.courses.filter(({ content }) => content !== undefined);
    return {
      snapshot,
      text: newestTexts.get(userKey(turn)) ?? text,
      isUntitled: titled.length === 0 && snapshot.courses.length > 0,
      open: () =>
        sortByUrgency(
          titled.filter(({ activity }) => isOpen(activity)),
          turn,
        ),
      recentlyAssigned: () =>
        titled.filter(({ activity }) => isRecent(activity, turn.now)).sort(byNewestAssignment),
      all: () => [...titled].sort(byNewestAssignment),
      search: (words) => indexOf(snapshot).search(words),
      searchNear: (words) => indexOf(snapshot).searchNear(words),
    };
  };
}

function createIndex({ courses }: CourseSnapshot): CourseIndex<Course> {
  const index = createCourseIndex<Course>({
    keyOf: ({ activity }) => activity.id,
    textOf: ({ activity, content }) => ({
      title: content?.title ?? '',
      ids: [activity.externalId, content?.externalId],
      provider: content?.sourceName,
      description: content?.description,
      tags: content?.skillTags,
    }),
  });
  index.add(courses.filter(({ content }) => content !== undefined));
  return index;
}

function isRecent({ assignedDateTime }: CourseActivity, now: Date): boolean {
  return assignedDateTime !== undefined && now.getTime() - Date.parse(assignedDateTime) < RECENT_MS;
}

function byNewestAssignment(a: Course, b: Course): number {
  return (b.activity.assignedDateTime ?? '').localeCompare(a.activity.assignedDateTime ?? '', 'en');
}
