/**
 * Runs work whose signal aborts after `ms` milliseconds, or with the turn when one is given. `AbortSignal.timeout` and
 * `AbortSignal.any` would do the same, but on Node 20 the garbage collector takes a timeout that has no other reference,
 * and the call then never ends.
 */
export async function withDeadline<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  turn?: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  const follow = (): void => {
    controller.abort(turn?.reason);
  };
  const timer = setTimeout(() => {
    controller.abort(new DOMException('It took too long', 'TimeoutError'));
  }, ms);
  // The work keeps the process alive, not the timer.
  timer.unref();
  turn?.addEventListener('abort', follow);
  if (turn?.aborted === true) follow();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    turn?.removeEventListener('abort', follow);
  }
}

/** The result of the work; undefined when it takes longer than `ms` milliseconds, or than the turn when one is given. */
export function within<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  turn?: AbortSignal,
): Promise<T | undefined> {
  return withDeadline(ms, (signal) => untilDeadline(work(signal), signal), turn);
}

/** The result of the work; undefined when the signal aborts first. The work itself goes on. */
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
