import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import { createMessage, startEdge, TENANT_ID, type Edge } from './start-edge';

interface SentActivity {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The connector endpoints of Teams, as far as replies need them. */
interface Connector {
  readonly serviceUrl: string;
  readonly sent: readonly SentActivity[];
  close(): void;
}

async function startConnector(redirectTo?: string): Promise<Connector> {
  const sent: SentActivity[] = [];
  const server: Server = createHttpServer((request, response) => {
    void readAll(request).then((text) => {
      const body = JSON.parse(text) as Record<string, unknown>;
      sent.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
      response.statusCode = redirectTo === undefined ? 201 : 307;
      if (redirectTo !== undefined) response.setHeader('location', redirectTo);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ id: `sent-${sent.length}` }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/emea/`,
    sent,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

let edge: Edge;
let connector: Connector;
let logic: (context: TurnContext) => Promise<unknown>;
let connectorTokens: number;
beforeEach(async () => {
  connectorTokens = 0;
  connector = await startConnector();
  edge = await startEdge({
    logic: async (context) => {
      await logic(context);
    },
    connectorTokens: {
      getToken: () => Promise.resolve({ token: `connector-token-${(connectorTokens += 1)}` }),
    },
  });
});
afterEach(async () => {
  connector.close();
  await edge.close();
});

function post(overrides: Readonly<Record<string, unknown>> = {}): Promise<Response> {
  const { serviceUrl } = connector;
  return edge.post(createMessage({ serviceUrl, ...overrides }), edge.token({ serviceUrl }));
}

describe('a turn', () => {
  it('sends its reply, with the bot’s own token, to the service URL of the request', async () => {
    logic = (context) => context.sendActivity('Hello');

    const response = await post();

    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(connector.sent).toMatchObject([
      {
        path: '/emea/v3/conversations/a%3Aconversation/activities/1700000000001',
        authorization: 'Bearer connector-token-1',
        body: { type: 'message', text: 'Hello' },
      },
    ]);
  });

  it('asks for the token for each reply, so that an expired one is never used', async () => {
    logic = (context) => context.sendActivity('Hello');

    await post();
    await post();

    expect(connector.sent.map(({ authorization }) => authorization)).toEqual([
      'Bearer connector-token-1',
      'Bearer connector-token-2',
    ]);
  });

  it('does not follow the connector to another origin', async () => {
    const elsewhere = await startConnector();
    connector.close();
    connector = await startConnector(`${elsewhere.serviceUrl}v3/conversations/x/activities`);
    logic = (context) => context.sendActivity('Hello');

    await post();

    elsewhere.close();
    expect(connector.sent).toHaveLength(1);
    expect(elsewhere.sent).toHaveLength(0);
  });

  it('never sends the bot’s token to another address', async () => {
    const elsewhere = await startConnector();
    logic = (context) => {
      context.activity.serviceUrl = elsewhere.serviceUrl;
      return context.sendActivity('Hello');
    };

    await post();

    elsewhere.close();
    expect(connector.sent).toHaveLength(1);
    expect(elsewhere.sent).toHaveLength(0);
  });

  it('gets dates as the SDK parses them, without unreadable ones', async () => {
    const seen: object[] = [];
    logic = ({ activity }) => Promise.resolve(seen.push({ ...activity }));

    const response = await post({ localTimestamp: 'yesterday' });

    expect(response.status).toBe(200);
    expect(seen).toEqual([
      expect.objectContaining({
        timestamp: new Date('2026-11-02T09:00:00.123Z'),
        rawTimestamp: '2026-11-02T09:00:00.123Z',
        localTimestamp: undefined,
        rawLocalTimestamp: 'yesterday',
      }),
    ]);
  });
});

describe('a turn in a shared channel', () => {
  it('knows only the reply address of a sender from another tenant', async () => {
    const seen: unknown[] = [];
    logic = ({ activity }) => Promise.resolve(seen.push(activity.from));
    const conversation = { id: '19:shared', conversationType: 'channel', tenantId: TENANT_ID };
    const channelData = { tenant: { id: '00000000-0000-4000-8000-0000000000bb' } };

    const response = await post({ conversation, channelData });
    await post({ conversation });

    expect(response.status).toBe(200);
    expect(seen).toEqual([
      { id: '29:learner' },
      { id: '29:learner', aadObjectId: expect.any(String) as string },
    ]);
  });
});

describe('an invoke', () => {
  const invoke = { type: 'invoke', name: 'composeExtension/query', value: {} };

  it('returns the status and body that the bot chose', async () => {
    logic = (context) =>
      context.sendActivity({ type: 'invokeResponse', value: { status: 412, body: { failureDetail: 'No' } } });

    const response = await post(invoke);

    expect(response.status).toBe(412);
    expect(await response.json()).toEqual({ failureDetail: 'No' });
    expect(connector.sent).toHaveLength(0);
  });

  it('returns 500 without the error’s text when the bot fails before answering', async () => {
    logic = () => Promise.reject(new TypeError('the secret is hunter2'));

    const response = await post(invoke);

    expect(response.status).toBe(500);
    expect(await response.text()).toBe('');
    expect(edge.log.lines).toMatchObject([{ level: 'error', fields: { error: 'TypeError' } }]);
    expect(JSON.stringify(edge.log.lines)).not.toContain('hunter2');
  });

  it('keeps the answer when the bot fails after it', async () => {
    logic = async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { ok: true } } });
      expect(context.turnState.get(INVOKE_RESPONSE_KEY)).toBeDefined();
      throw new Error('too late');
    };

    const response = await post(invoke);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true });
  });
});

describe('a message', () => {
  it('returns 200 when the bot fails, so that the channel does not send it again', async () => {
    logic = () => Promise.reject(new Error('the secret is hunter2'));

    const response = await post();

    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });
});

describe('a refused request', () => {
  it('is logged once a minute per reason', async () => {
    for (let index = 0; index < 5; index += 1) await edge.post(createMessage(), 'garbage');
    await edge.post(createMessage({ channelId: 'webchat' }));

    expect(edge.log.lines).toEqual([
      {
        level: 'warn',
        fields: { module: 'server', reason: 'noToken', count: 1 },
        message: 'Requests were refused',
      },
      {
        level: 'warn',
        fields: { module: 'server', reason: 'channel', count: 1 },
        message: 'Requests were refused',
      },
    ]);
  });
});
