import { distance } from 'fastest-levenshtein';
import type { Course, CourseActivity } from './course-activity';
import { isDueWithin, isOpen, type ViewedAt } from './due';
import type { CourseFilter } from './question';

/** The courses that a filter of a question asks for, in the given order. */
export function selectCourses(
  courses: readonly Course[],
  filter: CourseFilter,
  at: ViewedAt,
): readonly Course[] {
  const named = filter.text === '' ? courses : findCoursesByWords(courses, filter.text);
  return named.filter(
    ({ activity }) =>
      hasStatus(activity, filter.status) &&
      (filter.due === 'any' || isDueWithin(activity, filter.due, at)) &&
      hasKind(activity, filter.kind),
  );
}

/**
 * The courses that words of a title, or an external id, may mean. An exact external id or title wins alone; otherwise
 * all whose title holds every word; otherwise those that share the most words, when that is at least half of them.
 */
export function findCoursesByWords(courses: readonly Course[], text: string): readonly Course[] {
  const named = text.trim().toLowerCase();
  const exact = courses.filter(
    ({ activity, content }) =>
      activity.externalId?.toLowerCase() === named || fold(content?.title ?? '') === fold(named),
  );
  if (exact.length > 0) return exact;
  const wanted = wordsOf(named);
  if (wanted.length === 0) return [];
  const rated = courses.map((course) => ({ course, quality: matchQuality(course, wanted) }));
  const best = Math.max(0, ...rated.map(({ quality }) => quality));
  return best < 0.5 ? [] : rated.filter(({ quality }) => quality === best).map(({ course }) => course);
}

function hasStatus(activity: CourseActivity, status: CourseFilter['status']): boolean {
  if (status === 'any') return true;
  return status === 'open' ? isOpen(activity) : activity.status === status;
}

function hasKind({ kind }: CourseActivity, wanted: CourseFilter['kind']): boolean {
  if (wanted === 'any') return true;
  return wanted === 'recommended' ? kind === 'recommended' || kind === 'peerRecommended' : kind === wanted;
}

/** The share of the wanted words that the course has in its title, provider, skill tags or external id: 0 to 1. */
function matchQuality({ activity, content }: Course, wanted: readonly string[]): number {
  const held = wordsOf(
    [content?.title, content?.sourceName, ...(content?.skillTags ?? []), activity.externalId].join(' '),
  );
  const hits = wanted.filter((word) => held.some((candidate) => isMeantBy(word, candidate)));
  return hits.length / wanted.length;
}

/** A beginning of the word, or the word with one slip in five letters. */
function isMeantBy(typed: string, candidate: string): boolean {
  return candidate.startsWith(typed) || distance(typed, candidate) <= Math.floor(typed.length / 5);
}

function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Lower case without accents, so that "resume" finds "Résumé". */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
