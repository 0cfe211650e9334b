import { startDeadline } from './deadline';

/** What the work brings, or undefined when the deadline comes first; the work itself goes on. */
export function untilDeadline<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      resolve(undefined);
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    const leave = (): void => {
      signal.removeEventListener('abort', stop);
    };
    work.finally(leave).then(resolve, reject);
  });
}

/** What the work brings that several turns share, or undefined when it takes longer than `ms` milliseconds. */
export function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const deadline = startDeadline(undefined, ms);
  return untilDeadline(work(deadline.signal), deadline.signal).finally(() => {
    deadline.clear();
  });
}
