import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { types } from 'node:util';
import type { Config } from '../../src/config/config';
import { withDeadline } from '../../src/lib/deadline';
import { findProxy } from '../../src/network/proxy';
import { failed, know, ok, say, type Finding, type Outcome } from './finding';

/** A host that the bot reaches through a proxy. */
interface Proxied {
  /** With its port. */
  readonly host: string;
  readonly proxy: URL;
}

const ANSWERS_WITHIN_MS = 4_000;
const REMEDY = 'Correct HTTPS_PROXY, or add hosts that this machine reaches directly to NO_PROXY.';

/** Lists the hosts that calls reach through a proxy, and checks that it forwards them. */
export async function checkProxy(config: Config, signal: AbortSignal): Promise<Outcome<true>> {
  const urls = [config.signIn.authorityHost, config.graphBaseUrl, config.bot.openIdMetadataUrl];
  const origins = [...new Set(urls.map((url) => new URL(url).origin))];
  const proxied = origins.flatMap((origin) => toProxied(origin) ?? []);
  const [first] = proxied;
  if (first === undefined)
    return know(true, ok('No proxy is used: HTTPS_PROXY isn’t set, or NO_PROXY lists every host.'));
  const findings = await withDeadline(
    ANSWERS_WITHIN_MS,
    (ending) => Promise.all(proxied.map((target) => tryTunnel(target, ending))),
    signal,
  );
  const wrong = findings.filter((finding) => finding !== undefined);
  if (wrong.length > 0) return say(...wrong);
  const hosts = proxied.map(({ host }) => host).join(', ');
  return know(true, ok(`The proxy at ${first.proxy.host} forwards calls to ${hosts}.`));
}

function toProxied(url: string): Proxied | undefined {
  const proxy = findProxy(url);
  if (proxy === undefined) return undefined;
  const { hostname, port } = new URL(url);
  return { host: `${hostname}:${port === '' ? '443' : port}`, proxy: new URL(proxy) };
}

/** Returns what is wrong with the proxy; undefined if it forwards calls. */
async function tryTunnel(target: Proxied, signal: AbortSignal): Promise<Finding | undefined> {
  const at = `The proxy at ${target.proxy.host}`;
  try {
    const status = await askForTunnel(target, signal);
    if (status >= 200 && status < 300) return undefined;
    if (status === 407)
      return failed(
        `${at} requires sign-in (407).`,
        'Put the name and password into HTTPS_PROXY as http://name:password@host:port, percent-encoded.',
      );
    return failed(
      `${at} blocks calls to ${target.host} (${status}).`,
      `Allow this host in the proxy. ${REMEDY}`,
    );
  } catch (error) {
    const code = types.isNativeError(error) && 'code' in error ? ` (${String(error.code)})` : '';
    return failed(`${at} doesn’t answer${code}.`, REMEDY);
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
