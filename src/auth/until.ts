/**
 * Waits for `work`, but no longer than `signal` allows: rejects then, with the signal's reason as `cause`. The work
 * itself goes on, for others may be waiting for it too.
 */
export function until<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      reject(new Error('Waited as long as allowed', { cause: signal.reason }));
    };
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    void work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', giveUp);
    });
  });
}
