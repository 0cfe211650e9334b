/**
 * Runs one refresh at a time. A request during a refresh starts another one right after it, so an older answer never
 * replaces a newer one.
 * @param {() => Promise<void>} work
 * @returns {() => Promise<void>}
 */
export function createRefresher(work) {
  let isRunning = false;
  let isAskedAgain = false;
  return async () => {
    isAskedAgain = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isAskedAgain) {
        isAskedAgain = false;
        await work();
      }
    } finally {
      isRunning = false;
    }
  };
}
