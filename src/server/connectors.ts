import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectorClient } from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import * as z from 'zod/v4';
import { within } from '../lib/deadline';
import type { Logger } from '../logging/logger';
import { agentFor } from '../network/proxy';

/** Supplies the bot's Bot Connector token; called for each request, so it should cache. */
export interface ConnectorTokens {
  getToken(): Promise<{ readonly token: string }>;
}

/** The client of the Bot Connector that sends replies to a service URL. */
export type ConnectTo = (serviceUrl: string) => ConnectorClient;

type ClientCredentials = ConstructorParameters<typeof ConnectorClient>[0];
type ClientOptions = NonNullable<ConstructorParameters<typeof ConnectorClient>[1]>;
type PolicyFactory = Extract<ClientOptions['requestPolicyFactories'], readonly unknown[]>[number];

/** Teams has a service URL for each region: a handful. */
const MOST_CLIENTS = 50;
/** Limit of a call with its retries: after the 8 s of a chat turn, below the 15 s at which Teams delivers again. */
const CALL_WITHIN_MS = 5_000;

/** The connector, or the conversation, was busy and did nothing. */
const NOT_TAKEN: readonly (number | undefined)[] = [412, 429, 503];
/** The connector may have accepted the call; likewise when the connection broke without a status. */
const PERHAPS_TAKEN: readonly (number | undefined)[] = [500, 502, 504, undefined];
const FIRST_BACKOFF_MS = 200;

/** Creates one client for each service URL. */
export function createConnectors(tokens: ConnectorTokens, log: Logger): ConnectTo {
  const clients = new LRUCache<string, ConnectorClient>({
    max: MOST_CLIENTS,
    memoMethod(serviceUrl) {
      const client = new ConnectorClient(createCredentials(serviceUrl, tokens), {
        baseUri: serviceUrl,
        requestPolicyFactories: [byOurRules(log)],
      });
      removeRetries(client);
      return client;
    },
  });
  return (serviceUrl) => clients.memo(serviceUrl);
}

/** Replaces the SDK's `AppCredentials`, which share one process-wide cache and bring their own MSAL. */
function createCredentials(serviceUrl: string, tokens: ConnectorTokens): ClientCredentials {
  const { origin } = new URL(serviceUrl);
  return {
    async signRequest(request) {
      if (new URL(request.url).origin !== origin)
        throw new Error('The reply would leave the verified service.');
      const { token } = await tokens.getToken();
      request.headers.set('authorization', `Bearer ${token}`);
      return request;
    },
  };
}

/** Applies our deadline, retries and proxy instead of the library's. */
function byOurRules(log: Logger): PolicyFactory {
  return {
    create: (next) => ({
      async sendRequest(request) {
        request.agent = agentFor(request.url);
        try {
          const response = await within(CALL_WITHIN_MS, (signal) => {
            request.abortSignal = signal;
            return callWithRetries(() => next.sendRequest(request));
          });
          if (response === undefined)
            throw new DOMException('The connector did not answer in time', 'TimeoutError');
          return response;
        } catch (error) {
          logFailure(error, log);
          throw error;
        }
      },
    }),
  };
}

/**
 * Calls the connector, with retries within `CALL_WITHIN_MS`; rejects with the last failure. Teams asks to retry 412, 429,
 * 502, 503 and 504 (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit), but cannot tell a
 * repeated message: what it may have accepted is retried at most once.
 */
async function callWithRetries<T>(call: () => Promise<T>): Promise<T> {
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
  const { data: failed } = Failure.safeParse(error);
  if (failed?.name !== 'RestError') return undefined;
  const backoffMs = FIRST_BACKOFF_MS * 2 ** failedBefore * (0.5 + Math.random() / 2);
  if (NOT_TAKEN.includes(failed.statusCode)) {
    const seconds = Number(failed.response?.headers.get('retry-after') ?? NaN);
    return seconds >= 0 ? seconds * 1000 : backoffMs;
  }
  return PERHAPS_TAKEN.includes(failed.statusCode) && failedBefore === 0 ? backoffMs : undefined;
}

/** An error; for an error status or a broken connection it is a `RestError`. */
const Failure = z.object({
  name: z.string(),
  statusCode: z.number().optional().catch(undefined),
  code: z.string().max(60).optional().catch(undefined),
  response: z
    .object({ headers: z.custom<{ get(name: string): string | undefined }>() })
    .optional()
    .catch(undefined),
});

/** Logs a failed call without its message, which quotes the connector's answer. */
function logFailure(error: unknown, log: Logger): void {
  const { name, statusCode: status, code } = Failure.safeParse(error).data ?? {};
  // Operators need not act when someone has blocked the bot.
  const level = status === 403 || status === 404 ? 'info' : 'warn';
  log[level]({ module: 'server', error: name, status, code }, 'the connector rejected a call');
}

const repeating = z.object({
  client: z.object({
    pipeline: z.custom<{ removePolicy(policy: { readonly name: string }): readonly unknown[] }>(),
  }),
});

/** Removes the client's own retries, which ignore deadlines and repeat accepted calls; it has no option for that. */
function removeRetries(client: ConnectorClient): void {
  const removed = repeating.parse(client).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length === 0) throw new Error('The client of the connector has other retries than expected');
}
