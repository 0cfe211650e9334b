import type { Course } from '../../domain/course-activity';
import type { CourseSelection, GroupedCourse } from '../../domain/course-selection';
import { isOpen } from '../../domain/due';
import { textsFor } from '../../i18n/catalog';
import type { Viewer } from '../../i18n/course-text';
import type { ListPage } from '../actions';
import { toCourseRow, toStartHere, type CourseRow, type StartHere } from './course-row';
import type { CardSubject } from './course-subject';
import { ROWS_A_PAGE, toListWindow, type ListWindow } from './list-window';

interface ListToShow extends Viewer, CardSubject, ListPage {
  readonly selection: CourseSelection;
  readonly message?: object | undefined;
}

interface ShownRow {
  /** Its place in the list, from 1. */
  readonly number: number;
  readonly course: GroupedCourse;
  readonly row: CourseRow;
}

/** What a card shows of a list. */
export interface ShownCourses {
  readonly window: ListWindow;
  /** The most urgent course, on top of the first rows. */
  readonly start: StartHere | undefined;
  readonly groups: readonly {
    /** '' when all of the list is one group: its heading says it already. */
    readonly name: string;
    readonly courses: readonly ShownRow[];
  }[];
  /** Which courses of the list the rows show, counted from 1; absent for the first ones. */
  readonly range: { readonly from: number; readonly to: number } | undefined;
}

/**
 * Characters of JSON that a card may have: with its summary a message stays below 20,000, which are 40,000 bytes in
 * UTF-16 (docs/reference/teams-platform.md#size-of-messages).
 */
const CARD_CHARACTERS = 18_900;
/** Heading, names of groups, and six buttons without their filters. */
const FRAME = 2_700;
const BUTTONS = 6;
/** What the template adds to the data of a course at most, by part. */
const MARKUP = { row: 320, start: 645, hint: 120, picture: 150, indent: 45, bar: 305, badge: 240, date: 115 };

/** The card of a list and its text show the same. */
const shownOf = new WeakMap<ListToShow, ShownCourses>();

export function toShownCourses(list: ListToShow): ShownCourses {
  const shown = shownOf.get(list) ?? selectShown(list);
  shownOf.set(list, shown);
  return shown;
}

function selectShown(list: ListToShow): ShownCourses {
  const { courses } = list.selection;
  const [first] = courses;
  const rowsOf = { ...list, hasTwin: findTwins(courses) };
  const hasStart = list.teammate === undefined && first !== undefined && isOpen(first.activity);
  const start = hasStart ? toStartHere(first, rowsOf) : undefined;
  const before = hasStart ? 1 : 0;
  const rows = courses.slice(before, before + (list.page + 1) * ROWS_A_PAGE).map((course, index) => ({
    number: before + index + 1,
    course,
    row: toCourseRow(course, rowsOf),
  }));
  const room = CARD_CHARACTERS - FRAME - BUTTONS * sizeOf(list.filter) - sizeOf(list.message ?? {});
  const startSize = start === undefined ? 0 : sizeOf(start) + MARKUP.start + toPartsSize(start);
  const window = toListWindow(
    {
      total: courses.length - before,
      sizes: rows.map(({ row }) => sizeOf(row) + MARKUP.row + toPartsSize(row)),
      roomFrom: (from) => (from === 0 ? room - startSize : room),
    },
    list.page,
  );
  const isFirst = window.start === 0;
  return {
    window,
    start: isFirst ? start : undefined,
    groups: toGroups(rows.slice(window.start, window.end), list),
    range: isFirst ? undefined : { from: before + window.start + 1, to: before + window.end },
  };
}

function sizeOf(data: object): number {
  return JSON.stringify(data).length;
}

/** The markup of the parts that a row may lack. */
function toPartsSize({ hint, thumbnailUrl, ...row }: StartHere | CourseRow): number {
  return (
    (hint === '' ? 0 : MARKUP.hint) +
    (thumbnailUrl === '' ? MARKUP.indent : MARKUP.picture) +
    ('bar' in row ? toEndSize(row) : 0)
  );
}

function toEndSize({ bar, badge, date }: Pick<CourseRow, 'bar' | 'badge' | 'date'>): number {
  return bar.length * MARKUP.bar + (badge.text === '' ? 0 : MARKUP.badge) + (date === '' ? 0 : MARKUP.date);
}

function toGroups(
  rows: readonly ShownRow[],
  { selection: { courses }, filter, locale }: ListToShow,
): ShownCourses['groups'] {
  const { t } = textsFor(locale);
  const [first] = courses;
  // "2 days" says enough only where something says "overdue".
  const isUnclear = first?.group === 'overdue' && filter.due !== 'overdue';
  const isGrouped = isUnclear || courses.some(({ group }) => group !== first?.group);
  const groups = [...new Set(rows.map(({ course }) => course.group))];
  return groups.map((group) => ({
    name: isGrouped ? t(`courseList.groups.${group}`) : '',
    courses: rows.filter(({ course }) => course.group === group),
  }));
}

/** Finds out whether another open course of a list has the same title. */
function findTwins(courses: readonly Course[]): (course: Course) => boolean {
  const titles = courses.map(toOpenTitle);
  const seen = new Set<string>();
  const several = new Set(titles.filter((title) => title !== '' && seen.size === seen.add(title).size));
  return (course) => several.has(toOpenTitle(course));
}

/** '' for a completed course: the day of its completion tells it apart. */
function toOpenTitle({ activity, content }: Course): string {
  return isOpen(activity) ? (content?.title.trim().toLowerCase() ?? '') : '';
}
