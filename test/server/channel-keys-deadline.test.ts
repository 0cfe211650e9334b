import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createChannelKeys, type ChannelKeys } from '../../src/server/channel-keys';
import { useFakeTime } from '../support/fake-time';
import { createRecordingLog } from './recording-log';

const DEADLINE_MS = 5_000;

let server: Server;
/** The server never answers requests for keys; `asked` gets the path of each request. */
let answersMetadata: boolean;
let asked: (path: string) => void;
let keys: ChannelKeys;

beforeEach(async () => {
  server = createServer(({ url = '' }, response) => {
    if (answersMetadata && url === '/metadata') {
      response.end(JSON.stringify({ jwks_uri: `${origin()}/keys` }));
    }
    asked(url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  keys = createChannelKeys({ metadataUrl: `${origin()}/metadata`, log: createRecordingLog() });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function origin(): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a key download that never ends', () => {
  useFakeTime();

  it.each([
    ['metadata', false],
    ['keys', true],
  ])('ends after 5 seconds: the %s', async (what, answers) => {
    answersMetadata = answers;
    const isAsked = new Promise<void>((resolve) => {
      asked = (path) => {
        if (path === `/${what}`) resolve();
      };
    });
    let ended: unknown;
    const loading = keys.load().catch((error: unknown) => (ended = error));
    await isAsked;

    jest.advanceTimersByTime(DEADLINE_MS - 1);
    await new Promise(setImmediate);
    const before = ended;
    jest.advanceTimersByTime(1);
    await loading;

    expect(before).toBeUndefined();
    expect(ended).toMatchObject({ kind: 'channelKeys' });
    expect(keys.isLoaded).toBe(false);
  });
});
