import type { Clock } from '../clock';
import type { Person } from '../world/world';
import type { Activities, InboundActivity } from './activities';
import type { Origin } from './activity-envelope';
import type { BotAnswer } from './bot-channel';
import type { ChatMessage, ChatStore } from './chat-store';
import type { Drive } from './drive';
import type { Alert } from './timeline';
import type { TokenSource } from './token-source';

/** The parts that the flows of one person's client share. */
export interface ClientSession {
  readonly person: Person;
  readonly clock: Clock;
  readonly store: ChatStore;
  readonly activities: Activities;
  readonly drive: Pick<Drive, 'beginUpload'>;
  readonly appIdUri: string;
  /** Hosts of the manifest's link handlers; `*` stands for one label. */
  readonly linkDomains: readonly string[];
  /** Milliseconds. */
  readonly timeouts: TeamsTimeouts;
  /** One for each device, since a real client keeps its token. */
  readonly ssoTokens: readonly [TokenSource, TokenSource, TokenSource];
  /** Delivers a new message to everyone in its conversation; resolves when their clients are idle. */
  deliver(message: ChatMessage): Promise<void>;
  /** Posts an activity to the bot with the channel's token. */
  post(
    activity: InboundActivity,
    delivery: { readonly title: string; readonly timeoutMs: number },
  ): Promise<BotAnswer>;
}

/** Times that Teams waits for the bot, in milliseconds; mutable. */
export interface TeamsTimeouts {
  messageMs: number;
  invokeMs: number;
  /** For a query or link of the message extension. */
  extensionMs: number;
}

/** The text that Teams shows when an action of the person fails. */
export const SOMETHING_WENT_WRONG = {
  kind: 'error',
  text: 'Something went wrong. Please try again.',
} as const;

export interface Invoke {
  readonly name: string;
  readonly value: unknown;
  readonly title?: string;
}

/** Sends an invoke about a message. */
export function invokeOn(session: ClientSession, message: ChatMessage, invoke: Invoke): Promise<BotAnswer> {
  const { name, value, title = `invoke ${name}` } = invoke;
  const activity = session.activities.invoke(originOf(session, message.conversationId), {
    name,
    value,
    replyToId: message.id,
  });
  return session.post(activity, { title, timeoutMs: session.timeouts.invokeMs });
}

/** Throws when the person is not part of the conversation. */
export function originOf({ store, person }: ClientSession, conversationId: string): Origin {
  const conversation = store.findConversation(conversationId);
  if (!conversation?.memberIds.includes(person.user.id))
    throw new Error('No such conversation for this person.');
  return { person, conversation };
}

/** Shows an alert to this person only. */
export function notify(
  { store, person }: ClientSession,
  conversationId: string,
  alert: Pick<Alert, 'kind' | 'text'>,
): void {
  store.notify(conversationId, alert, person.user.id);
}

/** Describes an answer that breaks the protocol, for an alert. */
export function describeAnswer(answer: BotAnswer): string {
  if (answer.kind === 'timedOut') return 'no answer in time';
  if (answer.kind === 'unreachable') return 'no connection';
  return `HTTP ${String(answer.status)}`;
}

export function isAccepted(answer: BotAnswer): boolean {
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}

/** Marks the message as busy while the work runs. */
export async function whileBusy<T>(
  { store, person }: ClientSession,
  message: ChatMessage,
  work: () => Promise<T>,
): Promise<T> {
  store.changeView(message.id, person.user.id, { isBusy: true });
  try {
    return await work();
  } finally {
    store.changeView(message.id, person.user.id, { isBusy: false });
  }
}
