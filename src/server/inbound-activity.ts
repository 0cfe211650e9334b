import type { Activity } from 'botbuilder';
import * as z from 'zod/v4';

/** The minimal shape of a bot activity, with everything that the guard reads. */
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

/** The activity without anything that identifies its sender, except the Teams id. */
export function withoutSender(activity: InboundActivity): InboundActivity {
  return { ...activity, from: Sender.safeParse(activity['from']).data };
}

const DATES = [
  ['timestamp', 'rawTimestamp'],
  ['localTimestamp', 'rawLocalTimestamp'],
  ['expiration', 'rawExpiration'],
] as const;

/** The activity as the SDK gives it to bots: with dates, and the raw text of each beside it. */
export function toSdkActivity(inbound: InboundActivity): Activity {
  const dates = DATES.flatMap(([name, rawName]) => {
    const raw = inbound[name];
    if (typeof raw !== 'string') return [[name, undefined]];
    const date = new Date(raw);
    // An unreadable date is left out: an invalid Date would throw far from here.
    return [
      [rawName, raw],
      [name, Number.isNaN(date.getTime()) ? undefined : date],
    ];
  });
  // The SDK declares more than the channel guarantees; the bot checks what it reads.
  return { ...inbound, ...Object.fromEntries(dates) } as Activity;
}
