import { randomUUID } from 'node:crypto';
import type { World } from '../world/world';
import { envelope, withPerson, type Kind, type Origin, type Sender } from './activity-envelope';
import type { ChatMessage } from './chat-store';
import { BOT_NAME } from './conversations';
import { markMentions, type Mentioned } from './mentions';
import type { Attachment } from './timeline';

/** A bot activity as Teams sends it. */
export interface InboundActivity {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The credentials of an invoke after the sign-in: the token, or the state from the pop-up. */
export type Credentials =
  | {
      readonly authentication: {
        readonly id: string;
        readonly connectionName: string;
        readonly token: string;
      };
    }
  | { readonly state: string };

export interface Activities {
  /**
   * A message as the person typed it; `@Coursemate` and the `@name`s of `mentions` become mentions. Teams sends the
   * text a second time, as html.
   */
  message(
    origin: Origin,
    message: {
      readonly id: string;
      readonly text: string;
      readonly attachments?: readonly Attachment[];
      readonly mentions?: readonly Mentioned[];
      readonly threadId?: string;
    },
  ): InboundActivity;
  /** The message of a pressed `Action.Submit`; `replyToId` is the message with the card. */
  submit(
    origin: Origin,
    press: {
      readonly id: string;
      readonly replyToId: string;
      readonly value: unknown;
      readonly text?: string;
    },
  ): InboundActivity;
  invoke(
    origin: Origin,
    invoke: { readonly name: string; readonly value: unknown; readonly replyToId?: string },
  ): InboundActivity;
  /**
   * A link pasted where the app is not installed: every id is the word `redacted`
   * (docs/reference/teams-platform.md#links-without-the-app).
   */
  anonymousLink(url: string): InboundActivity;
  /** The activities when the app is added to a conversation, upgraded or removed. */
  installation(origin: Origin, action: Installation): readonly InboundActivity[];
  /** Adds or removes a like on a message of the bot. */
  reaction(origin: Origin, change: 'added' | 'removed', messageId: string): InboundActivity;
  /** The person has edited, deleted or restored their own message. */
  change(origin: Origin, eventType: ChangeType, message: ChatMessage): InboundActivity;
  /** A change of the team, one of its channels or its members. */
  teamEvent(origin: Origin, eventType: TeamEventType): InboundActivity;
}

export type Installation = 'add' | 'remove' | 'add-upgrade' | 'remove-upgrade';
export type ChangeType = 'editMessage' | 'softDeleteMessage' | 'undeleteMessage';
export const TEAM_EVENTS = [
  ...(['channelCreated', 'channelRenamed', 'channelDeleted', 'channelRestored', 'teamRenamed'] as const),
  ...(['teamArchived', 'teamUnarchived', 'teamDeleted', 'teamRestored'] as const),
  ...(['teamMemberAdded', 'teamMemberRemoved'] as const),
];
export type TeamEventType = (typeof TEAM_EVENTS)[number];

const REDACTED = 'redacted';

interface ActivityOptions extends Omit<Sender, 'tenantId'> {
  readonly world: World;
  /** Names no tenant. */
  readonly anonymousServiceUrl: string;
}

export function createActivities(options: ActivityOptions): Activities {
  const sender = { ...options, tenantId: options.world.tenantId };
  const bot = { id: `28:${options.botId}`, name: BOT_NAME };

  function event(origin: Origin, type: string, channelData: object = {}) {
    const activity = envelope(sender, origin, { type, id: `f:${randomUUID()}` });
    return { ...activity, channelData: { ...activity.channelData, ...channelData } };
  }

  function withText(
    origin: Origin,
    kind: Kind,
    { text, attachments = [], mentions = [] }: Omit<Parameters<Activities['message']>[1], 'id'>,
  ) {
    const marked = markMentions(text, [bot, ...mentions]);
    const activity = withPerson(sender, origin, kind);
    const { id, team } = origin.conversation;
    const ids = team && { teamsChannelId: id, teamsTeamId: team.id };
    return {
      ...activity,
      channelData: { ...ids, ...activity.channelData },
      text: marked.text,
      textFormat: 'plain',
      entities: [...marked.entities, ...activity.entities],
      attachments: [...attachments, { contentType: 'text/html', content: marked.html }],
    };
  }

  return {
    message: (origin, { id, threadId, ...content }) =>
      withText(origin, { type: 'message', id, threadId }, content),
    submit: (origin, { id, ...fields }) => ({
      ...withPerson(sender, origin, { type: 'message', id }),
      ...fields,
    }),
    invoke(origin, { name, value, replyToId }) {
      const activity = withPerson(sender, origin, { type: 'invoke', id: `f:${randomUUID()}` });
      const source = { name: name.startsWith('composeExtension/') ? 'compose' : 'message' };
      return {
        ...activity,
        channelData: { ...activity.channelData, source },
        name,
        value,
        ...(replyToId !== undefined && { replyToId }),
      };
    },
    anonymousLink: (url) => ({
      type: 'invoke',
      id: `f:${randomUUID()}`,
      name: 'composeExtension/anonymousQueryLink',
      timestamp: options.clock.now().toISOString(),
      channelId: options.channelId,
      serviceUrl: options.anonymousServiceUrl,
      from: { id: REDACTED, name: REDACTED, aadObjectId: REDACTED },
      recipient: bot,
      conversation: { id: REDACTED, conversationType: 'personal', tenantId: REDACTED },
      channelData: { tenant: { id: REDACTED } },
      value: { url },
    }),
    installation(origin, action) {
      const { conversation, person } = origin;
      const { locale } = person;
      const chosen = conversation.team && { settings: { selectedChannel: { id: conversation.id } } };
      const update = {
        ...event(origin, 'installationUpdate', { ...chosen, source: { name: 'message' } }),
        action,
        locale,
        entities: [{ type: 'clientInfo', locale }],
      };
      if (action === 'add')
        return [update, { ...event(origin, 'conversationUpdate', chosen), membersAdded: [bot] }];
      const isLeft = action === 'remove' && conversation.type !== 'personal';
      return isLeft ? [update, { ...event(origin, 'conversationUpdate'), membersRemoved: [bot] }] : [update];
    },
    reaction: (origin, change, replyToId) => ({
      ...event(origin, 'messageReaction'),
      [change === 'added' ? 'reactionsAdded' : 'reactionsRemoved']: [{ type: 'like' }],
      replyToId,
    }),
    change(origin, eventType, { id, text }) {
      const isDeleted = eventType === 'softDeleteMessage';
      const thread = origin.conversation.type === 'channel' ? { threadId: id } : {};
      const kind = { id, type: isDeleted ? 'messageDelete' : 'messageUpdate', ...thread };
      const activity = isDeleted ? withPerson(sender, origin, kind) : withText(origin, kind, { text });
      return { ...activity, channelData: { ...activity.channelData, eventType } };
    },
    teamEvent(origin, eventType) {
      const { conversation } = origin;
      const { team, id, name } = conversation;
      const channel = eventType.startsWith('channel') ? { id, name } : undefined;
      const activity = event(origin, 'conversationUpdate', { team, channel, eventType });
      const member = { id: '29:1somebody-else', aadObjectId: randomUUID() };
      return {
        ...activity,
        conversation: { ...activity.conversation, id: team?.id ?? id },
        ...(eventType === 'teamMemberAdded' && { membersAdded: [member] }),
        ...(eventType === 'teamMemberRemoved' && { membersRemoved: [member] }),
      };
    },
  };
}
