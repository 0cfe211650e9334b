import type { GraphError } from '../errors';

/** A turn cannot wait longer for a retry; the fault is thrown instead. */
const LONGEST_RETRY_WAIT_MS = 2_000;

const MOST_TRIES = 3;
const FIRST_BACKOFF_MS = 200;
/** Graph sometimes names minutes in the body, nested or as text in text, so the raw body is searched. */
const MINUTES_IN_BODY = /retry after (\d+(?:\.\d+)?)\s*minutes?/i;
/** The cap for mistaken headers. */
const LONGEST_NAMED_WAIT_MS = 3_600_000;

interface WaitSource {
  /** `Retry-After`: seconds, with or without decimals, or an HTTP date. */
  readonly retryAfter: string | undefined;
  /** The raw body. */
  readonly body: string;
  readonly now: number;
}

/**
 * How long Graph asks to wait, in milliseconds; `undefined` when it names no time
 * (docs/reference/graph-learning.md#wait-time).
 */
export function parseWaitMs({ retryAfter, body, now }: WaitSource): number | undefined {
  const waitMs = parseHeader(retryAfter?.trim() ?? '', now) ?? parseMinutes(body);
  return waitMs === undefined ? undefined : Math.min(Math.max(Math.ceil(waitMs), 0), LONGEST_NAMED_WAIT_MS);
}

function parseHeader(header: string, now: number): number | undefined {
  if (/^\d+(\.\d+)?$/.test(header)) return Number(header) * 1000;
  // Date.parse accepts much that is no date, such as "-5".
  const date = /^[a-z]{3}/i.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(date) ? undefined : date - now;
}

function parseMinutes(body: string): number | undefined {
  const minutes = MINUTES_IN_BODY.exec(body)?.[1];
  return minutes === undefined ? undefined : Number(minutes) * 60_000;
}

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
