import { LRUCache } from 'lru-cache';
import type { SignedInTurn } from '../../bot/routes';
import type { Course } from '../../domain/course-activity';
import { createCourseIndex, type CourseIndex } from '../../domain/course-index';
import { aMinuteBefore, type CourseSnapshot, type LearnerCourses } from '../../domain/learner-courses';
import { isOpen } from '../../domain/due';
import { sortByUrgency } from '../../domain/learning-summary';

/** Courses of the learner's own list that fit what they typed. */
export interface OwnSearch {
  /**
   * The learner's list, and what they want to find in it by then: who typed on while it was loading gets the newest
   * answer to each keystroke. Undefined when the list is not there before the deadline; its loading goes on.
   */
  load(turn: SignedInTurn, text: string): Promise<LoadedSearch | undefined>;
  /** Open ones, the most pressing first, for an empty text; else ranked by how well they fit. */
  search(turn: SignedInTurn, snapshot: CourseSnapshot, text: string): readonly Course[];
}

export interface LoadedSearch {
  readonly snapshot: CourseSnapshot;
  readonly text: string;
}

/** How long a list may take that nobody waits for any more. */
const PATIENCE_MS = 30_000;
const MOST_PEOPLE = 500;

interface LastSearch extends LoadedSearch {
  readonly found: readonly Course[];
}

export function createOwnSearch(courses: LearnerCourses): OwnSearch {
  const indexes = new WeakMap<CourseSnapshot, CourseIndex<Course>>();
  const newestTexts = new LRUCache<string, string>({ max: MOST_PEOPLE });
  const lastSearches = new LRUCache<string, LastSearch>({ max: MOST_PEOPLE });

  function indexOf(snapshot: CourseSnapshot): CourseIndex<Course> {
    const known = indexes.get(snapshot);
    if (known !== undefined) return known;
    const index = createCourseIndex<Course>({
      keyOf: ({ activity }) => activity.id,
      textOf: ({ activity, content }) => ({
        title: content?.title ?? '',
        ...(activity.externalId !== undefined && { externalId: activity.externalId }),
        ...(content?.sourceName !== undefined && { provider: content.sourceName }),
        ...(content?.description !== undefined && { description: content.description }),
        tags: content?.skillTags ?? [],
      }),
    });
    index.add(snapshot.courses.filter(({ content }) => content !== undefined));
    indexes.set(snapshot, index);
    return index;
  }

  return {
    async load(turn, text) {
      newestTexts.set(toKey(turn), text);
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const loading = courses.load({ ...turn, signal }, aMinuteBefore(turn.now));
      const snapshot = await beforeDeadline(loading, turn.signal);
      return snapshot && { snapshot, text: newestTexts.get(toKey(turn)) ?? text };
    },
    search(turn, snapshot, text) {
      const last = lastSearches.get(toKey(turn));
      if (last?.snapshot === snapshot && last.text === text) return last.found;
      const found =
        text === ''
          ? sortByUrgency(
              snapshot.courses.filter(({ activity, content }) => isOpen(activity) && content !== undefined),
              turn,
            )
          : indexOf(snapshot).search(text);
      lastSearches.set(toKey(turn), { snapshot, text, found });
      return found;
    },
  };
}

function toKey({ tenantId, userId }: SignedInTurn): string {
  return `${tenantId}:${userId}`;
}

/** What the work brings, or undefined when the deadline comes first; a failure after it is nobody's any more. */
async function beforeDeadline<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => {
      resolve(undefined);
    });
  });
  const first = await Promise.race([work, late]);
  if (signal.aborted) work.catch(() => undefined);
  return first;
}
