/**
 * One refresh at a time: whoever asks while one is under way gets another right after it, so an old answer
 * never replaces a newer one.
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
