import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readText } from '../../src/lib/read-text';

let server: Server;
let origin: string;
let answer: (response: ServerResponse) => void;
beforeEach(async () => {
  server = createServer((_request, response) => {
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const mostBytes = 1000;

it('reads a body of the allowed size in any chunks', async () => {
  answer = (response) => {
    response.write('ä'.repeat(499));
    setImmediate(() => response.end('xy'));
  };
  const { signal } = new AbortController();

  expect(await readText((await fetch(origin)).body, { mostBytes, signal })).toBe(`${'ä'.repeat(499)}xy`);
  expect(await readText(null, { mostBytes, signal })).toBe('');
});

it('stops reading a larger body and closes its connection', async () => {
  const closed = new Promise((resolve) => {
    answer = (response) => {
      response.on('close', resolve).write('x'.repeat(1001));
    };
  });
  const { signal } = new AbortController();

  expect(await readText((await fetch(origin)).body, { mostBytes, signal })).toBeUndefined();
  await closed;
});

it.each([
  ['stalls', () => undefined],
  ['drips', (response: ServerResponse) => setInterval(() => response.write(' '), 20).unref()],
])(
  'gives up a body that %s and its connection, even though fetch ignores the signal',
  async (_what, goOn) => {
    const closed = new Promise((resolve) => {
      answer = (response) => {
        response.on('close', resolve).write('{');
        goOn(response);
      };
    });
    const controller = new AbortController();
    const { body } = await fetch(origin);
    const reading = readText(body, { mostBytes, signal: controller.signal });

    controller.abort(new Error('too late'));

    await expect(reading).rejects.toThrow('too late');
    await closed;
  },
);

it('gives up at once when the signal is already aborted', async () => {
  answer = (response) => response.write('{');
  const { body } = await fetch(origin);

  const reading = readText(body, { mostBytes, signal: AbortSignal.abort(new Error('too late')) });

  await expect(reading).rejects.toThrow('too late');
});
