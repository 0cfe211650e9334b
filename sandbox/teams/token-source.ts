import type { Clock } from '../clock';

/** Reuses a token, as real clients do, and renews it before it expires. */
export interface TokenSource {
  get(): string;
  /** Makes the next token a new one. */
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
