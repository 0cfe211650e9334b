import { findProxy } from './find-proxy';

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
