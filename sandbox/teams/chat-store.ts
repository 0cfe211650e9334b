import type { Clock } from '../clock';
import type { World } from '../world/world';
import { BOT_NAME, createConversations, teamsIdOf, withoutThread, type Conversation } from './conversations';
import type { Attachment, MessageView, Alert, Reaction, SignInView, Suggestion, Timeline } from './timeline';
import { ADAPTIVE_CARD, OAUTH_CARD } from './wire-shapes';

export interface ChatMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly at: string;
  /** The bot when absent. */
  readonly authorId?: string;
  /** The message that this one answers. */
  readonly replyToId?: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** What the bot suggests next, to whom by Teams id (everyone when empty). */
  readonly suggested?: { readonly to: readonly string[]; readonly phrases: readonly Suggestion[] };
  /** Whether the bot asks for thumbs up or down. */
  readonly asksFeedback?: boolean;
  readonly isEdited: boolean;
  /** Its author can restore it. */
  readonly isDeleted?: boolean;
  /** Whether someone has reacted to it. */
  readonly isLiked?: boolean;
}

/** The parts of a message that one person sees differently from everyone else. */
interface PersonalView {
  /** Replaces the message's Adaptive Card. */
  readonly card?: unknown;
  readonly isBusy?: boolean;
  readonly signIn?: SignInView | undefined;
  /** The person's answer to the offered file. */
  readonly fileConsent?: MessageView['fileConsent'] | undefined;
  readonly feedback?: Reaction;
}

export type NewMessage = Omit<ChatMessage, 'id' | 'at' | 'isEdited' | keyof Marks>;
type Marks = Pick<ChatMessage, 'isDeleted' | 'isLiked'>;

/** The state of Teams: conversations, messages, per-user views. */
export interface ChatStore {
  readonly conversations: readonly Conversation[];
  /** Accepts the id of a thread too. */
  findConversation(id: string): Conversation | undefined;
  /** Oldest first. */
  messagesOf(conversationId: string): readonly ChatMessage[];
  findMessage(id: string): ChatMessage | undefined;
  /** `at` is now when absent. */
  add(message: NewMessage, at?: Date): ChatMessage;
  /** Replaces the content for everyone and removes personal views of the old card. */
  edit(id: string, content: Pick<ChatMessage, 'text' | 'attachments'>): void;
  mark(id: string, marks: Marks): void;
  remove(id: string): void;
  viewOf(messageId: string, personId: string): PersonalView;
  changeView(messageId: string, personId: string, change: PersonalView): void;
  /** Without `personId` everyone in the conversation sees it. */
  notify(conversationId: string, alert: Pick<Alert, 'kind' | 'text'>, personId?: string): void;
  setTyping(conversationId: string, isTyping: boolean): void;
  timeline(conversationId: string, personId: string): Timeline;
  subscribe(listener: () => void): () => void;
}

interface StoredAlert {
  readonly conversationId: string;
  /** Absent: for everyone. */
  readonly personId: string | undefined;
  readonly alert: Alert;
}

/** The listeners can be shared by several stores. */
export function createChatStore(world: World, clock: Clock, listeners = new Set<() => void>()): ChatStore {
  const conversations = createConversations(world);
  const messages = new Map<string, ChatMessage>();
  const views = new Map<string, PersonalView>();
  const alerts: StoredAlert[] = [];
  const typing = new Set<string>();
  let lastId = 0;

  function changed(): void {
    for (const listener of listeners) listener();
  }

  function findConversation(id: string): Conversation | undefined {
    return conversations.find((conversation) => conversation.id === withoutThread(id));
  }

  function messagesOf(conversationId: string): readonly ChatMessage[] {
    return [...messages.values()].filter((message) => message.conversationId === conversationId);
  }

  /** Teams uses the millisecond of arrival as the id of a message. */
  function nextId(at: Date): string {
    lastId = Math.max(lastId + 1, at.getTime());
    return String(lastId);
  }

  /** What stands under an answer of the bot. */
  function toAnswerParts(
    { suggested, asksFeedback = false }: ChatMessage,
    { feedback }: PersonalView,
    personId: string,
  ): Pick<MessageView, 'suggestions' | 'feedback'> {
    const isFor = (to: readonly string[]): boolean => to.length === 0 || to.includes(teamsIdOf(personId));
    return {
      ...(suggested !== undefined && isFor(suggested.to) && { suggestions: suggested.phrases }),
      ...(asksFeedback && { feedback: feedback ?? 'none' }),
    };
  }

  function toView(message: ChatMessage, personId: string): MessageView {
    const view = views.get(viewKey(message.id, personId)) ?? {};
    const { card, isBusy = false, signIn, fileConsent } = view;
    const { id, at, isEdited, isDeleted = false, isLiked = false } = message;
    const text = isDeleted ? '' : message.text;
    const attachments = (isDeleted ? [] : message.attachments)
      .filter(({ contentType }) => contentType !== OAUTH_CARD)
      .map((attachment) =>
        card === undefined || attachment.contentType !== ADAPTIVE_CARD
          ? attachment
          : { ...attachment, content: card },
      );
    const author = authorOf(world, message);
    const ofPerson = {
      isBusy,
      ...(signIn && { signIn }),
      ...(fileConsent && { fileConsent }),
      ...toAnswerParts(message, view, personId),
    };
    return { id, at, author, text, attachments, isEdited, isDeleted, isLiked, ...ofPerson };
  }

  return {
    conversations,
    findConversation,
    messagesOf,
    findMessage: (id) => messages.get(id),
    add(content, at = clock.now()) {
      const message = { ...content, id: nextId(at), at: at.toISOString(), isEdited: false };
      messages.set(message.id, message);
      changed();
      return message;
    },
    edit(id, content) {
      const message = messages.get(id);
      if (message === undefined) return;
      messages.set(id, { ...message, ...content, isEdited: true });
      for (const key of views.keys()) if (key.startsWith(`${id}/`)) views.delete(key);
      changed();
    },
    mark(id, marks) {
      const message = messages.get(id);
      if (message !== undefined) messages.set(id, { ...message, ...marks });
      changed();
    },
    remove(id) {
      messages.delete(id);
      changed();
    },
    viewOf: (messageId, personId) => views.get(viewKey(messageId, personId)) ?? {},
    changeView(messageId, personId, change) {
      const key = viewKey(messageId, personId);
      views.set(key, { ...views.get(key), ...change });
      changed();
    },
    notify(conversationId, alert, personId) {
      const id = alerts.length + 1;
      const at = clock.now().toISOString();
      const after = messagesOf(conversationId).at(-1);
      const position = { id, at, ...(after && { afterMessageId: after.id }) };
      alerts.push({ conversationId, personId, alert: { ...position, ...alert } });
      changed();
    },
    setTyping(conversationId, isTyping) {
      if (isTyping) typing.add(conversationId);
      else typing.delete(conversationId);
      changed();
    },
    timeline(conversationId, personId) {
      const conversation = findConversation(conversationId);
      if (!conversation?.memberIds.includes(personId))
        throw new Error('No such conversation for this person.');
      const { id, type, name } = conversation;
      return {
        conversation: { id, type, name },
        messages: messagesOf(id)
          .filter((message) => isVisible(message, views.get(viewKey(message.id, personId))))
          .map((message) => toView(message, personId)),
        alerts: alerts
          .filter((stored) => stored.conversationId === id && (stored.personId ?? personId) === personId)
          .map(({ alert }) => alert),
        isBotTyping: typing.has(id),
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function viewKey(messageId: string, personId: string): string {
  return `${messageId}/${personId}`;
}

/** Only the person who must act on an OAuth card sees it. */
function isVisible(message: ChatMessage, view: PersonalView | undefined): boolean {
  const isOAuthCard = message.attachments.some(({ contentType }) => contentType === OAUTH_CARD);
  return !isOAuthCard || view?.signIn !== undefined;
}

function authorOf(world: World, { authorId }: ChatMessage): MessageView['author'] {
  if (authorId === undefined) return { isBot: true, id: 'bot', name: BOT_NAME };
  return { isBot: false, id: authorId, name: world.findPerson(authorId)?.user.displayName ?? '' };
}
