export type Verdict = 'ok' | 'warning' | 'failed' | 'skipped';

/** One line of the report. Holds no secret, token, name or title; ids of people are shortened. */
export interface Finding {
  readonly verdict: Verdict;
  /** A sentence: what was seen and what it means. */
  readonly what: string;
  /** A sentence: what to do about it. */
  readonly remedy?: string;
}

/** What a check says, and what those that build on it need to know; without a fact they are skipped. */
export interface Outcome<T> {
  readonly findings: readonly Finding[];
  readonly fact?: T;
}

export function ok(what: string): Finding {
  return { verdict: 'ok', what };
}

/** Something works less well, or will stop working. */
export function warning(what: string, remedy: string): Finding {
  return { verdict: 'warning', what, remedy };
}

export function failed(what: string, remedy: string): Finding {
  return { verdict: 'failed', what, remedy };
}

/** Nothing is known to be wrong, because it could not be seen. */
export function skipped(what: string, remedy?: string): Finding {
  return { verdict: 'skipped', what, ...(remedy !== undefined && { remedy }) };
}

export function say(...findings: readonly Finding[]): Outcome<never> {
  return { findings };
}

export function know<T>(fact: T, ...findings: readonly Finding[]): Outcome<T> {
  return { fact, findings };
}

/** Enough to tell people apart, and no more. */
export function shorten(id: string): string {
  return `${id.slice(0, 8)}…`;
}
