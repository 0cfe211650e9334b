import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/v4';

/**
 * Time for one call to the connector with all retries. Together with the 8 seconds of a chat turn it stays below the 15
 * after which Teams delivers the turn's activity again.
 */
export const CALL_WITHIN_MS = 5_000;

/** The connector, or the conversation, was busy and did nothing. */
const NOT_TAKEN: readonly (number | undefined)[] = [412, 429, 503];
/** The connector may have accepted the call; likewise when the connection broke without a status. */
const PERHAPS_TAKEN: readonly (number | undefined)[] = [500, 502, 504, undefined];
const FIRST_BACKOFF_MS = 200;

/** The error of the connector's client for an error status or a broken connection. */
const failedCall = z.object({
  name: z.literal('RestError'),
  statusCode: z.number().optional(),
  response: z
    .object({ headers: z.custom<{ get(name: string): string | undefined }>() })
    .optional()
    .catch(undefined),
});

/**
 * Calls the connector and retries where that can help and is harmless, within `CALL_WITHIN_MS`. Rejects with the last
 * failure. Teams wants 412, 429, 502, 503 and 504 repeated
 * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit) and cannot detect
 * a repeated message, so a call that it may have accepted is repeated once at most.
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

/** The delay before a retry; undefined when the call must not be repeated. */
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
