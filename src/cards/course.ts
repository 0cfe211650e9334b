import type { Course } from '../domain/course-activity';
import { dueDay, isOpen } from '../domain/due';
import { openCourses } from '../domain/question';
import { minutesLeft } from '../domain/time-left';
import { own, textsFor } from '../i18n/catalog';
import {
  dateLabel,
  dateSentence,
  dateText,
  detailsText,
  dueDateText,
  joinParts,
  progressText,
  type Viewer,
} from '../i18n/course-text';
import { formatDay, formatDayOf, formatDuration, formatNearby, formatTime } from '../i18n/format';
import type { ListPage } from './actions';
import { defineCard } from './define-card';
import { toHttpsUrl } from './https-url';
import { toDueBadge, type Badge } from './parts/badge';
import { toCourseLine, toCourseTitle, toProviderName } from './parts/content';
import { toCourseAction, toListAction, toSubjectName, type CardSubject } from './parts/course-subject';
import { toAskLink, toBookLink, toOpenLinks, type Assigner, type CardLink } from './parts/learner-links';
import { toBar, type Bar } from './parts/progress';
import { toIsolatedText, toMessageLines, toMessageText } from './plain-text';

/** One course of a learner, as that learner or their manager sees it. */
export interface CourseView extends Viewer, CardSubject, Assigner {
  readonly course: Course;
  readonly providerName?: string | undefined;
  /** Other activities for the same content, as far as the learner's list is known. */
  readonly siblings?: readonly Course[] | undefined;
  /** The list that the Back button opens; the open courses when absent. */
  readonly backTo?: ListPage | undefined;
  /** Opens Teams' dialog for sharing the course. */
  readonly shareUrl?: string | undefined;
  /** The manager's next step: a chat with the teammate. */
  readonly message?: CardLink | undefined;
  /** When the activity was read from Graph. */
  readonly readAt: Date;
}

export const courseCard = defineCard('course', { toData, toText });

const NAME_LENGTH = 80;
const NOTE_LENGTH = 500;
const DESCRIPTION_LENGTH = 240;
const MOST_SIBLINGS = 3;

/** The address behind Teams' own share button: Teams unfurls the link in the chosen chat. */
export function toShareUrl(courseLink: string): string {
  return `https://teams.microsoft.com/share?href=${encodeURIComponent(courseLink)}`;
}

function toData(view: CourseView) {
  const { activity, content } = view.course;
  const { t } = textsFor(view.locale);
  const list = view.backTo ?? { filter: openCourses, page: 1 };
  const shown = { ...list, activity: activity.id };
  const badge = toDueBadge(activity, view);
  const note = toQuote(view);
  const author = toAuthor(view);
  return {
    speak: toMessageText(toHeadline(view)),
    person: toSubjectName(view),
    title: toCourseTitle(content, view) || t('course.titleNotShared'),
    details: joinParts(t(`course.kinds.${activity.kind}`), toDetails(view)),
    thumbnailUrl: toHttpsUrl(content?.thumbnailUrl) ?? '',
    thumbnailAlt: t('course.thumbnailAlt'),
    status: toStatus(view),
    bar: toProgress(view),
    badge,
    due: toDue(view, badge),
    description: toDescription(view),
    note,
    noteBy: author || t('course.note'),
    facts: toFacts(view, note === '' ? author : ''),
    asOf: toAsOf(view),
    refresh: toCourseAction(view, { title: t('course.refresh'), step: 'refresh', ...shown }),
    ...toButtons(view),
    back: toListAction(view, {
      title: t(view.teammate === undefined ? 'course.back' : 'team.back'),
      step: 'page',
      ...list,
    }),
  };
}

function toText(view: CourseView): string {
  const { t } = textsFor(view.locale);
  const note = toQuote(view);
  const author = toAuthor(view);
  const label = own(author || t('course.note'));
  const lines = [
    toHeadline(view),
    joinParts(toDetails(view), toLeft(view)),
    toDescription(view),
    note === '' ? '' : t('join.label', { label, value: own(note) }),
    ...toFacts(view, note === '' ? author : '').map(({ fact }) => fact),
    toAsOf(view),
  ];
  return toMessageLines(lines, view);
}

/** At most six buttons with Back, three of them not behind "…"; the next step comes first. */
function toButtons(view: CourseView) {
  const { course, teammate, message, shareUrl } = view;
  const { t } = textsFor(view.locale);
  if (teammate !== undefined) {
    const url = toHttpsUrl(course.content?.webUrl);
    const open = url === undefined ? [] : [{ title: t('course.open'), url }];
    return { next: message === undefined ? [] : [message], links: open, more: [] };
  }
  const [next, ...others] = toOpenLinks(course, view);
  return {
    next: next === undefined ? [] : [next],
    links: shareUrl === undefined ? [] : [{ title: t('course.share'), url: shareUrl }],
    more: [...toAskLink(course, view, view), ...toBookLink(course, view), ...others],
  };
}

function toAsOf(view: CourseView): string {
  return textsFor(view.locale).t('courseList.asOf', { time: own(formatTime(view.readAt, view)) });
}

/** Teammate, title, status and date in one line. */
function toHeadline(view: CourseView): string {
  return joinParts(toSubjectName(view), toCourseLine(view.course, view, true));
}

/** "Contoso Academy · 45 min · Beginner" */
function toDetails(view: CourseView): string {
  const { content } = view.course;
  return joinParts(
    toProviderName(view.providerName ?? content?.sourceName, view),
    content === undefined ? '' : detailsText(content, view),
  );
}

/** "60% done · about 18 min left", "Not started", "Completed on Nov 20, 2025" */
function toStatus(view: CourseView): string {
  const { activity } = view.course;
  const date = dateText(activity, view);
  if (date.kind === 'completed') return dateLabel(date, view);
  const status = textsFor(view.locale).t(`course.statuses.${activity.status}`);
  const progress = activity.completionPercentage === 0 ? '' : (progressText(activity, view) ?? '');
  return joinParts(activity.status === 'inProgress' && progress !== '' ? '' : status, progress, toLeft(view));
}

function toProgress(view: CourseView): readonly Bar[] {
  const { activity } = view.course;
  const percentage = isOpen(activity) ? (activity.completionPercentage ?? 0) : 0;
  return toBar(percentage, view);
}

function toLeft(view: CourseView): string {
  const minutes = minutesLeft(view.course);
  if (minutes === undefined) return '';
  return textsFor(view.locale).t('course.minutesLeft', { duration: own(formatDuration(minutes, view)) });
}

/** "Nov 25, 5:00 PM"; '' when the course is completed. */
function toDue(view: CourseView, badge: Badge): string {
  const { due, ...activity } = view.course.activity;
  const { t } = textsFor(view.locale);
  if (!isOpen(activity)) return '';
  if (due === undefined) return t('course.noDueDate');
  const date = dueDateText(due, view);
  return badge.text === '' ? t('course.due', { date: own(date) }) : date;
}

function toDescription({ course, locale, teammate }: CourseView): string {
  return teammate === undefined
    ? toIsolatedText(course.content?.description, DESCRIPTION_LENGTH, { locale })
    : '';
}

/** The assigner's note, which only the learner may read. */
function toQuote({ course, locale, teammate }: CourseView): string {
  const note = teammate === undefined ? toIsolatedText(course.activity.note, NOTE_LENGTH, { locale }) : '';
  return note === '' ? '' : textsFor(locale).t('course.quote', { text: own(note) });
}

/** "Katherine Walsh, Oct 28" as far as it is known. */
function toAuthor(view: CourseView): string {
  const { assignedDateTime } = view.course.activity;
  const name = toIsolatedText(view.assignerName, NAME_LENGTH, view);
  if (name === '' || assignedDateTime === undefined) return name;
  const date = own(formatNearby(assignedDateTime, view));
  return textsFor(view.locale).t('course.byOn', { name: own(name), date });
}

/** What the rest of the card does not say; `author` is '' where a note is signed by them. */
function toFacts(view: CourseView, author: string): readonly { readonly fact: string }[] {
  const { assignedDateTime, startedDateTime, status, due } = view.course.activity;
  const { t } = textsFor(view.locale);
  const isUnsigned = view.assignerName === undefined && assignedDateTime !== undefined;
  const assignedOn = isUnsigned ? formatNearby(assignedDateTime, view) : '';
  const wasDue = status === 'completed' && due ? formatDay(dueDay(due, view), view) : '';
  const facts = [
    [t('course.assignedBy'), author],
    [t('course.assignedOn'), assignedOn],
    [t('course.startedOn'), startedDateTime ? formatNearby(startedDateTime, view) : ''],
    [t('course.wasDue'), wasDue],
    ...toSiblingFacts(view),
  ] as const;
  return facts.flatMap(([label, value]) =>
    value === '' ? [] : { fact: t('join.label', { label: own(label), value: own(value) }) },
  );
}

/** "Also open: Due Dec 1, 2026 (in 4 days)", "Completed before: Nov 20, 2025 · Nov 18, 2024" */
function toSiblingFacts(view: CourseView): readonly (readonly [label: string, value: string])[] {
  const { t } = textsFor(view.locale);
  const siblings = (view.siblings ?? []).slice(0, MOST_SIBLINGS).map(({ activity }) => activity);
  const open = siblings.filter(isOpen).map((activity) => dateSentence(dateText(activity, view), view));
  const completed = siblings
    .filter((activity) => !isOpen(activity))
    .map(({ completedDateTime: at }) =>
      at === undefined ? t('course.noCompletionDate') : formatDayOf(at, view),
    );
  return [
    [t('course.alsoOpen'), joinParts(...open)],
    [t('course.completedBefore'), joinParts(...completed)],
  ];
}
