import type { Course, CourseActivity } from './course-activity';
import { dueDay, isOpen, isOverdue, toViewedDue, type ViewedAt } from './due';

/** Counts of a learner's courses by status; `overdue` is a part of `open`. */
export interface LearningSummary {
  readonly overdue: number;
  readonly open: number;
  readonly completed: number;
}

export function summarise(courses: readonly Course[], at: ViewedAt): LearningSummary {
  const count = (matches: (activity: CourseActivity) => boolean): number =>
    courses.filter(({ activity }) => matches(activity)).length;
  return {
    overdue: count((activity) => isOverdue(activity, at)),
    open: count(isOpen),
    completed: count((activity) => !isOpen(activity)),
  };
}

/**
 * The courses by urgency: overdue (longest first), then by due date, then started without a due date, then not started,
 * then completed (newest first). Equal ones are sorted by title, so that pages are stable.
 */
export function sortByUrgency<C extends Course>(courses: readonly C[], at: ViewedAt): readonly C[] {
  return courses
    .map((course) => ({ course, key: toSortKey(course, at) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ course }) => course);
}

/** The parts of the key are divided by the character that comes before all others. */
function toSortKey({ activity, content }: Course, at: ViewedAt): string {
  return [...toUrgency(activity, at), content?.title.toLowerCase() ?? '\uffff', activity.id].join('\0');
}

/** The number of a course’s group, and its order within the group, to sort by. */
export function toUrgency(activity: CourseActivity, at: ViewedAt): readonly [string, string] {
  if (!isOpen(activity)) return ['4', newestFirst(activity.completedDateTime)];
  if (activity.due !== undefined) {
    const due = toViewedDue(activity.due, at);
    // A due day ends after every instant of that day.
    const end = due.kind === 'day' ? '~' : due.dateTime;
    return [isOverdue(activity, at) ? '0' : '1', `${dueDay(due, at)} ${end}`];
  }
  return [activity.status === 'inProgress' ? '2' : '3', ''];
}

/** A key that sorts newer moments (ISO 8601) before older ones, and a missing one last. */
export function newestFirst(dateTime: string | undefined): string {
  const time = dateTime === undefined ? 0 : Date.parse(dateTime);
  return String(Number.MAX_SAFE_INTEGER - time).padStart(17, '0');
}
