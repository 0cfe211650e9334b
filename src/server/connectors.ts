import { ConnectorClient } from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import * as z from 'zod/v4';
import { within } from '../lib/within';
import type { Logger } from '../logging/logger';
import { agentFor } from '../network/agent-for';
import { CALL_WITHIN_MS, callWithRetries } from './connector-retry';

/** Supplies the bot's own token for the connector; asked for each call, so from memory where possible. */
export interface ConnectorTokens {
  getToken(): Promise<{ readonly token: string }>;
}

/** Clients of the channel's connector, through which replies leave; one for each service URL. */
export interface Connectors {
  connect(serviceUrl: string): ConnectorClient;
}

type ClientCredentials = ConstructorParameters<typeof ConnectorClient>[0];
type ClientOptions = NonNullable<ConstructorParameters<typeof ConnectorClient>[1]>;
type PolicyFactory = Extract<ClientOptions['requestPolicyFactories'], readonly unknown[]>[number];

/** Teams has a service URL for each region: a handful. */
const MOST_CLIENTS = 50;

export function createConnectors(tokens: ConnectorTokens, log: Logger): Connectors {
  const clients = new LRUCache<string, ConnectorClient>({ max: MOST_CLIENTS });
  return {
    connect(serviceUrl) {
      const known = clients.get(serviceUrl);
      if (known !== undefined) return known;
      const client = new ConnectorClient(createCredentials(serviceUrl, tokens), {
        baseUri: serviceUrl,
        requestPolicyFactories: [byOurRules(log)],
      });
      removeRetries(client);
      clients.set(serviceUrl, client);
      return client;
    },
  };
}

/** In place of the SDK's `AppCredentials`, which share one process-wide cache and bring their own MSAL. */
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

/** The deadline, the repetitions, and the way: the library has rules of its own for all of them. */
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

/** Without the message, which quotes what the connector answered. */
function logFailure(error: unknown, log: Logger): void {
  const { name, statusCode: status, code } = failure.safeParse(error).data ?? {};
  // That somebody has blocked the bot is nothing to see to.
  const level = status === 403 || status === 404 ? 'info' : 'warn';
  log[level]({ room: 'server', error: name, status, code }, 'the connector did not take a call');
}

const repeating = z.object({
  client: z.object({
    pipeline: z.custom<{ removePolicy(policy: { readonly name: string }): readonly unknown[] }>(),
  }),
});

/** The client's own retries know neither a deadline nor what may have been taken, and cannot be switched off by an option. */
function removeRetries(client: ConnectorClient): void {
  const removed = repeating.parse(client).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length === 0) throw new Error('The client of the connector has other retries than expected');
}
