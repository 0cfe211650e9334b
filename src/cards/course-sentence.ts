import type { CourseActivity } from '../domain/course-activity';
import { daysUntilDue, dueDay, isOpen, isOverdue } from '../domain/due';
import type { AskedOfCourse } from '../domain/question';
import { minutesLeft } from '../domain/time-left';
import { own, textsFor, type OwnText } from '../i18n/catalog';
import { dateText } from '../i18n/course-text';
import { formatDay, formatDayOf, formatDuration, formatNearby } from '../i18n/format';
import type { CourseView } from './course';
import { toCourseTitle } from './parts/content';
import { toIsolatedText } from './plain-text';

/** Answers what is asked of a course; says no more than the learner's own card does. May hold untrusted text. */
export function toCourseSentence(asks: AskedOfCourse, view: CourseView): string {
  return answers[asks](view);
}

const answers: Readonly<Record<AskedOfCourse, (view: CourseView) => string>> = {
  finished: toFinished,
  whenFinished: toWhenFinished,
  overdue: toOverdue,
  when: toWhen,
  howLong: toHowLong,
  who: toWho,
  mandatory: toMandatory,
};

const NAME_LENGTH = 80;

/** For a yearly course, an earlier completion counts as finished, and the sentence adds when the current one is due. */
function toFinished(view: CourseView): string {
  const finished = toFinish(view);
  if (finished !== undefined) return answer('yes', finished, view);
  return view.course.activity.status === 'unknown' ? toUnknown(view) : answer('no', toUnfinished(view), view);
}

/** The same without yes or no: "when did I finish it?" */
function toWhenFinished(view: CourseView): string {
  const isUnknown = view.course.activity.status === 'unknown';
  return toFinish(view) ?? (isUnknown ? toUnknown(view) : toUnfinished(view));
}

/** What was finished, and when; `undefined` when nothing was. */
function toFinish(view: CourseView): string | undefined {
  const { activity } = view.course;
  if (!isOpen(activity)) return toFinishedOn(view, activity);
  const earlier = view.siblings?.find((sibling) => !isOpen(sibling.activity))?.activity;
  const at = earlier?.completedDateTime;
  // When it was finished may not be known, so it may have been long ago.
  return at === undefined ? undefined : toFinishedBefore(view, at);
}

function toUnknown({ locale }: CourseView): string {
  return textsFor(locale).t('course.answers.statusUnknown');
}

function answer(word: 'yes' | 'no', sentence: string, { locale }: CourseView): string {
  return textsFor(locale).t(`course.answers.${word}`, { sentence: own(sentence) });
}

function toFinishedOn(view: CourseView, { completedDateTime: at }: CourseActivity): string {
  const { t } = textsFor(view.locale);
  const title = own(toTitle(view));
  return at === undefined
    ? t('course.answers.finished', { title })
    : t('course.answers.finishedOn', { title, date: own(formatDayOf(at, view)) });
}

function toFinishedBefore(view: CourseView, at: string): string {
  const { t } = textsFor(view.locale);
  const isEarlierYear = yearOf(at, view) < yearOf(view.now.toISOString(), view);
  const turn: 'yearly' | 'other' = isEarlierYear ? 'yearly' : 'other';
  const before = { title: own(toTitle(view)), date: own(formatDayOf(at, view)), turn };
  const due = toDue(view);
  if (due === undefined) return t('course.answers.finishedBefore', before);
  return due.isOverdue
    ? t('course.answers.finishedBeforeOverdue', { ...before, when: due.when })
    : t('course.answers.finishedBeforeDue', { ...before, when: due.when });
}

/** The calendar year of a moment where the viewer is, as in the dates of the sentence. */
function yearOf(dateTime: string, view: CourseView): string {
  return dueDay({ kind: 'instant', dateTime }, view).slice(0, 4);
}

function toUnfinished(view: CourseView): string {
  const { t } = textsFor(view.locale);
  const { completionPercentage: percent = 0 } = view.course.activity;
  const progress = { state: toState(view.course.activity), percent };
  const due = toDue(view);
  if (due === undefined) return t('course.answers.unfinished', progress);
  return due.isOverdue
    ? t('course.answers.unfinishedOverdue', { ...progress, when: due.when })
    : t('course.answers.unfinishedDue', { ...progress, when: due.when });
}

function toState(activity: CourseActivity): 'notStarted' | 'percent' | 'other' {
  if (activity.status === 'notStarted') return 'notStarted';
  return (activity.completionPercentage ?? 0) > 0 ? 'percent' : 'other';
}

function toTitle(view: CourseView): string {
  return toCourseTitle(view.course.content, view) || textsFor(view.locale).t('course.answers.thisCourse');
}

/** "tomorrow", "2 days overdue"; `undefined` where nothing is due. */
function toDue(view: CourseView): { readonly isOverdue: boolean; readonly when: OwnText } | undefined {
  const { activity } = view.course;
  if (activity.due === undefined) return undefined;
  return { isOverdue: isOverdue(activity, view), when: own(dateText(activity, view).relative) };
}

function toOverdue(view: CourseView): string {
  return answer(isOverdue(view.course.activity, view) ? 'yes' : 'no', toWhen(view), view);
}

function toWhen(view: CourseView): string {
  const { activity } = view.course;
  const { t } = textsFor(view.locale);
  if (!isOpen(activity)) return toWhenDone(view);
  const due = toDue(view);
  if (due === undefined) return t('course.answers.noDueDate');
  const date = own(dateText(activity, view, true).date);
  return due.isOverdue
    ? t('course.answers.overdue', { date, when: due.when })
    : t('course.answers.due', { date, when: due.when });
}

function toWhenDone(view: CourseView): string {
  const { due, completedDateTime: at } = view.course.activity;
  const { t } = textsFor(view.locale);
  const done =
    at === undefined
      ? t('course.answers.done')
      : t('course.answers.doneOn', { date: own(formatDayOf(at, view)) });
  if (due === undefined) return done;
  const time: 'past' | 'other' = daysUntilDue(due, view) < 0 ? 'past' : 'other';
  const wasDue = t('course.answers.wasDue', { date: own(formatDay(dueDay(due, view), view)), time });
  return t('join.sentences', { first: own(done), second: own(wasDue) });
}

function toHowLong(view: CourseView): string {
  const { content } = view.course;
  const { t } = textsFor(view.locale);
  if (content === undefined) return t('course.answers.durationUnreadable');
  if (content.durationMinutes === undefined) return t('course.answers.noDuration');
  const duration = own(formatDuration(content.durationMinutes, view));
  const rest = minutesLeft(view.course);
  return rest === undefined
    ? t('course.answers.duration', { duration })
    : t('course.answers.durationLeft', { duration, rest: own(formatDuration(rest, view)) });
}

function toWho(view: CourseView): string {
  const { kind, assignedDateTime: at } = view.course.activity;
  const { t } = textsFor(view.locale);
  const name = own(toIsolatedText(view.assignerName, NAME_LENGTH, view));
  if (name.own === '') {
    return t(kind === 'selfInitiated' ? 'course.answers.selfInitiated' : 'course.answers.assignerUnknown');
  }
  return at === undefined
    ? t('course.answers.assigned', { name })
    : t('course.answers.assignedOn', { name, date: own(formatNearby(at, view)) });
}

function toMandatory(view: CourseView): string {
  const { activity } = view.course;
  const { t } = textsFor(view.locale);
  if (activity.kind === 'required') return toRequired(view);
  const no = t('course.answers.notRequired', { kind: activity.kind });
  if (!isOpen(activity) || activity.due === undefined) return no;
  return t('join.sentences', { first: own(no), second: own(toWhen(view)) });
}

function toRequired(view: CourseView): string {
  const { t } = textsFor(view.locale);
  if (!isOpen(view.course.activity)) return t('course.answers.requiredFinished');
  const due = toDue(view);
  if (due === undefined) return t('course.answers.required');
  return due.isOverdue
    ? t('course.answers.requiredOverdue', { when: due.when })
    : t('course.answers.requiredDue', { when: due.when });
}
