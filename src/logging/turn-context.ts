import { AsyncLocalStorage } from 'node:async_hooks';

/** Facts about a turn for operators: words from closed lists, never message text or names. */
export interface TurnFacts {
  readonly intent?: string;
  /** Verb of the card action; only one that a feature registered. */
  readonly verb?: string;
  /** Likewise, of the message extension. */
  readonly command?: string;
  readonly outcome?: 'signInNeeded' | 'refused' | 'repeated' | 'undelivered' | 'failed';
  /** Kind of the fault, when it failed. */
  readonly fault?: string;
}

interface CurrentTurn {
  readonly id: string;
  facts: TurnFacts;
}

const turns = new AsyncLocalStorage<CurrentTurn>();

/** Runs one turn: every line that is logged meanwhile carries its reference id. */
export function runInTurn<T>(turnId: string, work: () => T): T {
  return turns.run({ id: turnId, facts: {} }, work);
}

export function currentTurnId(): string | undefined {
  return turns.getStore()?.id;
}

/** Adds facts to the current turn, if there is one. */
export function noteInTurn(facts: TurnFacts): void {
  const turn = turns.getStore();
  if (turn !== undefined) turn.facts = { ...turn.facts, ...facts };
}

export function currentTurnFacts(): TurnFacts {
  return turns.getStore()?.facts ?? {};
}
