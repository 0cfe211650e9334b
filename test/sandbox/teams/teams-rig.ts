import { createServer, type IncomingMessage } from 'node:http';
import { createClock } from '../../../sandbox/clock';
import { createDrive, type Drive } from '../../../sandbox/teams/drive';
import { listen, stop } from '../../../sandbox/teams/listen';
import { createTeams, type Teams } from '../../../sandbox/teams/teams';
import { createTlsIdentity } from '../../../sandbox/tls';
import { createWireLog, type WireLog } from '../../../sandbox/wire-log';
import type { Person, World } from '../../../sandbox/world/world';

export const BOT_ID = '00000000-0000-4000-8000-0000000000b0';
const APP_ID_URI = `api://botid-${BOT_ID}`;
export const TENANT_ID = '00000000-0000-4000-8000-0000000000f0';
export const ADA = '00000000-0000-4000-8000-000000000001';
export const BEN = '00000000-0000-4000-8000-000000000002';

/** The fields of Teams' activities that the bots of these tests use. */
export interface Received {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly aadObjectId: string };
  readonly value?: ReceivedValue;
  readonly [field: string]: unknown;
}

interface ReceivedValue {
  readonly id?: string;
  readonly trigger?: string;
  readonly state?: string;
  readonly authentication?: { readonly token: string };
  readonly [field: string]: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** A bot's handler for activities; `call` calls the connector. */
export type Behavior = (activity: Received, call: ConnectorCall) => Answer | Promise<Answer>;
export type ConnectorCall = (
  method: string,
  path: string,
  sent?: { readonly body?: unknown; readonly token?: string },
) => Promise<Answer>;

export interface Rig {
  readonly teams: Teams;
  readonly drive: Drive;
  /** The drive's certificate, PEM. */
  readonly certificate: string;
  readonly log: WireLog;
  readonly received: Received[];
  readonly call: ConnectorCall;
  close(): Promise<void>;
}

export interface RigOptions {
  /** Ada and Ben are the first two. */
  readonly peopleCount?: number;
  readonly linkDomains?: readonly string[];
}

let running: Rig | undefined;

afterEach(async () => {
  await running?.close();
  running = undefined;
});

/** Starts Teams with a bot of the given behavior; it stops after the test. */
export async function start(behavior: Behavior, options: RigOptions = {}): Promise<Rig> {
  running = await startRig(behavior, options);
  return running;
}

/** Entra's tokens are the texts `sso-<person>` and `connector-token`. */
async function startRig(behavior: Behavior, { peopleCount = 2, linkDomains = [] }: RigOptions): Promise<Rig> {
  const clock = createClock('2026-12-01T09:00:00.000Z');
  const log = createWireLog(() => clock.now());
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void readJson(request)
      .then(async (activity) => {
        received.push(activity);
        const { status, body } = await behavior(activity, call);
        response.writeHead(status);
        response.end(body === undefined ? '' : JSON.stringify(body));
      })
      .catch(() => response.destroy());
  });
  const origin = await listen(server, 0);
  const tls = await createTlsIdentity();
  const drive = await createDrive({ tls, log });
  let ssoTokens = 0;
  const teams = await createTeams({
    world: createTinyWorld(peopleCount),
    clock,
    log,
    entra: {
      issueSsoToken: (personId) => `sso-${personId}-${String((ssoTokens += 1))}`,
      verifyConnectorToken: (token) => token === 'connector-token',
    },
    bot: { id: BOT_ID, messagesUrl: `${origin}/api/messages` },
    drive,
    appIdUri: APP_ID_URI,
    linkDomains,
  });

  const call: ConnectorCall = async (method, path, { body, token = 'connector-token' } = {}) => {
    const response = await fetch(teams.serviceUrl + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };

  return {
    teams,
    drive,
    certificate: tls.cert,
    log,
    received,
    call,
    close: async () => {
      await teams.close();
      await drive.close();
      tls.remove();
      await stop(server);
    },
  };
}

export const silent: Behavior = () => ({ status: 200 });

/** Answers messages with a card, and actions with the given behavior. */
export function withCard(onAction: Behavior): Behavior {
  return async (activity, call) => {
    if (activity.type === 'invoke') return onAction(activity, call);
    await reply(call, activity, cardMessage('base'));
    return { status: 200 };
  };
}

/** Shows Ada a card and returns its message's id. */
export async function showCard({ teams }: Rig): Promise<string> {
  const client = teams.client(ADA);
  await client.send(client.personalChatId, 'my courses');
  return client.timeline(client.personalChatId).messages[1]?.id ?? '';
}

/** The alerts of Teams itself in Ada's chat. */
export function alertsOf({ teams }: Rig): string[] {
  const client = teams.client(ADA);
  return client.timeline(client.personalChatId).alerts.map(({ kind, text }) => `${kind}: ${text}`);
}

/** Answers an activity with a message. */
export async function reply(call: ConnectorCall, to: Received, message: object): Promise<string> {
  const path = `v3/conversations/${encodeURIComponent(to.conversation.id)}/activities/${to.id}`;
  const { body } = await call('POST', path, { body: { type: 'message', ...message } });
  return (body as { id: string }).id;
}

export function adaptiveCard(text: string, more: object = {}): Record<string, unknown> {
  return { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }], ...more };
}

export function cardMessage(text: string, more: object = {}): object {
  return {
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', content: adaptiveCard(text, more) },
    ],
  };
}

/** Content of an OAuth card, and value of a loginRequest. */
export function oauthCard(more: object = {}): object {
  return {
    text: 'Sign in to see your courses',
    connectionName: 'graph',
    buttons: [{ type: 'signin', title: 'Sign in', value: 'http://localhost:3978/auth/start?ctx=x' }],
    tokenExchangeResource: { id: 'exchange-1', uri: APP_ID_URI },
    ...more,
  };
}

export function oauthMessage(more: object = {}): object {
  return { attachments: [{ contentType: 'application/vnd.microsoft.card.oauth', content: oauthCard(more) }] };
}

/** An answer of the message extension. */
export function extensionAnswer(composeExtension: object): Answer {
  return { status: 200, body: { composeExtension } };
}

export function results(attachments: readonly unknown[], more: object = {}): Answer {
  return extensionAnswer({ type: 'result', attachmentLayout: 'list', attachments, ...more });
}

/** One result of a search, with parts replaced. */
export function resultOf(title: string, more: object = {}): object {
  const preview = {
    contentType: 'application/vnd.microsoft.card.thumbnail',
    content: { title, text: 'Contoso Academy', images: [{ url: 'https://img.contoso.com/1.png' }] },
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { contentType, content: adaptiveCard(title), preview, ...more };
}

export function signInAnswer(type: 'auth' | 'silentAuth'): Answer {
  const action = { type: 'openUrl', title: 'Sign in', value: 'http://localhost:3978/auth/start?ctx=x' };
  return extensionAnswer({ type, suggestedActions: { actions: [action] } });
}

export function actionAnswer(statusCode: number, type: string, value: unknown): Answer {
  return { status: 200, body: { statusCode, type: `application/vnd.microsoft.${type}`, value } };
}

async function readJson(request: IncomingMessage): Promise<Received> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as Received;
}

function createTinyWorld(peopleCount: number): World {
  const others = Array.from({ length: peopleCount - 2 }, (_, index) =>
    createPerson(`00000000-0000-4000-8000-${String(index).padStart(12, 'a')}`, `Person${index}`),
  );
  const people = [createPerson(ADA, 'Ada'), createPerson(BEN, 'Ben'), ...others];
  return {
    tenantId: TENANT_ID,
    people,
    providers: [],
    contents: new Map(),
    activities: [],
    findPerson: (id) => people.find(({ user }) => user.id === id),
    reset: () => undefined,
  };
}

function createPerson(id: string, givenName: string): Person {
  const mail = `${givenName.toLowerCase()}@contoso.com`;
  return {
    user: {
      id,
      displayName: `${givenName} Contoso`,
      givenName,
      surname: 'Contoso',
      mail,
      userPrincipalName: mail,
      jobTitle: 'Learner',
      userType: 'Member',
      accountEnabled: true,
    },
    key: givenName.toLowerCase(),
    group: 'cast',
    story: '',
    isLicensed: true,
    hasConsented: true,
    locale: 'de-DE',
    timeZone: 'Europe/Berlin',
  };
}
