import { FixedOffsetZone, Info } from 'luxon';
import { LRUCache } from 'lru-cache';
import type { CourseActivity, Due } from './course-activity';
import { SOON_DAYS, type UpcomingWindow } from './question';

/** A moment and the viewer's zone (IANA, `UTC+2` or `UTC`; an unknown one counts as UTC). */
export interface ViewedAt {
  readonly now: Date;
  readonly zone: string;
}

const DAY_MS = 86_400_000;

/** No zone changes its offset within a quarter of an hour, so offsets are cached by quarter. */
const QUARTER_MS = 15 * 60_000;
const offsets = new LRUCache<string, number>({ max: 5_000 });

/** Minutes east of UTC at a moment in a zone. */
export function offsetMinutes(timeMs: number, zoneName: string): number {
  const quarter = Math.floor(timeMs / QUARTER_MS);
  const key = `${zoneName} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const zone = Info.normalizeZone(zoneName);
  const offset = (zone.isValid ? zone : FixedOffsetZone.utcInstance).offset(quarter * QUARTER_MS);
  offsets.set(key, offset);
  return offset;
}

/** The calendar day of a moment where the viewer is, in days since 1970-01-01. */
function epochDay(timeMs: number, zoneName: string): number {
  return Math.floor((timeMs + offsetMinutes(timeMs, zoneName) * 60_000) / DAY_MS);
}

/** Seconds of a day that stand for the day as a whole: 00:00:00, 23:59:00 and 23:59:59. */
const PICKED_SECONDS: readonly number[] = [0, 86_340, 86_399];
const PICKED_IN_QUARTER = new Set(PICKED_SECONDS.map((second) => second % (QUARTER_MS / 1_000)));
/** Clocks that are put forward skip an hour at most. */
const SKIPPED_MS = 3_600_000;

/**
 * The calendar day (`YYYY-MM-DD`) that someone in a zone picked, when the moment is 00:00 or 23:59 there, as picked days
 * are stored. When the clocks skip that time, the time after the skip counts.
 */
export function findPickedDay(moment: Date, zone: string): string | undefined {
  const timeMs = moment.getTime();
  // Offsets are whole quarters of an hour, so most moments can be excluded without the zone.
  if (!PICKED_IN_QUARTER.has(Math.floor((timeMs % QUARTER_MS) / 1_000))) return undefined;
  const offset = offsetMinutes(timeMs, zone);
  const putForward = Math.max(0, offset - offsetMinutes(timeMs - SKIPPED_MS, zone));
  const wallTimes = [offset, offset - putForward].map((minutes) => timeMs + minutes * 60_000);
  const picked = wallTimes.find((wallMs) => PICKED_SECONDS.includes(Math.floor((wallMs % DAY_MS) / 1_000)));
  return picked === undefined ? undefined : toDate(picked / DAY_MS);
}

/**
 * A due date as a viewer sees it. A picked day may be stored converted to UTC, without the assigner's zone, so midnight
 * or 23:59 in the viewer's zone counts as a day picked there (docs/decisions/0023-due-days-stored-in-utc.md).
 */
export function toViewedDue(due: Due, { zone }: Pick<ViewedAt, 'zone'>): Due {
  if (due.kind === 'day' || due.isLocal) return due;
  const date = findPickedDay(new Date(due.dateTime), zone);
  return date === undefined ? due : { kind: 'day', date };
}

/** The last answer of `today`: a list asks for each of its courses. */
let lastToday = { timeMs: NaN, zone: '', day: 0 };

function today({ now, zone }: ViewedAt): number {
  const timeMs = now.getTime();
  if (lastToday.timeMs !== timeMs || lastToday.zone !== zone)
    lastToday = { timeMs, zone, day: epochDay(timeMs, zone) };
  return lastToday.day;
}

function dueEpochDay(due: Due, at: ViewedAt): number {
  const seen = toViewedDue(due, at);
  return seen.kind === 'day' ? Date.parse(seen.date) / DAY_MS : epochDay(Date.parse(seen.dateTime), at.zone);
}

/** The calendar day (`YYYY-MM-DD`) on which a course is due where the viewer is. A due `day` is the same everywhere. */
export function dueDay(due: Due, at: ViewedAt): string {
  return toDate(dueEpochDay(due, at));
}

function toDate(epochDay: number): string {
  return new Date(epochDay * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar days from today to the due day where the viewer is; negative when it is past. */
export function daysUntilDue(due: Due, at: ViewedAt): number {
  return dueEpochDay(due, at) - today(at);
}

/** Calendar days from today to the end of the week where the viewer is. */
export function daysLeftInWeek(at: ViewedAt): number {
  return mondayOf(today(at)) + 6 - today(at);
}

/** Not completed; a status that this app does not know counts as open. */
export function isOpen(activity: CourseActivity): boolean {
  return activity.status !== 'completed';
}

/** Open, and the due moment (for a due day: the end of that day where the viewer is) has passed. */
export function isOverdue(activity: CourseActivity, at: ViewedAt): boolean {
  if (activity.due === undefined || !isOpen(activity)) return false;
  const due = toViewedDue(activity.due, at);
  return due.kind === 'day' ? daysUntilDue(due, at) < 0 : Date.parse(due.dateTime) < at.now.getTime();
}

/**
 * Whether an open course is due in a window; weeks run Monday to Sunday in the viewer's zone
 * (docs/reference/phrases.md#due-windows).
 */
export function isDueWithin(
  activity: CourseActivity,
  window: 'overdue' | UpcomingWindow,
  at: ViewedAt,
): boolean {
  if (activity.due === undefined || !isOpen(activity)) return false;
  if (window === 'overdue') return isOverdue(activity, at);
  if (window === 'soon' && isOverdue(activity, at)) return false;
  const day = dueEpochDay(activity.due, at);
  const [first, last] = windowDays[window](today(at));
  return first <= day && day <= last;
}

/** First and last epoch day of each window, seen from an epoch day. */
const windowDays: Readonly<Record<UpcomingWindow, (day: number) => readonly [number, number]>> = {
  today: (day) => [day, day],
  tomorrow: (day) => [day + 1, day + 1],
  soon: (day) => [day, day + SOON_DAYS],
  thisWeek: (day) => [mondayOf(day), mondayOf(day) + 6],
  nextWeek: (day) => [mondayOf(day) + 7, mondayOf(day) + 13],
  thisMonth: (day) => [monthStart(day, 0), monthStart(day, 1) - 1],
  nextMonth: (day) => [monthStart(day, 1), monthStart(day, 2) - 1],
};

function mondayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return day - ((day + 3) % 7);
}

/** First epoch day of the month which lies `offset` months after that of `day`. */
function monthStart(day: number, offset: number): number {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1) / DAY_MS;
}
