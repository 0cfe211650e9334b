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
