import { DateTime } from 'luxon';
import type { Clock } from '../clock';
import type { Person } from '../world/world';
import { BOT_NAME, teamsIdOf, type Conversation } from './conversations';

/**
 * The channel of an activity; `m365extensions` is Outlook's
 * (docs/reference/teams-platform.md#outlook-and-microsoft-365).
 */
export type ChannelId = 'msteams' | 'm365extensions';

/** The sender of an activity. */
export interface Sender {
  readonly channelId: ChannelId;
  readonly clock: Clock;
  readonly botId: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
}

/** The person and conversation from which an activity comes. */
export interface Origin {
  readonly person: Person;
  readonly conversation: Conversation;
}

export interface Kind {
  readonly type: string;
  readonly id: string;
  readonly threadId?: string | undefined;
}

/** The fields of every activity. */
interface Envelope {
  readonly type: string;
  readonly id: string;
  readonly channelData: object;
  readonly conversation: object;
  readonly [field: string]: unknown;
}

export function envelope(
  sender: Sender,
  { person, conversation }: Origin,
  { type, id, threadId }: Kind,
): Envelope {
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
    channelData: channelDataOf(sender, conversation),
  };
}

/** Adds the fields of messages and invokes: the person's local time and data about their client. */
export function withPerson(
  sender: Sender,
  origin: Origin,
  kind: Kind,
): Envelope & { readonly entities: readonly object[] } {
  const { locale, timeZone } = origin.person;
  const country = new Intl.Locale(locale).region ?? 'US';
  return {
    ...envelope(sender, origin, kind),
    localTimestamp: DateTime.fromJSDate(sender.clock.now(), { zone: timeZone }).toISO(),
    localTimezone: timeZone,
    locale,
    entities: [{ type: 'clientInfo', locale, country, platform: 'Web', timezone: timeZone }],
  };
}

/** Activities name a team by id only, except in events of the team itself. */
function channelDataOf({ tenantId }: Sender, { id, team }: Conversation): object {
  return { ...(team && { channel: { id }, team: { id: team.id } }), tenant: { id: tenantId } };
}
