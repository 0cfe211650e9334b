import { AsyncLocalStorage } from 'node:async_hooks';

const turnIds = new AsyncLocalStorage<string>();

/** Runs one turn: every line logged meanwhile, in whatever room, carries its reference id. */
export function runInTurn<T>(turnId: string, work: () => T): T {
  return turnIds.run(turnId, work);
}

export function currentTurnId(): string | undefined {
  return turnIds.getStore();
}
