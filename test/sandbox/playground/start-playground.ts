import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { listen, stop } from '../../../sandbox/teams/listen';

/** A fake of the Playground's connector: records the calls to it and answers as the Playground does. */
export interface StandIn {
  /** The service URL in the Playground's activities. */
  readonly serviceUrl: string;
  readonly calls: readonly Call[];
  /** The first call from now on that passes `test`. */
  next(test?: (call: Call) => boolean): Promise<Call>;
  close(): Promise<void>;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

export async function startPlayground(): Promise<StandIn> {
  const calls: Call[] = [];
  const listeners = new Set<(call: Call) => void>();
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const { method = '', url: path = '', headers } = request;
      const call = { method, path, authorization: headers.authorization, body };
      calls.push(call);
      response.writeHead(method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
      response.end('{"id":"1795618164998"}');
      for (const listener of listeners) listener(call);
    })();
  });
  const origin = await listen(server, 0);
  return {
    serviceUrl: `${origin.replace('127.0.0.1', 'localhost')}/_connector`,
    calls,
    next: (test = () => true) =>
      new Promise((resolve) => {
        const listener = (call: Call): void => {
          if (!test(call)) return;
          listeners.delete(listener);
          resolve(call);
        };
        listeners.add(listener);
      }),
    close: () => stop(server),
  };
}

/** Version 0.2.28 sends everything below, except for ids and the service URL. */
const ENVELOPE = {
  from: {
    id: 'user-id-0',
    name: 'Alex Wilber',
    // Not a GUID: it has one digit too many.
    aadObjectId: '00000000-0000-0000-0000-0000000000020',
  },
  timestamp: '2026-11-25T14:37:19.410Z',
  localTimestamp: '2026-11-25T14:37:19.410+00:00',
  localTimezone: 'UTC',
  recipient: { id: '00000000-0000-0000-0000-00000000000011', name: 'Test Bot' },
  locale: 'en-US',
  entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web', timezone: 'UTC' }],
  channelId: 'msteams',
};
const TENANT = '00000000-0000-0000-0000-0000000000001';
const PERSONAL = {
  conversationType: 'personal',
  tenantId: TENANT,
  id: '5a6b430e-0b3f-4ef7-bc37-86d4924318b6',
};

export function message(text: string, serviceUrl: string): object {
  return {
    ...ENVELOPE,
    id: randomUUID(),
    type: 'message',
    text,
    textFormat: 'plain',
    serviceUrl,
    conversation: PERSONAL,
    channelData: { tenant: { id: TENANT } },
  };
}

export function query(text: string, serviceUrl: string): object {
  return {
    ...ENVELOPE,
    id: randomUUID(),
    type: 'invoke',
    name: 'composeExtension/query',
    value: {
      commandId: 'myCourses',
      parameters: [{ name: 'query', value: text }],
      queryOptions: { skip: 0, count: 25 },
      commandContext: 'compose',
      context: { theme: 'default' },
    },
    serviceUrl,
    conversation: PERSONAL,
    channelData: { source: { name: 'compose' }, tenant: { id: TENANT } },
  };
}

/** A button of a card in the channel "General". */
export function press(action: object, serviceUrl: string): object {
  return {
    ...ENVELOPE,
    id: randomUUID(),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action },
    serviceUrl,
    conversation: {
      id: 'team-id;messageid=1795618164998',
      isGroup: true,
      conversationType: 'channel',
      tenantId: TENANT,
    },
    channelData: {
      source: { name: 'message' },
      tenant: { id: TENANT },
      team: { id: 'team-id' },
      channel: { id: 'team-id' },
    },
    replyToId: '1795618164998',
  };
}
