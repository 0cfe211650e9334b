import { checkProxy } from '../../tools/doctor/check-proxy';
import { parseConfig } from '../../src/config/config';
import { startProxy, type Proxy } from '../support/start-proxy';
import { ENVIRONMENT, useSites } from './sites';

const { signal } = new AbortController();
const sites = useSites();
const KEYS = ['HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((key) => [key, key.toLowerCase()]);
const before = Object.fromEntries(KEYS.map((key) => [key, process.env[key]]));
beforeEach(() => {
  for (const key of KEYS) Reflect.deleteProperty(process.env, key);
});

let proxy: Proxy | undefined;
afterEach(() => {
  proxy?.close();
  proxy = undefined;
});
afterAll(() => {
  for (const [key, value] of Object.entries(before)) if (value !== undefined) process.env[key] = value;
});

/** Entra and Graph are at one https address of this machine, and the channel's keys at another one. */
async function checkProxyOf(
  env: Readonly<Record<string, string>>,
): Promise<Awaited<ReturnType<typeof checkProxy>>> {
  Object.assign(process.env, env);
  const site = (await sites.serve((_, response) => response.end())).replace(
    'http://127.0.0.1',
    'https://localhost',
  );
  const config = parseConfig({ ...ENVIRONMENT, AZURE_AUTHORITY_HOST: site, GRAPH_BASE_URL: `${site}/v1.0` });
  return checkProxy(
    { ...config, bot: { ...config.bot, openIdMetadataUrl: 'https://keys.invalid/' } },
    signal,
  );
}

it('reports no proxy without one or when NO_PROXY names every host', async () => {
  const none = await checkProxyOf({});
  const everyHost = await checkProxyOf({ HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: 'localhost,.invalid' });

  expect(none).toMatchObject({
    fact: true,
    findings: [{ verdict: 'ok', what: expect.stringContaining('No proxy is used') as string }],
  });
  expect(everyHost).toEqual(none);
});

it('lists the hosts that use the proxy', async () => {
  proxy = await startProxy();

  const { fact, findings } = await checkProxyOf({ HTTPS_PROXY: proxy.url, NO_PROXY: '.invalid' });

  const [entra = 'none'] = proxy.tunnels;
  expect(proxy.tunnels).toHaveLength(1);
  expect(fact).toBe(true);
  const what = `The proxy at ${new URL(proxy.url).host} forwards calls to ${entra}.`;
  expect(findings).toEqual([{ verdict: 'ok', what }]);
});

it.each([
  [407, /requires sign-in \(407\)/, /name and password/],
  [403, /blocks calls to keys\.invalid:443 \(403\)/, /NO_PROXY/],
])('explains a refusal with %i without the proxy’s password', async (refuseWith, what, remedy) => {
  proxy = await startProxy({ refuseWith });

  const outcome = await checkProxyOf({
    HTTPS_PROXY: proxy.url.replace('//', '//anna:hunter2@'),
    NO_PROXY: 'localhost',
  });

  expect(outcome.fact).toBeUndefined();
  expect(outcome.findings).toMatchObject([{ verdict: 'failed' }]);
  expect(outcome.findings[0]?.what).toMatch(what);
  expect(outcome.findings[0]?.remedy).toMatch(remedy);
  expect(JSON.stringify(outcome)).not.toMatch(/anna|hunter2/);
});

it('names a proxy that does not answer', async () => {
  const gone = await startProxy();
  gone.close();

  const { fact, findings } = await checkProxyOf({ HTTPS_PROXY: gone.url, NO_PROXY: 'localhost' });

  expect(fact).toBeUndefined();
  expect(findings[0]?.what).toBe(`The proxy at ${new URL(gone.url).host} doesn’t answer (ECONNREFUSED).`);
});
