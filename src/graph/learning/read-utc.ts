const UTC = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|\+00:00)$/;

/**
 * A moment in the forms that Graph writes (`2026-11-30T10:15:42.1234567Z`); `undefined` for other texts. Luxon reads
 * every form but takes kilobytes of memory for each, and a large team has thousands.
 */
export function readUtc(text: string): Date | undefined {
  const [, wallTime] = UTC.exec(text) ?? [];
  const date = new Date(text);
  // `Date` makes March out of February 30.
  return wallTime !== undefined && isAt(date, wallTime) ? date : undefined;
}

/**
 * Whether a date is real: between 1990 and 2200. Minimum and maximum values of other systems (.NET's years 1 and 9999,
 * 1601, 1753, 1900, 1970) stand for "none".
 */
export function isRealDate(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1990 && year <= 2200;
}

function isAt(date: Date, wallTime: string): boolean {
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(wallTime);
}
