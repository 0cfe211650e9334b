import { DateTime } from 'luxon';
import { findIana } from 'windows-iana';

const RELATIVE = /^([+-]\d+)d (\d\d:\d\d)(:\d\d)?(\.\d+)?$/;

interface RelativeMoment {
  /** `2027-02-26T16:00:00` */
  readonly wallTime: string;
  /** `.1234567`, or nothing. */
  readonly fraction: string;
}

/**
 * The notation of activities.json: `+3d 17:00` is five o'clock three days from today, `-1d 23:59:59` yesterday just
 * before midnight; any other text stands for itself and gives `undefined`.
 */
function readRelative(text: string, now: Date, zone: string): RelativeMoment | undefined {
  const match = RELATIVE.exec(text);
  if (match === null) return undefined;
  const [, days, time = '', seconds = ':00', fraction = ''] = match;
  const date = DateTime.fromJSDate(now, { zone }).plus({ days: Number(days) });
  return { wallTime: `${date.toFormat('yyyy-MM-dd')}T${time}${seconds}`, fraction };
}

/** Graph's `DateTimeOffset`, in UTC. */
export function toDateTimeOffset(text: string, now: Date): string {
  const moment = readRelative(text, now, 'utc');
  return moment === undefined ? text : `${moment.wallTime}${moment.fraction}+00:00`;
}

/** The `dateTime` of Graph's `dateTimeTimeZone`: wall clock time in the zone, seven fraction digits, no offset. */
export function toWallTime(text: string, now: Date, timeZone: string | null): string {
  const moment = readRelative(text, now, toIana(timeZone));
  return moment === undefined ? text : `${moment.wallTime}${moment.fraction || '.0000000'}`;
}

function toIana(timeZone: string | null): string {
  const zone = findIana(timeZone ?? '')[0] ?? timeZone ?? 'utc';
  return DateTime.utc().setZone(zone).isValid ? zone : 'utc';
}
