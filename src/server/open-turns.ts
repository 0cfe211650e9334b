/** Tracks the requests that are being answered. */
export interface OpenTurns {
  track<T>(turn: Promise<T>): Promise<T>;
  /** Resolves when none is open, including those that start meanwhile. */
  finished(): Promise<void>;
}

export function createOpenTurns(): OpenTurns {
  const open = new Set<Promise<unknown>>();
  return {
    track(turn) {
      open.add(turn);
      return turn.finally(() => open.delete(turn));
    },
    async finished() {
      while (open.size > 0) await Promise.allSettled(open);
    },
  };
}
