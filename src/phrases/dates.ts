import type { ParsedComponents } from 'chrono-node';
import * as chrono from 'chrono-node/en';
import { LRUCache } from 'lru-cache';
import { DateTime } from 'luxon';

import { SOON_DAYS, type UpcomingWindow } from '../domain/question';

/** When and where a phrase was typed, and in whose language. */
export interface Moment {
  readonly now: Date;
  /** An IANA name or a fixed offset (`UTC+02:00`). */
  readonly zone: string;
  /** BCP 47; sets the order of day and month in "1/12". An unknown one counts as `en-US`. */
  readonly locale: string;
}

/** The words `from` up to, not including, `to` name a time. */
export interface DateSpan {
  readonly from: number;
  readonly to: number;
  readonly window: 'past' | 'someday' | UpcomingWindow;
}

export const dateWords =
  `monday tuesday wednesday thursday friday saturday sunday january february march june july august september october
  november december`.split(/\s+/);

const dayNames = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const shortDays = '(?:by|on|before|until|till|due|next|this) (?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)';
const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ordinal = '\\d{1,2}(?:st|nd|rd|th)?';
const dateLike = new RegExp(
  [
    `\\b${dayNames}\\b`,
    `\\b${shortDays}\\b`,
    `\\b(?:in|by|before|until|till|of|during|this|next|for) ${months}\\b`,
    `\\b${months} ${ordinal}\\b`,
    `\\b${ordinal} (?:of )?${months}\\b`,
    '\\bthe \\d{1,2}(?:st|nd|rd|th)\\b',
    '\\b\\d{1,4}[-/.]\\d{1,2}(?:[-/.]\\d{2,4})?\\b',
    '\\b(?:\\d{1,3}|two|three|four|five|six|ten|fourteen|thirty) (?:day|week|month)s?\\b',
  ].join('|'),
);

/** Finds dates and weekdays in lower-case words, each with the window that it falls in. */
export function readDates(words: readonly string[], moment: Moment): readonly DateSpan[] {
  const typed = words.join(' ');
  if (!dateLike.test(typed)) return [];
  const text = toMonthFirst(typed, moment.locale);
  const today = DateTime.fromJSDate(moment.now, { zone: moment.zone }).startOf('day');
  // Chrono counts in the server's zone, and takes today for past from noon on.
  const reference = new Date(today.year, today.month - 1, today.day);
  return chrono.parse(text, reference, { forwardDate: true }).flatMap(({ index, text: found, start }) => {
    const before = text.slice(0, index).split(' ');
    const lead = before.at(-2) ?? '';
    if (!dateLike.test(`${lead} ${found}`)) return [];
    const day = toDay(start, today);
    const isWholeMonth = !start.isCertain('day') && !start.isCertain('weekday');
    const window = isWholeMonth
      ? monthWindow(day, today)
      : windowOf(day, today, isUntil(lead) || isUntil(found));
    const from = before.length - 1;
    return [{ from, to: from + found.split(' ').length, window }];
  });
}

/** A day in numbers, without a year or with the year last; it may end a sentence. */
const numericDate = /(?<![\w./-])(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d\d))?(?!\w|[-/.]\w)/g;
/** Words before a day; without one, "1.12" may be a version and "1-12" pages. */
const beforeDay = /\b(?:due|on|by|before|until|till|til|since|from|after) $/;

/** The text with days in numbers as `month/day/year`: chrono's parser for the other order misses "November 19". */
function toMonthFirst(text: string, locale: string): string {
  return text.replace(
    numericDate,
    (...match: readonly [string, string, string, string, string?, number?]) => {
      const [date, first, mark, second, year, at] = match;
      const isCertain = mark === '/' || year?.length === 4 || beforeDay.test(text.slice(0, at));
      if (!isCertain) return date;
      const day = dayFirst.memo(locale) ? [second, first] : [first, second];
      return [...day, ...(year === undefined ? [] : [year])].join('/');
    },
  );
}

const dayFirst = new LRUCache<string, boolean>({ max: 200, memoMethod: writesDayFirst });

/** Whether a reader of this locale writes the day before the month: "27 November" rather than "November 27". */
function writesDayFirst(locale: string): boolean {
  try {
    // The second locale is for a language that `Intl` does not know; it would take the server's.
    const format = new Intl.DateTimeFormat([locale, 'en-US'], { dateStyle: 'long', calendar: 'gregory' });
    const types = format.formatToParts().map(({ type }) => type);
    return types.indexOf('day') < types.indexOf('month');
  } catch {
    return false;
  }
}

function isUntil(words: string): boolean {
  return /^(?:by|before|until|till|til|within|next|coming|following)\b/.test(words);
}

function toDay(date: ParsedComponents, today: DateTime): DateTime {
  const year = date.get('year') ?? today.year;
  return today.set({ year, month: date.get('month') ?? 1, day: date.get('day') ?? 1 });
}

function monthWindow(day: DateTime, today: DateTime): DateSpan['window'] {
  if (day.hasSame(today, 'month')) return 'thisMonth';
  return day.hasSame(today.plus({ months: 1 }), 'month') ? 'nextMonth' : 'someday';
}

/** The smallest window that holds the day; after "until" preferably one that holds every day before it too. */
function windowOf(day: DateTime, today: DateTime, isUntilDay: boolean): DateSpan['window'] {
  const days = Math.round(day.diff(today, 'days').days);
  const isNextWeek = day.hasSame(today.plus({ weeks: 1 }), 'week');
  if (days < 0) return 'past';
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (day.hasSame(today, 'week')) return 'thisWeek';
  if (isNextWeek && !isUntilDay) return 'nextWeek';
  if (days <= SOON_DAYS) return 'soon';
  return isNextWeek ? 'nextWeek' : monthWindow(day, today);
}
