import * as z from 'zod/v4';

/** What a pressed `Action.Submit` does. */
export type Submission =
  /** As if the person had typed it. */
  { readonly kind: 'imBack'; readonly text: string } | MessageSubmission;

/** A message to the bot, of which the conversation shows `shown`, or nothing. */
export interface MessageSubmission {
  readonly kind: 'message';
  readonly text?: string | undefined;
  readonly value: unknown;
  readonly shown?: string | undefined;
}

const imBack = z.object({ msteams: z.object({ type: z.literal('imBack'), value: z.string() }) });
const messageBack = z.object({
  msteams: z.object({
    type: z.literal('messageBack'),
    displayText: z.string().optional(),
    text: z.string().optional(),
    value: z.unknown(),
  }),
});

export function toSubmission(data: Readonly<Record<string, unknown>>): Submission {
  const typed = imBack.safeParse(data);
  if (typed.success) return { kind: 'imBack', text: typed.data.msteams.value };
  const back = messageBack.safeParse(data);
  if (!back.success) return { kind: 'message', value: data };
  const { displayText, text, value } = back.data.msteams;
  return { kind: 'message', text, value, shown: displayText };
}
