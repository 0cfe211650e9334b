import * as z from 'zod/v4';

/** An activity of the Playground, as far as the bridge reads it. */
export type PlaygroundActivity = z.infer<typeof playgroundActivity>;

/** Where a Playground takes the bot's replies: on this machine, or nowhere. */
export const playgroundUrl = z.url({ protocol: /^http$/, hostname: /^(localhost|127\.0\.0\.1|\[::1\])$/ });

export const playgroundActivity = z.looseObject({
  type: z.string(),
  serviceUrl: playgroundUrl,
  from: z.looseObject({ id: z.string() }),
  conversation: z.looseObject({ id: z.string() }),
  channelData: z.looseObject({}).default({}),
  entities: z.array(z.looseObject({ type: z.string() })).default([]),
  name: z.string().optional(),
  value: z.unknown(),
});

/** What the bot sends, as far as an answer to it needs it. */
export const repliable = z.object({
  from: z.looseObject({ id: z.string() }),
  recipient: z.looseObject({ id: z.string() }),
  conversation: z.looseObject({ id: z.string() }),
});
