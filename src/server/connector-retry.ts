import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/v4';

/** Limit of a call with its retries: after the 8 s of a chat turn, below the 15 s at which Teams delivers again. */
export const CALL_WITHIN_MS = 5_000;

/** The connector, or the conversation, was busy: it did nothing. */
const NOT_TAKEN: readonly (number | undefined)[] = [412, 429, 503];
/** It may have done it all the same; likewise when the connection broke and there is no status. */
const PERHAPS_TAKEN: readonly (number | undefined)[] = [500, 502, 504, undefined];
const FIRST_BACKOFF_MS = 200;

/** What the connector's client throws for an answer with an error status, and for a connection that broke. */
const failedCall = z.object({
  name: z.literal('RestError'),
  statusCode: z.number().optional(),
  response: z
    .object({ headers: z.custom<{ get(name: string): string | undefined }>() })
    .optional()
    .catch(undefined),
});

/**
 * Calls the connector, with retries within `CALL_WITHIN_MS`; rejects with the last failure. Teams asks to retry 412, 429,
 * 502, 503 and 504 (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit), but cannot tell a
 * repeated message: what it may have accepted is retried at most once.
 */
export async function callWithRetries<T>(call: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  for (let failedBefore = 0; ; failedBefore++) {
    try {
      return await call();
    } catch (error) {
      const delayMs = delayBeforeRetry(error, failedBefore);
      if (delayMs === undefined || performance.now() - startedAt + delayMs >= CALL_WITHIN_MS) throw error;
      await sleep(delayMs);
    }
  }
}

/** Undefined when the call must not be repeated. */
function delayBeforeRetry(error: unknown, failedBefore: number): number | undefined {
  const { data: failed } = failedCall.safeParse(error);
  if (failed === undefined) return undefined;
  const backoffMs = FIRST_BACKOFF_MS * 2 ** failedBefore * (0.5 + Math.random() / 2);
  if (NOT_TAKEN.includes(failed.statusCode)) {
    const seconds = Number(failed.response?.headers.get('retry-after') ?? NaN);
    return seconds >= 0 ? seconds * 1000 : backoffMs;
  }
  return PERHAPS_TAKEN.includes(failed.statusCode) && failedBefore === 0 ? backoffMs : undefined;
}
