import { getProxyForUrl } from 'proxy-from-env';

/**
 * Address of the proxy that a call goes through; undefined when it goes straight. The one rule for all outgoing calls:
 * `HTTPS_PROXY`, else `ALL_PROXY`, unless `NO_PROXY` names the host (a name, `.suffix` or `*.suffix`, each with a port or
 * without, or `*` for all). Plain http is spoken with this machine, its platform and collectors only, and goes straight.
 */
export function findProxy(url: string): string | undefined {
  const proxy = url.startsWith('https:') ? getProxyForUrl(url) : '';
  return proxy === '' ? undefined : proxy;
}
