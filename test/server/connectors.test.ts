import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextRound } from 'node:timers/promises';
import { createConnectors } from '../../src/server/connectors';
import { useFakeTime } from '../support/fake-time';
import { createRecordingLog, type RecordingLog } from './recording-log';

let log: RecordingLog;
let server: Server;
/** One for each call; the last one answers all further calls, too. */
let answers: RequestListener[];
let calls: number;
beforeEach(async () => {
  log = createRecordingLog();
  calls = 0;
  server = createServer((request, response) => {
    const listener = answers[Math.min(calls++, answers.length - 1)];
    listener?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

/** Not chained: restify, which shares the process, makes `writeHead` return nothing. */
function answer(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body = '{"id":"sent"}',
): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body);
  };
}

const atOnce = { 'retry-after': '0' };
const reset: RequestListener = (request) => request.socket.resetAndDestroy();
const silence: RequestListener = () => undefined;

async function send(): Promise<unknown> {
  const { port } = server.address() as AddressInfo;
  const tokens = { getToken: () => Promise.resolve({ token: 'secret' }) };
  const client = createConnectors(tokens, log)(`http://127.0.0.1:${port}/emea/`);
  const message = { type: 'message', text: 'Hello' };
  return await client.conversations.sendToConversation('a:chat', message);
}

describe('createConnectors', () => {
  it('keeps one client for each service URL', () => {
    const connectTo = createConnectors({ getToken: () => Promise.resolve({ token: 'secret' }) }, log);

    const europe = connectTo('https://smba.example.com/emea/');

    expect(connectTo('https://smba.example.com/emea/')).toBe(europe);
    expect(connectTo('https://smba.example.com/amer/')).not.toBe(europe);
  });

  it('does not even ask for the token when a call would leave the service', async () => {
    const getToken = jest.fn(() => Promise.resolve({ token: 'secret' }));
    const client = createConnectors({ getToken }, log)('https://smba.example.com/emea/');
    const call = { url: 'https://elsewhere.example.com/' } as Parameters<
      typeof client.credentials.signRequest
    >[0];

    await expect(client.credentials.signRequest(call)).rejects.toThrow();
    expect(getToken).not.toHaveBeenCalled();
  });
});

describe('a message to the connector', () => {
  it.each([412, 429, 503])('is retried until Teams accepts it after %i', async (status) => {
    answers = [...Array.from({ length: 4 }, () => answer(status, atOnce)), answer(201)];

    await expect(send()).resolves.toMatchObject({ id: 'sent' });
    expect(calls).toBe(5);
    expect(log.lines).toEqual([]);
  });

  it('waits as long as Retry-After says', async () => {
    const waits: number[] = [];
    let last = performance.now();
    const note: RequestListener = () => {
      waits.push(performance.now() - last);
      last = performance.now();
    };
    answers = [answer(429, { 'retry-after': '1' }), answer(201)].map((one) => (request, response) => {
      note(request, response);
      one(request, response);
    });

    await send();

    expect(waits[1]).toBeGreaterThanOrEqual(990);
  });

  it.each([
    ['500', answer(500)],
    ['502', answer(502)],
    ['504', answer(504)],
    ['a reset', reset],
  ])('is retried only once when it may have arrived: %s', async (_, failure) => {
    answers = [failure];

    await expect(send()).rejects.toThrow();
    expect(calls).toBe(2);
    expect(log.lines).toMatchObject([{ level: 'warn', message: 'the connector rejected a call' }]);
  });

  it.each([
    ['500', answer(500)],
    ['a reset', reset],
  ])('arrives at the second attempt after %s', async (_, failure) => {
    answers = [failure, answer(201)];

    await expect(send()).resolves.toMatchObject({ id: 'sent' });
    expect(calls).toBe(2);
  });

  it.each([
    ['400', answer(400)],
    ['401', answer(401)],
    ['413', answer(413)],
    ['429 for longer than a turn', answer(429, { 'retry-after': '30' })],
    ['201 with an answer that is no JSON', answer(201, {}, '{"id":')],
  ])('is not retried after %s', async (_, refusal) => {
    answers = [refusal];

    await expect(send()).rejects.toThrow();
    expect(calls).toBe(1);
  });

  it('is logged without quoting the answer when it fails; a blocked chat is no warning', async () => {
    const error = { code: 'MessageWritesBlocked', message: 'Ann has blocked the bot' };
    answers = [answer(403, {}, JSON.stringify({ error }))];

    await expect(send()).rejects.toThrow();

    expect(log.lines).toEqual([
      {
        level: 'info',
        message: 'the connector rejected a call',
        fields: { module: 'server', error: 'RestError', status: 403, code: 'MessageWritesBlocked' },
      },
    ]);
  });
});

describe('a message that Teams does not take in time', () => {
  useFakeTime();

  /** Waits until that many calls have arrived. */
  async function untilCalls(count: number): Promise<void> {
    while (calls < count) await nextRound();
  }

  /** Waits until no more data arrives from the network. */
  async function settle(): Promise<void> {
    for (let round = 0; round < 50; round++) await nextRound();
  }

  const stall: RequestListener = (_request, response) => {
    response.writeHead(201, { 'content-type': 'application/json', 'content-length': '13' });
    response.write('{"id"');
  };

  it.each([
    ['does not answer', silence],
    ['stops in the middle of an answer', stall],
  ])('is given up after 5 seconds when Teams %s', async (_, listener) => {
    answers = [listener];
    let isOver = false;
    const sent = send().finally(() => (isOver = true));
    const givenUp = expect(sent).rejects.toThrow(/in time|abort/i);
    await untilCalls(1);

    await jest.advanceTimersByTimeAsync(4_990);
    await settle();
    expect(isOver).toBe(false);

    await jest.advanceTimersByTimeAsync(10);
    await givenUp;
    expect(calls).toBe(1);
  });
});
