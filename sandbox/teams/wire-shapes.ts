import * as z from 'zod/v4';

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
export const OAUTH_CARD = 'application/vnd.microsoft.card.oauth';
export const FILE_CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
export const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';
export const LOGIN_REQUEST = 'application/vnd.microsoft.activity.loginRequest';

/** Content of an OAuth card, and value of a `loginRequest`. */
export type OAuthCard = z.infer<typeof oauthCard>;
export type FileConsentCard = z.infer<typeof fileConsentCard>;
/** The fields of the bot's activities that Teams reads. */
export type OutboundActivity = z.infer<typeof outboundActivity>;

const KNOWN_CONTENT_TYPES = new Set([
  ADAPTIVE_CARD,
  OAUTH_CARD,
  FILE_CONSENT,
  FILE_INFO,
  'application/vnd.microsoft.card.hero',
  'application/vnd.microsoft.card.thumbnail',
]);

export const adaptiveCard = z.looseObject({
  type: z.literal('AdaptiveCard'),
  version: z.enum(['1.0', '1.1', '1.2', '1.3', '1.4', '1.5'], 'must be at most 1.5'),
  body: z.array(z.looseObject({ type: z.string() })),
});

export const oauthCard = z.looseObject({
  text: z.string().default(''),
  connectionName: z.string().min(1),
  buttons: z.tuple(
    [z.looseObject({ type: z.literal('signin'), title: z.string().min(1), value: z.url() })],
    z.unknown(),
  ),
  tokenExchangeResource: z.looseObject({ id: z.string().min(1), uri: z.string().optional() }).optional(),
});

/** An attachment with which the bot offers a file. */
export const fileConsentCard = z.looseObject({
  name: z.string().min(1),
  content: z.looseObject({
    description: z.string().optional(),
    sizeInBytes: z.int().min(0),
    acceptContext: z.unknown(),
    declineContext: z.unknown(),
  }),
});

/** An attachment that shows an uploaded file. */
const fileInfoCard = z.looseObject({
  name: z.string().min(1),
  contentUrl: z.url({ protocol: /^https$/ }),
  content: z.looseObject({ uniqueId: z.string().min(1), fileType: z.string().min(1) }),
});

const attachment = z.object({
  contentType: z.string(),
  content: z.unknown().optional(),
  contentUrl: z.string().optional(),
  name: z.string().optional(),
});

/** The phrases that the bot suggests under a message. */
const suggestedActions = z.looseObject({
  to: z.array(z.string()).default([]),
  actions: z.array(z.looseObject({ type: z.string(), title: z.string().min(1), value: z.string().min(1) })),
});

/** `feedbackLoopEnabled` is the older name of `feedbackLoop`. */
const outboundChannelData = z.looseObject({
  feedbackLoop: z.looseObject({ type: z.enum(['default', 'custom']) }).optional(),
  feedbackLoopEnabled: z.boolean().optional(),
});

export const outboundActivity = z.looseObject({
  type: z.string(),
  text: z.string().default(''),
  attachments: z.array(attachment).default([]),
  suggestedActions: suggestedActions.optional(),
  channelData: outboundChannelData.optional(),
  conversation: z.looseObject({ id: z.string() }).optional(),
});

/** Body of the answer to `adaptiveCard/action`. */
export const actionAnswer = z.discriminatedUnion('type', [
  z.object({ statusCode: z.literal(200), type: z.literal(ADAPTIVE_CARD), value: adaptiveCard }),
  z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string(),
  }),
  z.object({ statusCode: z.literal(401), type: z.literal(LOGIN_REQUEST), value: oauthCard }),
  z.object({
    statusCode: z.literal(401),
    type: z.literal('application/vnd.microsoft.error.incorrectAuthCode'),
  }),
  z.object({
    statusCode: z.literal(412),
    type: z.literal('application/vnd.microsoft.error.preconditionFailed'),
    value: z.looseObject({ code: z.string(), message: z.string() }),
  }),
  z.object({
    statusCode: z.union([z.literal(400), z.literal(500)]),
    type: z.literal('application/vnd.microsoft.error'),
    value: z.looseObject({ code: z.string(), message: z.string() }),
  }),
]);

/** As many suggested actions as Teams shows. */
export const MOST_SUGGESTED = 3;

/** Problems of a bot message, for the developer; empty when there are none. */
export function problemsOf(activity: OutboundActivity): readonly string[] {
  if (activity.type !== 'message') return [];
  const isEmpty = activity.text.trim() === '' && activity.attachments.length === 0;
  const { feedbackLoop, feedbackLoopEnabled } = activity.channelData ?? {};
  const { actions = [] } = activity.suggestedActions ?? {};
  return [
    ...(feedbackLoop !== undefined && feedbackLoopEnabled !== undefined
      ? ['both feedbackLoop and feedbackLoopEnabled, which Teams refuses']
      : []),
    ...(actions.length > MOST_SUGGESTED ? [`${actions.length} suggested actions; Teams shows 3`] : []),
    ...actions
      .filter(({ type }) => type !== 'imBack')
      .map(({ type }) => `a suggested action of the type ${type}`),
    ...(isEmpty ? ['a message with neither text nor attachment'] : []),
    ...activity.attachments.flatMap(inAttachment),
  ];
}

function inAttachment(sent: z.infer<typeof attachment>): readonly string[] {
  const { contentType, content } = sent;
  if (!KNOWN_CONTENT_TYPES.has(contentType)) return [`an attachment of unknown type ${contentType}`];
  if (contentType === ADAPTIVE_CARD) return issuesOf('Adaptive Card', adaptiveCard.safeParse(content));
  if (contentType === OAUTH_CARD) return issuesOf('OAuth card', oauthCard.safeParse(content));
  if (contentType === FILE_CONSENT) return issuesOf('File consent card', fileConsentCard.safeParse(sent));
  if (contentType === FILE_INFO) return issuesOf('File card', fileInfoCard.safeParse(sent));
  return [];
}

/** One line per schema issue, e.g. `OAuth card: buttons.0.value Invalid URL`. */
export function issuesOf(what: string, parsed: z.ZodSafeParseResult<unknown>): readonly string[] {
  return (parsed.error?.issues ?? []).map((issue) => `${what}: ${issue.path.join('.')} ${issue.message}`);
}
