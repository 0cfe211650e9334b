import type { CourseActivity, CourseContent, Due } from '../domain/course-activity';
import { daysUntilDue, dueDay, isOverdue, toViewedDue } from '../domain/due';
import { SOON_DAYS } from '../domain/question';
import { own, textsFor } from './catalog';
import {
  formatDay,
  formatDayOf,
  formatDuration,
  formatInstant,
  formatNearby,
  type Locale,
  type Reader,
} from './format';
import { toSpan } from './spans';

/** Who reads, and when. */
export interface Viewer extends Reader {
  readonly now: Date;
}

/** Returns the viewer alone, without what a turn holds besides. */
export function toViewer({ locale, zone, now }: Viewer): Viewer {
  return { locale, zone, now };
}

/** What a course's date means for the reader today. */
export interface DateText {
  /** "Nov 12, 2026"; for a due moment with its time when `isExact` was asked for. */
  readonly date: string;
  readonly kind: 'due' | 'completed' | 'other';
  /** Calendar days until it is due; negative when overdue, and 0 where nothing is due. */
  readonly days: number;
  /** "in 3 days", "5 days overdue"; empty when nothing presses. */
  readonly relative: string;
  readonly urgency: 'overdue' | 'soon' | 'later';
}

const none = { days: 0, relative: '', urgency: 'later' } as const;

/** Status and kind in words; the percentage is separate because a course may not report one. */
export function statusText({ status, kind }: CourseActivity, { locale }: Locale): string {
  const { t } = textsFor(locale);
  return joinParts(t(`course.statuses.${status}`), t(`course.kinds.${kind}`));
}

/** "1 hr 30 min · 12 pages · Beginner", as far as it is known. */
export function detailsText({ durationMinutes, pages, level }: CourseContent, { locale }: Locale): string {
  const { t } = textsFor(locale);
  return joinParts(
    durationMinutes === undefined ? '' : formatDuration(durationMinutes, { locale }),
    pages === undefined ? '' : t('course.pages', { count: pages }),
    level === undefined ? '' : t(`course.levels.${level}`),
  );
}

/** "5 days overdue", "Due in 3 days", "Completed on Nov 1, 2026". */
export function shortDateText(date: DateText, { locale }: Locale): string {
  if (date.kind !== 'due') return dateLabel(date, { locale });
  if (date.urgency === 'overdue') return date.relative;
  return textsFor(locale).t('course.dueWhen', { ...toSpan(date.days) });
}

/** Where a learner stands: "In progress · 40% done · Due Nov 20, 2026 (in 3 days)", "Completed on Nov 1, 2026". */
export function statusAndDateText(activity: CourseActivity, viewer: Viewer): string {
  const date = dateText(activity, viewer);
  if (date.kind === 'completed') return dateLabel(date, viewer);
  const progress = progressText(activity, viewer) ?? '';
  return joinParts(
    textsFor(viewer.locale).t(`course.statuses.${activity.status}`),
    progress,
    dateSentence(date, viewer),
  );
}

/** Joins the texts that are not empty in one line. */
export function joinParts(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/** "40% done"; `undefined` when the provider reports none or the course is completed. */
export function progressText(activity: CourseActivity, reader: Reader): string | undefined {
  const { completionPercentage, status } = activity;
  if (completionPercentage === undefined || status === 'completed') return undefined;
  return textsFor(reader.locale).t('course.progress', { percent: Math.round(completionPercentage) });
}

/** `isExact` asks for the time of day where there is one. */
export function dateText(activity: CourseActivity, viewer: Viewer, isExact = false): DateText {
  const { due, status } = activity;
  const { t } = textsFor(viewer.locale);
  if (status === 'completed') return completedText(activity, viewer);
  if (due === undefined) return { kind: 'other', date: t('course.noDueDate'), ...none };
  const seen = toViewedDue(due, viewer);
  const date =
    isExact && seen.kind === 'instant'
      ? formatInstant(seen.dateTime, viewer)
      : formatDay(dueDay(seen, viewer), viewer);
  const days = daysUntilDue(due, viewer);
  if (isOverdue(activity, viewer)) {
    return {
      kind: 'due',
      date,
      days,
      relative: t('course.overdueFor', { ...toSpan(-days) }),
      urgency: 'overdue',
    };
  }
  return {
    kind: 'due',
    date,
    days,
    relative: t('course.dueIn', { ...toSpan(days) }),
    urgency: days <= SOON_DAYS ? 'soon' : 'later',
  };
}

/** The due date with its time of day, without the year when that is clear: "Nov 25, 5:00 PM", "Nov 25". */
export function dueDateText(due: Due, viewer: Viewer): string {
  const seen = toViewedDue(due, viewer);
  return seen.kind === 'instant' ? formatNearby(seen.dateTime, viewer, true) : dueDayText(seen, viewer);
}

/** The due day, the same for every reader, without the year when that is clear: "Nov 25". */
export function dueDayText(due: Due, viewer: Viewer): string {
  return formatNearby(`${dueDay(due, viewer)}T12:00:00Z`, { ...viewer, zone: 'UTC' });
}

function completedText({ completedDateTime }: CourseActivity, viewer: Viewer): DateText {
  return completedDateTime === undefined
    ? { kind: 'other', date: textsFor(viewer.locale).t('course.noCompletionDate'), ...none }
    : { kind: 'completed', date: formatDayOf(completedDateTime, viewer), ...none };
}

/** "Due Nov 12, 2026", "Completed on Nov 1, 2026". */
export function dateLabel({ kind, date }: DateText, { locale }: Locale): string {
  const { t } = textsFor(locale);
  if (kind === 'due') return t('course.due', { date: own(date) });
  return kind === 'completed' ? t('course.completedOn', { date: own(date) }) : date;
}

/** The date with what it means today: "Due Nov 12, 2026 (5 days overdue)". */
export function dateSentence(text: DateText, reader: Locale): string {
  const label = dateLabel(text, reader);
  if (text.relative === '') return label;
  return textsFor(reader.locale).t('course.dateWhen', { date: own(label), relative: own(text.relative) });
}
