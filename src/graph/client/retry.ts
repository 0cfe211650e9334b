import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphError } from '../errors';

/** A turn cannot wait longer for a retry; the fault is thrown instead. */
const LONGEST_RETRY_WAIT_MS = 2_000;

const MOST_TRIES = 3;
const FIRST_BACKOFF_MS = 200;

interface FailedTry {
  readonly fault: Pick<GraphError, 'kind' | 'waitMs'>;
  /** How many tries failed before this one. */
  readonly failedBefore: number;
  /** 0 to 1; spreads the tries of many instances. */
  readonly random: () => number;
}

/** How long to wait before the next try of a safe request, in milliseconds; `undefined`: do not try again. */
export function retryDelayMs({ fault, failedBefore, random }: FailedTry): number | undefined {
  const { kind, waitMs } = fault;
  const backoffMs = FIRST_BACKOFF_MS * 2 ** failedBefore * (0.5 + random() / 2);
  if (kind === 'graphThrottled' || kind === 'graphUnavailable') {
    const delayMs = waitMs ?? backoffMs;
    return failedBefore + 1 < MOST_TRIES && delayMs <= LONGEST_RETRY_WAIT_MS ? delayMs : undefined;
  }
  const isTransient = kind === 'graphServerError' || kind === 'graphNetwork';
  return isTransient && failedBefore === 0 ? backoffMs : undefined;
}

/** Sleeps; returns false when the deadline comes first. */
export async function pause(delayMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(delayMs, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
