import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** The port is in use. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  readonly kind = 'portTaken';
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is in use.`);
    this.port = port;
  }
}

/**
 * Range from which systems take no ports for outgoing connections (Linux from 32,768, others from 49,152) and in which
 * browsers refuse none: only another listener can take a port between choosing it and listening on it.
 */
const CHOSEN_FROM = { first: 20_000, end: 32_768 };

/** Throws `PortTakenError`. */
export function assertFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error);
    });
    // Without an address, like the bot: this notices a port in use on any interface.
    server.listen(port, () => {
      server.close(() => {
        resolve();
      });
    });
  });
}

/** Returns a port on which nothing listens now. */
export async function findFreePort(): Promise<number> {
  const port = randomInt(CHOSEN_FROM.first, CHOSEN_FROM.end);
  try {
    await assertFreePort(port);
    return port;
  } catch (error) {
    if (error instanceof PortTakenError) return findFreePort();
    throw error;
  }
}
