import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../logging/logger';

/** For the whole request to arrive, its headers included; Node would wait five minutes, and a minute for the headers. */
const REQUEST_WITHIN_MS = 30_000;
/** How often Node looks for requests that are late; its own 30 seconds would come on top of the limit. */
const CHECK_EVERY_MS = 1_000;
/** Longer than load balancers keep an idle connection, so that they close it and never we, just as they write. */
const KEEP_ALIVE_MS = 75_000;
/** Longer than any turn takes: a caller who does not read its answer for so long is cut off. */
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

/** Resolves with the port, which is any free one for 0; rejects when it is taken. */
export function listen(server: Server, port: number, log: Logger): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      // A connection that cannot be accepted, such as one too many; unheard, it would end the process.
      server.on('error', ({ name }) => {
        log.warn({ room: 'server', error: name }, 'A connection was not accepted');
      });
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Resolves when the last connection is closed; idle ones are at once. */
export function close(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
