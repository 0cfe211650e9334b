/** A span of time, as a message takes it. */
export interface Span {
  readonly unit: 'day' | 'month' | 'year';
  readonly count: number;
}

/** Returns a number of days in a readable unit: years instead of 1,500 days. */
export function toSpan(days: number): Span {
  if (days < 100) return { unit: 'day', count: days };
  if (days < 730) return { unit: 'month', count: Math.floor(days / 30.4) };
  return { unit: 'year', count: Math.floor(days / 365.2) };
}

/** How many whole minutes to wait; at least one. */
export function toWaitMinutes(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 60_000));
}
