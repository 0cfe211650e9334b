/** When something that is done for a turn is over. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** To be called when it has ended, however it did. */
  clear(): void;
}

/**
 * Aborts after `ms` milliseconds, or with the turn; without one, for what several turns share. `AbortSignal.timeout` and
 * `AbortSignal.any` would say the same, but on Node 20 the garbage collector takes a timeout that nobody else holds, and
 * the call then never ends.
 */
export function startDeadline(turn: AbortSignal | undefined, ms: number): Deadline {
  const controller = new AbortController();
  const follow = (): void => {
    controller.abort(turn?.reason);
  };
  const timer = setTimeout(() => {
    controller.abort(new DOMException('It took too long', 'TimeoutError'));
  }, ms);
  // What is waited for keeps the process alive, not the wait.
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
