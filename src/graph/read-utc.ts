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

function isAt(date: Date, wallTime: string): boolean {
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(wallTime);
}
