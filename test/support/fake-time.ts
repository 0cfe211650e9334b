/**
 * For each test around: time stands still until `jest.advanceTimersByTime`, for dates, timers, caches and deadlines
 * alike. What the network brings is not time, and comes as ever.
 */
export function useFakeTime(now?: Date): void {
  const spies: jest.SpyInstance[] = [];

  beforeEach(() => {
    jest.useFakeTimers({
      // Caches have taken hold of `performance` before: its clock is moved, and not replaced.
      doNotFake: ['performance', 'setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask'],
      ...(now !== undefined && { now }),
    });
    const startedAt = Date.now();
    const origin = performance.now();
    spies.push(
      jest.spyOn(performance, 'now').mockImplementation(() => origin + Date.now() - startedAt),
      jest.spyOn(AbortSignal, 'timeout').mockImplementation(toTimeout),
    );
  });
  afterEach(() => {
    for (const spy of spies.splice(0)) spy.mockRestore();
    jest.useRealTimers();
  });
}

function toTimeout(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => {
    controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  }, ms);
  return controller.signal;
}
