/** Waits for the work, but not past the deadline; the work itself goes on. */
export function untilDeadline(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      resolve();
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    const leave = (): void => {
      signal.removeEventListener('abort', stop);
    };
    work.finally(leave).then(resolve, reject);
  });
}
