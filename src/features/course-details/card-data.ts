import type { CourseListActionData } from '../../cards/action-data';
import type { CourseData } from '../../cards/card-data';
import { statusLooks, toCourseTitle, toProgressBar, urgencyLooks } from '../../cards/course-look';
import { toHttpsUrl } from '../../cards/https-url';
import { toMessageText, toPlainText } from '../../cards/plain-text';
import type { Course, CourseContent } from '../../domain/course-activity';
import { dueDay } from '../../domain/due';
import type { CourseFilter } from '../../domain/question';
import {
  dateLabel,
  dateSentence,
  dateText,
  detailsText,
  joinParts,
  progressText,
  statusText,
  type Viewer,
} from '../../text/course-text';
import { en } from '../../text/en';
import { formatDay, formatDayOf, formatTime } from '../../text/format';

/** One course of a learner, as that learner sees it. */
export interface CourseView extends Viewer {
  readonly course: Course;
  readonly learnerUserId: string;
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
  const provider = toProvider(view);
  const details = content === undefined ? '' : detailsText(content);
  const note = toPlainText(activity.note ?? '', NOTE_LENGTH);
  const facts = toFacts(view);
  const back: CourseListActionData = {
    learner: view.learnerUserId,
    filter: view.origin?.filter ?? openCourses,
    page: view.origin?.page ?? 1,
  };
  return {
    speak: toMessageText(toHeadline(view)),
    heading: en.course.kindHeadings[activity.kind],
    title: toCourseTitle(view.course) || en.course.titleNotShared,
    hasProvider: provider !== '',
    provider,
    hasDetails: details !== '',
    details,
    ...toThumbnail(content),
    ...toStatus(view),
    hasFacts: facts.length > 0,
    facts,
    hasNote: note !== '',
    noteLabel: en.course.note,
    note,
    ...toOpenLink(content),
    hasShare: view.shareUrl !== undefined,
    shareTitle: en.course.share,
    shareUrl: view.shareUrl ?? '',
    refresh: { title: en.course.refresh, data: { ...back, activity: activity.id } },
    back: { title: en.course.back, data: back },
    asOf: en.courseList.asOf(formatTime(view.readAt, view)),
  };
}

/** The card's plain-text twin. */
export function toCourseText(view: CourseView): string {
  const { activity, content } = view.course;
  const note = toPlainText(activity.note ?? '', NOTE_LENGTH);
  const lines = [
    toHeadline(view),
    joinParts(toProvider(view), content === undefined ? '' : detailsText(content)),
    ...toFacts(view).map(({ label, value }) => `${label}: ${value}`),
    note === '' ? '' : `${en.course.note}: ${note}`,
    en.courseList.asOf(formatTime(view.readAt, view)),
  ];
  return toMessageText(lines.filter((line) => line !== '').join('\n'));
}

/** Title, status and date in one line. */
function toHeadline(view: CourseView): string {
  const { course } = view;
  const title = toCourseTitle(course) || en.course.untitled(course.activity.kind);
  const progress = progressText(course.activity, view) ?? '';
  const date = dateSentence(dateText(course.activity, view, true));
  return joinParts(title, statusText(course.activity), progress, date);
}

function toProvider({ providerName, course }: CourseView): string {
  return toPlainText(providerName ?? course.content?.sourceName ?? '', NAME_LENGTH);
}

function toThumbnail(
  content: CourseContent | undefined,
): Pick<CourseData, 'hasThumbnail' | 'thumbnailUrl' | 'thumbnailAlt'> {
  const url = toHttpsUrl(content?.thumbnailUrl);
  return { hasThumbnail: url !== undefined, thumbnailUrl: url ?? '', thumbnailAlt: en.course.thumbnailAlt };
}

function toOpenLink(
  content: CourseContent | undefined,
): Pick<CourseData, 'hasOpen' | 'openUrl' | 'openTitle'> {
  const url = toHttpsUrl(content?.webUrl);
  return { hasOpen: url !== undefined, openUrl: url ?? '', openTitle: en.course.open };
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
  return {
    icon: statusLooks[activity.status].icon,
    iconColor: statusLooks[activity.status].color,
    status: en.course.statuses[activity.status],
    hasProgress: progress !== undefined,
    progressBar: toProgressBar(activity.completionPercentage ?? 0),
    progress: progress ?? '',
    date: date.kind === 'completed' ? en.course.onDay(date.date) : dateLabel(date),
    hasRelative: date.relative !== '',
    relative: date.relative,
    ...urgencyLooks[date.urgency],
  };
}

function toFacts(view: CourseView): readonly { readonly label: string; readonly value: string }[] {
  const { assignedDateTime, startedDateTime, status, due } = view.course.activity;
  const toDay = (dateTime: string | undefined): string =>
    dateTime === undefined ? '' : formatDayOf(dateTime, view);
  return [
    { label: en.course.assignedBy, value: toPlainText(view.assignerName ?? '', NAME_LENGTH) },
    { label: en.course.assignedOn, value: toDay(assignedDateTime) },
    { label: en.course.startedOn, value: toDay(startedDateTime) },
    {
      label: en.course.wasDue,
      value: status === 'completed' && due ? formatDay(dueDay(due, view), view) : '',
    },
  ].filter(({ value }) => value !== '');
}
