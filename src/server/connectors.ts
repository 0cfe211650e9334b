import { ConnectorClient } from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import * as z from 'zod/v4';
import { within } from '../lib/within';
import type { Logger } from '../logging/logger';
import { agentFor } from '../network/agent-for';
import { CALL_WITHIN_MS, callWithRetries } from './connector-retry';

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

const failure = z.object({
  name: z.string(),
  statusCode: z.number().optional().catch(undefined),
  code: z.string().max(60).optional().catch(undefined),
});

/** Logs a failed call without its message, which quotes the connector's answer. */
function logFailure(error: unknown, log: Logger): void {
  const { name, statusCode: status, code } = failure.safeParse(error).data ?? {};
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
