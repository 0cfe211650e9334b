import type { InboundActivity } from '../teams/activities';
import type { Person } from '../world/world';
import type { PlaygroundActivity } from './playground-shapes';

/** One Playground, and whom it plays. */
export interface Seat {
  readonly person: Person;
  readonly tenantId: string;
  /** Where the Playground itself takes replies. */
  readonly playgroundUrl: string;
  /** Where the bot sends them. */
  readonly serviceUrl: string;
}

/** Everything stays as the Playground wrote it, save who speaks, in which tenant, and what their client tells. */
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
