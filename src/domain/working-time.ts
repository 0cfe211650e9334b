import { offsetMinutes, type ViewedAt } from './due';

const HALF_HOUR_MS = 30 * 60_000;
const HOUR_MS = 2 * HALF_HOUR_MS;
const DAY_MS = 24 * HOUR_MS;
const FIRST_HOUR_MS = 9 * HOUR_MS;
const LAST_HOUR_MS = 17 * HOUR_MS;

/**
 * The next full half hour between 9 and 17 o'clock of a working day where the viewer is. Weekend days are numbered from
 * Monday, which is 1.
 */
export function nextWorkingHalfHour({ now, zone }: ViewedAt, weekend: readonly number[]): Date {
  const offsetMs = offsetMinutes(now.getTime(), zone) * 60_000;
  const wallMs = (Math.floor((now.getTime() + offsetMs) / HALF_HOUR_MS) + 1) * HALF_HOUR_MS;
  const isPast = wallMs % DAY_MS >= LAST_HOUR_MS;
  const first = Math.floor(wallMs / DAY_MS) + (isPast ? 1 : 0);
  const ahead = [0, 1, 2, 3, 4, 5, 6, 7];
  const day = first + (ahead.find((days) => !weekend.includes(weekdayOf(first + days))) ?? 0);
  const startMs = Math.max(wallMs, day * DAY_MS + FIRST_HOUR_MS);
  // The offset may be another one by then; clocks do not change in working hours.
  return new Date(startMs - offsetMinutes(startMs - offsetMs, zone) * 60_000);
}

/** 1970-01-01, day 0, was a Thursday. */
function weekdayOf(epochDay: number): number {
  return ((epochDay + 3) % 7) + 1;
}
