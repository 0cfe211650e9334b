import { findProxy } from '../../src/network/proxy';

const KEYS = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((key) => [
  key,
  key.toLowerCase(),
]);
const PROXY = 'http://proxy.example.com:3128';
const GRAPH = 'https://graph.microsoft.com/v1.0/me';

const before = Object.fromEntries(KEYS.map((key) => [key, process.env[key]]));
beforeEach(() => {
  for (const key of KEYS) Reflect.deleteProperty(process.env, key);
});
afterAll(() => {
  for (const [key, value] of Object.entries(before)) if (value !== undefined) process.env[key] = value;
});

it.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'])('is the address in %s', (key) => {
  process.env[key] = PROXY;

  expect(findProxy(GRAPH)).toBe(PROXY);
});

it('is undefined without one of these keys, or with an empty one', () => {
  process.env['HTTP_PROXY'] = PROXY;
  process.env['HTTPS_PROXY'] = '';

  expect(findProxy(GRAPH)).toBeUndefined();
});

it('is undefined for plain http', () => {
  process.env['HTTPS_PROXY'] = PROXY;
  process.env['HTTP_PROXY'] = PROXY;

  expect(findProxy('http://169.254.169.254/metadata/identity/oauth2/token')).toBeUndefined();
});

it.each([
  ['graph.microsoft.com', true],
  ['GRAPH.microsoft.com', true],
  ['example.com, graph.microsoft.com', true],
  ['example.com graph.microsoft.com', true],
  ['.microsoft.com', true],
  ['*.microsoft.com', true],
  ['graph.microsoft.com:443', true],
  ['.microsoft.com:443', true],
  ['*', true],
  ['graph.microsoft.com:8443', false],
  ['microsoft.com', false],
  ['soft.com', false],
  ['example.com', false],
  ['', false],
])('skips the proxy with NO_PROXY=%j: %s', (noProxy, isLeftOut) => {
  process.env['HTTPS_PROXY'] = PROXY;
  process.env['NO_PROXY'] = noProxy;

  expect(findProxy(GRAPH)).toBe(isLeftOut ? undefined : PROXY);
});
