import { DateTime } from 'luxon';

/** The time of the local world: real time plus an offset. */
export interface Clock {
  now(): Date;
  readonly offsetMs: number;
  /** Sets the time back to the start time. */
  restart(): void;
}

/** ISO 8601 moment, `daytime` (see `toDaytime`) or `now` (the real time). */
export type ClockStart = string;

const MORNING = { hour: 10, minute: 0, second: 0, millisecond: 0 };
const SATURDAY = 6;
const SUNDAY = 7;

/** `zone` is the IANA time zone of `daytime`. */
export function createClock(startsAt: ClockStart = 'now', zone = 'utc'): Clock {
  let offsetMs = toOffset(startsAt, zone);
  return {
    get offsetMs() {
      return offsetMs;
    },
    now: () => new Date(Date.now() + offsetMs),
    restart() {
      offsetMs = toOffset(startsAt, zone);
    },
  };
}

/** Returns 10:00 in the zone on the weekday nearest to the moment: on Saturdays Friday's, on Sundays Monday's. */
export function toDaytime(moment: Date, zone: string): Date {
  const day = DateTime.fromJSDate(moment, { zone });
  const days = day.weekday === SATURDAY ? -1 : day.weekday === SUNDAY ? 1 : 0;
  return day.plus({ days }).set(MORNING).toJSDate();
}

function toOffset(startsAt: ClockStart, zone: string): number {
  if (startsAt === 'now') return 0;
  const start = startsAt === 'daytime' ? toDaytime(new Date(), zone).getTime() : Date.parse(startsAt);
  return start - Date.now();
}
