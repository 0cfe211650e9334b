import type { Course } from '../domain/course-activity';
import { openCourses } from '../domain/question';
import { dueDay } from '../domain/due';
import { own, textsFor } from '../i18n/catalog';
import { dateLabel, dateText, joinParts, type Viewer } from '../i18n/course-text';
import { formatDay, formatDayOf, formatTime } from '../i18n/format';
import type { ListPage } from './actions';
import { defineCard } from './define-card';
import { toContentParts, toCourseLine, toCourseTitle, toProviderName } from './parts/content';
import { toCourseAction, toListAction, toSubjectName, type CardSubject } from './parts/course-subject';
import { toActivityStyle } from './parts/status-style';
import { toIsolatedText, toMessageLines, toMessageText } from './plain-text';

/** One course of a learner, as that learner or their manager sees it. */
export interface CourseView extends Viewer, CardSubject {
  readonly course: Course;
  readonly providerName?: string | undefined;
  readonly assignerName?: string | undefined;
  /** The list that the Back button opens; the open courses when absent. */
  readonly backTo?: ListPage | undefined;
  /** Opens Teams' dialog for sharing the course. */
  readonly shareUrl?: string | undefined;
  /** When the activity was read from Graph. */
  readonly readAt: Date;
}

export const courseCard = defineCard('course', { toData, toText });

const NAME_LENGTH = 80;
const NOTE_LENGTH = 500;

/** The address behind Teams' own share button: Teams unfurls the link in the chosen chat. */
export function toShareUrl(courseLink: string): string {
  return `https://teams.microsoft.com/share?href=${encodeURIComponent(courseLink)}`;
}

function toData(view: CourseView) {
  const { activity, content } = view.course;
  const { t } = textsFor(view.locale);
  const date = dateText(activity, view, true);
  const list = view.backTo ?? { filter: openCourses, page: 1 };
  const shown = { ...list, activity: activity.id };
  const backTitle = view.teammate === undefined ? t('course.back') : t('team.back');
  return {
    speak: toMessageText(toHeadline(view)),
    person: toSubjectName(view),
    heading: t(`course.kindHeadings.${activity.kind}`),
    title: toCourseTitle(content, view) || t('course.titleNotShared'),
    provider: toProvider(view),
    ...toContentParts(content, view),
    status: t(`course.statuses.${activity.status}`),
    date: date.kind === 'completed' ? t('course.onDay', { date: own(date.date) }) : dateLabel(date, view),
    ...toActivityStyle(activity, date, view),
    facts: toFacts(view),
    noteLabel: t('course.note'),
    note: toNote(view),
    shareTitle: t('course.share'),
    shareUrl: view.shareUrl ?? '',
    refresh: toCourseAction(view, { title: t('course.refresh'), step: 'refresh', ...shown }),
    back: toListAction(view, { title: backTitle, step: 'page', ...list }),
    asOf: toAsOf(view),
  };
}

function toText(view: CourseView): string {
  const { t } = textsFor(view.locale);
  const note = toNote(view);
  const lines = [
    toHeadline(view),
    joinParts(toProvider(view), toContentParts(view.course.content, view).details),
    ...toFacts(view).map(({ label, value }) => t('join.label', { label: own(label), value })),
    note === '' ? '' : t('join.label', { label: own(t('course.note')), value: note }),
    toAsOf(view),
  ];
  return toMessageLines(lines, view);
}

function toAsOf(view: CourseView): string {
  return textsFor(view.locale).t('courseList.asOf', { time: own(formatTime(view.readAt, view)) });
}

/** Teammate, title, status and date in one line. */
function toHeadline(view: CourseView): string {
  return joinParts(toSubjectName(view), toCourseLine(view.course, view, true));
}

function toProvider(view: CourseView): string {
  return toProviderName(view.providerName ?? view.course.content?.sourceName, view);
}

/** The assigner's note, which only the learner may read. */
function toNote({ course, locale, teammate }: CourseView): string {
  return teammate === undefined ? toIsolatedText(course.activity.note, NOTE_LENGTH, { locale }) : '';
}

function toFacts(view: CourseView): readonly { readonly label: string; readonly value: string }[] {
  const { assignedDateTime, startedDateTime, status, due } = view.course.activity;
  const { t } = textsFor(view.locale);
  const toDay = (dateTime: string | undefined): string =>
    dateTime === undefined ? '' : formatDayOf(dateTime, view);
  const wasDue = status === 'completed' && due ? formatDay(dueDay(due, view), view) : '';
  return [
    { label: t('course.assignedBy'), value: toIsolatedText(view.assignerName, NAME_LENGTH, view) },
    { label: t('course.assignedOn'), value: toDay(assignedDateTime) },
    { label: t('course.startedOn'), value: toDay(startedDateTime) },
    { label: t('course.wasDue'), value: wasDue },
  ].filter(({ value }) => value !== '');
}
