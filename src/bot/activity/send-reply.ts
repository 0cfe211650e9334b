import type { Activity, Attachment, TurnContext } from 'botbuilder';
import * as z from 'zod/v4';
import { toChatText } from '../../cards/plain-text';
import type { CardReply } from '../../cards/define-card';
import { textsFor, type FollowUp } from '../../i18n/catalog';
import { noteInTurn } from '../../logging/turn-context';
import { BotError } from '../errors';
import type { FileOffer, Reply, SearchHit, SearchReply } from '../routes';
import type { SignInCard } from '../sign-in/sign-in-card';
import { findAnswerContext } from './personal-chat';
import { automaticAction, type UploadInfo } from './wire';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
const MOST_SUMMARY = 1_000;

/** Sends a reply to the turn's conversation. */
export async function sendReply(context: TurnContext, reply: Reply): Promise<void> {
  await deliver(context, toMessage(reply));
}

/**
 * The same for an answer that Teams shows with thumbs up and down, and with what to ask next. Returns the id of the
 * message, if it is known.
 */
export async function sendAnswer(
  context: TurnContext,
  reply: Reply,
  followUps: readonly FollowUp[],
): Promise<string | undefined> {
  // `feedbackLoopEnabled` is its older name; Teams refuses both at once (docs/reference/teams-platform.md#feedback).
  const channelData = { feedbackLoop: { type: 'default' } };
  return deliver(context, { ...toMessage(reply), ...toSuggestedActions(context, followUps), channelData });
}

function toMessage(reply: Reply): Partial<Activity> {
  switch (reply.kind) {
    case 'text':
      return { text: reply.text };
    case 'card':
      return {
        // Read by screen readers and shown in the activity feed; `text` would be shown above the card.
        summary: toSummary(reply.text),
        ...(reply.sentence !== undefined && { text: toChatText(reply.sentence) }),
        attachments: [{ contentType: ADAPTIVE_CARD, content: reply.card }],
      };
    case 'fileOffer':
      return { summary: reply.text, attachments: [toConsentCard(reply)] };
  }
}

/** The phrases which Teams shows as buttons under the message, for its receiver alone. */
function toSuggestedActions({ activity }: TurnContext, followUps: readonly FollowUp[]): Partial<Activity> {
  if (followUps.length === 0) return {};
  const { t } = textsFor(activity.locale);
  const actions = followUps.map((name) => ({
    type: 'imBack',
    title: t(`followUp.${name}`),
    value: t(`phrase.${name}`),
  }));
  return { suggestedActions: { to: [activity.from.id], actions } };
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
    attachments: [{ contentType, name, contentUrl, content: { uniqueId, fileType } }],
  });
}

export async function sendSignInCard(context: TurnContext, card: SignInCard): Promise<void> {
  await deliver(context, {
    attachments: [{ contentType: 'application/vnd.microsoft.card.oauth', content: card }],
  });
}

/** The user blocked or removed the bot, or the conversation no longer exists: not a fault, and no one to tell. */
const NO_RECIPIENT = [403, 404];
const BUSY = [408, 412, 429];

/** A connector call that failed: with an error status, without an answer, or because the bot has no token for it. */
const failedCall = z.object({
  name: z.enum(['RestError', 'AbortError', 'TimeoutError', 'TokenError']),
  statusCode: z.number().optional().catch(undefined),
});

/**
 * Sends a message to the turn's conversation. Also resolves when delivery failed or is uncertain: an error message
 * would not arrive either, or would follow an answer that did. Throws a `BotError` if Teams rejects the message.
 */
async function deliver(context: TurnContext, message: Partial<Activity>): Promise<string | undefined> {
  try {
    return (await context.sendActivity({ type: 'message', ...message }))?.id;
  } catch (error) {
    const failed = failedCall.safeParse(error);
    if (!failed.success) throw error;
    noteUndelivered(failed.data.statusCode);
    return undefined;
  }
}

function noteUndelivered(status = 500): void {
  // Teams accepted the message, but its answer could not be parsed.
  if (status < 300) return;
  if (NO_RECIPIENT.includes(status)) noteInTurn({ outcome: 'undelivered' });
  else if (status >= 500 || BUSY.includes(status))
    noteInTurn({ outcome: 'undelivered', fault: 'notDelivered' });
  else throw new BotError('messageRefused', 'Teams rejected the message', { status });
}

/** Sends a notice in the form that the activity allows. An invoke that has its response already keeps it. */
export async function sendNotice(context: TurnContext, notice: CardReply): Promise<void> {
  const { type, name } = context.activity;
  if (type === 'invoke') {
    if (name === 'adaptiveCard/action') return showNotice(context, notice);
    if (name?.startsWith('composeExtension/'))
      return answerSearch(context, { kind: 'text', text: notice.text });
    await answerInvoke(context, 200);
  }
  await sendReply(findAnswerContext(context), notice);
}

/** Sends the HTTP response of an invoke. */
export async function answerInvoke(context: TurnContext, status: number, body?: object): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status, body } });
}

/**
 * Body of an `adaptiveCard/action` answer; the HTTP status is always 200
 * (docs/reference/teams-platform.md#card-action-messages).
 */
interface CardActionAnswer {
  readonly statusCode: 200 | 401 | 412;
  readonly type: `application/vnd.microsoft.${string}`;
  readonly value: object | string;
}

export async function answerCardAction(context: TurnContext, answer: CardActionAnswer): Promise<void> {
  await answerInvoke(context, 200, answer);
}

/** Sends a reply as the response to a card action, visible only to the user who selected the action. */
export async function showReply(context: TurnContext, reply: Reply): Promise<void> {
  await answerCardAction(
    context,
    reply.kind === 'card'
      ? { statusCode: 200, type: ADAPTIVE_CARD, value: reply.card }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.text },
  );
}

/**
 * Shows why a card action has no answer, in place of the card and with a button that repeats it: of an error answer,
 * Teams shows a sentence of its own, and a message it shows like a success. A card that refreshes automatically stays,
 * with the sentence as a message, since no one has selected anything.
 */
export async function showNotice(context: TurnContext, notice: CardReply): Promise<void> {
  const { data } = automaticAction.safeParse(context.activity.value);
  return showReply(context, data === undefined ? notice : { kind: 'text', text: notice.text });
}

/** Sends text or results as the response to any invoke of the message extension. */
export async function answerSearch(context: TurnContext, reply: SearchReply): Promise<void> {
  const alt = textsFor(context.activity.locale).t('course.thumbnailAlt');
  const composeExtension =
    reply.kind === 'text'
      ? { type: 'message', text: reply.text }
      : {
          type: 'result',
          attachmentLayout: 'list',
          attachments: reply.hits.map((hit) => toAttachment(hit, alt)),
          // Answers are personal: Teams must not cache them for the next user who pastes the link.
          suggestedActions: {
            actions: [{ type: 'setCachePolicy', value: JSON.stringify({ type: 'no-cache' }) }],
          },
        };
  await answerInvoke(context, 200, {
    composeExtension,
    cacheInfo: { cacheType: 'no-cache', cacheDuration: 0 },
  });
}

function toAttachment({ card, preview: { title, text, imageUrl } }: SearchHit, alt: string): object {
  return {
    contentType: ADAPTIVE_CARD,
    content: card,
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title, text, ...(imageUrl !== undefined && { images: [{ url: imageUrl, alt }] }) },
    },
  };
}
