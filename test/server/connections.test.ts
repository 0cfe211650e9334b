import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { close, createConnections, listen } from '../../src/server/connections';
import { createRecordingLog } from './recording-log';

const BLOCK = Buffer.alloc(1024 * 1024, 'x');

let server: Server;
let port: number;
beforeEach(async () => {
  server = createConnections((_request, response) => {
    response.end(BLOCK);
  });
  port = await listen(server, 0, createRecordingLog());
});
afterEach(async () => {
  server.closeAllConnections();
  await close(server);
});

/** Sends these bytes, and then one more every 50 ms until the connection closes. */
function drip(bytes: string): Socket {
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
  const timer = setInterval(() => socket.write('a'), 50);
  socket.on('close', () => {
    clearInterval(timer);
  });
  socket.on('error', () => undefined);
  return socket.resume();
}

it('allows 30 seconds for a request to arrive and a minute for the answer to be read', () => {
  expect(server).toMatchObject({ requestTimeout: 30_000, headersTimeout: 30_000, timeout: 60_000 });
});

it.each([
  ['whose headers do not end', 'POST / HTTP/1.1\r\nhost: a\r\nx: '],
  ['whose body does not end', 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 90000\r\n\r\n'],
  ['whose chunks do not end', 'POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n5000\r\n'],
  [
    'that asks for an upgrade and does not end',
    'GET / HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: x\r\ncontent-length: 90000\r\n\r\n',
  ],
])('ends a request %s soon after its timeout', async (_what, bytes) => {
  // Node's default interval of 30 seconds is longer than this test.
  server.requestTimeout = 200;
  server.headersTimeout = 200;

  await once(drip(bytes), 'close');

  expect(server.listening).toBe(true);
});

it('closes the connection of a client that reads nothing', async () => {
  server.timeout = 200;
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const caller = connect(port, '127.0.0.1', () =>
    caller.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(50)),
  );
  caller.on('error', () => undefined).pause();
  const [socket] = await accepted;

  await once(socket, 'close');

  caller.destroy();
  expect(socket.destroyed).toBe(true);
});
