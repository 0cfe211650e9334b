import type { TurnContext } from 'botbuilder';
import type { Logger } from '../../logging/logger';
import { noteInTurn } from '../../logging/turn-context';
import { toSignInId, type PendingQuestion } from '../sign-in/pending-question';
import { canResume, type Dispatcher } from '../dispatch';
import { isTokenRefused } from '../reply-to-error';
import { createQuestionRefiner, type Understand } from './refine-question';
import type { Answer } from '../replies';
import type { SignedInTurn, Turn } from '../turn';
import { sendReply, sendSignInCard, sendTyping } from '../activity/send-reply';
import type { CreateSignInCard } from '../sign-in/sign-in-card';
import type { SignIn } from '../sign-in/sign-in-port';

/** Answers a question in chat, or sends a sign-in card if the sender has no Graph token. */
export type AnswerQuestion = (
  context: TurnContext,
  turn: Turn | SignedInTurn,
  pending: PendingQuestion,
) => Promise<void>;

interface Dependencies {
  readonly dispatcher: Dispatcher;
  readonly understand: Understand;
  readonly signIn: SignIn;
  readonly createSignInCard: CreateSignInCard;
  readonly log: Logger;
}

const TYPING_AFTER_MS = 1_000;

export function createAnswerQuestion(dependencies: Dependencies): AnswerQuestion {
  const { dispatcher, understand, signIn, createSignInCard, log } = dependencies;
  const refiner = createQuestionRefiner(dispatcher, understand);

  async function askToSignIn(context: TurnContext, turn: Turn, pending: PendingQuestion): Promise<void> {
    noteInTurn({ outcome: 'signInNeeded' });
    await sendSignInCard(context, createSignInCard(turn, toSignInId(pending)));
  }

  async function withTyping<T>(context: TurnContext, work: () => Promise<T>): Promise<T> {
    const timer = setTimeout(() => {
      sendTyping(context).catch((error: unknown) => {
        log.debug(
          { error: error instanceof Error ? error.name : 'unknown' },
          'the typing indicator was not sent',
        );
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
    const { route, question } = dispatcher.findQuestion(pending.question);
    const reply = await route.answer(turn, question);
    const title = await refiner.afterAnswer(turn, pending);
    return title === undefined ? reply : { kind: 'ask', question: title };
  }

  return async function answer(context, turn, pending) {
    const { route, question } = dispatcher.findQuestion(pending.question);
    noteInTurn({ intent: question.intent });
    const { askedAt, attempt } = pending;
    const graphToken = 'graphToken' in turn ? turn.graphToken : signIn.findToken(turn);
    if (graphToken === undefined) {
      if (route.needsSignIn || (canResume(route) && refiner.isWorthSignIn(turn, pending))) {
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
