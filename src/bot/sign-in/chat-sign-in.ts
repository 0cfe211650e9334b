import type { TurnContext } from 'botbuilder';
import { noticeCard } from '../../cards/notice';
import { userKey } from '../../domain/user-key';
import { noteInTurn } from '../../logging/turn-context';
import { textsFor } from '../../i18n/catalog';
import { noteRepeat, toRepeat } from '../activity/repeat';
import { answerInvoke, sendReply } from '../activity/send-reply';
import type { TurnHandler } from '../activity/to-turn';
import { signInFailureValue, tokenExchangeValue, verifyStateValue } from '../activity/wire';
import type { BotDependencies } from '../dependencies';
import { myCoursesButton, refusalNotice } from '../notices';
import type { AnswerQuestion } from '../surfaces/answer-question';
import type { Turn } from '../turn';
import { parseSignInId, type PendingQuestion } from './pending-question';
import { CONNECTION_NAME } from './sign-in-card';
import { failureNotice } from './failure-notice';
import { endSignIn, type SignInOutcome } from './sign-in-port';

/** Answers the invokes that follow a sign-in card in a chat (docs/reference/identity.md#sign-in-answer-per-surface). */
export interface ChatSignIn {
  /** `signin/tokenExchange`: the client got an SSO token silently. */
  readonly onTokenExchange: TurnHandler;
  /** `signin/verifyState`: the user has completed the sign-in page. */
  readonly onVerifyState: TurnHandler;
  /** `signin/failure`: the client could not get an SSO token, or the sign-in page ended without one. */
  readonly onFailure: TurnHandler;
}

/** Each of the user's clients reports the same failure, and nothing tells the reports apart. */
const FAILURE_MS = 30_000;
export function createChatSignIn(dependencies: BotDependencies, answer: AnswerQuestion): ChatSignIn {
  const { dispatcher, signIn, claims, registration, log } = dependencies;

  /**
   * Returns the question that needed the sign-in; undefined for an id that the bot did not issue. It sends sign-in cards
   * to personal chats only, so a sign-in elsewhere has no question, and nobody's courses are answered there.
   */
  function findPending({ now, isPersonalChat }: Turn, id: string | undefined): PendingQuestion | undefined {
    const pending = isPersonalChat ? parseSignInId(id ?? '', now) : undefined;
    return pending && dispatcher.get('question', pending.question.intent).isReadOnly ? pending : undefined;
  }

  /** Answers the question that needed the sign-in, or says why it cannot: once for all of the user's clients. */
  async function conclude(
    context: TurnContext,
    turn: Turn,
    { key, pending, outcome }: { key: string; pending: PendingQuestion; outcome: SignInOutcome },
  ): Promise<void> {
    const isFirst = await claims.claim(`exchange ${key}`);
    if (outcome.kind === 'signedIn') {
      // Even if another client's token was refused before.
      const isUnanswered = await claims.claim(`answer ${key}`);
      if (isUnanswered) await answer(context, { ...turn, graphToken: outcome.graphToken }, pending);
      return;
    }
    if (!isFirst) return;
    noteInTurn({ outcome: 'refused' });
    const refusal = outcome.kind === 'signInNeeded' ? endSignIn(outcome) : outcome;
    const repeat = { action: toRepeat(turn, pending) };
    await sendReply(context, refusalNotice(turn, { ...refusal, repeat }, registration));
  }

  return {
    async onTokenExchange(context, turn) {
      const value = tokenExchangeValue.safeParse(context.activity.value);
      const pending = findPending(turn, value.data?.id);
      if (!value.success || pending === undefined) return answerInvoke(context, 400);
      const { id, token } = value.data;
      noteRepeat(context, toRepeat(turn, pending));
      const key = `${userKey(turn)} ${id}`;
      const outcome = await signIn.exchange(turn, token, turn.signal).catch(async (error: unknown) => {
        // Only the first of the user's clients throws, so that one error message is sent.
        if (await claims.claim(`exchange ${key}`)) throw error;
        return undefined;
      });
      if (outcome?.kind === 'signInNeeded' && !pending.hasSeenPage) {
        noteInTurn({ outcome: 'signInNeeded' });
        // Send nothing else in this turn: a message makes the client show the card again and again.
        const failureDetail = `Sign-in is needed: ${outcome.reason}`;
        return answerInvoke(context, 412, { id, connectionName: CONNECTION_NAME, failureDetail });
      }
      await answerInvoke(context, 200);
      if (outcome !== undefined) await conclude(context, turn, { key, pending, outcome });
    },

    async onVerifyState(context, turn) {
      const { data } = verifyStateValue.safeParse(context.activity.value);
      const pending = findPending(turn, data?.state);
      await answerInvoke(context, 200);
      if (pending === undefined) {
        const sentence = textsFor(turn.locale).t('signIn.questionLost');
        const button = myCoursesButton(turn, registration);
        return sendReply(context, noticeCard({ locale: turn.locale, sentence, ...button }));
      }
      await answer(context, turn, { ...pending, attempt: 2, hasSeenPage: true });
    },

    async onFailure(context, turn) {
      await answerInvoke(context, 200);
      const { data } = signInFailureValue.safeParse(context.activity.value);
      log.warn({ code: data?.code ?? 'unreadable' }, 'the client could not sign in silently');
      const codes = data === undefined ? [] : [data.code, data.message];
      const reply = failureNotice(turn, codes, registration);
      if (reply === undefined) return;
      const key = ['sign-in failure', userKey(turn), reply.text].join(' ');
      if (await claims.claim(key, FAILURE_MS)) await sendReply(context, reply);
    },
  };
}
