const UTC = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|\+00:00)$/;

/**
 * A moment in the forms that Graph itself writes (`2026-11-30T10:15:42.1234567Z`); `undefined` when the text is none.
 * Luxon, which reads every form, takes kilobytes of memory for each, and a large team has thousands.
 */
export function readUtc(text: string): Date | undefined {
  const [, wallTime] = UTC.exec(text) ?? [];
  const date = new Date(text);
  // `Date` makes March out of February 30.
  return wallTime !== undefined && isAt(date, wallTime) ? date : undefined;
}

/**
 * Whether a date was meant as one. The least and greatest values of other systems (.NET's years 1 and 9999, 1601, 1753,
 * 1900, 1970) stand for "none"; no learning record is from before 1990 or for after 2200.
 */
export function isRealDate(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1990 && year <= 2200;
}

function isAt(date: Date, wallTime: string): boolean {
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(wallTime);
}
