import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServer } from '../../src/server/create-server';
import type { Page } from '../../src/server/page';
import { createMessage, startEdge, type Edge } from './start-edge';

const MOST_BODY_BYTES = 256 * 1024;

const greeting: Page = {
  path: '/greeting',
  render: ({ query }) => ({
    status: 200,
    body: `Hello ${query.get('name') ?? ''}`,
    headers: { 'content-type': 'text/plain' },
  }),
};
const broken: Page = { path: '/broken', render: () => Promise.reject(new Error('the secret is hunter2')) };

let edge: Edge;
let missing: readonly string[];
let turn: () => Promise<void>;
beforeEach(async () => {
  missing = [];
  turn = () => Promise.resolve();
  edge = await startEdge({ pages: [greeting, broken], readiness: () => missing, logic: () => turn() });
});
afterEach(() => edge.close());

function postBody(
  body: string | ReadableStream,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${edge.origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${edge.token()}`, ...headers },
    body,
    duplex: 'half',
  } as RequestInit);
}

/** Sends exactly these bytes, which need not be valid HTTP; resolves with the whole answer. */
function say(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(edge.port, '127.0.0.1', () => socket.end(bytes));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => {
      resolve(answer);
    });
    socket.on('error', reject);
  });
}

describe('POST /api/messages', () => {
  it.each([
    ['is no JSON', 'my courses'],
    ['is no object', '"my courses"'],
    ['has no type', JSON.stringify(createMessage({ type: undefined }))],
    ['has a channel that is no text', JSON.stringify(createMessage({ channelId: { toString: 'x' } }))],
    ['has a service URL that is no text', JSON.stringify(createMessage({ serviceUrl: 5 }))],
    ['has no channel', JSON.stringify(createMessage({ channelId: undefined }))],
    ['is empty', ''],
    ['is nested too deeply to be an activity', '['.repeat(100_000)],
  ])('answers 400 before it authenticates when the body %s', async (_what, body) => {
    const response = await postBody(body);

    expect(response.status).toBe(400);
    expect(await response.text()).toBe('');
    expect(edge.verdicts).toEqual([]);
  });

  it.each([
    ['another type than JSON', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a type that only begins like JSON', { 'content-type': 'application/jsonp' }],
    ['a compressed body', { 'content-encoding': 'gzip' }],
  ])('answers 415 to %s', async (_what, headers) => {
    const response = await postBody(JSON.stringify(createMessage()), headers);

    expect(response.status).toBe(415);
  });

  it('accepts a body of 256 KiB and JSON with a charset', async () => {
    const message = createMessage({ text: '' });
    const padding = 'x'.repeat(MOST_BODY_BYTES - JSON.stringify(message).length);
    const body = JSON.stringify({ ...message, text: padding });

    const response = await postBody(body, { 'content-type': 'application/json; charset=utf-8' });

    expect(body).toHaveLength(MOST_BODY_BYTES);
    expect(response.status).toBe(200);
  });

  it('answers 413 to one announced byte more', async () => {
    const response = await postBody('x'.repeat(MOST_BODY_BYTES + 1));

    expect(response.status).toBe(413);
    expect(response.headers.get('connection')).toBe('close');
  });

  it('answers 413 to an endless chunked body and stops reading', async () => {
    let chunks = 0;
    const endless = new ReadableStream({
      pull(controller) {
        chunks += 1;
        controller.enqueue(Buffer.alloc(16 * 1024, 'x'));
      },
    });

    const answer = await postBody(endless).then(
      ({ status }) => status,
      () => 'cut off',
    );

    expect([413, 'cut off']).toContain(answer);
    expect(chunks).toBeLessThan(2_000);
    expect(edge.verdicts).toEqual([]);
  });

  it('survives a client that hangs up midway', async () => {
    const head =
      'POST /api/messages HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{';

    await new Promise<void>((resolve) => {
      const socket = connect(edge.port, '127.0.0.1', () => {
        socket.write(head, () => socket.destroy());
      });
      socket.on('close', () => {
        resolve();
      });
    });

    expect((await edge.post(createMessage())).status).toBe(200);
  });
});

describe('any request', () => {
  it.each([
    ['a host that is no host', 'GET /healthz HTTP/1.1\r\nhost: [\r\nconnection: close\r\n\r\n', '200'],
    ['a port that is no port', 'GET /healthz HTTP/1.1\r\nhost: a:99999\r\nconnection: close\r\n\r\n', '200'],
    ['a host with a path', 'GET /healthz HTTP/1.1\r\nhost: a/greeting?\r\nconnection: close\r\n\r\n', '200'],
    ['an absolute target', 'GET http://[::1 HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n', '400'],
    ['an asterisk', 'OPTIONS * HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n', '400'],
    ['a second slash', 'GET //x@] HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n', '404'],
    ['escapes that are none', 'GET /%E0%A4%A HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n', '404'],
    [
      'a query that cannot be decoded',
      'GET /greeting?name=%E0%A4%A HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
      '200',
    ],
  ])('with %s is answered and does not end the process', async (_what, bytes, status) => {
    const answer = await say(bytes);

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect((await fetch(`${edge.origin}/healthz`)).status).toBe(200);
  });

  it.each([
    ['GET', '/nothing<script>', 404],
    ['GET', '/api/messages', 405],
    ['POST', '/healthz', 405],
    ['DELETE', '/greeting', 405],
  ])('%s %s is answered as JSON', async (method, path, status) => {
    const response = await fetch(`${edge.origin}${path}`, { method });

    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ status });
    expect(edge.log.lines).toEqual([]);
  });

  it('carries the headers that protect browsers', async () => {
    const { headers } = await fetch(`${edge.origin}/healthz`);

    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('server')).toBeNull();
  });

  it('is not answered with an error’s text', async () => {
    const response = await fetch(`${edge.origin}/broken`, { headers: { accept: 'application/javascript' } });

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ status: 500 });
    expect(edge.log.lines).toMatchObject([{ level: 'error', fields: { error: 'Error' } }]);
    expect(JSON.stringify(edge.log.lines)).not.toContain('hunter2');
  });
});

describe('a connection', () => {
  it.each(['x', 'websocket', 'h2c'])(
    'that asks for the protocol %s is answered over HTTP/1.1',
    async (protocol) => {
      const answer = await say(
        `GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: ${protocol}\r\n\r\n`,
      );

      expect(answer).toMatch(/^HTTP\/1.1 200 /);
    },
  );

  it('that asks for a tunnel is closed', async () => {
    expect(await say('CONNECT a:1 HTTP/1.1\r\nhost: a:1\r\n\r\n')).toBe('');
  });

  it.each([
    [
      'after it asked for another protocol',
      'GET / HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: x\r\n',
    ],
    ['after it announced a body', 'POST /api/messages HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\n'],
  ])('that is reset %s does not end the process', async (_what, bytes) => {
    const socket = connect(edge.port, '127.0.0.1', () => socket.write(`${bytes}\r\n`));
    // The bot has read it by then, since it has answered on a connection that was opened later.
    await once(socket, 'connect');
    await fetch(`${edge.origin}/healthz`);
    socket.resetAndDestroy();
    await once(socket, 'close');

    expect((await fetch(`${edge.origin}/healthz`)).status).toBe(200);
  });
});

describe('a page', () => {
  it('is rendered from the query', async () => {
    const response = await fetch(`${edge.origin}/greeting?name=Ada%20L&name=other`);

    expect(await response.text()).toBe('Hello Ada L');
    expect(response.headers.get('content-type')).toBe('text/plain');
  });
});

describe('the probes', () => {
  it('report liveness and readiness', async () => {
    missing = ['The channel keys are not loaded.'];

    const healthy = await fetch(`${edge.origin}/healthz`);
    const notReady = await fetch(`${edge.origin}/readyz`);
    missing = [];
    const ready = await fetch(`${edge.origin}/readyz`);

    expect(healthy.status).toBe(200);
    expect(notReady.status).toBe(503);
    expect(await notReady.json()).toEqual({
      status: 'notReady',
      reasons: ['The channel keys are not loaded.'],
    });
    expect(ready.status).toBe(200);
  });
});

describe('listen', () => {
  it('rejects when the port is taken', async () => {
    const { log, port } = edge;
    const receive = () => Promise.resolve({ status: 401 });
    const second = createServer({ port, receive, readiness: () => [], details: () => ({}), pages: [], log });

    await expect(second.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('stop', () => {
  it('finishes open turns, accepts nothing new, and then closes the connections', async () => {
    let finish: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      turn = () => {
        resolve();
        return new Promise((done) => (finish = done));
      };
    });
    const answer = edge.post(createMessage());
    await begun;

    const stopped = edge.server.stop();
    await expect(fetch(`${edge.origin}/healthz`)).rejects.toThrow();
    finish();
    const response = await answer;
    await stopped;

    expect(response.status).toBe(200);
    expect(response.headers.get('connection')).toBe('close');
  });

  it('waits for a turn whose client has hung up', async () => {
    let isFinished = false;
    const begun = new Promise<void>((resolve) => {
      turn = async () => {
        resolve();
        await new Promise((done) => setTimeout(done, 300));
        isFinished = true;
      };
    });
    const caller = new AbortController();
    const answer = fetch(`${edge.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${edge.token()}` },
      body: JSON.stringify(createMessage()),
      signal: caller.signal,
    });
    await begun;

    caller.abort();
    await expect(answer).rejects.toThrow();
    await edge.server.stop();

    expect(isFinished).toBe(true);
  });

  it('is immediate when nothing is open, even with idle connections', async () => {
    await fetch(`${edge.origin}/healthz`);
    const isOver = new AbortController();

    const first = await Promise.race([
      edge.server.stop().then(() => 'stopped'),
      sleep(9_000, 'almost at the end of its time', { signal: isOver.signal }),
    ]);
    isOver.abort();

    expect(first).toBe('stopped');
  });
});
