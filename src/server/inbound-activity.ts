import type { Activity } from 'botbuilder';
import * as z from 'zod/v4';

/** The least that a body must be to be worth authenticating, and all that the guard reads of it. */
export type InboundActivity = z.infer<typeof InboundActivity>;
const InboundActivity = z.looseObject({
  type: z.string().min(1),
  channelId: z.string(),
  serviceUrl: z.string().optional(),
  conversation: z.looseObject({ tenantId: z.unknown().optional() }).optional(),
  channelData: z.unknown().optional(),
});

/** Undefined when the body does not have the shape of a bot activity. */
export function parseActivity(body: unknown): InboundActivity | undefined {
  return InboundActivity.safeParse(body).data;
}

const Sender = z.object({ id: z.string() });

/** The same activity from nobody in particular: nothing is left of the sender by which they could be known. */
export function withoutSender(activity: InboundActivity): InboundActivity {
  return { ...activity, from: Sender.safeParse(activity['from']).data };
}

const DATES = [
  ['timestamp', 'rawTimestamp'],
  ['localTimestamp', 'rawLocalTimestamp'],
  ['expiration', 'rawExpiration'],
] as const;

/** The activity as the SDK hands it to bots: with dates, and each as it was written beside it. */
export function toSdkActivity(inbound: InboundActivity): Activity {
  const dates = DATES.flatMap(([name, rawName]) => {
    const raw = inbound[name];
    if (typeof raw !== 'string') return [[name, undefined]];
    const date = new Date(raw);
    // A date that nobody can read is left out: an invalid Date throws far from here.
    return [
      [rawName, raw],
      [name, Number.isNaN(date.getTime()) ? undefined : date],
    ];
  });
  // The SDK declares far more than the channel promises; what is missing is the conversation edge's to check.
  return { ...inbound, ...Object.fromEntries(dates) } as Activity;
}
