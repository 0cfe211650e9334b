import { untilDeadline, withDeadline } from '../../src/lib/deadline';
import { failed, skipped, type Finding, type Outcome } from './finding';
import { UnreachableError } from './ask';

/** One check, running or done. */
export interface Step<T> {
  readonly id: string;
  readonly outcome: Promise<Outcome<T>>;
}

type Needs = Readonly<Record<string, Step<unknown>>>;
type Facts<N extends Needs> = { readonly [K in keyof N]: N[K] extends Step<infer T> ? T : never };

export interface Steps {
  /** All checks, in the order of the report. */
  readonly all: readonly Step<unknown>[];
  /** Starts `work` once the facts of `needs` are known; skips the check if one of them is missing. */
  readonly step: <const N extends Needs, T = never>(
    id: string,
    needs: N,
    work: (facts: Facts<N>, signal: AbortSignal) => Outcome<T> | Promise<Outcome<T>>,
  ) => Step<T>;
}

const CHECK_WITHIN_MS = 5_000;

/** Creates the list of checks. Each check has five seconds; `signal` ends all of them. */
export function createSteps(signal: AbortSignal): Steps {
  const all: Step<unknown>[] = [];
  return {
    all,
    step(id, needs, work) {
      const step = { id, outcome: run(needs, work, signal) };
      all.push(step);
      return step;
    },
  };
}

/** Wraps a check for dependents that work without its fact. */
export function optional<T>({ id, outcome }: Step<T>): Step<{ readonly value?: T }> {
  const wrap = ({ findings, fact }: Outcome<T>): Outcome<{ readonly value?: T }> => ({
    findings,
    fact: fact === undefined ? {} : { value: fact },
  });
  return { id, outcome: outcome.then(wrap) };
}

async function run<N extends Needs, T>(
  needs: N,
  work: (facts: Facts<N>, signal: AbortSignal) => Outcome<T> | Promise<Outcome<T>>,
  signal: AbortSignal,
): Promise<Outcome<T>> {
  const facts = new Map<string, unknown>();
  for (const [name, { id, outcome }] of Object.entries(needs)) {
    const { fact } = await outcome;
    if (fact === undefined) return { findings: [skipped(`Not checked: this check needs ${id}.`)] };
    facts.set(name, fact);
  }
  // `needs` ties each name to its fact's type, so the cast is safe.
  const known = Object.fromEntries(facts) as Facts<N>;
  return withDeadline(
    CHECK_WITHIN_MS,
    async (ending) => {
      try {
        const working = Promise.resolve().then(() => work(known, ending));
        return (await untilDeadline(working, ending)) ?? { findings: [noAnswer()] };
      } catch (error) {
        return { findings: [toFinding(error, ending)] };
      }
    },
    signal,
  );
}

function noAnswer(): Finding {
  const seconds = CHECK_WITHIN_MS / 1000;
  return failed(
    `No answer within ${seconds} seconds.`,
    'Check the connection from this machine, then run the doctor again.',
  );
}

function toFinding(error: unknown, signal: AbortSignal): Finding {
  if (error instanceof UnreachableError && !signal.aborted) return error.finding;
  if (signal.aborted) return noAnswer();
  // Other error messages may contain secrets.
  const kind = error instanceof Error ? error.name : 'something unknown';
  return failed(
    `The check stopped with ${kind}.`,
    'Run the doctor again. If this keeps happening, report it with this line.',
  );
}
