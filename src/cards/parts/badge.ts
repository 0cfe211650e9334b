import type { CourseActivity } from '../../domain/course-activity';
import { daysUntilDue, dueDay, isOpen, isOverdue } from '../../domain/due';
import { textsFor } from '../../i18n/catalog';
import type { Viewer } from '../../i18n/course-text';
import { formatWeekday } from '../../i18n/format';
import { toSpan } from '../../i18n/spans';
import type { TextColor } from './status-style';

/** A short mark at the end of a row. The text is ours; `''` shows no badge. */
export interface Badge {
  readonly text: string;
  /** Style of the `Badge` element. */
  readonly style: 'Default' | 'Good' | 'Warning' | 'Attention';
  /** Color of the text that clients show which do not know the element. */
  readonly color: TextColor;
}

export const noBadge: Badge = { text: '', style: 'Default', color: 'default' };

const styles = {
  plain: { style: 'Default', color: 'default' },
  good: { style: 'Good', color: 'good' },
  warning: { style: 'Warning', color: 'warning' },
  attention: { style: 'Attention', color: 'attention' },
} as const;

export function toBadge(kind: keyof typeof styles, text: string): Badge {
  return { text, ...styles[kind] };
}

/** A weekday names one day only within this many days from today. */
const WEEKDAY_DAYS = 6;

/**
 * When an open course is due, if that presses: "2 days overdue", "Today", "Tomorrow", "Sunday"; `noBadge` for later
 * days and where nothing is due. Under a heading that says "Overdue", `short` leaves that word out: "2 days".
 */
export function toDueBadge(
  activity: CourseActivity,
  viewer: Viewer,
  length: 'short' | 'full' = 'full',
): Badge {
  if (activity.due === undefined || !isOpen(activity)) return noBadge;
  const { t } = textsFor(viewer.locale);
  const days = daysUntilDue(activity.due, viewer);
  if (isOverdue(activity, viewer)) {
    const key = length === 'short' ? 'badge.overdueFor' : 'course.overdueFor';
    return toBadge('attention', t(key, { ...toSpan(-days) }));
  }
  if (days > WEEKDAY_DAYS) return noBadge;
  if (days < 2) return toBadge('warning', t(days === 0 ? 'badge.today' : 'badge.tomorrow'));
  return toBadge('warning', formatWeekday(dueDay(activity.due, viewer), viewer));
}
