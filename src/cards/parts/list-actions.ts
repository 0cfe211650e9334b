import type { GroupedCourse } from '../../domain/course-selection';
import { anyCourse, openCourses, type CourseFilter } from '../../domain/question';
import { own, textsFor } from '../../i18n/catalog';
import { toListAction, toTeamAction } from './course-subject';
import { isKnownWhole, type AnsweredList } from './list-answer';
import type { ListWindow } from './list-window';

export interface ListWithActions extends AnsweredList {
  /** The list lacks something that a refresh may bring. */
  readonly hasGaps: boolean;
}

type ListButton = ReturnType<typeof toListAction | typeof toTeamAction>;

export interface ListActions {
  readonly actions: readonly (ListButton & { readonly style: 'default' | 'positive' })[];
  /** Behind "…". */
  readonly more: readonly ListButton[];
}

/** Three buttons are visible on a card, and six with those behind "…"; one stands beside the course to start with. */
const MOST_SHOWN = 2;
const MOST = 6;

/** The buttons of a list; `others` is how many the card shows besides. */
export function toListActions(list: ListWithActions, window: ListWindow, others: number): ListActions {
  const { filter, teammate } = list;
  const { t } = textsFor(list.locale);
  const { page, previous } = window;
  const refresh = toListAction(list, { title: t('courseList.refresh'), step: 'refresh', filter, page });
  const first = [...toMore(list, window), ...(list.hasGaps ? [refresh] : [])];
  const last = [
    ...(previous === undefined
      ? []
      : [toListAction(list, { title: t('courseList.previousPage'), step: 'page', filter, page: previous })]),
    ...(list.hasGaps ? [] : [refresh]),
    ...(teammate === undefined ? [] : [toTeamAction(teammate, list)]),
  ];
  const filters = toFilterActions(list).slice(0, MOST - others - first.length - last.length);
  const all: readonly ListButton[] = [...first, ...filters, ...last];
  // A card has one primary button at most.
  const isLost = others === 0 && list.selection.courses.length === 0 && filters.length > 0;
  return {
    actions: all
      .slice(0, MOST_SHOWN)
      .map((action, index) => ({ ...action, style: isLost && index === 0 ? 'positive' : 'default' })),
    more: all.slice(MOST_SHOWN),
  };
}

function toMore(list: ListWithActions, { page, more, isGrowing }: ListWindow): readonly ListButton[] {
  if (more === 0) return [];
  const { t } = textsFor(list.locale);
  const title = isGrowing ? t('courseList.showMore', { count: more }) : t('courseList.nextPage');
  return [toListAction(list, { title, step: 'page', filter: list.filter, page: page + 1 })];
}

type FilterButton = readonly [title: string, target: CourseFilter];

/** Each changes one part of the question and keeps the others: first those that take a chosen part away again. */
function toFilterActions(list: ListWithActions): readonly ListButton[] {
  return [...toWayOn(list), ...toChosen(list), ...toOffered(list)]
    .filter(([, one], index, all) => all.findIndex(([, other]) => isSame(one, other)) === index)
    .map(([title, filter]) => toListAction(list, { title, step: 'filter', filter, page: 1 }));
}

function isSame(one: CourseFilter, other: CourseFilter): boolean {
  return (
    one.status === other.status && one.due === other.due && one.kind === other.kind && one.text === other.text
  );
}

/** A list that shows nothing leads to one that may show something. */
function toWayOn({ filter, selection, teammate, locale }: ListWithActions): readonly FilterButton[] {
  const { t } = textsFor(locale);
  if (selection.courses.length > 0 || filter.text !== '') return [];
  if (teammate !== undefined)
    return isSame(filter, anyCourse) ? [] : [[t('courseList.filters.all'), anyCourse]];
  return isSame(filter, anyCourse) || isSame(filter, openCourses)
    ? []
    : [[t('courseList.filters.allOpen'), openCourses]];
}

function toChosen({ filter, teammate, locale }: ListWithActions): readonly FilterButton[] {
  const { t } = textsFor(locale);
  const { status, due, kind, text } = filter;
  const usual = teammate === undefined ? 'open' : 'any';
  const mark = (name: string): string => t('courseList.chosenFilter', { name: own(name) });
  // What is overdue is open: taking that away would change nothing.
  const isImplied = due === 'overdue' && status === 'open';
  const isStatusChosen = status !== usual && status !== 'any' && !isImplied;
  return [
    ...(text === '' ? [] : [[t('courseList.filters.clearSearch'), { ...filter, text: '' }] as const]),
    ...(due === 'any'
      ? []
      : [[mark(t('courseList.filters.due', { due })), { ...filter, due: 'any' }] as const]),
    ...(kind === 'any'
      ? []
      : [[mark(t('courseList.filters.kind', { kind })), { ...filter, kind: 'any' }] as const]),
    ...(isStatusChosen
      ? [[mark(t('courseList.filters.status', { status })), { ...filter, status: usual }] as const]
      : []),
  ];
}

/** The parts that would leave something of the list, as far as it is known. */
function toOffered(list: ListWithActions): readonly FilterButton[] {
  const { filter, selection, locale } = list;
  const { t } = textsFor(locale);
  const holds = (matches: (course: GroupedCourse) => boolean): boolean =>
    selection.courses.some(matches) && !selection.courses.every(matches);
  const isUndated = filter.due === 'any' && filter.status !== 'completed';
  const dated = [
    ['thisWeek', holds(({ group }) => group === 'today' || group === 'thisWeek')],
    ['overdue', holds(({ group }) => group === 'overdue')],
  ] as const;
  return [
    ...(filter.status !== 'completed' && selection.completed > 0
      ? [[toCompletedTitle(list), { ...filter, status: 'completed', due: 'any' }] as const]
      : []),
    ...(filter.kind === 'any' && holds(({ activity }) => activity.kind === 'required')
      ? [[t('courseList.filters.kind', { kind: 'required' }), { ...filter, kind: 'required' }] as const]
      : []),
    ...dated
      .filter(([, isUseful]) => isUndated && isUseful)
      .map(([due]) => [t('courseList.filters.due', { due }), { ...filter, due }] as const),
  ];
}

function toCompletedTitle(list: ListWithActions): string {
  const { t } = textsFor(list.locale);
  const name = t('courseList.filters.status', { status: 'completed' });
  return isKnownWhole(list)
    ? t('courseList.countedFilter', { name: own(name), count: list.selection.completed })
    : name;
}
