import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { findProxy } from './find-proxy';

const options = { keepAlive: true };
const plain = new HttpAgent(options);
const direct = new HttpsAgent(options);
let proxied: HttpsProxyAgent<string> | undefined;

/**
 * The agent for libraries that use Node's http and https. They need it without a proxy too, since by themselves they read
 * the environment in another way than `findProxy`.
 */
export function agentFor(url: string): HttpAgent | HttpsAgent {
  const proxy = findProxy(url);
  if (proxy === undefined) return url.startsWith('https:') ? direct : plain;
  proxied ??= new HttpsProxyAgent(proxy, options);
  return proxied;
}
