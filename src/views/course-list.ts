import type { CourseListActionData } from '../cards/action-data';
import type { CourseListData } from '../cards/card-data';
import type { ActionData, CountData } from '../cards/card-parts';
import { toMessageText, toPlainText } from '../cards/plain-text';
import type { Course } from '../domain/course-activity';
import type { LearningSummary } from '../domain/learning-summary';
import type { MissingContents } from '../domain/ports';
import type { CourseFilter } from '../domain/question';
import type { Viewer } from '../text/course-text';
import { formatNumber, formatTime } from '../text/format';
import { textFor, type Texts } from '../text/text-for';
import { toCourseLine, toCourseRow } from './course-row';
import { toPerson, toPlace, toTeamAction, verbsOf, type Whose } from './whose';

/** A list of courses, the reader's own or a teammate's, as they asked for it. */
export interface CourseList extends Viewer, Whose {
  /** Filtered and sorted; all pages of them. */
  readonly courses: readonly Course[];
  /** Counts of everything on the learner's list, whatever the filter. */
  readonly summary: LearningSummary;
  readonly filter: CourseFilter;
  /** The first page is 1; a page that is not there (any more) becomes the nearest one. */
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

interface Page {
  readonly number: number;
  readonly count: number;
  /** Place of the page's first course in the list, from 0. */
  readonly start: number;
  readonly courses: readonly Course[];
}

const PAGE_SIZE = 10;
const SEARCH_LENGTH = 60;

/** The questions behind the filter buttons. "All open" also forgets what was searched for. */
const narrowings: readonly (readonly [keyof Texts['courseList']['filters'], Partial<CourseFilter>])[] = [
  ['allOpen', { text: '' }],
  ['overdue', { due: 'overdue' }],
  ['dueSoon', { due: 'soon' }],
  ['required', { kind: 'required' }],
  ['completed', { status: 'completed' }],
];

export function toCourseListData(list: CourseList): CourseListData {
  const { courseList } = textFor(list.locale);
  const page = toPage(list);
  const pages = toPageActions(list, page);
  const back = list.teammate === undefined ? [] : [toTeamAction(list.teammate, list)];
  const place = { filter: list.filter, page: page.number };
  return {
    speak: toMessageText(toSummary(list)),
    ...toPerson(list),
    heading: courseList.heading(list.filter),
    subtitle: toSubtitle(list, page),
    counts: toCounts(list),
    notices: toNotices(list).map((text) => ({ text })),
    isEmpty: page.courses.length === 0,
    emptyText: toEmptyText(list),
    rows: page.courses.map((course) => toCourseRow(course, list, place)),
    hasWays: pages.length + back.length > 0,
    pages,
    back,
    filters: toFilterActions(list),
    refresh: { title: courseList.refresh, verb: verbsOf(list).refresh, data: toPlace(list, place) },
  };
}

/** The card's plain-text twin: what is on the page, one course a line. */
export function toCourseListText(list: CourseList): string {
  const page = toPage(list);
  const courses = page.courses.map(
    (course, index) => `${page.start + index + 1}. ${toCourseLine(course, list)}`,
  );
  const lines = [
    toSummary(list),
    ...toNotices(list),
    toSubtitle(list, page),
    ...(courses.length === 0 ? [toEmptyText(list)] : courses),
  ];
  return toMessageText(lines.join('\n'));
}

function toPage({ courses, page }: CourseList): Page {
  const count = Math.max(1, Math.ceil(courses.length / PAGE_SIZE));
  const number = Math.min(Math.max(1, Math.trunc(page) || 1), count);
  const start = (number - 1) * PAGE_SIZE;
  return { number, count, start, courses: courses.slice(start, start + PAGE_SIZE) };
}

function toSummary(list: CourseList): string {
  const { courseList, labelled, team } = textFor(list.locale);
  const heading = courseList.heading(list.filter);
  const { hasPerson, person } = toPerson(list);
  return hasPerson
    ? team.summary(labelled(person, heading), list.summary)
    : courseList.summary(heading, list.summary);
}

function toSubtitle(list: CourseList, { start, courses, count }: Page): string {
  const { courseList } = textFor(list.locale);
  const text = searchedText(list);
  const range = courseList.shown(start + 1, start + courses.length, list.courses.length);
  return [
    ...(text === '' ? [] : [courseList.matching(text)]),
    ...(count > 1 ? [range] : []),
    courseList.asOf(formatTime(list.readAt, list)),
  ].join(' · ');
}

function searchedText({ filter }: CourseList): string {
  return toPlainText(filter.text, SEARCH_LENGTH);
}

function toEmptyText(list: CourseList): string {
  const { courseList, team } = textFor(list.locale);
  // Of what could not be read nobody can say that it does not fit.
  const isUncertain = !list.isComplete || list.unreadable !== undefined;
  const isUnnamed = list.missing !== undefined && list.filter.text !== '';
  if (isUncertain || isUnnamed) return courseList.noneReadable;
  return list.teammate === undefined ? courseList.empty(list.filter, searchedText(list)) : team.noCourses;
}

function toCounts({ summary, locale }: CourseList): readonly CountData[] {
  return (['overdue', 'dueSoon', 'open', 'completed'] as const).map((name) => ({
    count: formatNumber(summary[name], { locale }),
    label: textFor(locale).courseList.counts[name],
    color: name === 'overdue' && summary.overdue > 0 ? 'attention' : 'default',
  }));
}

function toNotices({ isComplete, unreadable, missing, locale }: CourseList): readonly string[] {
  const { courseList } = textFor(locale);
  return [
    ...(isComplete ? [] : [courseList.notAllLoaded]),
    ...(unreadable === undefined ? [] : [courseList.unreadable(unreadable)]),
    ...toMissingNotices(missing, { locale }),
  ];
}

/** What a view says of titles that are not there; those that Graph refuses are marked one by one. */
export function toMissingNotices(
  missing: MissingContents | undefined,
  { locale }: { readonly locale: string },
): readonly string[] {
  const { contentsMissing, contentsFailed, contentsThrottled } = textFor(locale).courseList;
  switch (missing?.reason) {
    case undefined:
    case 'refused':
      return [];
    case 'notInTime':
      return [contentsMissing];
    case 'failed':
      return [contentsFailed];
    case 'throttled':
      return [contentsThrottled((missing.waitMs ?? 0) / 60_000)];
  }
}

function toPageActions(
  list: CourseList,
  { number, count }: Page,
): readonly ActionData<CourseListActionData>[] {
  const { courseList } = textFor(list.locale);
  const toPageAction = (title: string, page: number): ActionData<CourseListActionData> => ({
    title,
    verb: verbsOf(list).page,
    data: toPlace(list, { filter: list.filter, page }),
  });
  return [
    ...(number > 1 ? [toPageAction(courseList.previousPage, number - 1)] : []),
    ...(number < count ? [toPageAction(courseList.nextPage, number + 1)] : []),
  ];
}

function toFilterActions(list: CourseList): readonly ActionData<CourseListActionData>[] {
  const { filter } = list;
  const { filters, chosenFilter } = textFor(list.locale).courseList;
  return narrowings.map(([name, narrowing]) => {
    const target: CourseFilter = { status: 'open', due: 'any', kind: 'any', text: filter.text, ...narrowing };
    const title = filters[name];
    return {
      title: isSameNarrowing(target, filter) ? chosenFilter(title) : title,
      verb: verbsOf(list).filter,
      data: toPlace(list, { filter: target, page: 1 }),
    };
  });
}

function isSameNarrowing(a: CourseFilter, b: CourseFilter): boolean {
  return a.status === b.status && a.due === b.due && a.kind === b.kind;
}
