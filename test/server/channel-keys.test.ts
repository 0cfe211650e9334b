import { createSigningKey } from '../../sandbox/signing-key';
import { createChannelAuthority, type ChannelAuthority } from '../../sandbox/teams/channel-authority';
import { createChannelKeys, type ChannelKeys } from '../../src/server/channel-keys';
import { createRecordingLog, type RecordingLog } from './recording-log';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const signingKey = createSigningKey();

let authority: ChannelAuthority;
let log: RecordingLog;
let now: number;
let loadedAt: number;
let keys: ChannelKeys;
/** The number of fetched documents, and the promise that their answers wait for. */
let fetches: number;
let held: Promise<void>;
beforeEach(async () => {
  authority = await createChannelAuthority({ key: signingKey });
  log = createRecordingLog();
  now = Date.now();
  loadedAt = now;
  fetches = 0;
  held = Promise.resolve();
  keys = createChannelKeys({
    metadataUrl: authority.metadataUrl,
    log,
    now: () => now,
    fetch: async (...request) => {
      fetches += 1;
      await held;
      return fetch(...request);
    },
  });
});
afterEach(() => authority.close());

describe('load', () => {
  it('loads the published keys with their endorsed channels', async () => {
    await keys.load();

    const key = await keys.find(authority.key.kid);
    expect(keys.isLoaded).toBe(true);
    expect(key?.endorsements).toContain('msteams');
  });

  it('fetches once for any number of callers', async () => {
    await Promise.all(Array.from({ length: 50 }, () => keys.load()));

    expect(authority.requests).toEqual({ metadata: 1, keys: 1 });
  });

  it('rejects when the metadata cannot be loaded', async () => {
    authority.settings.isDown = true;

    await expect(keys.load()).rejects.toMatchObject({ kind: 'channelKeys' });
    expect(keys.isLoaded).toBe(false);
  });

  it('rejects when no published key is usable', async () => {
    authority.published.splice(0);

    await expect(keys.load()).rejects.toMatchObject({ kind: 'channelKeys' });
  });

  it('rejects within 5 seconds when the download of keys stalls', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from('{"keys":['));
      },
    });
    const answers = [Response.json({ jwks_uri: 'https://channel.example.com/keys' }), new Response(body)];
    keys = createChannelKeys({
      metadataUrl: 'https://channel.example.com/metadata',
      log,
      fetch: () => Promise.resolve(answers.shift() ?? Response.error()),
    });

    await expect(keys.load()).rejects.toMatchObject({ kind: 'channelKeys' });
  });

  it('drops a broken key and keeps the others', async () => {
    const { jwk } = createSigningKey();
    const keySet = { keys: [{ ...jwk, n: '', kid: 'broken' }, 'no key', { ...jwk, kid: 'good' }] };
    const answers = [{ jwks_uri: 'https://channel.example.com/keys' }, keySet];
    keys = createChannelKeys({
      metadataUrl: 'https://channel.example.com/metadata',
      log,
      fetch: () => Promise.resolve(Response.json(answers.shift())),
    });

    await keys.load();

    expect(await keys.find('broken')).toBeUndefined();
    expect(await keys.find('good')).toMatchObject({ kid: 'good', endorsements: [] });
  });
});

describe('find', () => {
  beforeEach(() => keys.load());

  it('looks up an unknown key at most once a minute', async () => {
    now += MINUTE_MS;
    await Promise.all(Array.from({ length: 50 }, (_, index) => keys.find(`unknown-${index}`)));
    await keys.find('unknown-later');

    expect(authority.requests.keys).toBe(2);
  });

  it('finds a newly published key on first use', async () => {
    const key = createSigningKey();
    authority.published.push({ key, endorsements: ['msteams'] });
    now += MINUTE_MS;

    const found = await Promise.all([keys.find(key.kid), keys.find(key.kid)]);

    expect(found).toEqual([
      expect.objectContaining({ kid: key.kid }),
      expect.objectContaining({ kid: key.kid }),
    ]);
    expect(authority.requests.keys).toBe(2);
  });

  it('fetches nothing for a known key within a day', async () => {
    for (; now < loadedAt + DAY_MS; now += 10 * MINUTE_MS) await keys.find(authority.key.kid);

    expect(fetches).toBe(2);
  });

  it('refreshes after a day without delaying anyone', async () => {
    let answer = (): void => undefined;
    held = new Promise((resolve) => (answer = resolve));
    now += DAY_MS;

    const key = await keys.find(authority.key.kid);
    answer();
    await keys.load();

    expect(key).toBeDefined();
    expect(authority.requests.keys).toBe(2);
  });

  it('counts a day from each refresh', async () => {
    now += DAY_MS;
    await keys.find(authority.key.kid);
    await keys.load();
    for (let minute = 0; minute < 10; minute++) {
      now += MINUTE_MS;
      await keys.find(authority.key.kid);
    }

    expect(fetches).toBe(4);
  });

  it('forgets a withdrawn key at the next refresh', async () => {
    authority.published.splice(0, 1, { key: createSigningKey(), endorsements: ['msteams'] });

    await keys.load();

    expect(await keys.find(authority.key.kid)).toBeUndefined();
  });

  it('serves cached keys while a refresh fails, and logs each attempt once', async () => {
    authority.settings.isDown = true;
    now += DAY_MS;

    await Promise.all(Array.from({ length: 50 }, () => keys.find(authority.key.kid)));
    await expect(keys.load()).rejects.toThrow();

    expect(await keys.find(authority.key.kid)).toBeDefined();
    expect(log.lines).toEqual([
      {
        level: 'warn',
        fields: { module: 'server', kind: 'channelKeys' },
        message: expect.any(String) as string,
      },
    ]);
  });
});
