import type { Course, CourseActivity } from './course-activity';
import { dueDay, isDueWithin, isOpen, isOverdue, toViewedDue, type ViewedAt } from './due';

/** How many of a learner's courses stand where; `overdue` and `dueSoon` are parts of `open`. */
export interface LearningSummary {
  readonly overdue: number;
  readonly dueSoon: number;
  readonly open: number;
  readonly completed: number;
}

export function summarise(activities: readonly CourseActivity[], at: ViewedAt): LearningSummary {
  const count = (matches: (activity: CourseActivity) => boolean): number => activities.filter(matches).length;
  return {
    overdue: count((activity) => isOverdue(activity, at)),
    dueSoon: count((activity) => isDueWithin(activity, 'soon', at)),
    open: count(isOpen),
    completed: count((activity) => !isOpen(activity)),
  };
}

/**
 * What presses most comes first: overdue (longest first), then by due date, then started without a due date, then
 * not started, then completed (newest first). Equal ones by title, so that pages stay put.
 */
export function sortByUrgency(courses: readonly Course[], at: ViewedAt): readonly Course[] {
  return courses
    .map((course) => ({ course, key: urgency(course, at) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ course }) => course);
}

type UrgencyKey = readonly [group: number, within: string, title: string, id: string];

function urgency({ activity, content }: Course, at: ViewedAt): UrgencyKey {
  const tail = [content?.title.toLowerCase() ?? '\uffff', activity.id] as const;
  if (!isOpen(activity)) return [4, newestFirst(activity.completedDateTime), ...tail];
  if (isOverdue(activity, at)) return [0, dueInstant(activity, at), ...tail];
  if (activity.due !== undefined) return [1, dueInstant(activity, at), ...tail];
  return [activity.status === 'inProgress' ? 2 : 3, '', ...tail];
}

/** A due day ends after every instant of that day. */
function dueInstant({ due }: CourseActivity, at: ViewedAt): string {
  if (due === undefined) return '';
  const seen = toViewedDue(due, at);
  return `${dueDay(seen, at)} ${seen.kind === 'day' ? '~' : seen.dateTime}`;
}

function newestFirst(dateTime: string | undefined): string {
  const time = dateTime === undefined ? 0 : Date.parse(dateTime);
  return String(Number.MAX_SAFE_INTEGER - time).padStart(17, '0');
}

function compare(a: UrgencyKey, b: UrgencyKey): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  for (const position of [1, 2, 3] as const) {
    if (a[position] !== b[position]) return a[position] < b[position] ? -1 : 1;
  }
  return 0;
}
