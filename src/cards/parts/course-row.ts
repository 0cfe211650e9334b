import type { Course, CourseActivity } from '../../domain/course-activity';
import { dueDay, isOpen } from '../../domain/due';
import { own, textsFor } from '../../i18n/catalog';
import { dateText, joinParts, progressText, shortDateText, type Viewer } from '../../i18n/course-text';
import { formatDuration, formatNearby } from '../../i18n/format';
import { toHttpsUrl } from '../https-url';
import { toIsolatedText } from '../plain-text';
import type { CardAction, ListPage } from '../actions';
import { toDueBadge, type Badge } from './badge';
import { toContentParts, toCourseName, toCourseTitle } from './content';
import { toCourseAction, type CardSubject } from './course-subject';
import { toBar, type Bar } from './progress';
import type { TextColor } from './status-style';

/** The list that a row stands in. */
export interface RowsOf extends Viewer, CardSubject, ListPage {
  /** Rows stand under the names of their groups. */
  readonly isGrouped: boolean;
  /** Whether another course on the list has the same title. */
  readonly hasTwin: (course: Course) => boolean;
}

export interface CourseRow {
  readonly title: string;
  readonly hint: string;
  /** "Required · 45 min · 60% done" */
  readonly facts: string;
  readonly thumbnailUrl: string;
  readonly thumbnailAlt: string;
  readonly bar: readonly Bar[];
  readonly badge: Badge;
  /** "Dec 12"; '' beside a badge. */
  readonly date: string;
  readonly open: CardAction;
}

/** The course to begin with, on top of a list. */
export interface StartHere extends Omit<CourseRow, 'bar' | 'badge' | 'date'> {
  readonly label: string;
  /** "6 days overdue" */
  readonly urgency: string;
  readonly urgencyColor: TextColor;
  /** The button: to the provider, or to the card of the course. One of the two is empty. */
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly opens: readonly CardAction[];
}

const HINT_LENGTH = 80;
const urgencyColors = { overdue: 'attention', soon: 'warning', later: 'default' } as const;

export function toCourseRow(course: Course, list: RowsOf): CourseRow {
  const { activity } = course;
  const badge = toDueBadge(activity, list, list.isGrouped ? 'short' : 'full');
  const words = toProgressWords(activity, list);
  return {
    ...toRowParts(course, list),
    bar: isOpen(activity) ? toBar(activity.completionPercentage ?? 0, words) : [],
    badge,
    date: badge.text === '' ? toRowDate(activity, list) : '',
  };
}

export function toStartHere(course: Course, list: RowsOf): StartHere {
  const { t } = textsFor(list.locale);
  const { activity, content } = course;
  const { facts, ...parts } = toRowParts(course, list);
  const date = dateText(activity, list);
  const urgency = date.kind === 'due' ? shortDateText(date, list) : '';
  const url = toHttpsUrl(content?.webUrl);
  const isBegun = activity.status === 'inProgress' || (activity.completionPercentage ?? 0) > 0;
  return {
    ...parts,
    label: t('courseList.startHere'),
    facts: urgency === '' ? facts : `${facts} · `,
    urgency,
    urgencyColor: urgencyColors[date.urgency],
    links: url === undefined ? [] : [{ title: t(isBegun ? 'courseList.continue' : 'courseList.start'), url }],
    opens: url === undefined ? [{ ...parts.open, title: t('courseList.open') }] : [],
  };
}

function toRowParts(course: Course, list: RowsOf): Omit<CourseRow, 'bar' | 'badge' | 'date'> {
  const { activity, content } = course;
  const { filter, page, locale } = list;
  const title = toCourseName(course, list);
  const isUntitled = toCourseTitle(content, list) === '';
  // The assigner's note, which only the learner may read, tells courses without a title apart.
  const hint = isUntitled && list.teammate === undefined ? activity.note : undefined;
  const { thumbnailUrl, thumbnailAlt } = toContentParts(content, list);
  const duration = content?.durationMinutes;
  return {
    title,
    hint: toIsolatedText(hint, HINT_LENGTH, list),
    facts: joinParts(
      textsFor(locale).t(`course.kinds.${activity.kind}`),
      duration === undefined ? '' : formatDuration(duration, list),
      toProgressWords(activity, list),
      list.hasTwin(course) ? toOrigin(activity, list) : '',
    ),
    thumbnailUrl,
    thumbnailAlt,
    open: toCourseAction(list, {
      title: toLabel(course, title, list),
      step: 'open',
      filter,
      page,
      activity: activity.id,
    }),
  };
}

/** What a screen reader says of a row: "Code of conduct 2026, Required, 60% done, 6 days overdue". */
function toLabel(course: Course, title: string, list: RowsOf): string {
  const { activity } = course;
  const { t } = textsFor(list.locale);
  return [
    t(`course.kinds.${activity.kind}`),
    toProgressWords(activity, list),
    shortDateText(dateText(activity, list), list),
    list.hasTwin(course) ? toOrigin(activity, list) : '',
  ]
    .filter((part) => part !== '')
    .reduce((first, second) => t('join.comma', { first: own(first), second: own(second) }), title);
}

/** "60% done" once begun; a status that the bar and the badge cannot say. */
function toProgressWords(activity: CourseActivity, viewer: Viewer): string {
  const { status, completionPercentage = 0 } = activity;
  if (status !== 'completed' && completionPercentage > 0) return progressText(activity, viewer) ?? '';
  return status === 'inProgress' || status === 'unknown'
    ? textsFor(viewer.locale).t(`course.statuses.${status}`)
    : '';
}

/** The day when a course is due or was completed; '' when there is none. */
function toRowDate({ due, status, completedDateTime }: CourseActivity, viewer: Viewer): string {
  if (status === 'completed') {
    return completedDateTime === undefined ? '' : formatNearby(completedDateTime, viewer);
  }
  // A due day is the same for every reader.
  return due === undefined
    ? ''
    : formatNearby(`${dueDay(due, viewer)}T12:00:00Z`, { ...viewer, zone: 'UTC' });
}

/** Since when the course is on the list. */
function toOrigin({ assignedDateTime, startedDateTime }: CourseActivity, viewer: Viewer): string {
  const since = assignedDateTime ?? startedDateTime;
  if (since === undefined) return '';
  const date = own(formatNearby(since, viewer));
  const key = assignedDateTime === undefined ? 'courseList.startedOn' : 'courseList.assignedOn';
  return textsFor(viewer.locale).t(key, { date });
}
