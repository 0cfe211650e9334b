import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { types } from 'node:util';
import type { Config } from '../../src/config/config';
import { withDeadline } from '../../src/lib/with-deadline';
import { findProxy } from '../../src/network/find-proxy';
import { failed, know, ok, say, type Finding, type Outcome } from './finding';

/** A host that is asked through a proxy. */
interface Proxied {
  /** With its port. */
  readonly host: string;
  readonly proxy: URL;
}

const ANSWERS_WITHIN_MS = 4_000;
const REMEDY = 'Correct HTTPS_PROXY, or name in NO_PROXY the hosts that this machine reaches by itself.';

/** Which hosts are asked through the proxy of the environment, and whether it lets calls through to them. */
export async function checkProxy(config: Config, signal: AbortSignal): Promise<Outcome<true>> {
  const urls = [config.signIn.authorityHost, config.graphBaseUrl, config.bot.openIdMetadataUrl];
  const origins = [...new Set(urls.map((url) => new URL(url).origin))];
  const proxied = origins.flatMap((origin) => toProxied(origin) ?? []);
  const [first] = proxied;
  if (first === undefined)
    return know(true, ok('No proxy is used: HTTPS_PROXY is not set, or NO_PROXY names every host.'));
  const findings = await withDeadline(
    ANSWERS_WITHIN_MS,
    (ending) => Promise.all(proxied.map((target) => tryTunnel(target, ending))),
    signal,
  );
  const wrong = findings.filter((finding) => finding !== undefined);
  if (wrong.length > 0) return say(...wrong);
  const hosts = proxied.map(({ host }) => host).join(', ');
  return know(true, ok(`The proxy at ${first.proxy.host} lets calls through to ${hosts}.`));
}

function toProxied(url: string): Proxied | undefined {
  const proxy = findProxy(url);
  if (proxy === undefined) return undefined;
  const { hostname, port } = new URL(url);
  return { host: `${hostname}:${port === '' ? '443' : port}`, proxy: new URL(proxy) };
}

/** Undefined when there is nothing wrong with it. */
async function tryTunnel(target: Proxied, signal: AbortSignal): Promise<Finding | undefined> {
  const at = `The proxy at ${target.proxy.host}`;
  try {
    const status = await askForTunnel(target, signal);
    if (status >= 200 && status < 300) return undefined;
    if (status === 407)
      return failed(
        `${at} wants to know who asks (407).`,
        'Put name and password into HTTPS_PROXY, http://name:password@host:port, percent-encoded.',
      );
    return failed(`${at} lets no call through to ${target.host} (${status}).`, `Let it. ${REMEDY}`);
  } catch (error) {
    const code = types.isNativeError(error) && 'code' in error ? ` (${String(error.code)})` : '';
    return failed(`${at} does not answer${code}.`, REMEDY);
  }
}

function askForTunnel({ host, proxy }: Proxied, signal: AbortSignal): Promise<number> {
  const request = proxy.protocol === 'https:' ? requestHttps : requestHttp;
  const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  const headers = login === ':' ? {} : { 'proxy-authorization': `Basic ${btoa(login)}` };
  return new Promise((resolve, reject) => {
    request(new URL('/', proxy), {
      method: 'CONNECT',
      path: host,
      headers: { host, ...headers },
      agent: false,
      signal,
    })
      .on('connect', ({ statusCode = 0 }, socket) => {
        socket.destroy();
        resolve(statusCode);
      })
      .on('error', reject)
      .end();
  });
}
