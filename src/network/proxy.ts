import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';

/**
 * Address of the proxy for a call; undefined for a direct call. The rule for all outgoing calls:
 * `HTTPS_PROXY`, else `ALL_PROXY`, unless `NO_PROXY` names the host (a name, `.suffix` or `*.suffix`, each with a port or
 * without, or `*` for all). Plain http is only used for this machine, its platform and collectors, and is always direct.
 */
export function findProxy(url: string): string | undefined {
  const proxy = url.startsWith('https:') ? getProxyForUrl(url) : '';
  return proxy === '' ? undefined : proxy;
}

const KEYS = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'] as const;

/**
 * Makes `fetch` follow `findProxy` in the whole process; await it before the first call. Resolves with whether there is a
 * proxy; without one nothing is loaded or changed.
 */
export async function routeFetch(env: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  if (KEYS.every((key) => (env[key] ?? '') === '')) return false;
  const { Agent, ProxyAgent, setGlobalDispatcher } = await import('undici');
  let proxied: InstanceType<typeof ProxyAgent> | undefined;
  setGlobalDispatcher(
    new Agent().compose((dispatch) => (options, handler) => {
      const proxy = findProxy(String(options.origin));
      if (proxy === undefined) return dispatch(options, handler);
      proxied ??= new ProxyAgent(proxy);
      return proxied.dispatch(options, handler);
    }),
  );
  return true;
}

const AGENT_OPTIONS = { keepAlive: true };
const plain = new HttpAgent(AGENT_OPTIONS);
const direct = new HttpsAgent(AGENT_OPTIONS);
let proxied: HttpsProxyAgent<string> | undefined;

/**
 * The agent for a call over Node's http and https. Also needed without a proxy, because libraries read the environment in
 * other ways than `findProxy`.
 */
export function agentFor(url: string): HttpAgent | HttpsAgent {
  const proxy = findProxy(url);
  if (proxy === undefined) return url.startsWith('https:') ? direct : plain;
  proxied ??= new HttpsProxyAgent(proxy, AGENT_OPTIONS);
  return proxied;
}

/** The part of a request of Azure's libraries that the policy needs. */
interface OutgoingRequest {
  readonly url: string;
  agent?: { destroy(): void };
}

/**
 * A policy for `additionalPolicies` of Azure's libraries that applies `findProxy`. The libraries' own rule would send plain
 * http through the proxy too, and with it the request to the host for its managed identity.
 */
export const routePolicy = {
  position: 'perCall' as const,
  policy: {
    name: 'routeByFindProxy',
    sendRequest<R extends OutgoingRequest, A>(request: R, next: (request: R) => A): A {
      request.agent = agentFor(request.url);
      return next(request);
    },
  },
};
