import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Clock } from '../clock';
import type { Person, World } from '../world/world';
import { BOT_NAME, teamsIdOf, type Conversation } from './conversations';
import { markMentions, type Mentioned } from './mentions';
import type { Attachment } from './timeline';

/** A bot activity as Teams sends it. */
export interface InboundActivity {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Where an activity comes from. */
export interface Origin {
  readonly person: Person;
  readonly conversation: Conversation;
}

/** What an invoke brings once the person is signed in: the token, or what the pop-up left. */
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
  /** A message as the person typed it; `@Coursemate` and the `@name`s of `mentions` become mentions. */
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
  /** What a pressed `Action.Submit` sends: `replyToId` is the message with the card. */
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
  /** A link pasted where the app is not installed: every id is the word `redacted` (teams-platform 2.2). */
  anonymousLink(url: string): InboundActivity;
  /** The two activities of an app that was just added to a conversation. */
  installation(origin: Origin): readonly InboundActivity[];
}

/** Through which door of the bot's an activity comes; `m365extensions` is Outlook's (teams-platform 2.3). */
export type ChannelId = 'msteams' | 'm365extensions';

interface Sender {
  readonly channelId: ChannelId;
  readonly clock: Clock;
  readonly botId: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
}

const REDACTED = 'redacted';

export function createActivities(options: Omit<Sender, 'tenantId'> & { readonly world: World }): Activities {
  const sender = { ...options, tenantId: options.world.tenantId };
  const bot = { id: `28:${options.botId}`, name: BOT_NAME };

  return {
    message(origin, { id, text, attachments = [], mentions = [], threadId }) {
      const marked = markMentions(text, [bot, ...mentions]);
      const activity = withPerson(sender, origin, { type: 'message', id, threadId });
      return {
        ...activity,
        text: marked.text,
        textFormat: 'plain',
        entities: [...marked.entities, ...activity.entities],
        ...(attachments.length > 0 && { attachments }),
      };
    },
    submit: (origin, { id, ...fields }) => ({
      ...withPerson(sender, origin, { type: 'message', id }),
      ...fields,
    }),
    invoke: (origin, { name, value, replyToId }) => ({
      ...withPerson(sender, origin, { type: 'invoke', id: `f:${randomUUID()}` }),
      name,
      value,
      ...(replyToId !== undefined && { replyToId }),
    }),
    anonymousLink: (url) => ({
      type: 'invoke',
      id: `f:${randomUUID()}`,
      name: 'composeExtension/anonymousQueryLink',
      timestamp: options.clock.now().toISOString(),
      channelId: options.channelId,
      serviceUrl: options.serviceUrl,
      from: { id: REDACTED, name: REDACTED, aadObjectId: REDACTED },
      recipient: bot,
      conversation: { id: REDACTED, conversationType: 'personal', tenantId: REDACTED },
      channelData: { tenant: { id: REDACTED } },
      value: { url },
    }),
    installation(origin) {
      const { locale } = origin.person;
      const event = (type: string) => envelope(sender, origin, { type, id: `f:${randomUUID()}` });
      return [
        {
          ...event('installationUpdate'),
          action: 'add',
          locale,
          entities: [{ type: 'clientInfo', locale }] as object[],
        },
        { ...event('conversationUpdate'), membersAdded: [bot] },
      ];
    },
  };
}

interface Kind {
  readonly type: string;
  readonly id: string;
  readonly threadId?: string | undefined;
}

function envelope(sender: Sender, { person, conversation }: Origin, { type, id, threadId }: Kind) {
  const { user } = person;
  const isPersonal = conversation.type === 'personal';
  return {
    type,
    id,
    timestamp: sender.clock.now().toISOString(),
    channelId: sender.channelId,
    serviceUrl: sender.serviceUrl,
    from: { id: teamsIdOf(user.id), name: user.displayName, aadObjectId: user.id },
    recipient: { id: `28:${sender.botId}`, name: BOT_NAME },
    conversation: {
      id: threadId === undefined ? conversation.id : `${conversation.id};messageid=${threadId}`,
      conversationType: conversation.type,
      tenantId: sender.tenantId,
      ...(!isPersonal && { isGroup: true, name: conversation.name }),
    },
    channelData: {
      tenant: { id: sender.tenantId },
      ...(conversation.team && { team: conversation.team, channel: { id: conversation.id } }),
    },
  };
}

/** With what messages and invokes carry: the person's own time and what their client tells of itself. */
function withPerson(sender: Sender, origin: Origin, kind: Kind) {
  const { locale, timeZone } = origin.person;
  const country = new Intl.Locale(locale).region ?? 'US';
  return {
    ...envelope(sender, origin, kind),
    localTimestamp: DateTime.fromJSDate(sender.clock.now(), { zone: timeZone }).toISO(),
    localTimezone: timeZone,
    locale,
    entities: [{ type: 'clientInfo', locale, country, platform: 'Web', timezone: timeZone }] as object[],
  };
}
