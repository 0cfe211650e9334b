import type { Course } from '../domain/course-activity';
import { openCourses, type CourseFilter } from '../domain/question';
import type { LearningSummary } from '../domain/learning-summary';
import type { ListGaps } from '../domain/ports';
import { own, textsFor } from '../i18n/catalog';
import { dateLabel, dateText, joinParts, statusText, type Viewer } from '../i18n/course-text';
import { courseListHeading, emptyListText } from '../i18n/filter-text';
import { formatTime } from '../i18n/format';
import type { ListPage } from './actions';
import { defineCard } from './define-card';
import { toCourseLine, toCourseName, toCourseTitle } from './parts/content';
import {
  toCourseAction,
  toListAction,
  toSubjectName,
  toTeamAction,
  type CardSubject,
} from './parts/course-subject';
import {
  toCounts,
  toFilterActions,
  toGapWarnings,
  toNumbered,
  toPage,
  toPageActions,
  toRange,
  type Page,
} from './parts/list';
import { toActivityStyle } from './parts/status-style';
import { toIsolatedText, toMessageLines, toMessageText, toPlainText } from './plain-text';

/** A filtered list of the reader's own courses, or of a teammate's. */
export interface CourseList extends Viewer, CardSubject, ListGaps, ListPage {
  /** Filtered and sorted; all pages of them. */
  readonly courses: readonly Course[];
  /** Counts of everything on the learner's list, whatever the filter. */
  readonly summary: LearningSummary;
  /** When the list was read from Graph. */
  readonly readAt: Date;
}

export const courseListCard = defineCard('course-list', { toData, toText });

const SEARCH_LENGTH = 60;
const HINT_LENGTH = 80;

function toData(list: CourseList) {
  const { summary } = list;
  const { t } = textsFor(list.locale);
  const page = toPage(list.courses, list.page);
  const shown = { filter: list.filter, page: page.number };
  return {
    speak: toMessageText(toSummary(list)),
    person: toSubjectName(list),
    heading: courseListHeading(list.filter, list),
    subtitle: toSubtitle(list, page),
    counts: toCounts(
      [
        [summary.overdue, t('courseList.counts.overdue'), 'attention'],
        [summary.dueSoon, t('courseList.counts.dueSoon')],
        [summary.open, t('courseList.counts.open')],
        [summary.completed, t('courseList.counts.completed')],
      ],
      list,
    ),
    warnings: toGapWarnings(list).map((text) => ({ text })),
    emptyText: toEmptyText(list),
    rows: page.items.map((course) => toRow(course, list, shown)),
    navigation: [
      ...toPageActions(page, list, (title, number) =>
        toListAction(list, { title, step: 'page', filter: list.filter, page: number }),
      ),
      ...(list.teammate === undefined ? [] : [toTeamAction(list.teammate, list)]),
    ],
    filters: toFilterActions(toFilters(list), list, (title, filter) =>
      toListAction(list, { title, step: 'filter', filter, page: 1 }),
    ),
    refresh: toListAction(list, { title: t('courseList.refresh'), step: 'refresh', ...shown }),
  };
}

function toText(list: CourseList): string {
  const page = toPage(list.courses, list.page);
  const lines = [toSummary(list), ...toGapWarnings(list), toSubtitle(list, page), toEmptyText(list)];
  return toMessageLines([...lines, ...toNumbered(page, (course) => toCourseLine(course, list))], list);
}

function toRow(course: Course, list: CourseList, shown: ListPage) {
  const { activity, content } = course;
  const date = dateText(activity, list);
  const title = toCourseName(course, list);
  const isUntitled = toCourseTitle(content, list) === '';
  // The assigner's note, which only the learner may read, tells courses without a title apart.
  const hint = isUntitled && list.teammate === undefined ? activity.note : undefined;
  return {
    title,
    hint: toIsolatedText(hint, HINT_LENGTH, list),
    status: statusText(activity, list),
    date: date.kind === 'due' ? dateLabel(date, list) : date.date,
    ...toActivityStyle(activity, date, list),
    open: toCourseAction(list, { title, step: 'open', ...shown, activity: activity.id }),
  };
}

function toSummary(list: CourseList): string {
  const { t } = textsFor(list.locale);
  const heading = own(courseListHeading(list.filter, list));
  const person = toSubjectName(list);
  return person === ''
    ? t('courseList.summary', { heading, ...list.summary })
    : t('team.summary', { person, heading, ...list.summary });
}

function toSubtitle(list: CourseList, page: Page<Course>): string {
  const { t } = textsFor(list.locale);
  const searched = toPlainText(list.filter.text, SEARCH_LENGTH);
  return joinParts(
    searched === '' ? '' : t('courseList.matching', { text: searched }),
    toRange(page, list, 'courseList.shown'),
    t('courseList.asOf', { time: own(formatTime(list.readAt, list)) }),
  );
}

/** Says that nothing matches only when everything could be read; '' when there is something to show. */
function toEmptyText(list: CourseList): string {
  if (list.courses.length > 0) return '';
  const { t } = textsFor(list.locale);
  const isUncertain = !list.isComplete || list.unreadable !== undefined;
  const isUntitled = list.missing !== undefined && list.filter.text !== '';
  if (isUncertain || isUntitled) return t('courseList.noneReadable');
  if (list.teammate !== undefined) return t('team.noCourses');
  return emptyListText({ ...list.filter, text: toPlainText(list.filter.text, SEARCH_LENGTH) }, list);
}

/** "All open" also drops the words of a search. */
function toFilters({ filter: { text }, locale }: CourseList): readonly (readonly [string, CourseFilter])[] {
  const { t } = textsFor(locale);
  const open = { ...openCourses, text };
  return [
    [t('courseList.filters.allOpen'), openCourses],
    [t('courseList.filters.overdue'), { ...open, due: 'overdue' }],
    [t('courseList.filters.dueSoon'), { ...open, due: 'soon' }],
    [t('courseList.filters.required'), { ...open, kind: 'required' }],
    [t('courseList.filters.completed'), { ...open, status: 'completed' }],
  ];
}
