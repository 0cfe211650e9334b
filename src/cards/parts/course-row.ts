import type { Course } from '../../domain/course-activity';
import { isolate } from '../../i18n/bidi';
import { textsFor } from '../../i18n/catalog';
import {
  dateLabel,
  dateSentence,
  dateText,
  joinParts,
  progressText,
  statusText,
  type Viewer,
} from '../../i18n/course-text';
import type { CardAction, ListPage } from '../actions';
import { toPlainText } from '../plain-text';
import { toCourseName, toCourseTitle } from './content';
import { toCourseAction, type CardSubject } from './course-subject';
import { toActivityLook } from './status-look';

const HINT_LENGTH = 80;

interface CourseRow extends ReturnType<typeof toActivityLook> {
  readonly title: string;
  /** Tells courses without a title apart. */
  readonly hint: string;
  /** Status and kind. */
  readonly status: string;
  /** The due date, or the day of completion. */
  readonly date: string;
  readonly open: CardAction;
}

/** One course of a list; `list` is the page to come back to. */
export function toCourseRow(course: Course, viewer: Viewer & CardSubject, list: ListPage): CourseRow {
  const { activity } = course;
  const date = dateText(activity, viewer);
  const title = toCourseName(course, viewer);
  return {
    title,
    hint: toHint(course, viewer),
    status: statusText(activity, viewer),
    date: date.kind === 'due' ? dateLabel(date, viewer) : date.date,
    ...toActivityLook(activity, date, viewer),
    open: toCourseAction(viewer, { title, step: 'open', ...list, activity: activity.id }),
  };
}

/** The same course as a line of plain text. */
export function toCourseLine(course: Course, viewer: Viewer): string {
  const { activity } = course;
  const progress = progressText(activity, viewer) ?? '';
  const date = dateSentence(dateText(activity, viewer), viewer);
  return joinParts(toCourseName(course, viewer), statusText(activity, viewer), progress, date);
}

/** The assigner's note, which only the learner may read, where there is no title. */
function toHint({ activity, content }: Course, viewer: Viewer & CardSubject): string {
  if (toCourseTitle(content, viewer) !== '' || viewer.teammate !== undefined) return '';
  return isolate(toPlainText(activity.note ?? '', HINT_LENGTH), textsFor(viewer.locale).language);
}
