import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../logging/logger';

/** Time for a whole request to arrive with its headers; Node's default is five minutes. */
const REQUEST_WITHIN_MS = 30_000;
/** How often Node checks for late requests; its default of 30 seconds would add to the limit. */
const CHECK_EVERY_MS = 1_000;
/** Longer than load balancers keep an idle connection, so that they close it and not the bot while they write. */
const KEEP_ALIVE_MS = 75_000;
/** Longer than any turn; a caller who does not read the answer for so long is disconnected. */
const SILENT_MS = 60_000;

/**
 * Creates Node's HTTP server. Add no listener for `upgrade`, `connect`, `checkContinue`, `checkExpectation` or
 * `clientError`: without one, Node answers or closes the connection; with one, the listener would have to.
 */
export function createConnections(onRequest: RequestListener): Server {
  const server = createServer(
    {
      requestTimeout: REQUEST_WITHIN_MS,
      headersTimeout: REQUEST_WITHIN_MS,
      connectionsCheckingInterval: CHECK_EVERY_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    onRequest,
  );
  server.timeout = SILENT_MS;
  return server;
}

/** Resolves with the port (any free one for 0); rejects when it is taken. */
export async function listen(server: Server, port: number, log: Logger): Promise<number> {
  await once(server.listen(port), 'listening');
  // A connection that cannot be accepted, such as one too many. Without a listener the error would end the process.
  server.on('error', ({ name }) => {
    log.warn({ module: 'server', error: name }, 'A connection was not accepted');
  });
  return (server.address() as AddressInfo).port;
}

/** Resolves when the last connection is closed; idle ones are at once. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
