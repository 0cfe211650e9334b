import * as z from 'zod/v4';
import type { BotAnswer } from './bot-channel';
import { describeAnswer } from './client-session';
import type { SearchHit } from './extension-views';
import { ADAPTIVE_CARD, adaptiveCard, issuesOf } from './wire-shapes';

/** The client's reading of the answer to a query or a link. */
export type ExtensionOutcome =
  | {
      readonly kind: 'results';
      readonly hits: readonly SearchHit[];
      /** Problems of the results that are left out. */
      readonly problems: readonly string[];
      readonly isCacheable: boolean;
    }
  | { readonly kind: 'message'; readonly text: string }
  /** The client first tries silently. */
  | { readonly kind: 'silentAuth'; readonly title: string; readonly link: string }
  | { readonly kind: 'auth'; readonly title: string; readonly link: string }
  /** The token of the request is not enough. */
  | { readonly kind: 'preconditionFailed' }
  /** No answer in time. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'protocolError'; readonly text: string };

/**
 * A larger result is not sent (docs/reference/teams-platform.md#message-extension-rules); a card counts together with
 * its preview.
 */
const MOST_BYTES = 28 * 1024;

const preview = z.object({
  contentType: z.enum(['application/vnd.microsoft.card.thumbnail', 'application/vnd.microsoft.card.hero']),
  content: z.object({
    title: z.string().min(1),
    text: z.string().default(''),
    images: z.array(z.object({ url: z.url({ protocol: /^https$/ }) })).default([]),
  }),
});
const result = z
  .unknown()
  .refine((whole) => Buffer.byteLength(JSON.stringify(whole)) <= MOST_BYTES, 'is over 28 KB')
  .pipe(z.object({ contentType: z.literal(ADAPTIVE_CARD), content: adaptiveCard, preview }));

const cachePolicy = z.object({
  actions: z.array(z.object({ type: z.literal('setCachePolicy'), value: z.literal('{"type":"no-cache"}') })),
});
const signInAction = z.looseObject({ type: z.literal('openUrl'), title: z.string().min(1), value: z.url() });
const signIn = z.object({ actions: z.tuple([signInAction], z.unknown()) });
const extensionAnswer = z.object({
  composeExtension: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('result'),
      attachmentLayout: z.enum(['list', 'grid']),
      attachments: z.array(z.unknown()),
      suggestedActions: cachePolicy.default({ actions: [] }),
    }),
    z.object({ type: z.literal('message'), text: z.string().min(1) }),
    z.object({ type: z.literal('silentAuth'), suggestedActions: signIn }),
    z.object({ type: z.literal('auth'), suggestedActions: signIn }),
  ]),
});

export function toExtensionOutcome(answer: BotAnswer): ExtensionOutcome {
  if (answer.kind !== 'answered') return { kind: 'failed' };
  if (answer.status === 412) return { kind: 'preconditionFailed' };
  if (answer.status !== 200) {
    return { kind: 'protocolError', text: `wants HTTP 200 or 412, got ${describeAnswer(answer)}` };
  }
  const parsed = extensionAnswer.safeParse(answer.body);
  if (!parsed.success) return { kind: 'protocolError', text: issuesOf('answer', parsed).join('; ') };
  const { composeExtension } = parsed.data;
  switch (composeExtension.type) {
    case 'result':
      return {
        ...toResults(composeExtension.attachments),
        kind: 'results',
        isCacheable: composeExtension.suggestedActions.actions.length === 0,
      };
    case 'message':
      return { kind: 'message', text: composeExtension.text };
    case 'silentAuth':
    case 'auth': {
      const [{ title, value: link }] = composeExtension.suggestedActions.actions;
      return { kind: composeExtension.type, title, link };
    }
  }
}

function toResults(attachments: readonly unknown[]): { hits: SearchHit[]; problems: string[] } {
  const parsed = attachments.map((attachment) => result.safeParse(attachment));
  return {
    hits: parsed.flatMap(({ data }) => (data === undefined ? [] : toHit(data))),
    problems: parsed.map((one, index) => issuesOf(`result ${index + 1}`, one).join('; ')).filter(Boolean),
  };
}

function toHit({ content: card, preview: { content } }: z.infer<typeof result>): SearchHit {
  const { title, text, images } = content;
  const [image] = images;
  return { card, preview: { title, text, ...(image !== undefined && { imageUrl: image.url }) } };
}
