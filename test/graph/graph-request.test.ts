import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { GraphError } from '../../src/graph/errors';
import type { GraphClient, GraphRequest } from '../../src/graph/client/graph-request';
import { access, clientFor, createKeptLog, id } from './graph-access';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

let server: Server;
let calls: number;

async function listen(answer: RequestListener): Promise<string> {
  calls = 0;
  server = createServer((request, response) => {
    calls++;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0`;
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function faultOf(client: GraphClient, changes: Partial<GraphRequest> = {}): Promise<GraphError> {
  const request = { access: access(), family: 'activities', path: '/me', ...changes } as const;
  const error: unknown = await client.send(request).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GraphError)) throw new Error('no fault', { cause: error });
  return error;
}

const throttle: RequestListener = (_, response) => {
  response.writeHead(429, { 'Retry-After': '60' });
  response.end();
};

const silence: RequestListener = () => undefined;

const stall: RequestListener = (_, response) => {
  response.write('{"value":[');
};

const stallInError: RequestListener = (_, response) => {
  response.writeHead(500);
  response.write('{"error":');
};

const drip: RequestListener = (_, response) => {
  response.write('{"value":[');
  const dripping = setInterval(() => response.write(' '), 20);
  response.on('close', () => {
    clearInterval(dripping);
  });
};

describe('send', () => {
  it('stops at the deadline of the turn', async () => {
    const client = clientFor(await listen(() => undefined));

    const fault = await faultOf(client, { access: access({ signal: AbortSignal.timeout(50) }) });

    expect(fault.kind).toBe('graphTimeout');
  });

  it('ends an attempt at its own timeout', async () => {
    const fetchOnce = jest.fn(fetch);
    const client = clientFor(await listen(() => undefined), { tryTimeoutMs: 50, fetch: fetchOnce });

    expect((await faultOf(client)).kind).toBe('graphTimeout');
    expect(fetchOnce).toHaveBeenCalledTimes(1);
  });

  describe.each([
    ['before the headers', silence],
    ['in a body that stalls', stall],
    ['in a body that drips', drip],
    ['in the body of an error', stallInError],
  ])('%s', (_, answer) => {
    it.each([
      ['when its own time is over', { tryTimeoutMs: 300 }, 60_000],
      ['at the deadline of the turn', { tryTimeoutMs: 60_000 }, 300],
    ])(
      'gives up %s even after garbage collection, and closes the connection',
      async (__, options, turnMs) => {
        const client = clientFor(await listen(answer), options);
        const hungUp = new Promise((resolve) => {
          server.on('connection', (socket) => socket.on('close', resolve));
        });
        const collecting = setInterval(collectGarbage, 50);

        const fault = await faultOf(client, { access: access({ signal: AbortSignal.timeout(turnMs) }) });

        clearInterval(collecting);
        expect(fault.kind).toBe('graphTimeout');
        await hungUp;
      },
    );
  });

  it('stops at the deadline in the middle of a body', async () => {
    const client = clientFor(
      await listen((_, response) => {
        response.write('{"value":[');
      }),
    );

    const fault = await faultOf(client, { access: access({ signal: AbortSignal.timeout(50) }) });

    expect(fault.kind).toBe('graphTimeout');
  });

  it('retries once after a broken connection', async () => {
    const client = clientFor(
      await listen((request, response) => {
        if (calls === 1) request.socket.destroy();
        else response.end('{}');
      }),
    );

    expect(await client.send({ access: access(), family: 'activities', path: '/me' })).toEqual({});
  });

  it('reports that Graph cannot be reached', async () => {
    const client = clientFor(await listen((request) => request.socket.destroy()));

    expect((await faultOf(client)).kind).toBe('graphNetwork');
    expect(calls).toBe(2);
  });

  it('does not send the token to another address', async () => {
    const client = clientFor(
      await listen((_, response) => {
        response.writeHead(302, { Location: 'http://127.0.0.1:1/' });
        response.end();
      }),
    );

    expect((await faultOf(client)).kind).toBe('graphNetwork');
  });

  it('refuses an endless body', async () => {
    const client = clientFor(
      await listen((_, response) => {
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
        };
        response.on('drain', more);
        more();
      }),
    );

    expect((await faultOf(client)).kind).toBe('graphContract');
  });

  it('sends a POST once', async () => {
    const client = clientFor(
      await listen((_, response) => {
        response.writeHead(500);
        response.end();
      }),
    );

    expect((await faultOf(client, { body: {} })).kind).toBe('graphServerError');
    expect(calls).toBe(1);
  });

  it('reports the wait instead of sleeping past the deadline', async () => {
    const client = clientFor(
      await listen((_, response) => {
        response.writeHead(429, { 'Retry-After': '1.5' });
        response.end();
      }),
    );

    const fault = await faultOf(client, { access: access({ signal: AbortSignal.timeout(100) }) });

    // A request that still sleeps ends with the deadline, and with another fault.
    expect(fault).toMatchObject({ kind: 'graphThrottled', waitMs: 1_500 });
    expect(calls).toBe(1);
  });

  it('logs neither token nor address', async () => {
    const log = createKeptLog();
    const client = clientFor(
      await listen((_, response) => {
        response.writeHead(500);
        response.end();
      }),
      { log },
    );

    await faultOf(client, { path: `/users/${id(2)}` });

    expect(log.lines).not.toHaveLength(0);
    expect(JSON.stringify(log.lines)).not.toMatch(/a-graph-token|users|000000/);
  });
});

describe('after Graph asked it to wait', () => {
  it('fails at once with the remaining wait, without a request', async () => {
    let now = 1_000_000;
    const client = clientFor(await listen(throttle), { now: () => now });
    await faultOf(client);
    now += 20_000;

    const fault = await faultOf(client);

    expect(fault).toMatchObject({ kind: 'graphThrottled', waitMs: 40_000 });
    expect(calls).toBe(1);
  });

  it('calls again when the wait is over', async () => {
    let now = 1_000_000;
    const client = clientFor(await listen(throttle), { now: () => now });
    await faultOf(client);
    now += 60_001;

    await faultOf(client);

    expect(calls).toBe(2);
  });

  it('calls for other users of the tenant until several have to wait', async () => {
    const client = clientFor(await listen(throttle));
    const callAs = (userId: string): Promise<GraphError> => faultOf(client, { access: access({ userId }) });

    await callAs('ann');
    await callAs('ANN');
    await callAs('ben');
    expect(calls).toBe(2);
    await callAs('cat');
    expect(calls).toBe(3);

    expect(await callAs('dan')).toMatchObject({ kind: 'graphThrottled' });
    expect(calls).toBe(3);
  });

  it('calls for the tenant again when only two have to wait', async () => {
    let now = 1_000_000;
    const client = clientFor(await listen(throttle), { now: () => now });
    await faultOf(client, { access: access({ userId: 'ann' }) });
    now += 30_000;
    await faultOf(client, { access: access({ userId: 'ben' }) });
    await faultOf(client, { access: access({ userId: 'cat' }) });

    const held = await faultOf(client, { access: access({ userId: 'dan' }) });
    now += 30_001;
    await faultOf(client, { access: access({ userId: 'dan' }) });

    expect(held).toMatchObject({ waitMs: 30_000 });
    expect(calls).toBe(4);
  });

  it('calls for other tenants and other endpoint families', async () => {
    const client = clientFor(await listen(throttle));
    await faultOf(client);

    await faultOf(client, { access: access({ tenantId: id(81) }) });
    await faultOf(client, { family: 'directory' });

    expect(calls).toBe(3);
  });

  it('waits for minutes named by a 503, too', async () => {
    const client = clientFor(
      await listen((_, response) => {
        response.writeHead(503);
        response.end('{"error":{"message":"Retry after 2 minutes"}}');
      }),
    );

    expect((await faultOf(client)).kind).toBe('graphUnavailable');
    expect((await faultOf(client)).kind).toBe('graphThrottled');
    expect(calls).toBe(1);
  });
});
