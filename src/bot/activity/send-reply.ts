import type { Activity, Attachment, TurnContext } from 'botbuilder';
import { deliver } from './deliver';
import type { FileOffer, Reply } from '../replies';
import type { SignInCard } from '../sign-in/sign-in-card';
import type { UploadInfo } from './wire';

/**
 * Bodies of an `adaptiveCard/action` answer; the HTTP status is always 200
 * (docs/reference/teams-platform.md#card-action-messages).
 */
export type CardActionAnswer =
  | Body<200, 'application/vnd.microsoft.card.adaptive', object>
  | Body<200, 'application/vnd.microsoft.activity.message', string>
  | Body<401, 'application/vnd.microsoft.activity.loginRequest', SignInCard>
  | Body<
      412,
      'application/vnd.microsoft.error.preconditionFailed',
      Readonly<Record<'code' | 'message', string>>
    >;

interface Body<Status, Type, Value> {
  readonly statusCode: Status;
  readonly type: Type;
  readonly value: Value;
}

/** Sends a reply to the turn's conversation. */
export async function sendReply(context: TurnContext, reply: Reply): Promise<void> {
  await deliver(context, toMessage(reply));
}

function toMessage(reply: Reply): Partial<Activity> {
  switch (reply.kind) {
    case 'text':
      return { type: 'message', text: reply.text };
    case 'card':
      return {
        type: 'message',
        // Read by screen readers and shown in the activity feed; `text` would be shown above the card.
        summary: toSummary(reply.text),
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: reply.card }],
      };
    case 'fileOffer':
      return { type: 'message', summary: reply.text, attachments: [toConsentCard(reply)] };
  }
}

/**
 * The first whole lines of a card's plain text. The largest card and its summary stay below 40 KB in
 * UTF-16: pages about the limit of a message name 40 KB and 100 KB (docs/reference/teams-platform.md#size-of-messages).
 */
function toSummary(text: string): string {
  if (text.length <= MOST_SUMMARY) return text;
  const end = text.lastIndexOf('\n', MOST_SUMMARY);
  return `${text.slice(0, end > 0 ? end : MOST_SUMMARY)}\n…`;
}

const MOST_SUMMARY = 1_000;

function toConsentCard({ name, description, bytes, context }: FileOffer): Attachment {
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name,
    content: { description, sizeInBytes: bytes, acceptContext: context, declineContext: context },
  };
}

/** Sends the card that links to an accepted file in OneDrive. */
export async function sendFileInfo(
  context: TurnContext,
  name: string,
  { contentUrl, uniqueId, fileType }: UploadInfo,
): Promise<void> {
  const contentType = 'application/vnd.microsoft.teams.card.file.info';
  await deliver(context, {
    type: 'message',
    attachments: [{ contentType, name, contentUrl, content: { uniqueId, fileType } }],
  });
}

export async function sendSignInCard(context: TurnContext, card: SignInCard): Promise<void> {
  await deliver(context, {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.oauth', content: card }],
  });
}

export async function sendTyping(context: TurnContext): Promise<void> {
  await context.sendActivity({ type: 'typing' });
}

/** Sends the HTTP response of an invoke. */
export async function answerInvoke(context: TurnContext, status: number, body?: object): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status, body } });
}

export async function answerCardAction(context: TurnContext, answer: CardActionAnswer): Promise<void> {
  await answerInvoke(context, 200, answer);
}

/** The reply as a card action response, visible only to the user who selected the action. */
export function toCardActionAnswer(reply: Exclude<Reply, FileOffer>): CardActionAnswer {
  return reply.kind === 'card'
    ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.text };
}
