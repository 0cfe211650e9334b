import { ConnectorClient } from 'botframework-connector';
import { LRUCache } from 'lru-cache';

/** Whence the bot's own token for the channel comes; asked for each reply, so from memory where possible. */
export interface ConnectorTokens {
  getToken(): Promise<{ readonly token: string }>;
}

/** Clients of the channel's connector, through which replies leave; one for each service URL. */
export interface Connectors {
  connect(serviceUrl: string): ConnectorClient;
}

type ClientCredentials = ConstructorParameters<typeof ConnectorClient>[0];
type ClientOptions = NonNullable<ConstructorParameters<typeof ConnectorClient>[1]>;

/** Teams has a service URL for each region: a handful. */
const MOST_CLIENTS = 50;
/** For one call with all its retries; the library itself would wait as long as a `Retry-After` says. */
const CALL_DEADLINE_MS = 10_000;

export function createConnectors(tokens: ConnectorTokens): Connectors {
  const clients = new LRUCache<string, ConnectorClient>({ max: MOST_CLIENTS });
  return {
    connect(serviceUrl) {
      const known = clients.get(serviceUrl);
      if (known !== undefined) return known;
      const client = new ConnectorClient(createCredentials(serviceUrl, tokens), {
        baseUri: serviceUrl,
        requestPolicyFactories: [withDeadline],
      });
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

const withDeadline = {
  create: (next) => ({
    sendRequest(request) {
      request.abortSignal = AbortSignal.timeout(CALL_DEADLINE_MS);
      return next.sendRequest(request);
    },
  }),
} satisfies Extract<ClientOptions['requestPolicyFactories'], readonly unknown[]>[number];
