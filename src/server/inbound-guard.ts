import * as z from 'zod/v4';
import { createVerifyToken, type VerifyTokenOptions } from './channel-token';
import type { InboundActivity } from './inbound-activity';
import { refuse, type Refusal } from './refusal';

/** Decides who may talk to the bot: the channel only, for the served tenants. */
export type InboundGuard = (
  authorization: string | undefined,
  activity: InboundActivity,
) => Promise<Admission | Refusal>;

export interface Admission {
  readonly kind: 'accepted';
  /** The same in token and activity; replies, which carry the bot's token, go nowhere else. */
  readonly serviceUrl: string;
  /** Whether the sender is from another tenant than the conversation: then no answer may depend on the sender. */
  readonly isStranger: boolean;
}

interface InboundGuardOptions extends VerifyTokenOptions {
  /** `msteams`, and `m365extensions` where Outlook is served. */
  readonly channels: readonly string[];
  readonly allowedTenantIds: readonly string[];
}

const ChannelData = z.object({ tenant: z.object({ id: z.unknown() }) });

/**
 * Replaces the SDK's checks, which skip what a token or an activity leaves out, ignore the tenant, and also accept Entra
 * tokens of any tenant.
 */
export function createInboundGuard(options: InboundGuardOptions): InboundGuard {
  const { channels, allowedTenantIds } = options;
  const verifyToken = createVerifyToken(options);
  const tenants = new Set(allowedTenantIds.map((id) => id.toLowerCase()));

  return async (authorization, activity) => {
    const token = await verifyToken(authorization);
    if (token.kind === 'refused') return token;
    const { serviceUrl } = activity;
    if (serviceUrl === undefined || serviceUrl !== token.serviceUrl || !URL.canParse(serviceUrl)) {
      return refuse('serviceUrl');
    }
    if (!channels.includes(activity.channelId)) return refuse('channel');
    if (!token.endorsements.includes(activity.channelId)) return refuse('endorsement');
    const isStranger = isFromAnotherTenant(activity, tenants);
    if (!isStranger && !isAnonymousLink(activity) && !isOfOneTenant(activity, tenants))
      return refuse('tenant');
    return { kind: 'accepted', serviceUrl, isStranger };
  };
}

/** A link pasted where the app is not installed: Teams redacts the sender, and the bot reads nothing for it. */
function isAnonymousLink(activity: InboundActivity): boolean {
  return (
    activity.type === 'invoke' &&
    activity['name'] === 'composeExtension/anonymousQueryLink' &&
    namedTenants(activity).every((id) => id === 'redacted')
  );
}

/** A guest of a shared channel (docs/decisions/0017-channel-audience-and-shared-channels.md). */
function isFromAnotherTenant(
  { type, conversation, channelData }: InboundActivity,
  served: ReadonlySet<string>,
): boolean {
  const host = toTenant(conversation?.tenantId);
  const home = toTenant(ChannelData.safeParse(channelData).data?.tenant.id);
  const isInChannel = conversation?.['conversationType'] === 'channel';
  if ((type !== 'message' && type !== 'invoke') || !isInChannel) return false;
  return host !== undefined && served.has(host) && home !== undefined && home !== host;
}

/** Whether all tenant ids of the activity, which has up to two, are the same served one. */
function isOfOneTenant(activity: InboundActivity, served: ReadonlySet<string>): boolean {
  const ids = new Set(namedTenants(activity).map(toTenant));
  const [only] = ids;
  return ids.size === 1 && only !== undefined && served.has(only);
}

function namedTenants(activity: InboundActivity): readonly unknown[] {
  const { data } = ChannelData.safeParse(activity.channelData);
  return [activity.conversation?.tenantId, data?.tenant.id].filter((id) => id !== undefined);
}

function toTenant(id: unknown): string | undefined {
  return typeof id === 'string' ? id.toLowerCase() : undefined;
}
