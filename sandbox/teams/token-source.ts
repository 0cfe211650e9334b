import type { Clock } from '../clock';

/** A token that is used again and again, as real clients do, and renewed in good time. */
export interface TokenSource {
  get(): string;
  /** The next token is a new one. */
  renew(): void;
}

const REUSE_MS = 30 * 60_000;

export function createTokenSource(clock: Clock, issue: () => string): TokenSource {
  let held: { readonly token: string; readonly until: number } | undefined;
  return {
    get() {
      const now = clock.now().getTime();
      if (held === undefined || now >= held.until) held = { token: issue(), until: now + REUSE_MS };
      return held.token;
    },
    renew() {
      held = undefined;
    },
  };
}
