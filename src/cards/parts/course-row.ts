import type { Course, CourseActivity } from '../../domain/course-activity';
import { isOpen } from '../../domain/due';
import { own, textsFor } from '../../i18n/catalog';
import {
  dateText,
  dueDayText,
  joinParts,
  progressText,
  shortDateText,
  type DateText,
  type Viewer,
} from '../../i18n/course-text';
import { formatDuration, formatNearby } from '../../i18n/format';
import { toHttpsUrl } from '../https-url';
import { toIsolatedText } from '../plain-text';
import type { CardAction, ListPage } from '../actions';
import { toDueBadge, type Badge } from './badge';
import { toCourseName, toCourseTitle } from './content';
import { toCourseAction, type CardSubject } from './course-subject';
import { toOpenLinks, type CardLink } from './learner-links';
import { toBar, type Bar } from './progress';
import { toRowLabel } from './row-label';
import type { TextColor } from './status-style';

/** The list that a row stands in. */
export interface RowsOf extends Viewer, CardSubject, ListPage {
  /** Whether another open course on the list has the same title. */
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
  readonly links: readonly CardLink[];
  readonly opens: readonly CardAction[];
}

const HINT_LENGTH = 80;
const urgencyColors = { overdue: 'attention', soon: 'warning', later: 'default' } as const;

export function toCourseRow(course: Course, list: RowsOf): CourseRow {
  const { activity } = course;
  const { facts, when } = toFacts(course, list);
  // The heading of the list or of the group says "overdue".
  const badge = toDueBadge(activity, list, 'short');
  const date = badge.text === '' ? toRowDate(activity, list) : '';
  const end = badge.text + date;
  return {
    ...toRowParts(course, [facts, when.startsWith(end) ? '' : end, when], list),
    facts,
    bar: isOpen(activity) ? toBar(activity.completionPercentage ?? 0, list) : [],
    badge,
    date,
  };
}

export function toStartHere(course: Course, list: RowsOf): StartHere {
  const { t } = textsFor(list.locale);
  const { facts, when, urgency: level } = toFacts(course, list);
  const label = t('courseList.startHere');
  const urgency = course.activity.due === undefined ? '' : toUnbroken(when);
  const parts = toRowParts(course, [joinParts(facts, urgency)], { ...list, label });
  const isLinked = toHttpsUrl(course.content?.webUrl) !== undefined;
  return {
    ...parts,
    label,
    facts: urgency === '' ? facts : `${facts} · `,
    urgency,
    urgencyColor: urgencyColors[level],
    links: isLinked ? toOpenLinks(course, list).slice(0, 1) : [],
    opens: isLinked ? [] : [{ ...parts.open, title: t('courseList.open') }],
  };
}

/** A few words that stay in one line on a phone. */
function toUnbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}

/** What a row says of a course besides its title. */
interface Facts {
  /** "Required · 45 min · 60% done" */
  readonly facts: string;
  /** "6 days overdue", "Due in 3 days" */
  readonly when: string;
  readonly urgency: DateText['urgency'];
}

function toFacts(course: Course, list: RowsOf): Facts {
  const { activity, content } = course;
  const kind = textsFor(list.locale).t(`course.kinds.${activity.kind}`);
  const progress = toProgressWords(activity, list);
  const date = dateText(activity, list);
  const origin = list.hasTwin(course) ? toOrigin(activity, list) : '';
  const duration = content?.durationMinutes;
  const minutes = duration === undefined ? '' : formatDuration(duration, list);
  return {
    facts: joinParts(kind, minutes, progress, origin),
    when: shortDateText(date, list),
    urgency: date.urgency,
  };
}

type RowParts = Omit<CourseRow, 'facts' | 'bar' | 'badge' | 'date'>;

/** `said` is what the label says after the title. */
function toRowParts(
  { activity, content }: Course,
  said: readonly string[],
  { label = '', ...list }: RowsOf & { readonly label?: string },
): RowParts {
  const { filter, page } = list;
  const known = toCourseTitle(content, list);
  const title = known === '' ? toCourseName({ activity }, list) : known;
  // The assigner's note, which only the learner may read, tells courses without a title apart.
  const note = known === '' && list.teammate === undefined ? activity.note : undefined;
  const hint = toIsolatedText(note, HINT_LENGTH, list);
  const words = toRowLabel([label, title, hint, ...said], list);
  return {
    title,
    hint,
    thumbnailUrl: toHttpsUrl(content?.thumbnailUrl) ?? '',
    thumbnailAlt: textsFor(list.locale).t('course.thumbnailAlt'),
    open: toCourseAction(list, { title: words, step: 'open', filter, page, activity: activity.id }),
  };
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
  return due === undefined ? '' : dueDayText(due, viewer);
}

/** Since when the course is on the list. */
function toOrigin({ assignedDateTime, startedDateTime }: CourseActivity, viewer: Viewer): string {
  const since = assignedDateTime ?? startedDateTime;
  if (since === undefined) return '';
  const date = own(formatNearby(since, viewer));
  const key = assignedDateTime === undefined ? 'courseList.startedOn' : 'courseList.assignedOn';
  return textsFor(viewer.locale).t(key, { date });
}
