export type Verdict = 'ok' | 'warning' | 'failed' | 'skipped';

/** One line of the report. Contains no secret, token, name or title; ids of people are shortened. */
export interface Finding {
  readonly verdict: Verdict;
  /** A sentence: what was found and what it means. */
  readonly what: string;
  /** A sentence: what to do about it. */
  readonly remedy?: string;
}

/** The findings of a check, and the fact that dependent checks need; without it they are skipped. */
export interface Outcome<T> {
  readonly findings: readonly Finding[];
  readonly fact?: T;
}

export function ok(what: string): Finding {
  return { verdict: 'ok', what };
}

/** Reports what works less well or will stop working. */
export function warning(what: string, remedy: string): Finding {
  return { verdict: 'warning', what, remedy };
}

export function failed(what: string, remedy: string): Finding {
  return { verdict: 'failed', what, remedy };
}

/** Reports what could not be checked. */
export function skipped(what: string, remedy?: string): Finding {
  return { verdict: 'skipped', what, ...(remedy !== undefined && { remedy }) };
}

export function say(...findings: readonly Finding[]): Outcome<never> {
  return { findings };
}

export function know<T>(fact: T, ...findings: readonly Finding[]): Outcome<T> {
  return { fact, findings };
}

/** Returns just enough of an id to tell people apart. */
export function shorten(id: string): string {
  return `${id.slice(0, 8)}…`;
}
