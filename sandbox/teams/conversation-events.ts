import {
  TEAM_EVENTS,
  type ChangeType,
  type InboundActivity,
  type Installation,
  type TeamEventType,
} from './activities';
import type { Origin } from './activity-envelope';
import type { ChatMessage } from './chat-store';
import { originOf, type ClientSession } from './client-session';
import { isForBot } from './conversations';
import type { Delivered } from './message-delivery';
import { quote } from './shorten-tokens';

/** An event other than a message that a person can make happen in a conversation. Plain JSON. */
export interface EventView {
  readonly id: EventId;
  readonly group: string;
  readonly label: string;
  /** The present text, when the event takes one. */
  readonly text?: string;
}

export type EventId =
  'redeliver' | 'like' | 'unlike' | 'edit' | 'delete' | 'undelete' | `app.${Installation}` | TeamEventType;

export interface ConversationEvents {
  /** Lists the events that are possible now. Throws when the person is not part of the conversation. */
  events(conversationId: string): readonly EventView[];
  /** Sends the event to the bot as Teams would. Throws when it is not possible now. */
  happen(conversationId: string, id: EventId, text?: string): Promise<void>;
}

interface EventDependencies {
  readonly session: ClientSession;
  /** Posts to the bot and waits until the conversation is idle. */
  readonly deliver: (conversationId: string, activity: InboundActivity, title: string) => Promise<unknown>;
  /** The last message of this person that was sent to the bot. */
  readonly lastDelivered: (conversationId: string) => Delivered | undefined;
  /** Whether the person has the app; for chats and teams this is not stored. */
  readonly app: () => { hasApp: boolean };
}

interface ClientEvent extends EventView {
  readonly run: (text: string) => Promise<unknown>;
}

const APP_EVENTS: Readonly<Record<Installation, string>> = {
  add: 'Add the app',
  remove: 'Remove the app',
  'add-upgrade': 'Upgrade to a version that has a bot',
  'remove-upgrade': 'Upgrade to a version without a bot',
};

export function createConversationEvents(dependencies: EventDependencies): ConversationEvents {
  const { session } = dependencies;

  function listEvents(conversationId: string): readonly ClientEvent[] {
    const origin = originOf(session, conversationId);
    return [
      ...messageEvents(dependencies, origin),
      ...appEvents(dependencies, origin),
      ...teamEvents(dependencies, origin),
    ];
  }

  return {
    events: (conversationId) => listEvents(conversationId).map(toView),
    async happen(conversationId, id, text = '') {
      const found = listEvents(conversationId).find((event) => event.id === id);
      if (found === undefined) throw new Error('This cannot happen here now.');
      await found.run(text);
    },
  };
}

function messageEvents(
  { session, deliver, lastDelivered }: EventDependencies,
  origin: Origin,
): readonly ClientEvent[] {
  const { conversation, person } = origin;
  const messages = session.store.messagesOf(conversation.id);
  const own = messages.findLast(
    ({ authorId, text }) => authorId === person.user.id && isForBot(conversation, text),
  );
  const ofBot = messages.findLast(({ authorId }) => authorId === undefined);
  const last = lastDelivered(conversation.id);
  return [
    ...(last === undefined
      ? []
      : [
          toEvent('redeliver', 'Deliver my last message again', () =>
            deliver(conversation.id, last.activity, `${last.title} (delivered again)`),
          ),
        ]),
    ...(ofBot === undefined ? [] : reactionEvents({ session, deliver }, origin, ofBot)),
    ...(own === undefined ? [] : changeEvents({ session, deliver }, origin, own)),
  ];
}

type Sending = Pick<EventDependencies, 'session' | 'deliver'>;

function reactionEvents(
  { session, deliver }: Sending,
  origin: Origin,
  { id, isLiked }: ChatMessage,
): readonly ClientEvent[] {
  const react = (change: 'added' | 'removed') => async (): Promise<void> => {
    session.store.mark(id, { isLiked: change === 'added' });
    const activity = session.activities.reaction(origin, change, id);
    await deliver(origin.conversation.id, activity, `messageReaction ${change}`);
  };
  return isLiked === true
    ? [toEvent('unlike', "Take back the reaction to the bot's last message", react('removed'))]
    : [toEvent('like', "React to the bot's last message", react('added'))];
}

/** Events of a person's own message. */
function changeEvents(
  { session, deliver }: Sending,
  origin: Origin,
  message: ChatMessage,
): readonly ClientEvent[] {
  const { store, activities } = session;
  const tell = (type: ChangeType, text: string): Promise<unknown> =>
    deliver(
      origin.conversation.id,
      activities.change(origin, type, { ...message, text }),
      `${type} ${quote(text)}`,
    );
  if (message.isDeleted === true)
    return [
      toEvent('undelete', 'Restore my last message', () => {
        store.mark(message.id, { isDeleted: false });
        return tell('undeleteMessage', message.text);
      }),
    ];
  const edit = toEvent('edit', 'Edit my last message', (text) => {
    store.edit(message.id, { text, attachments: message.attachments });
    return tell('editMessage', text);
  });
  const remove = toEvent('delete', 'Delete my last message', () => {
    store.mark(message.id, { isDeleted: true });
    return tell('softDeleteMessage', message.text);
  });
  return [{ ...edit, text: message.text }, remove];
}

function appEvents({ session, deliver, app }: EventDependencies, origin: Origin): readonly ClientEvent[] {
  const { conversation } = origin;
  const isPersonal = conversation.type === 'personal';
  const possible = (['add', 'remove', 'add-upgrade', 'remove-upgrade'] as const).filter(
    (action) => !isPersonal || app().hasApp === (action === 'remove' || action === 'remove-upgrade'),
  );
  return possible.map((action) =>
    toEvent(`app.${action}`, APP_EVENTS[action], async () => {
      if (isPersonal) app().hasApp = action.startsWith('add');
      for (const activity of session.activities.installation(origin, action))
        await deliver(conversation.id, activity, `${activity.type} ${action}`);
    }),
  );
}

function teamEvents({ session, deliver }: Sending, origin: Origin): readonly ClientEvent[] {
  const { team, id } = origin.conversation;
  if (team === undefined) return [];
  return TEAM_EVENTS.map((type) =>
    toEvent(
      type,
      type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
      () => deliver(id, session.activities.teamEvent(origin, type), `conversationUpdate ${type}`),
    ),
  );
}

function toView({ id, group, label, text }: ClientEvent): EventView {
  return { id, group, label, ...(text !== undefined && { text }) };
}

function toEvent(id: EventId, label: string, run: ClientEvent['run']): ClientEvent {
  const sentence = label.charAt(0).toUpperCase() + label.slice(1);
  return { id, group: groupOf(id), label: sentence, run };
}

function groupOf(id: EventId): string {
  if (id.startsWith('app.')) return 'The app';
  return TEAM_EVENTS.some((type) => type === id) ? 'The team' : 'Messages';
}
