import type { MissingContents } from '../../domain/ports';
import type { CourseFilter } from '../../domain/question';
import { formatNumber, type Reader } from '../../text/format';
import { textFor } from '../../text/text-for';
import type { TextColor } from './status-look';

/** What every card with a list has in common: pages, filters, counts, and what is missing. */
type Locale = Pick<Reader, 'locale'>;

export interface Page<Item> {
  /** The first page is 1. */
  readonly number: number;
  readonly count: number;
  /** Index of the page's first item in the list. */
  readonly start: number;
  readonly items: readonly Item[];
  /** Length of the whole list. */
  readonly total: number;
}

const PAGE_SIZE = 10;

/** The asked page; the nearest one when the list has no such page (any more). */
export function toPage<Item>(list: readonly Item[], asked: number): Page<Item> {
  const count = Math.max(1, Math.ceil(list.length / PAGE_SIZE));
  const number = Math.min(Math.max(1, Math.trunc(asked) || 1), count);
  const start = (number - 1) * PAGE_SIZE;
  return { number, count, start, items: list.slice(start, start + PAGE_SIZE), total: list.length };
}

/** "11–20 of 23"; '' when everything fits on one page. */
export function toRange({ count, start, items, total }: Page<unknown>, { locale }: Locale): string {
  return count > 1 ? textFor(locale).courseList.shown(start + 1, start + items.length, total) : '';
}

/** The buttons to the neighboring pages. */
export function toPageActions<Action>(
  { number, count }: Page<unknown>,
  { locale }: Locale,
  toAction: (title: string, page: number) => Action,
): readonly Action[] {
  const { previousPage, nextPage } = textFor(locale).courseList;
  return [
    ...(number > 1 ? [toAction(previousPage, number - 1)] : []),
    ...(number < count ? [toAction(nextPage, number + 1)] : []),
  ];
}

/** The title of a filter button, marked when the list already shows that filter. */
export function toFilterTitle(
  title: string,
  { target, current }: { readonly target: CourseFilter; readonly current: CourseFilter },
  { locale }: Locale,
): string {
  const isChosen =
    target.status === current.status && target.due === current.due && target.kind === current.kind;
  return isChosen ? textFor(locale).courseList.chosenFilter(title) : title;
}

interface Count {
  readonly count: string;
  readonly label: string;
  readonly color: TextColor;
}

/** A number with its label. The color only marks numbers above 0. */
export function toCount(
  count: number,
  { label, color = 'default' }: { readonly label: string; readonly color?: TextColor },
  { locale }: Locale,
): Count {
  return { count: formatNumber(count, { locale }), label, color: count > 0 ? color : 'default' };
}

interface Gaps {
  readonly isComplete: boolean;
  /** How many entries could not be read. */
  readonly unreadable?: number;
  /** Present when titles are missing. */
  readonly missing?: MissingContents;
}

/** Says what a list lacks. Titles that Graph refuses are marked in their rows instead. */
export function toGapNotices(
  { isComplete, unreadable = 0, missing }: Gaps,
  { locale }: Locale,
): readonly string[] {
  const { courseList } = textFor(locale);
  return [
    ...(isComplete ? [] : [courseList.notAllLoaded]),
    ...(unreadable === 0 ? [] : [courseList.unreadable(unreadable)]),
    ...toMissingNotices(missing, { locale }),
  ];
}

function toMissingNotices(missing: MissingContents | undefined, { locale }: Locale): readonly string[] {
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
