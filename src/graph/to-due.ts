import { DateTime, IANAZone } from 'luxon';
import { LRUCache } from 'lru-cache';
import { findIana } from 'windows-iana';
import type { Due } from '../domain/course-activity';
import { isRealDate, readUtc } from './read-utc';

const WALL_TIME = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * When a course is due, from a wall clock time and the name of its zone: a Windows name, an IANA name or none. Midnight
 * and 23:59 stand for the day. `undefined` when the text is no date, or one that stands for none.
 */
export function toDue(dateTime: string, timeZone: string | undefined): Due | undefined {
  const text = dateTime.trim();
  const [, date, time = '00:00', seconds = '00', offset] = WALL_TIME.exec(text) ?? [];
  const asUtc = readUtc(`${date}T${time}:${seconds}Z`);
  if (date === undefined || asUtc === undefined || !isRealDate(asUtc)) return undefined;
  if (time === '23:59' || `${time}:${seconds}` === '00:00:00') return { kind: 'day', date };
  const zone = toZone(timeZone);
  return toInstant(
    zone === 'UTC' && offset === undefined ? asUtc : DateTime.fromISO(text, { zone }).toJSDate(),
  );
}

function toInstant(moment: Date): Due | undefined {
  return Number.isNaN(moment.getTime()) ? undefined : { kind: 'instant', dateTime: moment.toISOString() };
}

/** Looking a zone up takes 0.1 ms, and a list has few of them. */
const zones = new LRUCache<string, string>({ max: 200, memoMethod: findZone });

function toZone(name: string | undefined): string {
  return zones.memo(name ?? 'UTC');
}

/** A name that nobody knows counts as UTC, as a missing one does. */
function findZone(name: string): string {
  const zone = findIana(name)[0] ?? name;
  return IANAZone.isValidZone(zone) ? zone : 'UTC';
}
