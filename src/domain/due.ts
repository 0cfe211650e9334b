import { FixedOffsetZone, Info } from 'luxon';
import { LRUCache } from 'lru-cache';
import type { CourseActivity, Due } from './course-activity';
import { SOON_DAYS, type UpcomingWindow } from './question';

/** A moment as one viewer sees it: `zone` is theirs (IANA, `UTC+2` or `UTC`; an unknown one counts as UTC). */
export interface ViewedAt {
  readonly now: Date;
  readonly zone: string;
}

const DAY_MS = 86_400_000;

/** No zone changes its offset within a quarter of an hour, so one look-up serves all moments of one. */
const QUARTER_MS = 15 * 60_000;
const offsets = new LRUCache<string, number>({ max: 5_000 });

function offsetMinutes(timeMs: number, zoneName: string): number {
  const quarter = Math.floor(timeMs / QUARTER_MS);
  const key = `${zoneName} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const zone = Info.normalizeZone(zoneName);
  const offset = (zone.isValid ? zone : FixedOffsetZone.utcInstance).offset(quarter * QUARTER_MS);
  offsets.set(key, offset);
  return offset;
}

/** Days since 1970-01-01 of the calendar day which a moment belongs to where the viewer is. */
function epochDay(timeMs: number, zoneName: string): number {
  return Math.floor((timeMs + offsetMinutes(timeMs, zoneName) * 60_000) / DAY_MS);
}

/** Seconds of a day that stand for the day as a whole: 00:00:00, 23:59:00 and 23:59:59. */
const PICKED_SECONDS: readonly number[] = [0, 86_340, 86_399];
const PICKED_IN_QUARTER = new Set(PICKED_SECONDS.map((second) => second % (QUARTER_MS / 1_000)));
/** Clocks that are put forward skip an hour at most. */
const SKIPPED_MS = 3_600_000;

/**
 * The calendar day (`YYYY-MM-DD`) that somebody in a zone picked, when a moment is how a picked day is stored there: as
 * 00:00 or 23:59. Where the clocks skip these, the time that they are put forward to counts.
 */
export function findPickedDay(moment: Date, zone: string): string | undefined {
  const timeMs = moment.getTime();
  // Offsets are whole quarters of an hour: most moments need no look at the zone.
  if (!PICKED_IN_QUARTER.has(Math.floor((timeMs % QUARTER_MS) / 1_000))) return undefined;
  const offset = offsetMinutes(timeMs, zone);
  const putForward = Math.max(0, offset - offsetMinutes(timeMs - SKIPPED_MS, zone));
  const wallTimes = [offset, offset - putForward].map((minutes) => timeMs + minutes * 60_000);
  const picked = wallTimes.find((wallMs) => PICKED_SECONDS.includes(Math.floor((wallMs % DAY_MS) / 1_000)));
  return picked === undefined ? undefined : toDate(picked / DAY_MS);
}

/**
 * A due date as a viewer sees it. Whoever picks a day may store it converted to UTC, and nobody tells their zone; what
 * is midnight or 23:59 where the viewer is was a day of an assigner there
 * (docs/decisions/0023-due-days-stored-in-utc.md).
 */
export function toViewedDue(due: Due, { zone }: Pick<ViewedAt, 'zone'>): Due {
  if (due.kind === 'day' || due.isLocal) return due;
  const date = findPickedDay(new Date(due.dateTime), zone);
  return date === undefined ? due : { kind: 'day', date };
}

function today({ now, zone }: ViewedAt): number {
  return epochDay(now.getTime(), zone);
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
  const [first, last] = windowDays(window, today(at));
  return first <= day && day <= last;
}

/** First and last epoch day of a window. */
function windowDays(window: UpcomingWindow, from: number): readonly [number, number] {
  // 1970-01-01 was a Thursday.
  const monday = from - ((from + 3) % 7);
  switch (window) {
    case 'today':
      return [from, from];
    case 'tomorrow':
      return [from + 1, from + 1];
    case 'soon':
      return [from, from + SOON_DAYS];
    case 'thisWeek':
      return [monday, monday + 6];
    case 'nextWeek':
      return [monday + 7, monday + 13];
    case 'thisMonth':
      return [monthStart(from, 0), monthStart(from, 1) - 1];
    case 'nextMonth':
      return [monthStart(from, 1), monthStart(from, 2) - 1];
  }
}

/** First epoch day of the month which lies `offset` months after that of `day`. */
function monthStart(day: number, offset: number): number {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1) / DAY_MS;
}
