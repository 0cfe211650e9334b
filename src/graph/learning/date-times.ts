import { LRUCache } from 'lru-cache';
import { DateTime } from 'luxon';
import type { Due } from '../../domain/course-activity';
import { findPickedDay } from '../../domain/due';
import { findZone } from '../../domain/time-zone';

const UTC = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|\+00:00)$/;
const WALL_TIME = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/**
 * A due date from a wall clock time and the name of its zone: a Windows name, an IANA name or none; an unknown name counts
 * as UTC. Midnight (also 24:00, at the end of its day) and 23:59, as written or in that zone, stand for the day.
 * `undefined` when the text is no date, or a date that stands for "none".
 */
export function toDue(dateTime: string, timeZone: string | undefined): Due | undefined {
  const text = dateTime.trim();
  const wall = readWallTime(text);
  if (wall === undefined || !isRealDate(wall.asUtc)) return undefined;
  const written = findPickedDay(wall.asUtc, 'UTC');
  if (written !== undefined) return { kind: 'day', date: written };
  const zone = findZone(timeZone ?? 'UTC') ?? 'UTC';
  if (zone === 'UTC' && !wall.hasOffset) return toInstant(wall.asUtc);
  const moment = wall.hasOffset ? DateTime.fromISO(text, { zone }).toJSDate() : toMoment(wall.asUtc, zone);
  return Number.isNaN(moment.getTime()) ? undefined : toDueIn(zone, moment, wall);
}

/** Moments by zone and wall clock time: a company gives the same few due times to many people. */
const moments = new LRUCache<string, Date>({ max: 5_000 });

/** The moment at which a zone shows the time that `asUtc` is in UTC. */
function toMoment(asUtc: Date, zone: string): Date {
  const wallTime = asUtc.toISOString().replace('Z', '');
  const key = `${zone} ${wallTime}`;
  const moment = moments.get(key) ?? DateTime.fromISO(wallTime, { zone }).toJSDate();
  moments.set(key, moment);
  return moment;
}

interface WallTime {
  /** The moment at which it is this time in UTC. */
  readonly asUtc: Date;
  readonly hasOffset: boolean;
}

function readWallTime(text: string): WallTime | undefined {
  const [, date = '', minutes = '00:00', seconds = '00', offset] = WALL_TIME.exec(text) ?? [];
  const time = `${minutes}:${seconds}`.replace('24:00:00', '00:00:00');
  const asUtc = readUtc(`${date}T${time}Z`);
  return asUtc && { asUtc, hasOffset: offset !== undefined };
}

function toDueIn(zone: string, moment: Date, { asUtc }: WallTime): Due {
  const date = zone === 'UTC' ? undefined : findPickedDay(moment, zone);
  if (date !== undefined) return { kind: 'day', date };
  return moment.getTime() === asUtc.getTime() ? toInstant(moment) : { ...toInstant(moment), isLocal: true };
}

function toInstant(moment: Date): Extract<Due, { kind: 'instant' }> {
  return { kind: 'instant', dateTime: moment.toISOString() };
}

/**
 * A moment in the forms that Graph writes (`2026-11-30T10:15:42.1234567Z`); `undefined` for other texts. Luxon reads
 * every form but takes kilobytes of memory for each, and a large team has thousands.
 */
export function readUtc(text: string): Date | undefined {
  const [, wallTime] = UTC.exec(text) ?? [];
  const date = new Date(text);
  if (wallTime === undefined || Number.isNaN(date.getTime())) return undefined;
  // `Date` makes March out of February 30.
  return date.toISOString().startsWith(wallTime) ? date : undefined;
}

/**
 * Whether a date is real: between 1990 and 2200. Minimum and maximum values of other systems (.NET's years 1 and 9999,
 * 1601, 1753, 1900, 1970) stand for "none".
 */
export function isRealDate(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1990 && year <= 2200;
}
