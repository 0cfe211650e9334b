import { randomUUID } from 'node:crypto';
import type { InboundActivity } from './activities';
import { findAutomaticRefresh } from './automatic-refresh';
import { createCardActions, type CardAction, type Trigger } from './card-actions';
import type { ChatMessage } from './chat-store';
import { createChatSignIn, findOAuthCard } from './chat-sign-in';
import { notify, originOf, SOMETHING_WENT_WRONG, type ClientSession } from './client-session';
import { createConversationEvents, type ConversationEvents } from './conversation-events';
import { isForBot, personalChatIdOf } from './conversations';
import { createExtension, type SearchRequest } from './extension';
import type { ExtensionSettings } from './extension-settings';
import type { LinkView, SearchView } from './extension-views';
import { createFeedback } from './feedback';
import { createFileConsent, type FileDecision } from './file-consent';
import { createMessageDelivery } from './message-delivery';
import { toMentioned, type PersonMention } from './mentions';
import { quote } from './shorten-tokens';
import { toSubmission, type MessageSubmission } from './submission';
import { ADAPTIVE_CARD } from './wire-shapes';
import type { Attachment, ConversationView, Reaction, Timeline } from './timeline';

/**
 * One person's Teams client: their actions and what they see. Each action resolves when the conversation is idle: the
 * bot has answered and every silent sign-in that followed has ended.
 */
export interface TeamsClient extends ConversationEvents, ExtensionSettings {
  readonly personId: string;
  readonly personalChatId: string;
  /** Number of signed-in devices, 1 to 3: each sends the silent sign-in of a chat with the same id. */
  clientCount: number;
  /** Whether the person has the app; without it, the bot gets a pasted link but not who pasted it. */
  hasApp: boolean;
  conversations(): readonly ConversationView[];
  /** Throws when the person is not part of the conversation. */
  timeline(conversationId: string): Timeline;
  /** Calls the listener after every visible change. Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;

  /** Adds the app to the conversation; does nothing when it is already there. */
  install(conversationId: string): Promise<void>;
  /** Opens the conversation: cards with a `refresh` for this person refresh automatically from then on. */
  open(conversationId: string): Promise<void>;
  /**
   * Sends a message. Outside the personal chat the bot gets only messages that mention `@Coursemate`. Throws when a
   * mentioned person is not part of the conversation.
   */
  send(
    conversationId: string,
    text: string,
    options?: { readonly mentions?: readonly PersonMention[] },
  ): Promise<void>;
  /** Presses an `Action.Execute`; `data` already has the values of inputs. */
  press(messageId: string, action: CardAction, trigger?: Trigger): Promise<void>;
  /** Presses an `Action.Submit`: `data.msteams` decides between imBack, messageBack and a plain submit. */
  submit(messageId: string, data: Readonly<Record<string, unknown>>): Promise<void>;
  /** Accepts or declines the offered file; throws when there is no offer or it has been answered. */
  decideOnFile(messageId: string, decision: FileDecision): Promise<void>;
  /** Gives thumbs up or down on an answer of the bot, with a comment. Throws when the bot has not asked for it. */
  giveFeedback(messageId: string, reaction: Reaction, text: string): Promise<void>;
  /** The sign-in pop-up of the message ended with `notifySuccess(state)`. */
  completeSignIn(messageId: string, state: string): Promise<void>;
  /** The pop-up ended with `notifyFailure(reason)`. Closing it is `CancelledByUser`, which is not sent to the bot. */
  failSignIn(messageId: string, reason: string): Promise<void>;

  /** Types into the message extension; opening it sends an empty text. */
  search(conversationId: string, request: SearchRequest): Promise<SearchView>;
  /** Pastes a link into the compose box. Throws when it is no address. */
  pasteLink(conversationId: string, url: string): Promise<LinkView>;
  /**
   * The pop-up of a search or a link ended with `notifySuccess(state)`: repeats the last request that asked for the
   * sign-in. Throws when there is none.
   */
  completeSearchSignIn(state: string): Promise<SearchView>;
  /** Sends a card of the message extension. The person is its author, so the bot cannot change it. */
  share(conversationId: string, card: Readonly<Record<string, unknown>>, text: string): Promise<void>;
}

/** A client that gets new messages from Teams. */
export interface ConnectedClient extends TeamsClient {
  /** Resolves when the client is idle again. */
  receive(message: ChatMessage): Promise<void>;
}

export function createTeamsClient(session: ClientSession): ConnectedClient {
  const { store, activities } = session;
  const personId = session.person.user.id;
  const signIn = createChatSignIn(session);
  const actions = createCardActions(session);
  const extension = createExtension(session);
  const files = createFileConsent(session);
  const feedback = createFeedback(session);
  const delivery = createMessageDelivery(session);
  const opened = new Set<string>();
  const installed = new Set<string>();
  const background = new Set<Promise<void>>();

  function inBackground(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => background.delete(tracked));
    background.add(tracked);
    return tracked;
  }

  async function rest(conversationId: string): Promise<void> {
    while (background.size > 0) await Promise.all(background);
    store.setTyping(conversationId, false);
  }

  function messageOf(id: string): ChatMessage {
    const message = store.findMessage(id);
    if (message === undefined) throw new Error('No such message.');
    originOf(session, message.conversationId);
    return message;
  }

  async function deliver(conversationId: string, activity: InboundActivity, title: string): Promise<boolean> {
    const isTaken = await delivery.deliver(conversationId, activity, title);
    await rest(conversationId);
    return isTaken;
  }

  async function say(
    conversationId: string,
    text: string,
    { attachments = [], mentions = [] }: Extras = {},
  ): Promise<void> {
    const origin = originOf(session, conversationId);
    const { id, type } = origin.conversation;
    const mentioned = mentions.map((mention) => toMentioned(mention, origin.conversation));
    opened.add(id);
    const message = store.add({ conversationId: id, authorId: personId, text, attachments });
    await session.deliver(message);
    if (!isForBot(origin.conversation, text)) return;
    const thread = type === 'channel' ? { threadId: message.id } : {};
    await deliver(
      id,
      activities.message(origin, { id: message.id, text, attachments, mentions: mentioned, ...thread }),
      `message ${quote(text)}`,
    );
  }

  async function sendBack(card: ChatMessage, { shown, text, value }: MessageSubmission): Promise<void> {
    const { conversationId, id: replyToId } = card;
    const said =
      shown === undefined
        ? undefined
        : store.add({ conversationId, authorId: personId, text: shown, attachments: [] });
    const press = {
      id: said?.id ?? `f:${randomUUID()}`,
      replyToId,
      value,
      ...(text !== undefined && { text }),
    };
    const activity = activities.submit(originOf(session, conversationId), press);
    const isTaken = await deliver(conversationId, activity, `message ${quote(text ?? shown ?? '')}`);
    if (!isTaken) notify(session, conversationId, SOMETHING_WENT_WRONG);
  }

  /** An answer asks only the author of the question to sign in. */
  function isAddressee({ conversationId, replyToId = '' }: ChatMessage): boolean {
    const isPersonal = conversationId === personalChatIdOf(personId);
    return isPersonal || (store.findMessage(replyToId)?.authorId ?? personId) === personId;
  }

  async function refresh(message: ChatMessage): Promise<void> {
    const { conversation } = originOf(session, message.conversationId);
    const card = message.attachments.find(({ contentType }) => contentType === ADAPTIVE_CARD)?.content;
    const action = findAutomaticRefresh(card, conversation, personId);
    if (action !== undefined) await inBackground(actions.press(message, action, 'automatic'));
  }

  const client: ConnectedClient = {
    ...createConversationEvents({
      session,
      deliver,
      lastDelivered: (conversationId) => delivery.last(conversationId),
      app: () => client,
    }),
    personId,
    personalChatId: personalChatIdOf(personId),
    clientCount: 1,
    hasApp: true,
    conversations: () =>
      store.conversations
        .filter(({ memberIds }) => memberIds.includes(personId))
        .map(({ id, type, name }) => ({ id, type, name })),
    timeline: (conversationId) => store.timeline(conversationId, personId),
    subscribe: (listener) => store.subscribe(listener),

    async install(conversationId) {
      const origin = originOf(session, conversationId);
      if (installed.has(origin.conversation.id)) return;
      installed.add(origin.conversation.id);
      for (const activity of activities.installation(origin, 'add'))
        await deliver(origin.conversation.id, activity, activity.type);
    },
    async open(conversationId) {
      const { id } = originOf(session, conversationId).conversation;
      opened.add(id);
      await Promise.all(store.messagesOf(id).map(refresh));
      await rest(id);
    },
    send: say,
    async press(messageId, action, trigger = 'manual') {
      const message = messageOf(messageId);
      await actions.press(message, action, trigger);
      await rest(message.conversationId);
    },
    async submit(messageId, data) {
      const message = messageOf(messageId);
      const submission = toSubmission(data);
      await (submission.kind === 'imBack'
        ? say(message.conversationId, submission.text)
        : sendBack(message, submission));
    },
    async decideOnFile(messageId, decision) {
      const message = messageOf(messageId);
      await files.decide(message, decision);
      await rest(message.conversationId);
    },
    giveFeedback: (messageId, reaction, text) => feedback.give(messageOf(messageId), reaction, text),
    async completeSignIn(messageId, state) {
      const message = messageOf(messageId);
      for (const ssoToken of session.ssoTokens) ssoToken.renew();
      await (findOAuthCard(message) === undefined ? actions : signIn).complete(message, state);
      await rest(message.conversationId);
    },
    async failSignIn(messageId, reason) {
      const message = messageOf(messageId);
      if (reason !== 'CancelledByUser' && findOAuthCard(message) !== undefined)
        await signIn.fail(message, reason);
    },
    search: (conversationId, request) => extension.search(conversationId, request),
    pasteLink: (conversationId, url) => extension.unfurl({ conversationId, url, hasApp: client.hasApp }),
    completeSearchSignIn: (state) => extension.completeSignIn(state),
    openSettings: (conversationId) => extension.openSettings(conversationId),
    closeSettings: (conversationId, state) => extension.closeSettings(conversationId, state),
    share: (conversationId, card, text) =>
      say(conversationId, text, { attachments: [{ contentType: ADAPTIVE_CARD, content: card }] }),

    async receive(message) {
      if (findOAuthCard(message) === undefined) {
        if (opened.has(message.conversationId)) await refresh(message);
      } else if (isAddressee(message)) {
        await inBackground(signIn.receive(message, client.clientCount));
      }
    },
  };
  return client;
}

interface Extras {
  readonly attachments?: readonly Attachment[];
  readonly mentions?: readonly PersonMention[];
}
