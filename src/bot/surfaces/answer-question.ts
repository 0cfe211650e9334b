import type { TurnContext } from 'botbuilder';
import { noteInTurn } from '../../logging/turn-context';
import { sendReply, sendSignInCard } from '../activity/send-reply';
import type { BotDependencies } from '../dependencies';
import { isTokenRefused } from '../reply-to-error';
import type { Answer } from '../routes';
import { toSignInId, type PendingQuestion } from '../sign-in/pending-question';
import type { SignedInTurn, Turn } from '../turn';
import { createQuestionRefiner } from './refine-question';

/** Answers a question in chat, or sends a sign-in card if the sender has no Graph token. */
export type AnswerQuestion = (
  context: TurnContext,
  turn: Turn | SignedInTurn,
  pending: PendingQuestion,
) => Promise<void>;

const TYPING_AFTER_MS = 1_000;

export function createAnswerQuestion(dependencies: BotDependencies): AnswerQuestion {
  const { dispatcher, signIn, signInCards, log } = dependencies;
  const refiner = createQuestionRefiner(dispatcher);

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

  /** Returns the answer, or the question that the sender's own lists show is meant. */
  async function find(turn: SignedInTurn, pending: PendingQuestion): Promise<Answer> {
    const meant = await refiner.beforeAnswer(turn, pending);
    if (meant !== undefined) return { kind: 'ask', question: meant };
    const route = dispatcher.get('question', pending.question.intent);
    const reply = await route.answer(turn, pending.question);
    const title = await refiner.afterAnswer(turn, pending);
    return title === undefined ? reply : { kind: 'ask', question: title };
  }

  return async function answer(context, turn, pending) {
    const { question, askedAt, attempt } = pending;
    const route = dispatcher.get('question', question.intent);
    noteInTurn({ intent: question.intent });
    const graphToken = 'graphToken' in turn ? turn.graphToken : signIn.findToken(turn);
    if (graphToken === undefined) {
      if (route.needsSignIn || (route.isReadOnly && refiner.isWorthSignIn(turn, pending))) {
        return askToSignIn(context, turn, pending);
      }
      return sendReply(context, await route.answer(turn, question));
    }
    try {
      const signedIn = { ...turn, askedAt, graphToken };
      const reply = await withTyping(context, () => find(signedIn, pending));
      await (reply.kind === 'ask'
        ? answer(context, signedIn, { ...pending, phrase: undefined, question: reply.question })
        : sendReply(context, reply));
    } catch (error) {
      if (!isTokenRefused(error)) throw error;
      signIn.forget(turn, error.claims);
      if (attempt === 2) throw error;
      await askToSignIn(context, turn, { ...pending, attempt: 2 });
    }
  };
}
