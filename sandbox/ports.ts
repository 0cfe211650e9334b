import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Something else listens on the port already. */
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
 * Where systems take no ports for outgoing connections (Linux from 32,768, others from 49,152), nor browsers refuse
 * any: nothing but a listener of the same number comes between choosing a port here and listening on it.
 */
const CHOSEN_FROM = { first: 20_000, end: 32_768 };

/** Throws `PortTakenError`. */
export function assertFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error);
    });
    // Without an address, as the bot listens too: a taken port is then noticed on every interface.
    server.listen(port, () => {
      server.close(() => {
        resolve();
      });
    });
  });
}

/** A port that nothing listens on at this moment. */
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
