import { LRUCache } from 'lru-cache';
import { dateFormat, numberFormat } from './intl';
import { toKnownLocale } from './languages';

/** A reader's locale (BCP 47) and time zone: IANA, a fixed offset (`UTC+2`) or `UTC`. Either may be wrong. */
export interface Reader {
  readonly locale: string;
  readonly zone: string;
}

export type Locale = Pick<Reader, 'locale'>;

const DURATION = { unitDisplay: 'short', and: ' ' } as const;
/** Arabic does not abbreviate units, and joins them by "and". */
const ARABIC_DURATION = { unitDisplay: 'long', and: ' و' } as const;

/** Cache limit: time zones come from clients, so there may be any number. */
const knownZones = new LRUCache<string, KnownZone>({ max: 200 });

/** Due days by locale: a list shows the same few again and again. */
const days = new LRUCache<string, string>({ max: 1_000 });

/** Durations by locale, for the same reason. */
const durations = new LRUCache<string, string>({ max: 1_000 });

/** A calendar day (`YYYY-MM-DD`): "Nov 12, 2026". The same day for every reader. */
export function formatDay(day: string, { locale }: Locale): string {
  const key = `${day} ${toKnownLocale(locale).dates}`;
  const known = days.get(key) ?? formatDate(new Date(`${day}T12:00:00Z`), { locale, zone: 'UTC' });
  days.set(key, known);
  return known;
}

/** The weekday of a calendar day (`YYYY-MM-DD`): "Sunday", capitalized as the language does within a sentence. */
export function formatWeekday(day: string, { locale }: Locale): string {
  const { dates } = toKnownLocale(locale);
  return dateFormat(dates, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

/** The calendar day of a moment (ISO 8601) where the reader is. */
export function formatDayOf(dateTime: string, reader: Reader): string {
  return formatDate(new Date(dateTime), reader);
}

/** A moment (ISO 8601): "Nov 12, 2026, 4:05 PM", with the zone named when it is only assumed. */
export function formatInstant(dateTime: string, reader: Reader): string {
  return nameAssumedZone(formatDate(new Date(dateTime), reader, { timeStyle: 'short' }), reader);
}

/** Days of at most this distance need no year. */
const NEAR_MS = 300 * 86_400_000;

/** Without its year when that is clear: "Nov 12", "Nov 12, 4:05 PM" with `hasTime`, "Nov 12, 2025". */
export function formatNearby(
  dateTime: string,
  reader: Reader & { readonly now: Date },
  hasTime = false,
): string {
  const time = new Date(dateTime);
  if (Math.abs(time.getTime() - reader.now.getTime()) > NEAR_MS) {
    return hasTime ? formatInstant(dateTime, reader) : formatDayOf(dateTime, reader);
  }
  const { lang } = toKnownLocale(reader.locale);
  // Elsewhere Japanese dates are in numbers too, and Arabic months have no short form.
  const month = lang === 'ja' ? 'numeric' : lang === 'ar' ? 'long' : 'short';
  const day = { month, day: 'numeric' } as const;
  if (!hasTime) return formatMoment(time, reader, day);
  return nameAssumedZone(formatMoment(time, reader, { ...day, hour: 'numeric', minute: '2-digit' }), reader);
}

/** The time of day: "2:05 PM", with the zone named when it is only assumed. */
export function formatTime(time: Date, reader: Reader): string {
  return nameAssumedZone(formatMoment(time, reader, { timeStyle: 'short' }), reader);
}

/** "45 min", "1 hr 30 min", "2 hr". */
export function formatDuration(minutes: number, { locale }: Locale): string {
  const whole = Math.max(1, Math.round(minutes));
  const key = `${whole} ${toKnownLocale(locale).numbers}`;
  const known = durations.get(key) ?? toDuration(whole, { locale });
  durations.set(key, known);
  return known;
}

function toDuration(whole: number, { locale }: Locale): string {
  const parts = [
    { unit: 'hour', count: Math.floor(whole / 60) },
    { unit: 'minute', count: whole % 60 },
  ];
  const { numbers, lang } = toKnownLocale(locale);
  const { unitDisplay, and } = lang === 'ar' ? ARABIC_DURATION : DURATION;
  return parts
    .filter(({ count }) => count > 0)
    .map(({ unit, count }) => numberFormat(numbers, { style: 'unit', unit, unitDisplay }).format(count))
    .join(and);
}

export function formatNumber(value: number, { locale }: Locale): string {
  return numberFormat(toKnownLocale(locale).numbers, { maximumFractionDigits: 0 }).format(value);
}

/** 60 is "60%". */
export function formatPercent(value: number, { locale }: Locale): string {
  return numberFormat(toKnownLocale(locale).numbers, { style: 'percent' }).format(value / 100);
}

function formatDate(time: Date, reader: Reader, options: Intl.DateTimeFormatOptions = {}): string {
  const { lang } = toKnownLocale(reader.locale);
  // A date in numbers alone turns around in a line that runs from right to left.
  const dateStyle = lang === 'ar' ? 'long' : 'medium';
  return formatMoment(time, reader, { dateStyle, ...options });
}

function formatMoment(time: Date, { locale, zone }: Reader, options: Intl.DateTimeFormatOptions): string {
  const { dates, lang } = toKnownLocale(locale);
  const { timeZone, offsetMinutes } = toKnownZone(zone);
  const shifted = new Date(time.getTime() + offsetMinutes * 60_000);
  const format = dateFormat(dates, { ...options, timeZone });
  if (lang !== 'fr') return format.format(shifted);
  // The first of a month is "1er" in French, which `Intl` does not know.
  const parts = format.formatToParts(shifted);
  return parts.map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value)).join('');
}

function nameAssumedZone(text: string, { zone }: Reader): string {
  const { timeZone, isFixed } = toKnownZone(zone);
  return timeZone === 'UTC' && !isFixed ? `${text} UTC` : text;
}

/** A time zone as `Intl` takes it: a fixed offset is UTC with minutes added, and so is a zone that is not known. */
interface KnownZone {
  readonly timeZone: string;
  readonly offsetMinutes: number;
  readonly isFixed: boolean;
}

function toKnownZone(zone: string): KnownZone {
  const found = knownZones.get(zone);
  if (found !== undefined) return found;
  const offsetMinutes = toOffsetMinutes(zone);
  const isFixed = offsetMinutes !== undefined;
  const timeZone = isFixed ? 'UTC' : toTimeZone(zone);
  const known = { timeZone, offsetMinutes: offsetMinutes ?? 0, isFixed };
  knownZones.set(zone, known);
  return known;
}

/** Minutes east of UTC of a fixed offset (`UTC+5:30`), which `Intl` on Node 20 does not know. */
function toOffsetMinutes(zone: string): number | undefined {
  const match = /^UTC([+-])(\d{1,2})(?::?(\d{2}))?$/u.exec(zone);
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

/** `Intl` has no way to ask whether a name is known: it throws. */
function toTimeZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
