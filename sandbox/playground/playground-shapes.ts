import * as z from 'zod/v4';

/** The fields of a Playground's activity that the bridge reads. */
export type PlaygroundActivity = z.infer<typeof playgroundActivity>;

/** Address at which a Playground takes the bot's replies; only on this machine. */
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

/** The fields of the bot's activities that an answer needs. */
export const repliable = z.object({
  from: z.looseObject({ id: z.string() }),
  recipient: z.looseObject({ id: z.string() }),
  conversation: z.looseObject({ id: z.string() }),
});
