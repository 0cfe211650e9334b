import { distance } from 'fastest-levenshtein';
import type { Course, CourseActivity } from './course-activity';
import { isDueWithin, isOpen, type ViewedAt } from './due';
import { isExternalId } from './external-id';
import type { CourseFilter } from './question';
import { isSpeltAlike, toSpellings, toTerms, toTitleKey } from '../lib/search-terms';

/** The courses that match a question's filter, in the given order. */
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
 * The courses that match words of a title or an external id. An exact external id or title wins alone; otherwise all
 * courses with every word in their title; otherwise those with the most words, when that is at least half of them.
 * Text that looks like an id has no near matches: it is an external id, or all of it is in the title ("iso-27001").
 */
export function findCoursesByWords(courses: readonly Course[], text: string): readonly Course[] {
  const named = text.trim();
  const exact = courses.filter(isExactly(named));
  if (exact.length > 0) return exact;
  const wanted = [...new Set(toTerms(named))];
  if (wanted.length === 0) return [];
  const rated = courses.map((course) => ({ course, quality: matchQuality(course, wanted) }));
  const best = Math.max(0, ...rated.map(({ quality }) => quality));
  return best < (isExternalId(named) ? 1 : 0.5)
    ? []
    : rated.filter(({ quality }) => quality === best).map(({ course }) => course);
}

/** Whether every word of a text is a whole word of the course's title. False for a text without words. */
export function holdsWords({ content }: Course, text: string): boolean {
  const held = toTerms(content?.title ?? '');
  const wanted = toTerms(text);
  return wanted.length > 0 && wanted.every((word) => held.some((term) => isSpeltAlike(word, term)));
}

/** Whether a text is a course's whole title or its external id; "act 20931" stands for ACT-20931 too. */
function isExactly(named: string): (course: Course) => boolean {
  const title = toTitleKey(named);
  const id = named.replace(/\s+/g, '-').toLowerCase();
  return ({ activity, content }) =>
    [activity.externalId, content?.externalId].some((own) => own?.toLowerCase() === id) ||
    (title !== '' && toTitleKey(content?.title ?? '') === title);
}

function hasStatus(activity: CourseActivity, status: CourseFilter['status']): boolean {
  if (status === 'any') return true;
  return status === 'open' ? isOpen(activity) : activity.status === status;
}

function hasKind({ kind }: CourseActivity, wanted: CourseFilter['kind']): boolean {
  if (wanted === 'any') return true;
  return wanted === 'recommended' ? kind === 'recommended' || kind === 'peerRecommended' : kind === wanted;
}

/** The share of the wanted words that the course has in its title, provider or skill tags: 0 to 1. */
function matchQuality({ content }: Course, wanted: readonly string[]): number {
  const held = toTerms(
    [content?.title, content?.sourceName, ...(content?.skillTags ?? [])].join(' '),
  ).flatMap(toSpellings);
  const hits = wanted.filter((word) =>
    toSpellings(word).some((spelling) => held.some((candidate) => matches(spelling, candidate))),
  );
  return hits.length / wanted.length;
}

/** Whether what was typed is a prefix of the word, or the word with one typo in five letters; numbers have no typos. */
function matches(typed: string, candidate: string): boolean {
  const slips = /\d/.test(typed) ? 0 : Math.floor(typed.length / 5);
  return candidate.startsWith(typed) || distance(typed, candidate) <= slips;
}
