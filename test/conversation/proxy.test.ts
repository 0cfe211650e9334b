import type { RunningWorld } from '../../sandbox/start-world';
import { ask, findPersonId, shownText, startBotIn, startTestWorld } from '../support/local-world';
import { startProxy, type Proxy } from '../support/start-proxy';

let proxy: Proxy;
let world: RunningWorld;

beforeAll(async () => {
  world = await startTestWorld({ withBot: false });
});
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  proxy = await startProxy();
});
afterEach(() => {
  proxy.close();
});

/** Makes a bot call Entra through the sign-in library, and Graph and the channel's keys through fetch. */
async function askEntraBothWays(
  env: Readonly<Record<string, string>>,
): Promise<readonly (readonly string[])[]> {
  const bot = await startBotIn(world, { HTTPS_PROXY: proxy.url, ...env });
  const client = world.teams.client(findPersonId(world, 'Katherine'));
  expect(shownText(await ask(client, 'my courses'))).toMatch(/overdue/i);
  const byLibrary = [...new Set(proxy.tunnels)];
  const known = proxy.tunnels.length;
  expect((await fetch(new URL('/auth/start', bot.messagesUrl))).status).toBe(200);
  await bot.stop();
  return [byLibrary, proxy.tunnels.slice(known)];
}

describe('with HTTPS_PROXY', () => {
  it('every https client uses the proxy, and plain http to this machine does not', async () => {
    const [byLibrary, byFetch] = await askEntraBothWays({ HTTP_PROXY: 'http://127.0.0.1:9' });

    const entra = new URL(world.entra.url).host;
    expect(byLibrary).toEqual([entra]);
    expect(byFetch).toEqual([entra]);
  });

  it('no client uses the proxy when NO_PROXY names all hosts', async () => {
    expect(await askEntraBothWays({ NO_PROXY: '*' })).toEqual([[], []]);
  });
});
