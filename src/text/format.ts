import { LRUCache } from 'lru-cache';
import { textFor } from './text-for';

/** Where and how somebody reads: `locale` is BCP 47, `zone` IANA, a fixed offset (`UTC+2`), or `UTC`. Either may be wrong. */
export interface Reader {
  readonly locale: string;
  readonly zone: string;
}

const FALLBACK_LOCALE = 'en-US';

/** As in Microsoft's own apps and in our sentences, whatever else is usual with a locale. */
const COMMON = { calendar: 'gregory', numberingSystem: 'latn' } as const;

const NUMBERS = {
  decimal: { style: 'decimal' },
  percent: { style: 'percent' },
  hour: { style: 'unit', unit: 'hour' },
  minute: { style: 'unit', unit: 'minute' },
} as const;

/** Making one costs a hundred times what using it costs; locale and zone come from clients, hence the bound. */
const dateFormats = new LRUCache<string, Intl.DateTimeFormat>({ max: 200 });
const numberFormats = new LRUCache<string, Intl.NumberFormat>({ max: 200 });

/** A calendar day (`YYYY-MM-DD`): "Nov 12, 2026". The same day for every reader. */
export function formatDay(day: string, { locale }: Pick<Reader, 'locale'>): string {
  return dateFormat({ locale, zone: 'UTC' }, { dateStyle: 'medium' }).format(new Date(`${day}T12:00:00Z`));
}

/** The calendar day of a moment (ISO 8601) where the reader is. */
export function formatDayOf(dateTime: string, reader: Reader): string {
  return formatMoment(new Date(dateTime), reader, { dateStyle: 'medium' });
}

/** A moment (ISO 8601): "Nov 12, 2026, 4:05 PM", with the zone named when it is only assumed. */
export function formatInstant(dateTime: string, reader: Reader): string {
  return nameAssumedZone(
    formatMoment(new Date(dateTime), reader, { dateStyle: 'medium', timeStyle: 'short' }),
    reader,
  );
}

/** The time of day: "2:05 PM", with the zone named when it is only assumed. */
export function formatTime(time: Date, reader: Reader): string {
  return nameAssumedZone(formatMoment(time, reader, { timeStyle: 'short' }), reader);
}

/** "45 min", "1 hr 30 min", "2 hr". */
export function formatDuration(minutes: number, { locale }: Pick<Reader, 'locale'>): string {
  const whole = Math.max(1, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  return [
    hours > 0 ? numberFormat(locale, 'hour').format(hours) : '',
    rest > 0 ? numberFormat(locale, 'minute').format(rest) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export function formatNumber(value: number, { locale }: Pick<Reader, 'locale'>): string {
  return numberFormat(locale, 'decimal').format(value);
}

/** `percentage` is 0 to 100. */
export function formatPercent(percentage: number, { locale }: Pick<Reader, 'locale'>): string {
  return numberFormat(locale, 'percent').format(percentage / 100);
}

function formatMoment(time: Date, reader: Reader, options: Intl.DateTimeFormatOptions): string {
  const offsetMinutes = toOffsetMinutes(reader.zone);
  if (offsetMinutes === undefined) return dateFormat(reader, options).format(time);
  const shifted = new Date(time.getTime() + offsetMinutes * 60_000);
  return dateFormat({ ...reader, zone: 'UTC' }, options).format(shifted);
}

function nameAssumedZone(text: string, reader: Reader): string {
  const isAssumed =
    toOffsetMinutes(reader.zone) === undefined && dateFormat(reader, {}).resolvedOptions().timeZone === 'UTC';
  return isAssumed ? `${text} UTC` : text;
}

/** Minutes east of UTC of a fixed offset (`UTC+5:30`), which `Intl` on Node 20 does not know. */
function toOffsetMinutes(zone: string): number | undefined {
  const match = /^UTC([+-])(\d{1,2})(?::?(\d{2}))?$/u.exec(zone);
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

function dateFormat({ locale, zone }: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = [locale, zone, options.dateStyle, options.timeStyle].join('|');
  const known = dateFormats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(toLocale(locale), { ...COMMON, ...options, timeZone: toZone(zone) });
  dateFormats.set(key, format);
  return format;
}

function numberFormat(locale: string, kind: keyof typeof NUMBERS): Intl.NumberFormat {
  const key = `${locale}|${kind}`;
  const known = numberFormats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(toLocale(locale), {
    ...COMMON,
    ...NUMBERS[kind],
    maximumFractionDigits: 0,
  });
  numberFormats.set(key, format);
  return format;
}

/** The locale itself where there are texts in its language, else English as it is written in that country. */
function toLocale(locale: string): string {
  if (!isAccepted(() => new Intl.Locale(locale))) return FALLBACK_LOCALE;
  const { language, region } = new Intl.Locale(locale);
  if (textFor(locale).language.lang === language) return locale;
  return region === undefined ? FALLBACK_LOCALE : `en-${region}`;
}

function toZone(zone: string): string {
  return isAccepted(() => new Intl.DateTimeFormat(FALLBACK_LOCALE, { timeZone: zone })) ? zone : 'UTC';
}

/** `Intl` has no way to ask whether a name is known: it throws. */
function isAccepted(use: () => unknown): boolean {
  try {
    use();
    return true;
  } catch {
    return false;
  }
}
