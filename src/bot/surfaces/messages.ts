import type { TurnContext } from 'botbuilder';
import { isExternalId } from '../../domain/external-id';
import { LONGEST_PHRASE, type Question } from '../../domain/question';
import { noteInTurn } from '../../logging/turn-context';
import { withAsked } from '../../phrases/asked';
import { asTyped } from '../../phrases/clean-phrase';
import { readQuestion } from '../../phrases/read-question';
import { identifyPerson, readMessage } from '../activity/mentions';
import { toPersonalChat } from '../activity/personal-chat';
import { sendReply } from '../activity/send-reply';
import type { TurnHandler } from '../activity/to-turn';
import type { BotDependencies } from '../dependencies';
import { personalChatNotice } from '../notices';
import type { Turn } from '../turn';
import type { AnswerQuestion } from './answer-question';

/** Answers typed messages. One from a group chat or channel is answered in the personal chat, and a notice says so. */
export function createMessages(dependencies: BotDependencies, answer: AnswerQuestion): TurnHandler {
  const { dispatcher, registration, log } = dependencies;

  /** Undefined if the answer is the same for everyone, or if the app is not installed for the sender. */
  async function findPersonalChat(context: TurnContext, turn: Turn, { intent }: Question) {
    if (turn.isPersonalChat) return context;
    if (!dispatcher.get('question', intent).needsSignIn) return undefined;
    const personal = await toPersonalChat(context, turn, log);
    if (personal !== undefined)
      await sendReply(context, personalChatNotice(turn, 'answeredInPersonalChat', registration));
    return personal;
  }

  return async (context, turn) => {
    const { phrase, people } = readMessage(context.activity);
    const understood = readQuestion(phrase, turn);
    log.info({ intent: understood.intent }, 'question understood');
    noteInTurn({ intent: understood.intent });
    const route = dispatcher.get('question', understood.intent);
    if (!turn.isPersonalChat && !route.needsSignIn && route.isForGroups)
      return sendReply(context, await route.answer(turn, understood));
    const chat = await findPersonalChat(context, turn, understood);
    if (chat === undefined) {
      noteInTurn({ outcome: 'refused' });
      return sendReply(context, personalChatNotice(turn, 'personalChatOnly', registration));
    }
    const meant = await identifyPerson(context, understood, people);
    const question = withAsked(withTypedId(meant, phrase), phrase, turn);
    const kept = phrase.length <= LONGEST_PHRASE ? phrase : undefined;
    const asked = { question, phrase: kept, askedAt: turn.askedAt, attempt: 1, hasSeenPage: false } as const;
    await answer(chat, { ...turn, isPersonalChat: true }, asked);
  };
}

/** Adds the course id in the case the user typed, since a provider's ids may be case-sensitive. */
function withTypedId(question: Question, phrase: string): Question {
  if (question.intent !== 'courseDetails' || !isExternalId(question.text)) return question;
  return { ...question, typed: asTyped(phrase, question.text) };
}
