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

/** Throws `PortTakenError`. */
export async function assertFreePort(port: number): Promise<void> {
  await probe(port);
}

/** A port that nothing listens on at this moment. */
export function findFreePort(): Promise<number> {
  return probe(0);
}

function probe(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', () => {
      reject(new PortTakenError(port));
    });
    // Without an address, as the bot listens too: a taken port is then noticed on every interface.
    server.listen(port, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  });
}
