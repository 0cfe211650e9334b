import type { TurnContext } from 'botbuilder';
import { noteInTurn } from '../../logging/turn-context';
import { noteRepeat, toRepeat } from '../activity/repeat';
import { sendAnswer, sendReply, sendSignInCard } from '../activity/send-reply';
import type { SentAnswers } from '../activity/sent-answers';
import type { BotDependencies } from '../dependencies';
import { toFollowUps } from '../follow-ups';
import { isTokenRefused } from '../reply-to-error';
import { toSignInId, type PendingQuestion } from '../sign-in/pending-question';
import type { SignedInTurn, Turn } from '../turn';
import { createFindAnswer, type FoundAnswer } from './find-answer';
import { createQuestionRefiner } from './refine-question';

/** Answers a question in chat, or sends a sign-in card if the sender has no Graph token. */
export type AnswerQuestion = (
  context: TurnContext,
  turn: Turn | SignedInTurn,
  pending: PendingQuestion,
) => Promise<void>;

const TYPING_AFTER_MS = 1_000;

export function createAnswerQuestion(
  dependencies: BotDependencies,
  sentAnswers: SentAnswers,
): AnswerQuestion {
  const { dispatcher, signIn, signInCards, log } = dependencies;
  const refiner = createQuestionRefiner(dispatcher);
  const find = createFindAnswer(dispatcher, refiner);

  async function askToSignIn(context: TurnContext, turn: Turn, pending: PendingQuestion): Promise<void> {
    noteInTurn({ outcome: 'signInNeeded' });
    await sendSignInCard(context, signInCards.create(turn, toSignInId(pending)));
  }

  async function withTyping<T>(context: TurnContext, work: () => Promise<T>): Promise<T> {
    const timer = setTimeout(() => {
      context.sendActivity({ type: 'typing' }).catch((error: unknown) => {
        const name = error instanceof Error ? error.name : 'unknown';
        log.debug({ error: name }, 'the typing indicator was not sent');
      });
    }, TYPING_AFTER_MS);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
    }
  }

  /** Sends an answer; where there is something to rate, with thumbs and what to ask next. */
  async function send(
    context: TurnContext,
    turn: SignedInTurn,
    { question, reply }: FoundAnswer,
  ): Promise<void> {
    if (!isRated(question)) return sendReply(context, reply);
    const isNotice = reply.kind === 'card' && reply.template === 'notice';
    const people = await dispatcher.find('knownNames', 'people')?.list(turn, false);
    const hasReports = people !== undefined && people.length > 0;
    const messageId = await sendAnswer(context, reply, toFollowUps(question, { hasReports, isNotice }));
    const outcome = isNotice ? 'notice' : 'answer';
    sentAnswers.keep(context, messageId, { intent: question.intent, outcome });
  }

  return async function answer(context, turn, pending) {
    const { question, askedAt, attempt } = pending;
    const route = dispatcher.get('question', question.intent);
    noteInTurn({ intent: question.intent });
    if (route.isReadOnly) noteRepeat(context, toRepeat(turn, pending));
    const graphToken = 'graphToken' in turn ? turn.graphToken : signIn.findToken(turn);
    if (graphToken === undefined) {
      if (route.needsSignIn || (route.isReadOnly && refiner.isWorthSignIn(turn, pending))) {
        return askToSignIn(context, turn, pending);
      }
      return sendReply(context, await route.answer(turn, question));
    }
    try {
      const signedIn = { ...turn, askedAt, graphToken };
      await send(context, signedIn, await withTyping(context, () => find(signedIn, pending)));
    } catch (error) {
      if (!isTokenRefused(error)) throw error;
      signIn.forget(turn, error.claims);
      if (attempt === 2) throw error;
      await askToSignIn(context, turn, { ...pending, attempt: 2 });
    }
  };
}

/** Whether the answer says something about courses, or that the question was not understood. */
function isRated({ intent }: PendingQuestion['question']): boolean {
  return !['help', 'greeting', 'feedback', 'signOut'].includes(intent);
}
