import { createServer, type RequestListener, type Server } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { BOT_ID } from '../app-package/project';

/** The environment that the checks of one part need. */
export const ENVIRONMENT = {
  BOT_ID,
  BOT_TYPE: 'UserAssignedMSI',
  BOT_TENANT_ID: '00000000-0000-4000-8000-0000000000ff',
  BOT_DOMAIN: 'coursemate.example.com',
  MANAGED_IDENTITY_CLIENT_ID: BOT_ID,
};

/** Starts fake sites for the bot and other services; they are closed after the tests of the file. */
export interface Sites {
  /** Its port. */
  readonly listen: (server: Server | HttpsServer) => Promise<number>;
  /** Its origin. */
  readonly serve: (answer: RequestListener) => Promise<string>;
}

export function useSites(): Sites {
  const servers: (Server | HttpsServer)[] = [];

  afterAll(() => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });

  async function listen(server: Server | HttpsServer): Promise<number> {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  return { listen, serve: async (answer) => `http://127.0.0.1:${await listen(createServer(answer))}` };
}
