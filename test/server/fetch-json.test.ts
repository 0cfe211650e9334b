import { fetchJson } from '../../src/server/fetch-json';

const { signal } = new AbortController();
const URL = 'https://channel.example.com/keys';

function answering(response: Response): typeof fetch {
  return () => Promise.resolve(response);
}

it('parses a successful answer, and returns only the status of another', async () => {
  const good = await fetchJson(URL, { fetch: answering(Response.json({ keys: [] })), signal });
  const missing = await fetchJson(URL, { fetch: answering(new Response('<html>', { status: 404 })), signal });

  expect(good).toEqual({ status: 200, body: { keys: [] } });
  expect(missing).toEqual({ status: 404 });
});

it.each([
  ['is no JSON', () => new Response('<html>')],
  ['is larger than any document that we ask for', () => Response.json('x'.repeat(1024 * 1024))],
])('rejects when the answer %s', async (_what, respond) => {
  await expect(fetchJson(URL, { fetch: answering(respond()), signal })).rejects.toThrow();
});

it('ends with the signal even when fetch ignores it', async () => {
  const deaf: typeof fetch = () => new Promise(() => undefined);
  const controller = new AbortController();

  const asking = fetchJson(URL, { fetch: deaf, signal: controller.signal });
  controller.abort();

  await expect(asking).rejects.toThrow('There was no answer in time');
});
