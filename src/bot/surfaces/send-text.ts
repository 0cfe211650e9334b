import type { TurnContext } from 'botbuilder';
import { findAnswerContext } from '../activity/personal-chat';
import { answerCardAction, answerInvoke, sendReply, toCardActionAnswer } from '../activity/send-reply';
import { answerSearch } from './searches';

/** Sends text in the form that the activity allows. An invoke that has its response already keeps it. */
export async function sendText(context: TurnContext, text: string): Promise<void> {
  const { type, name } = context.activity;
  if (type === 'invoke') {
    if (name === 'adaptiveCard/action')
      return answerCardAction(context, toCardActionAnswer({ kind: 'text', text }));
    if (name?.startsWith('composeExtension/')) return answerSearch(context, { kind: 'text', text });
    await answerInvoke(context, 200);
  }
  await sendReply(findAnswerContext(context), { kind: 'text', text });
}
