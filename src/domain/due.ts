import { FixedOffsetZone, Info } from 'luxon';
import { LRUCache } from 'lru-cache';
import type { CourseActivity, Due } from './course-activity';
import type { UpcomingWindow } from './question';

/** A moment as one viewer sees it: `zone` is theirs (IANA, `UTC+2` or `UTC`; an unknown one counts as UTC). */
export interface ViewedAt {
  readonly now: Date;
  readonly zone: string;
}

/** Calendar days ahead that count as "due soon". */
const SOON_DAYS = 7;
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

function today({ now, zone }: ViewedAt): number {
  return epochDay(now.getTime(), zone);
}

function dueEpochDay(due: Due, { zone }: ViewedAt): number {
  return due.kind === 'day' ? Date.parse(due.date) / DAY_MS : epochDay(Date.parse(due.dateTime), zone);
}

/** The calendar day (`YYYY-MM-DD`) on which a course is due where the viewer is. A due `day` is the same everywhere. */
export function dueDay(due: Due, at: ViewedAt): string {
  return new Date(dueEpochDay(due, at) * DAY_MS).toISOString().slice(0, 10);
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
  const { due } = activity;
  if (due === undefined || !isOpen(activity)) return false;
  return due.kind === 'day' ? daysUntilDue(due, at) < 0 : Date.parse(due.dateTime) < at.now.getTime();
}

/** Whether an open course is due in a window; weeks run Monday to Sunday in the viewer's zone (design 5). */
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
