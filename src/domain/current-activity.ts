import type { Course } from './course-activity';
import type { ViewedAt } from './due';
import { newestFirst, toUrgency } from './learning-summary';

/**
 * Whether both are for one content: the same content of a provider, or one that the provider gives the same id. A yearly
 * course is assigned anew each year, and each time it is an activity of its own.
 */
export function isSameContent(one: Course, other: Course): boolean {
  if (lower(one.activity.providerId) !== lower(other.activity.providerId)) return false;
  return (
    isSameId(one.activity.contentId, other.activity.contentId) ||
    isSameId(one.content?.externalId, other.content?.externalId) ||
    isSameId(one.activity.externalId, other.activity.externalId)
  );
}

/**
 * The current one of several courses for one content: an open one before completed ones; of several open ones the most
 * urgent, then the one assigned last; else the one completed last. `undefined` when there is none, or when they are for
 * different contents.
 */
export function findCurrent(courses: readonly Course[], at: ViewedAt): Course | undefined {
  const [first, ...others] = courses.toSorted((one, other) => (toKey(one, at) < toKey(other, at) ? -1 : 1));
  return first !== undefined && others.every((other) => isSameContent(first, other)) ? first : undefined;
}

/** The other courses on a list for the same content, the most urgent first and the one completed longest ago last. */
export function findSiblings(course: Course, list: readonly Course[], at: ViewedAt): readonly Course[] {
  return list
    .filter((other) => other.activity.id !== course.activity.id && isSameContent(course, other))
    .sort((one, other) => (toKey(one, at) < toKey(other, at) ? -1 : 1));
}

function toKey({ activity }: Course, at: ViewedAt): string {
  return [...toUrgency(activity, at), newestFirst(activity.assignedDateTime)].join('\0');
}

function isSameId(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && lower(one) === lower(other);
}

function lower(id: string | undefined): string | undefined {
  return id?.toLowerCase();
}
