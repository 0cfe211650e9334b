import type { CourseRowData } from '../cards/card-data';
import { statusLooks, toCourseTitle, toProgressBar, urgencyLooks } from '../cards/course-look';
import { toPlainText } from '../cards/plain-text';
import type { Course } from '../domain/course-activity';
import {
  dateLabel,
  dateSentence,
  dateText,
  joinParts,
  progressText,
  statusText,
  type Viewer,
} from '../text/course-text';
import { isolate } from '../text/isolate';
import { textFor } from '../text/text-for';
import { toPlace, verbsOf, type Whose } from './whose';

const HINT_LENGTH = 80;

/** One course of a list; `place` is where in the list to come back to. */
export function toCourseRow(
  course: Course,
  viewer: Viewer & Whose,
  place: Parameters<typeof toPlace>[1],
): CourseRowData {
  const { activity } = course;
  const date = dateText(activity, viewer);
  const progress = progressText(activity, viewer);
  const hint = toHint(course, viewer);
  return {
    title: toTitle(course, viewer),
    hasHint: hint !== '',
    hint,
    icon: statusLooks[activity.status].icon,
    iconColor: statusLooks[activity.status].color,
    status: statusText(activity, viewer),
    date: date.kind === 'due' ? dateLabel(date, viewer) : date.date,
    hasRelative: date.relative !== '',
    relative: date.relative,
    ...urgencyLooks[date.urgency],
    hasProgress: progress !== undefined,
    progressBar: toProgressBar(activity.completionPercentage ?? 0),
    progress: progress ?? '',
    open: { verb: verbsOf(viewer).open, data: { ...toPlace(viewer, place), activity: activity.id } },
  };
}

/** The same course as a line of plain text. */
export function toCourseLine(course: Course, viewer: Viewer): string {
  const progress = progressText(course.activity, viewer);
  const date = dateSentence(dateText(course.activity, viewer), viewer);
  return joinParts(toTitle(course, viewer), statusText(course.activity, viewer), progress ?? '', date);
}

function toTitle(course: Course, { locale }: Viewer): string {
  const { course: texts, language } = textFor(locale);
  return isolate(toCourseTitle(course), language) || texts.untitled(course.activity.kind);
}

/** Courses without a title are told apart by what their assigner wrote, which is between them and the learner. */
function toHint(course: Course, { locale, teammate }: Viewer & Whose): string {
  if (toCourseTitle(course) !== '' || teammate !== undefined) return '';
  return isolate(toPlainText(course.activity.note ?? '', HINT_LENGTH), textFor(locale).language);
}
