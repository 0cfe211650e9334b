import * as z from 'zod/v4';

/** Every invoke that the bot handles. */
export const invokeNames = [
  'adaptiveCard/action',
  'composeExtension/anonymousQueryLink',
  'composeExtension/query',
  'composeExtension/queryLink',
  'composeExtension/querySettingUrl',
  'composeExtension/setting',
  'fileConsent/invoke',
  'message/submitAction',
  'signin/failure',
  'signin/tokenExchange',
  'signin/verifyState',
] as const;
export type InvokeName = (typeof invokeNames)[number];

/**
 * Schemas of what the bot reads from Teams (docs/reference/teams-platform.md#sign-in-messages,
 * docs/reference/teams-platform.md#card-action-messages). The client can send anything in `value`, so
 * lengths are bounded; unknown members are ignored.
 */
const token = z.string().min(1).max(16_000);
const signInId = z.string().min(1).max(5_000);
/** What an invoke carries for signing its sender in. */
const signInParts = {
  /** An invalid token counts as missing, so the client is asked for another. */
  authentication: z.object({ token }).optional().catch(undefined),
  /** The value that the sign-in page gave to the client; invalid ones, such as another sign-in's code, are dropped. */
  state: signInId.optional().catch(undefined),
};

export const tokenExchangeValue = z.object({ id: signInId, connectionName: z.string().max(200), token });

/** `state` is the id of the sign-in attempt, which our sign-in page gave to the client. */
export const verifyStateValue = z.object({ state: signInId });

/** Teams' failure code and message. Either may hold the code of our sign-in page: Teams does not document which. */
export const signInFailureValue = z.object({
  code: z.string().regex(/^\w{1,60}$/),
  message: z.string().max(300).catch(''),
});

export const cardActionValue = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: z.string().max(100), data: z.unknown() }),
  ...signInParts,
});

/** An action that the client runs when it shows the card: no one has selected it, or has signed in for it just now. */
export const automaticAction = z.object({ trigger: z.literal('automatic'), state: z.undefined().optional() });

/**
 * `message/submitAction`: thumbs up or down under a message (docs/reference/teams-platform.md#feedback). What the person
 * wrote with it is never read.
 */
export const feedbackValue = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']) }),
  replyToId: z.string().max(300).optional().catch(undefined),
});

/** `composeExtension/query`; invalid parts are dropped, so that a search always gets an answer. */
export const searchValue = z.object({
  commandId: z.string().max(64),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).catch([]),
  queryOptions: z
    .object({
      // An invalid number counts as past the last result, so the client gets no hits instead of the first page again.
      skip: z
        .number()
        .int()
        .min(0)
        .catch(({ value }) => (typeof value === 'number' ? Number.MAX_SAFE_INTEGER : 0)),
      count: z.number().int().min(1).max(25).catch(25),
    })
    .catch({ skip: 0, count: 25 }),
  ...signInParts,
});

/** `composeExtension/queryLink` and `composeExtension/anonymousQueryLink`. */
export const linkValue = z.object({
  url: z
    .url({ abort: true })
    .max(4_000, { abort: true })
    .transform((url) => new URL(url)),
  ...signInParts,
});

/** `composeExtension/setting`: `state` is what the page of the settings gave to the client. */
export const settingValue = z.object({ state: signInParts.state });

/** Where Teams wants an accepted file, and what the card that links to the file must name. */
export type UploadInfo = z.infer<typeof uploadInfo>;
const uploadInfo = z.object({
  uploadUrl: z.string().max(8_000),
  contentUrl: z.string().max(8_000),
  uniqueId: z.string().max(300),
  fileType: z.string().max(20),
});

/** `fileConsent/invoke` (docs/reference/teams-platform.md#files-in-a-personal-chat). */
export const fileConsentValue = z.discriminatedUnion('action', [
  z.object({ action: z.literal('decline') }),
  z.object({ action: z.literal('accept'), context: z.unknown(), uploadInfo }),
]);

/** The parts of a bot activity that make a turn. Invalid optional parts are dropped. */
export const turnActivity = z.object({
  from: z.object({ aadObjectId: z.guid() }),
  conversation: z.object({ conversationType: z.string().optional(), tenantId: z.guid().optional() }),
  channelData: z
    .object({ tenant: z.object({ id: z.guid() }).optional() })
    .optional()
    .catch(undefined),
  locale: z.string().max(35).optional().catch(undefined),
  timestamp: z.date().optional().catch(undefined),
  localTimezone: z.string().max(60).optional().catch(undefined),
  rawLocalTimestamp: z.string().max(40).optional().catch(undefined),
  entities: z
    .array(z.object({ type: z.string(), timezone: z.string().max(60).optional() }).catch({ type: '' }))
    .optional()
    .catch(undefined),
});
