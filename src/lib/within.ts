import { untilDeadline } from './until-deadline';
import { withDeadline } from './with-deadline';

/** The result of the work; undefined when it takes longer than `ms` milliseconds, or than the turn when one is given. */
export function within<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  turn?: AbortSignal,
): Promise<T | undefined> {
  return withDeadline(ms, (signal) => untilDeadline(work(signal), signal), turn);
}
