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
