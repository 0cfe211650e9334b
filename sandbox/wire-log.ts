/** A request and its answer on a wire of the local world. */
export interface WireEntry {
  readonly id: number;
  /** ISO 8601, time of the local world. */
  readonly at: string;
  readonly from: Party;
  readonly to: Party;
  /** One line for the developer: `message "my courses"`, `GET /me/employeeExperience/…`. */
  readonly title: string;
  readonly status: number;
  readonly ms: number;
  readonly bytes: number;
  /** Bodies, shown when the line is opened; tokens are shortened. */
  readonly request?: unknown;
  readonly response?: unknown;
}

export type Party = 'teams' | 'bot' | 'entra' | 'graph' | 'person';

export interface WireLog {
  record(entry: Omit<WireEntry, 'id' | 'at'>): void;
  /** The newest 1,000, oldest first. */
  entries(): readonly WireEntry[];
  clear(): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (entry: WireEntry) => void): () => void;
}

const MOST_ENTRIES = 1000;

export function createWireLog(now: () => Date): WireLog {
  let entries: WireEntry[] = [];
  let nextId = 1;
  const listeners = new Set<(entry: WireEntry) => void>();
  return {
    record(entry) {
      const whole = { id: nextId++, at: now().toISOString(), ...entry };
      entries = [...entries.slice(1 - MOST_ENTRIES), whole];
      for (const listener of listeners) listener(whole);
    },
    entries: () => entries,
    clear() {
      entries = [];
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
