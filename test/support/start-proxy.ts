import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/** A proxy on this machine that lets https through. */
export interface Proxy {
  readonly url: string;
  /** `host:port` of each requested tunnel. */
  readonly tunnels: readonly string[];
  close(): void;
}

/** With a status, the proxy refuses every tunnel with it. */
export async function startProxy({ refuseWith }: { readonly refuseWith?: number } = {}): Promise<Proxy> {
  const tunnels: string[] = [];
  const server: Server = createServer().on('connect', ({ url = '' }, client, head) => {
    tunnels.push(url);
    if (refuseWith !== undefined) {
      client.end(`HTTP/1.1 ${refuseWith} Refused\r\n\r\n`);
      return;
    }
    const target = connect(Number(url.split(':')[1]), 'localhost', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      target.pipe(client).pipe(target);
    });
    target.on('error', () => client.destroy());
    client.on('error', () => target.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
