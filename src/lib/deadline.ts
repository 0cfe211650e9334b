/** A time limit for work of a turn. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Call it when the work has ended. */
  clear(): void;
}

/**
 * Starts a deadline that aborts after `ms` milliseconds, or with the turn when one is given. `AbortSignal.timeout` and
 * `AbortSignal.any` would do the same, but on Node 20 the garbage collector takes a timeout that has no other reference,
 * and the call then never ends.
 */
export function startDeadline(turn: AbortSignal | undefined, ms: number): Deadline {
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
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer);
      turn?.removeEventListener('abort', follow);
    },
  };
}
