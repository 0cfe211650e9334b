/** Asynchronous runs by key, so that callers can share a run instead of starting another. Only open runs are held. */
export interface SingleFlight<T, D = undefined> {
  /** The open run of this key. */
  find(key: string): Run<T, D> | undefined;
  /** Starts a run and makes it the current one of its key, also when another is open. */
  start(key: string, work: Work<T>, ...details: Details<D>): Promise<T>;
  /** The result of the open run of this key, else of a new one. */
  share(key: string, work: Work<T>, ...details: Details<D>): Promise<T>;
  /** Makes the open run not current: it goes on, but is shared no more. */
  forget(key: string): void;
}

/** `isCurrent` turns false when the run is forgotten or replaced: then its result must not be kept. */
type Work<T> = (isCurrent: () => boolean) => Promise<T>;
type Details<D> = D extends undefined ? [] : [details: D];

export interface Run<T, D> {
  readonly result: Promise<T>;
  readonly details: D;
}

/** Neither results nor failures are kept. A caller with a deadline waits with `untilDeadline`, which ends no run. */
export function createSingleFlight<T, D = undefined>(): SingleFlight<T, D> {
  const runs = new Map<string, Run<T, D>>();
  const currentIds = new Map<string, symbol>();

  function forget(key: string): void {
    runs.delete(key);
    currentIds.delete(key);
  }

  function start(key: string, work: Work<T>, ...[details]: Details<D>): Promise<T> {
    const id = Symbol(key);
    currentIds.set(key, id);
    const isCurrent = (): boolean => currentIds.get(key) === id;
    const result = work(isCurrent).finally(() => {
      if (isCurrent()) forget(key);
    });
    runs.set(key, { result, details: details as D });
    // Every caller may have stopped waiting when the run fails.
    result.catch(() => undefined);
    return result;
  }

  return {
    find: (key) => runs.get(key),
    start,
    share: (key, work, ...details) => runs.get(key)?.result ?? start(key, work, ...details),
    forget,
  };
}
