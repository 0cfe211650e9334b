import type { Course } from '../domain/course-activity';
import { openCourses, type CourseFilter } from '../domain/question';
import type { LearningSummary } from '../domain/learning-summary';
import type { MissingContents } from '../domain/ports';
import { own, textsFor } from '../i18n/catalog';
import { joinParts, type Viewer } from '../i18n/course-text';
import { courseListHeading, emptyListText } from '../i18n/filter-text';
import { formatTime } from '../i18n/format';
import { defineCard } from './define-card';
import { toCourseLine, toCourseRow } from './parts/course-row';
import { toListAction, toSubjectName, toTeamAction, type CardSubject } from './parts/course-subject';
import {
  toCount,
  toFilterTitle,
  toGapNotices,
  toPage,
  toPageActions,
  toRange,
  type Page,
} from './parts/list';
import { toMessageLines, toMessageText, toPlainText } from './plain-text';

/** A filtered list of the reader's own courses, or of a teammate's. */
export interface CourseList extends Viewer, CardSubject {
  /** Filtered and sorted; all pages of them. */
  readonly courses: readonly Course[];
  /** Counts of everything on the learner's list, whatever the filter. */
  readonly summary: LearningSummary;
  readonly filter: CourseFilter;
  /** The first page is 1; for a page that does not exist (any more) the card shows the nearest one. */
  readonly page: number;
  /** When the list was read from Graph. */
  readonly readAt: Date;
  /** False when the deadline or the page cap cut the list short. */
  readonly isComplete: boolean;
  /** How many entries of the list could not be read; absent when all could. */
  readonly unreadable?: number;
  /** Present when titles are missing. */
  readonly missing?: MissingContents;
}

export const courseListCard = defineCard('course-list', { toData, toText });

const SEARCH_LENGTH = 60;

/** The filters behind the buttons. "All open" also drops the words of a search. */
const filterButtons = [
  ['allOpen', { text: '' }],
  ['overdue', { due: 'overdue' }],
  ['dueSoon', { due: 'soon' }],
  ['required', { kind: 'required' }],
  ['completed', { status: 'completed' }],
] as const satisfies readonly (readonly [string, Partial<CourseFilter>])[];

function toData(list: CourseList) {
  const page = toPage(list.courses, list.page);
  const shown = { filter: list.filter, page: page.number };
  return {
    speak: toMessageText(toSummary(list)),
    person: toSubjectName(list),
    heading: courseListHeading(list.filter, list),
    subtitle: toSubtitle(list, page),
    counts: toCounts(list),
    notices: toGapNotices(list, list).map((text) => ({ text })),
    emptyText: page.items.length === 0 ? toEmptyText(list) : '',
    rows: page.items.map((course) => toCourseRow(course, list, shown)),
    navigation: [
      ...toPageActions(page, list, (title, number) =>
        toListAction(list, { title, step: 'page', filter: list.filter, page: number }),
      ),
      ...(list.teammate === undefined ? [] : [toTeamAction(list.teammate, list)]),
    ],
    filters: toFilterActions(list),
    refresh: toListAction(list, {
      title: textsFor(list.locale).t('courseList.refresh'),
      step: 'refresh',
      ...shown,
    }),
  };
}

function toText(list: CourseList): string {
  const page = toPage(list.courses, list.page);
  const courses = page.items.map(
    (course, index) => `${page.start + index + 1}. ${toCourseLine(course, list)}`,
  );
  const lines = [
    toSummary(list),
    ...toGapNotices(list, list),
    toSubtitle(list, page),
    ...(courses.length === 0 ? [toEmptyText(list)] : courses),
  ];
  return toMessageLines(lines, list);
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
  const searched = toSearchedText(list);
  return joinParts(
    searched === '' ? '' : t('courseList.matching', { text: searched }),
    toRange(page, list, 'courseList.shown'),
    t('courseList.asOf', { time: own(formatTime(list.readAt, list)) }),
  );
}

function toSearchedText({ filter }: CourseList): string {
  return toPlainText(filter.text, SEARCH_LENGTH);
}

/** Says that nothing matches only when everything could be read. */
function toEmptyText(list: CourseList): string {
  const { t } = textsFor(list.locale);
  const isUncertain = !list.isComplete || list.unreadable !== undefined;
  const isUntitled = list.missing !== undefined && list.filter.text !== '';
  if (isUncertain || isUntitled) return t('courseList.noneReadable');
  if (list.teammate !== undefined) return t('team.noCourses');
  return emptyListText({ ...list.filter, text: toSearchedText(list) }, list);
}

function toCounts({ summary, locale }: CourseList): readonly ReturnType<typeof toCount>[] {
  const { t } = textsFor(locale);
  return [
    toCount(summary.overdue, { label: t('courseList.counts.overdue'), color: 'attention' }, { locale }),
    toCount(summary.dueSoon, { label: t('courseList.counts.dueSoon') }, { locale }),
    toCount(summary.open, { label: t('courseList.counts.open') }, { locale }),
    toCount(summary.completed, { label: t('courseList.counts.completed') }, { locale }),
  ];
}

function toFilterActions(list: CourseList): readonly ReturnType<typeof toListAction>[] {
  const { filter: current } = list;
  const { t } = textsFor(list.locale);
  return filterButtons.map(([name, change]) => {
    const target: CourseFilter = { ...openCourses, text: current.text, ...change };
    const title = toFilterTitle(t(`courseList.filters.${name}`), { target, current }, list);
    return toListAction(list, { title, step: 'filter', filter: target, page: 1 });
  });
}
