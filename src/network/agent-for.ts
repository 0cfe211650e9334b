import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { findProxy } from './find-proxy';

const options = { keepAlive: true };
const plain = new HttpAgent(options);
const direct = new HttpsAgent(options);
let proxied: HttpsProxyAgent<string> | undefined;

/**
 * For libraries that call over Node's own http and https: the connections that a call is made on. Also where no proxy is
 * used, since libraries that are left to themselves read the environment in another way than `findProxy`.
 */
export function agentFor(url: string): HttpAgent | HttpsAgent {
  const proxy = findProxy(url);
  if (proxy === undefined) return url.startsWith('https:') ? direct : plain;
  proxied ??= new HttpsProxyAgent(proxy, options);
  return proxied;
}
