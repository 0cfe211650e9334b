import type { Course } from '../domain/course-activity';
import type { CourseSelection } from '../domain/course-selection';
import type { ListGaps } from '../domain/ports';
import { own, textsFor } from '../i18n/catalog';
import { joinParts, type Viewer } from '../i18n/course-text';
import { emptyListSentence } from '../i18n/filter-text';
import { formatTime } from '../i18n/format';
import type { ListPage } from './actions';
import { defineCard } from './define-card';
import type { CardLink } from './parts/learner-links';
import { toCourseLine } from './parts/content';
import { toSubjectName, type CardSubject } from './parts/course-subject';
import { toGapWarnings } from './parts/gap-warnings';
import { toListActions } from './parts/list-actions';
import { isKnownWhole, toListAnswer, type ListAnswer } from './parts/list-answer';
import { toShownCourses, type ShownCourses } from './parts/shown-courses';
import { toMessageLines, toMessageText, toPlainText } from './plain-text';

/** A filtered list of the reader's own courses, or of a teammate's. */
export interface CourseList extends Viewer, CardSubject, ListGaps, ListPage {
  readonly selection: CourseSelection;
  /** The manager's next step: a chat with the teammate. */
  readonly message?: CardLink | undefined;
  /** When the list was read from Graph. */
  readonly readAt: Date;
}

export const courseListCard = defineCard('course-list', { toData, toText });

const SEARCH_LENGTH = 60;

function toData(list: CourseList) {
  const shown = toShownCourses(list);
  const answer = toListAnswer(list);
  const warnings = toGapWarnings(list);
  const start = shown.start === undefined ? [] : [shown.start];
  const messages = list.message === undefined ? [] : [list.message];
  return {
    speak: toMessageText(toSummary(list, answer)),
    person: toSubjectName(list),
    heading: answer.heading,
    subtitle: toSubtitle(list, answer, shown.range),
    warnings: warnings.map((text) => ({ text })),
    emptyText: toEmptyText(list),
    start,
    groups: toGroups(shown.groups),
    messages,
    ...toListActions({ ...list, hasGaps: warnings.length > 0 }, shown.window, start.length + messages.length),
  };
}

/** Beside rows with pictures, a row without one keeps the column free, so that all titles stand in line. */
function toGroups(groups: ShownCourses['groups']) {
  const hasPictures = groups.some(({ courses }) => courses.some(({ row }) => row.thumbnailUrl !== ''));
  return groups.map(({ name, courses }) => ({
    name,
    rows: courses.map(({ row }) => ({ ...row, isIndented: hasPictures && row.thumbnailUrl === '' })),
  }));
}

function toText(list: CourseList): string {
  const answer = toListAnswer(list);
  const { start, groups, range } = toShownCourses(list);
  const toLine = (course: Course, number: number): string => `${number}. ${toCourseLine(course, list)}`;
  const first = list.selection.courses.slice(0, 1).map((course) => toLine(course, 1));
  const lines = [
    toSummary(list, answer),
    ...toGapWarnings(list),
    toSubtitle(list, answer, range),
    toEmptyText(list),
    ...(start === undefined ? [] : [start.label, ...first]),
    ...groups.flatMap(({ name, courses }) => [
      name,
      ...courses.map(({ course, number }) => toLine(course, number)),
    ]),
  ];
  return toMessageLines(lines, list);
}

function toSummary(list: CourseList, { heading }: ListAnswer): string {
  const label = toSubjectName(list);
  return label === '' ? heading : textsFor(list.locale).t('join.label', { label, value: own(heading) });
}

function toSubtitle(list: CourseList, { details }: ListAnswer, range: ShownCourses['range']): string {
  const { t } = textsFor(list.locale);
  const { courses } = list.selection;
  const searched = toPlainText(list.filter.text, SEARCH_LENGTH);
  const line = joinParts(
    searched === '' || (courses.length === 0 && isKnownWhole(list) && list.teammate === undefined)
      ? ''
      : t('courseList.matching', { text: searched }),
    ...details,
    range === undefined || !isKnownWhole(list)
      ? ''
      : t('courseList.shown', { ...range, total: courses.length }),
    t('courseList.asOf', { time: own(formatTime(list.readAt, list)) }),
  );
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** Says that nothing matches only when everything could be read; '' when there is something to show. */
function toEmptyText(list: CourseList): string {
  if (list.selection.courses.length > 0) return '';
  const { t } = textsFor(list.locale);
  if (!isKnownWhole(list)) return t('courseList.noneReadable');
  // The heading says all there is to say of someone else.
  if (list.teammate !== undefined) return '';
  return emptyListSentence({ ...list.filter, text: toPlainText(list.filter.text, SEARCH_LENGTH) }, list);
}
