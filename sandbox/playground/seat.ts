import type { InboundActivity } from '../teams/activities';
import type { Person } from '../world/world';
import type { PlaygroundActivity } from './playground-shapes';

/** A Playground and the person it plays. */
export interface Seat {
  readonly person: Person;
  readonly tenantId: string;
  /** Address at which the Playground takes replies. */
  readonly playgroundUrl: string;
  /** Address to which the bot sends them. */
  readonly serviceUrl: string;
}

/** Replaces the person, the tenant and the client's data; everything else stays as the Playground sent it. */
export function toTeamsActivity(
  activity: PlaygroundActivity,
  { person, tenantId, serviceUrl }: Seat,
): InboundActivity {
  const { user, locale, timeZone } = person;
  const others = activity.entities.filter(({ type }) => type !== 'clientInfo');
  return {
    ...activity,
    channelId: 'msteams',
    serviceUrl,
    from: { ...activity.from, name: user.displayName, aadObjectId: user.id },
    conversation: { ...activity.conversation, tenantId },
    channelData: { ...activity.channelData, tenant: { id: tenantId } },
    locale,
    entities: [...others, { type: 'clientInfo', locale, platform: 'Web', timezone: timeZone }],
  };
}
