import type { CourseData } from '../cards/card-data';
import { statusLooks, toCourseTitle, toProgressBar, urgencyLooks } from '../cards/course-look';
import { toHttpsUrl } from '../cards/https-url';
import { toMessageText, toPlainText } from '../cards/plain-text';
import type { Course } from '../domain/course-activity';
import { dueDay } from '../domain/due';
import type { CourseFilter } from '../domain/question';
import {
  dateLabel,
  dateSentence,
  dateText,
  detailsText,
  joinParts,
  progressText,
  statusText,
  type Viewer,
} from '../text/course-text';
import { formatDay, formatDayOf, formatTime } from '../text/format';
import { isolate } from '../text/isolate';
import { textFor } from '../text/text-for';
import { toPerson, toPlace, verbsOf, type Whose } from './whose';

/** One course of a learner, as that learner or their manager sees it. */
export interface CourseView extends Viewer, Whose {
  readonly course: Course;
  readonly providerName?: string;
  readonly assignerName?: string;
  /** The list from which the course was opened; without one, "back" goes to the open courses. */
  readonly origin?: { readonly filter: CourseFilter; readonly page: number };
  /** Opens Teams' dialog for sharing the course. */
  readonly shareUrl?: string;
  /** When the activity was read from Graph. */
  readonly readAt: Date;
}

const NAME_LENGTH = 80;
const NOTE_LENGTH = 500;

/** The address behind Teams' own share button, which unfurls the link in whatever chat is chosen there. */
export function toShareUrl(courseLink: string): string {
  return `https://teams.microsoft.com/share?href=${encodeURIComponent(courseLink)}`;
}

const openCourses: CourseFilter = { status: 'open', due: 'any', kind: 'any', text: '' };

export function toCourseData(view: CourseView): CourseData {
  const { activity, content } = view.course;
  const { course, courseList, team, language } = textFor(view.locale);
  const provider = toProvider(view);
  const details = content === undefined ? '' : detailsText(content, view);
  const note = toNote(view);
  const facts = toFacts(view);
  const place = toPlace(view, view.origin ?? { filter: openCourses, page: 1 });
  const verbs = verbsOf(view);
  return {
    speak: toMessageText(toHeadline(view)),
    ...toPerson(view),
    heading: course.kindHeadings[activity.kind],
    title: isolate(toCourseTitle(view.course), language) || course.titleNotShared,
    hasProvider: provider !== '',
    provider,
    hasDetails: details !== '',
    details,
    ...toThumbnail(view),
    ...toStatus(view),
    hasFacts: facts.length > 0,
    facts,
    hasNote: note !== '',
    noteLabel: course.note,
    note,
    ...toOpenLink(view),
    hasShare: view.shareUrl !== undefined,
    shareTitle: course.share,
    shareUrl: view.shareUrl ?? '',
    refresh: {
      title: course.refresh,
      verb: verbs.refreshCourse,
      data: { ...place, activity: activity.id },
    },
    back: { title: view.teammate === undefined ? course.back : team.back, verb: verbs.page, data: place },
    asOf: courseList.asOf(formatTime(view.readAt, view)),
  };
}

/** The card's plain-text twin. */
export function toCourseText(view: CourseView): string {
  const { content } = view.course;
  const { course, courseList, labelled } = textFor(view.locale);
  const note = toNote(view);
  const lines = [
    toHeadline(view),
    joinParts(toProvider(view), content === undefined ? '' : detailsText(content, view)),
    ...toFacts(view).map(({ label, value }) => labelled(label, value)),
    note === '' ? '' : labelled(course.note, note),
    courseList.asOf(formatTime(view.readAt, view)),
  ];
  return toMessageText(lines.filter((line) => line !== '').join('\n'));
}

/** Title, status and date in one line; whose they are when not the reader's own. */
function toHeadline(view: CourseView): string {
  const { course } = view;
  const { course: texts, language } = textFor(view.locale);
  const title = isolate(toCourseTitle(course), language) || texts.untitled(course.activity.kind);
  const progress = progressText(course.activity, view) ?? '';
  const date = dateSentence(dateText(course.activity, view, true), view);
  return joinParts(toPerson(view).person, title, statusText(course.activity, view), progress, date);
}

function toProvider({ providerName, course, locale }: CourseView): string {
  const name = toPlainText(providerName ?? course.content?.sourceName ?? '', NAME_LENGTH);
  return isolate(name, textFor(locale).language);
}

/** What an assigner wrote is between them and the learner. */
function toNote({ course, locale, teammate }: CourseView): string {
  if (teammate !== undefined) return '';
  return isolate(toPlainText(course.activity.note ?? '', NOTE_LENGTH), textFor(locale).language);
}

function toThumbnail({
  course: { content },
  locale,
}: CourseView): Pick<CourseData, 'hasThumbnail' | 'thumbnailUrl' | 'thumbnailAlt'> {
  const url = toHttpsUrl(content?.thumbnailUrl);
  const { thumbnailAlt } = textFor(locale).course;
  return { hasThumbnail: url !== undefined, thumbnailUrl: url ?? '', thumbnailAlt };
}

function toOpenLink({
  course: { content },
  locale,
}: CourseView): Pick<CourseData, 'hasOpen' | 'openUrl' | 'openTitle'> {
  const url = toHttpsUrl(content?.webUrl);
  return { hasOpen: url !== undefined, openUrl: url ?? '', openTitle: textFor(locale).course.open };
}

type StatusPart = Pick<
  CourseData,
  | 'icon'
  | 'iconColor'
  | 'status'
  | 'hasProgress'
  | 'progressBar'
  | 'progress'
  | 'date'
  | 'hasRelative'
  | 'relative'
  | 'relativeColor'
  | 'relativeWeight'
>;

function toStatus(view: CourseView): StatusPart {
  const { activity } = view.course;
  const date = dateText(activity, view, true);
  const progress = progressText(activity, view);
  const { course } = textFor(view.locale);
  return {
    icon: statusLooks[activity.status].icon,
    iconColor: statusLooks[activity.status].color,
    status: course.statuses[activity.status],
    hasProgress: progress !== undefined,
    progressBar: toProgressBar(activity.completionPercentage ?? 0),
    progress: progress ?? '',
    date: date.kind === 'completed' ? course.onDay(date.date) : dateLabel(date, view),
    hasRelative: date.relative !== '',
    relative: date.relative,
    ...urgencyLooks[date.urgency],
  };
}

function toFacts(view: CourseView): readonly { readonly label: string; readonly value: string }[] {
  const { assignedDateTime, startedDateTime, status, due } = view.course.activity;
  const { course, language } = textFor(view.locale);
  const assigner = isolate(toPlainText(view.assignerName ?? '', NAME_LENGTH), language);
  const toDay = (dateTime: string | undefined): string =>
    dateTime === undefined ? '' : formatDayOf(dateTime, view);
  return [
    { label: course.assignedBy, value: assigner },
    { label: course.assignedOn, value: toDay(assignedDateTime) },
    { label: course.startedOn, value: toDay(startedDateTime) },
    {
      label: course.wasDue,
      value: status === 'completed' && due ? formatDay(dueDay(due, view), view) : '',
    },
  ].filter(({ value }) => value !== '');
}
