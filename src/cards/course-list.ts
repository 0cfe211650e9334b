import type { Course } from '../domain/course-activity';
import { openCourses, type CourseFilter } from '../domain/question';
import type { LearningSummary } from '../domain/learning-summary';
import type { MissingContents } from '../domain/ports';
import { joinParts, type Viewer } from '../text/course-text';
import { formatTime } from '../text/format';
import { textFor, type Texts } from '../text/text-for';
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
import { toMessageText, toPlainText } from './plain-text';

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
const filterButtons: readonly (readonly [keyof Texts['courseList']['filters'], Partial<CourseFilter>])[] = [
  ['allOpen', { text: '' }],
  ['overdue', { due: 'overdue' }],
  ['dueSoon', { due: 'soon' }],
  ['required', { kind: 'required' }],
  ['completed', { status: 'completed' }],
];

function toData(list: CourseList) {
  const { courseList } = textFor(list.locale);
  const page = toPage(list.courses, list.page);
  const shown = { filter: list.filter, page: page.number };
  return {
    speak: toMessageText(toSummary(list)),
    person: toSubjectName(list),
    heading: courseList.heading(list.filter),
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
    refresh: toListAction(list, { title: courseList.refresh, step: 'refresh', ...shown }),
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
  return toMessageText(lines.join('\n'));
}

function toSummary(list: CourseList): string {
  const { courseList, labelled, team } = textFor(list.locale);
  const heading = courseList.heading(list.filter);
  const person = toSubjectName(list);
  return person === ''
    ? courseList.summary(heading, list.summary)
    : team.summary(labelled(person, heading), list.summary);
}

function toSubtitle(list: CourseList, page: Page<Course>): string {
  const { courseList } = textFor(list.locale);
  const searched = toSearchedText(list);
  return joinParts(
    searched === '' ? '' : courseList.matching(searched),
    toRange(page, list),
    courseList.asOf(formatTime(list.readAt, list)),
  );
}

function toSearchedText({ filter }: CourseList): string {
  return toPlainText(filter.text, SEARCH_LENGTH);
}

/** Says that nothing matches only when everything could be read. */
function toEmptyText(list: CourseList): string {
  const { courseList, team } = textFor(list.locale);
  const isUncertain = !list.isComplete || list.unreadable !== undefined;
  const isUntitled = list.missing !== undefined && list.filter.text !== '';
  if (isUncertain || isUntitled) return courseList.noneReadable;
  return list.teammate === undefined ? courseList.empty(list.filter, toSearchedText(list)) : team.noCourses;
}

function toCounts({ summary, locale }: CourseList): readonly ReturnType<typeof toCount>[] {
  const { counts } = textFor(locale).courseList;
  return [
    toCount(summary.overdue, { label: counts.overdue, color: 'attention' }, { locale }),
    toCount(summary.dueSoon, { label: counts.dueSoon }, { locale }),
    toCount(summary.open, { label: counts.open }, { locale }),
    toCount(summary.completed, { label: counts.completed }, { locale }),
  ];
}

function toFilterActions(list: CourseList): readonly ReturnType<typeof toListAction>[] {
  const { filter: current } = list;
  const { filters } = textFor(list.locale).courseList;
  return filterButtons.map(([name, change]) => {
    const target: CourseFilter = { ...openCourses, text: current.text, ...change };
    const title = toFilterTitle(filters[name], { target, current }, list);
    return toListAction(list, { title, step: 'filter', filter: target, page: 1 });
  });
}
