import type { TurnContext } from 'botbuilder';
import { isExternalId } from '../../domain/external-id';
import type { Question } from '../../domain/question';
import type { Logger } from '../../logging/logger';
import { noteInTurn } from '../../logging/turn-context';
import { asTyped } from '../../phrases/clean-phrase';
import type { AnswerQuestion } from './answer-question';
import { identifyPerson, readMessage } from '../activity/mentions';
import type { Notices } from '../notices';
import { LONGEST_PHRASE } from '../sign-in/pending-question';
import { toPersonalChat } from '../activity/personal-chat';
import type { Dispatcher } from '../dispatch';
import type { Understand } from './refine-question';
import type { Turn } from '../turn';
import { sendReply } from '../activity/send-reply';

interface Dependencies {
  readonly dispatcher: Dispatcher;
  readonly notices: Notices;
  readonly understand: Understand;
  readonly answer: AnswerQuestion;
  readonly log: Logger;
}

/** What people type. Asked among others, it is answered in the personal chat, with a neutral line where it was asked. */
export function createMessages({
  dispatcher,
  notices,
  understand,
  answer,
  log,
}: Dependencies): (context: TurnContext, turn: Turn) => Promise<void> {
  /** Nowhere, for a question whose answer is the same for everybody, or when the app is not installed for its sender. */
  async function goToPersonalChat(
    context: TurnContext,
    turn: Turn,
    question: Question,
  ): Promise<TurnContext | undefined> {
    if (!dispatcher.findQuestion(question).route.needsSignIn) return undefined;
    const personal = await toPersonalChat(context, turn, log);
    if (personal !== undefined) await sendReply(context, notices.answeredInPersonalChat(turn));
    return personal;
  }

  return async (context, turn) => {
    const { phrase, people } = readMessage(context.activity);
    const understood = understand(phrase, turn);
    log.info({ intent: understood.intent }, 'question understood');
    noteInTurn({ intent: understood.intent });
    const place = turn.isPersonalChat ? context : await goToPersonalChat(context, turn, understood);
    if (place === undefined) {
      noteInTurn({ outcome: 'refused' });
      return sendReply(context, notices.personalChatOnly(turn));
    }
    const question = withTyped(await identifyPerson(context, understood, people), phrase);
    const again = phrase.length <= LONGEST_PHRASE ? { phrase } : {};
    const asked = { question, ...again, askedAt: turn.askedAt, attempt: 1, hasSeenPage: false } as const;
    await answer(place, { ...turn, isPersonalChat: true }, asked);
  };
}

/** An id is asked for as it was typed. */
function withTyped(question: Question, phrase: string): Question {
  if (question.intent !== 'courseDetails' || !isExternalId(question.text)) return question;
  return { ...question, typed: asTyped(phrase, question.text) };
}
