import type { ListGaps, MissingContents } from '../../domain/ports';
import { textsFor } from '../../i18n/catalog';
import type { Locale } from '../../i18n/format';
import { toWaitMinutes } from '../../i18n/spans';

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

/** The items of a page as lines of a text: "11. Fire safety". */
export function toNumbered<Item>(
  { start, items }: Page<Item>,
  toLine: (item: Item) => string,
): readonly string[] {
  return items.map((item, index) => `${start + index + 1}. ${toLine(item)}`);
}

/** "11–20 of 23"; '' when everything fits on one page. */
export function toRange(
  { count, start, items, total }: Page<unknown>,
  { locale }: Locale,
  key: 'courseList.shown' | 'team.shown',
): string {
  return count > 1 ? textsFor(locale).t(key, { from: start + 1, to: start + items.length, total }) : '';
}

/** Says what a list lacks. Titles that Graph refuses are marked in their rows instead. */
export function toGapWarnings({ isComplete, unreadable = 0, missing, locale }: ListGaps & Locale): string[] {
  const { t } = textsFor(locale);
  return [
    ...(isComplete ? [] : [t('courseList.notAllLoaded')]),
    ...(unreadable === 0 ? [] : [t('courseList.unreadable', { count: unreadable })]),
    ...toMissingWarnings(missing, { locale }),
  ];
}

function toMissingWarnings(missing: MissingContents | undefined, { locale }: Locale): readonly string[] {
  const { t } = textsFor(locale);
  switch (missing?.reason) {
    case undefined:
    case 'refused':
      return [];
    case 'notInTime':
      return [t('courseList.contentsMissing')];
    case 'failed':
      return [t('courseList.contentsFailed')];
    case 'throttled':
      return [t('courseList.contentsThrottled', { minutes: toWaitMinutes(missing.waitMs ?? 0) })];
  }
}
