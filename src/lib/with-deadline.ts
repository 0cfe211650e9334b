import { startDeadline } from './deadline';

/** Runs work whose signal aborts after `ms` milliseconds, or with the turn when one is given. */
export function withDeadline<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  turn?: AbortSignal,
): Promise<T> {
  const deadline = startDeadline(turn, ms);
  return work(deadline.signal).finally(() => {
    deadline.clear();
  });
}
