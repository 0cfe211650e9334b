import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import express, { type Router } from 'express';
import type { Clock } from '../clock';
import { listen, stop } from './listen';
import type { WireLog } from '../wire-log';
import type { Person, World } from '../world/world';
import { createActivities, type InboundActivity } from './activities';
import type { ChannelId } from './activity-envelope';
import { createBotChannel, type BotAnswer } from './bot-channel';
import { createChannelAuthority, type ChannelAuthority, type ChannelTokenRequest } from './channel-authority';
import { createChatStore, type ChatMessage, type ChatStore, type NewMessage } from './chat-store';
import type { ClientSession, TeamsTimeouts } from './client-session';
import { createConnector } from './connector';
import { createConnectorSettings, type ConnectorSettings } from './connector-settings';
import { personalChatIdOf, type Conversation } from './conversations';
import type { Drive } from './drive';
import { createOutlookClient, type OutlookClient } from './outlook-client';
import { createTokenSource, type TokenSource } from './token-source';
import { createTeamsClient, type ConnectedClient, type TeamsClient } from './teams-client';

/** The Teams service of the local world: conversations, clients, and the channel that talks with the bot. */
export interface Teams {
  readonly serviceUrl: string;
  /** For the bot's `BOT_OPENID_METADATA_URL`. */
  readonly openIdMetadataUrl: string;
  readonly authority: ChannelAuthority;
  /** Mutable: the next activity goes to the `messagesUrl` of that time. */
  readonly bot: BotAddress;
  /** Mutable. */
  readonly timeouts: TeamsTimeouts;
  /** Mutable. */
  readonly connector: ConnectorSettings;
  readonly conversations: readonly Conversation[];
  /** Returns the client of a person, always the same one; throws when no one has this id. */
  client(personId: string): TeamsClient;
  /** Adds an earlier message to a conversation, without a client and without telling the bot. */
  addEarlier(message: NewMessage, at: Date): void;
  /**
   * Removes all messages and clients. Requests of earlier clients that still run end without an effect; listeners of
   * these clients hear of the new messages.
   */
  clear(): void;
  /** Creates an Outlook of a person with an empty mailbox; throws when no one has this id. */
  outlook(personId: string): OutlookClient;
  /**
   * Posts one activity without a client, for tests of hostile input: a message of the first person in their personal
   * chat, with fields replaced or (`undefined`) removed, and likewise the claims of the token. An empty string for the
   * token sends none.
   */
  sendRaw(
    activity?: Readonly<Record<string, unknown>>,
    token?: Partial<ChannelTokenRequest> | string,
  ): Promise<BotAnswer>;
  close(): Promise<void>;
}

interface BotAddress {
  readonly id: string;
  messagesUrl: string;
  /** Resolves when no restart of the bot is under way. Activities wait for it. */
  settled?: () => Promise<void>;
}

export interface TeamsOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly log: WireLog;
  readonly entra: {
    issueSsoToken(personId: string): string;
    verifyConnectorToken(token: string): boolean;
  };
  readonly bot: BotAddress;
  readonly drive: Pick<Drive, 'beginUpload'>;
  /** `webApplicationInfo.resource` of the app's manifest. */
  readonly appIdUri: string;
  /** Hosts of the manifest's link handlers, `*` stands for one label; none when absent. */
  readonly linkDomains?: readonly string[];
  readonly port?: number;
}

export async function createTeams(options: TeamsOptions): Promise<Teams> {
  const { world, clock, log, entra, bot, drive, appIdUri, linkDomains = [], port = 0 } = options;
  const authority = await createChannelAuthority({ clock });
  const timeouts: TeamsTimeouts = { messageMs: 15_000, invokeMs: 10_000, extensionMs: 5_000 };
  const connector = createConnectorSettings();
  const listeners = new Set<() => void>();
  let chats = createChats();

  function createChats(): Chats {
    const store = createChatStore(world, clock, listeners);
    const clients = new Map<string, ConnectedClient>();
    const deliver = async (message: ChatMessage): Promise<void> => {
      await Promise.all(membersOf(store, message, clients).map((client) => client.receive(message)));
    };
    const router = createConnector({
      world,
      log,
      store,
      settings: connector,
      verifyToken: (token) => entra.verifyConnectorToken(token),
      hasApp: (personId) => clients.get(personId)?.hasApp ?? true,
      onMessage: (message) => void deliver(message),
    });
    return { store, clients, deliver, router };
  }

  // As at Teams: the region and the tenant.
  const servicePath = `/emea/${world.tenantId}`;
  const app = express().disable('x-powered-by');
  app.use(servicePath, (request, response, next) => {
    chats.router(request, response, next);
  });
  const server = createServer(app);
  const origin = await listen(server, port);
  const serviceUrl = `${origin}${servicePath}/`;
  const activitiesOf = (channelId: ChannelId) =>
    createActivities({
      world,
      clock,
      botId: bot.id,
      serviceUrl,
      // Anonymous requests do not name the tenant here either.
      anonymousServiceUrl: `${origin}/emea/`,
      channelId,
    });
  const activities = activitiesOf('msteams');
  const channel = createBotChannel(bot, log);
  const channelTokens = new Map<unknown, TokenSource>();

  /** Returns a token with the service URL of the activity. */
  function channelTokenFor({ serviceUrl: url }: InboundActivity): string {
    const issue = (): string => authority.issueToken({ audience: bot.id, serviceUrl: String(url) });
    const source = channelTokens.get(url) ?? createTokenSource(clock, issue);
    channelTokens.set(url, source);
    return source.get();
  }

  function toSession(person: Person, { store, deliver }: Chats): ClientSession {
    const isCurrent = (): boolean => store === chats.store;
    const device = (): TokenSource => createTokenSource(clock, () => entra.issueSsoToken(person.user.id));
    return {
      person,
      clock,
      store,
      activities,
      drive,
      appIdUri,
      linkDomains,
      deliver,
      timeouts,
      ssoTokens: [device(), device(), device()],
      async post(activity, delivery) {
        await bot.settled?.();
        if (!isCurrent()) return { kind: 'unreachable' };
        return channel.post(activity, { ...delivery, token: channelTokenFor(activity) });
      },
    };
  }

  function getPerson(id: string): Person {
    const person = world.findPerson(id);
    if (person === undefined) throw new Error(`Nobody in the local world has the id ${id}.`);
    return person;
  }

  function rawMessage(): InboundActivity {
    const [person] = world.people;
    const conversation = person && chats.store.findConversation(personalChatIdOf(person.user.id));
    if (!person || !conversation) throw new Error('The local world has no people.');
    return activities.message({ person, conversation }, { id: randomUUID(), text: 'my courses' });
  }

  return {
    serviceUrl,
    openIdMetadataUrl: authority.metadataUrl,
    authority,
    bot,
    timeouts,
    connector,
    conversations: chats.store.conversations,
    client(personId) {
      const person = getPerson(personId);
      const client = chats.clients.get(person.user.id) ?? createTeamsClient(toSession(person, chats));
      chats.clients.set(person.user.id, client);
      return client;
    },
    addEarlier: (message, at) => chats.store.add(message, at),
    clear() {
      chats = createChats();
      channelTokens.clear();
      for (const listener of listeners) listener();
    },
    outlook(personId) {
      const mails = createChatStore(world, clock);
      const channelOnly = { store: mails, activities: activitiesOf('m365extensions') };
      return createOutlookClient({ ...toSession(getPerson(personId), chats), ...channelOnly });
    },
    sendRaw(overrides = {}, token = {}) {
      const activity = { ...rawMessage(), ...overrides };
      return channel.post(activity, {
        title: `raw ${activity.type}`,
        timeoutMs: timeouts.messageMs,
        token:
          typeof token === 'string'
            ? token
            : authority.issueToken({ audience: bot.id, serviceUrl, ...token }),
      });
    },
    async close() {
      await Promise.all([stop(server), authority.close()]);
    },
  };
}

/** What people have done in Teams. */
interface Chats {
  readonly store: ChatStore;
  readonly clients: Map<string, ConnectedClient>;
  /** Delivers a new message to the clients of its conversation. */
  readonly deliver: (message: ChatMessage) => Promise<void>;
  /** The connector for these chats. */
  readonly router: Router;
}

function membersOf(
  store: ChatStore,
  message: ChatMessage,
  clients: ReadonlyMap<string, ConnectedClient>,
): readonly ConnectedClient[] {
  const memberIds = store.findConversation(message.conversationId)?.memberIds ?? [];
  return memberIds.flatMap((id) => clients.get(id) ?? []);
}
