import type { TurnContext } from 'botbuilder';
import {
  createChannelAuthority,
  type ChannelAuthority,
  type PublishedKey,
} from '../../sandbox/teams/channel-authority';
import { createSigningKey } from '../../sandbox/signing-key';
import { createChannelKeys } from '../../src/server/channel-keys';
import { ChannelAdapter } from '../../src/server/channel-adapter';
import { createServer, type BotServer } from '../../src/server/create-server';
import type { ConnectorTokens } from '../../src/server/connectors';
import { createInboundGuard, type InboundGuard } from '../../src/server/inbound-guard';
import type { Page } from '../../src/server/page';
import { createRecordingLog, type RecordingLog } from './recording-log';

export const BOT_ID = '00000000-0000-4000-8000-0000000000b1';
export const TENANT_ID = '00000000-0000-4000-8000-0000000000aa';
export const SERVICE_URL = 'https://smba.example.com/emea/';

/** Shared by all edges of a test file: creating a key takes longer than most tests. */
const signingKey = createSigningKey();

/** The whole edge as in production, with a channel authority to sign for it. */
export interface Edge {
  readonly origin: string;
  readonly port: number;
  readonly authority: ChannelAuthority;
  readonly log: RecordingLog;
  readonly server: BotServer;
  /** What the guard decided about each request: `accepted`, or the reason of the refusal. */
  readonly verdicts: readonly string[];
  token(request?: Partial<Parameters<ChannelAuthority['issueToken']>[0]>): string;
  post(activity: unknown, token?: string): Promise<Response>;
  close(): Promise<void>;
}

interface EdgeOptions {
  readonly logic?: (context: TurnContext) => Promise<void>;
  readonly connectorTokens?: ConnectorTokens;
  readonly pages?: readonly Page[];
  readonly readiness?: () => readonly string[];
  /** Published beside the authority's own key. */
  readonly keys?: readonly PublishedKey[];
}

export async function startEdge(options: EdgeOptions = {}): Promise<Edge> {
  const {
    logic = () => Promise.resolve(),
    connectorTokens = { getToken: () => Promise.resolve({ token: 'connector-token' }) },
    pages = [],
    readiness = () => [],
    keys: furtherKeys = [],
  } = options;
  const authority = await createChannelAuthority({ key: signingKey });
  authority.published.push(...furtherKeys);
  const log = createRecordingLog();
  const verdicts: string[] = [];
  const keys = createChannelKeys({ metadataUrl: authority.metadataUrl, log });
  await keys.load();
  const guard = createInboundGuard({
    botId: BOT_ID,
    keys,
    channels: ['msteams'],
    allowedTenantIds: [TENANT_ID],
    cacheSize: 100,
  });
  const watchedGuard: InboundGuard = async (authorization, activity) => {
    const verdict = await guard(authorization, activity);
    verdicts.push(verdict.kind === 'refused' ? verdict.reason : verdict.kind);
    return verdict;
  };
  const adapter = new ChannelAdapter({ botId: BOT_ID, guard: watchedGuard, connectorTokens, log });
  const server = createServer({
    port: 0,
    receive: (authorization, activity) => adapter.receive(authorization, activity, logic),
    readiness,
    details: () => ({}),
    pages,
    log,
  });
  const port = await server.listen();
  const origin = `http://127.0.0.1:${port}`;
  const token: Edge['token'] = (request) =>
    authority.issueToken({ audience: BOT_ID, serviceUrl: SERVICE_URL, ...request });

  return {
    origin,
    port,
    authority,
    log,
    server,
    verdicts,
    token,
    post: (activity, bearer = token()) =>
      fetch(`${origin}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
        body: JSON.stringify(activity),
      }),
    async close() {
      await server.stop();
      await authority.close();
    },
  };
}

/** A message as Teams sends it, with parts replaced; `undefined` removes one. */
export function createMessage(overrides: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: '1700000000001',
    timestamp: '2026-11-02T09:00:00.123Z',
    localTimestamp: '2026-11-02T10:00:00.123+01:00',
    serviceUrl: SERVICE_URL,
    channelId: 'msteams',
    from: { id: '29:learner', aadObjectId: '00000000-0000-4000-8000-000000000011' },
    conversation: { id: 'a:conversation', conversationType: 'personal', tenantId: TENANT_ID },
    recipient: { id: `28:${BOT_ID}` },
    text: 'my courses',
    channelData: { tenant: { id: TENANT_ID } },
    ...overrides,
  };
}
