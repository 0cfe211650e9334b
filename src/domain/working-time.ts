import { DateTime, Info } from 'luxon';
import type { ViewedAt } from './due';

const FIRST_HOUR = 9;
const LAST_HOUR = 17;

/**
 * The next full half hour between 9 and 17 o'clock of a working day where the viewer is. Weekend days are numbered from
 * Monday, which is 1.
 */
export function nextWorkingHalfHour({ now, zone }: ViewedAt, weekend: readonly number[]): Date {
  const known = Info.normalizeZone(zone);
  const local = DateTime.fromJSDate(now, { zone: known.isValid ? known : 'utc' });
  const half = local.startOf('hour').plus({ minutes: local.minute < 30 ? 30 : 60 });
  let start = half.hour < FIRST_HOUR ? morningOf(half) : half;
  if (start.hour >= LAST_HOUR) start = morningOf(start.plus({ days: 1 }));
  for (let days = 0; days < 7 && weekend.includes(start.weekday); days++) {
    start = morningOf(start.plus({ days: 1 }));
  }
  return start.toJSDate();
}

function morningOf(day: DateTime): DateTime {
  return day.set({ hour: FIRST_HOUR, minute: 0, second: 0, millisecond: 0 });
}
