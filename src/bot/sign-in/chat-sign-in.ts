import type { TurnContext } from 'botbuilder';
import type { Claims } from '../../domain/ports';
import type { Logger } from '../../logging/logger';
import { noteInTurn } from '../../logging/turn-context';
import { textFor } from '../../text/text-for';
import type { AnswerQuestion } from '../surfaces/answer-question';
import type { Notices } from '../notices';
import { parseSignInId, type PendingQuestion } from './pending-question';
import { canResume, type Dispatcher } from '../dispatch';
import type { Reply } from '../replies';
import type { Turn } from '../turn';
import { answerInvoke, sendReply } from '../activity/send-reply';
import { CONNECTION_NAME, endSignIn, type SignIn, type SignInOutcome } from './sign-in';
import { signInFailureValue, tokenExchangeValue, verifyStateValue } from '../activity/wire';

type Handler = (context: TurnContext, turn: Turn) => Promise<void>;

/**
 * What comes back of a sign-in card that was sent into a chat (docs/reference/identity.md#sign-in-answer-per-surface).
 */
export interface ChatSignIn {
  /** `signin/tokenExchange`: the client got an SSO token without bothering anybody. */
  readonly onTokenExchange: Handler;
  /** `signin/verifyState`: the person has been through the sign-in page. */
  readonly onVerifyState: Handler;
  /** `signin/failure`: the client could not get an SSO token, or the sign-in page ended without one. */
  readonly onFailure: Handler;
}

interface Dependencies {
  readonly dispatcher: Pick<Dispatcher, 'findQuestion'>;
  readonly signIn: SignIn;
  readonly claims: Claims;
  readonly notices: Notices;
  readonly answer: AnswerQuestion;
  readonly log: Logger;
}

/** One failure reaches us from each of the person's clients, without anything to tell them apart. */
const FAILURE_MS = 30_000;
/** What our sign-in page, or Teams in its place, reports when the person did not go on. */
const CANCELED = ['ConsentRefused', 'CancelledByUser', 'CanceledByUser'];
/** The client goes on by itself, with the sign-in button (docs/reference/teams-platform.md#sign-in-failure-codes). */
const GOES_ON = ['userconsentrequired', 'interactionrequired'];

export function createChatSignIn(dependencies: Dependencies): ChatSignIn {
  const { dispatcher, signIn, claims, notices, answer, log } = dependencies;

  /** The question that a sign-in was for; undefined for an id that is not one of ours. */
  function findPending(id: string, now: Date): PendingQuestion | undefined {
    const pending = parseSignInId(id, now);
    return pending !== undefined && canResume(dispatcher.findQuestion(pending.question).route)
      ? pending
      : undefined;
  }

  /** Undefined when a fault is thrown for another of the person's clients: one sentence is enough. */
  async function exchange(turn: Turn, ssoToken: string, key: string): Promise<SignInOutcome | undefined> {
    try {
      return await signIn.exchange(turn, ssoToken, turn.signal);
    } catch (error) {
      if (await claims.claim(`exchange ${key}`)) throw error;
      return undefined;
    }
  }

  /** Answers the question that the sign-in was for, or says why it cannot be answered: once for all clients. */
  async function conclude(
    context: TurnContext,
    turn: Turn,
    { key, pending, outcome }: { key: string; pending: PendingQuestion; outcome: SignInOutcome },
  ): Promise<void> {
    const isFirst = await claims.claim(`exchange ${key}`);
    if (outcome.kind === 'signedIn') {
      // Also after the refusal of another client, whose own token was no good.
      const isUnanswered = await claims.claim(`answer ${key}`);
      if (isUnanswered) await answer(context, { ...turn, graphToken: outcome.graphToken }, pending);
      return;
    }
    if (!isFirst) return;
    noteInTurn({ outcome: 'refused' });
    const refusal = outcome.kind === 'signInNeeded' ? endSignIn(outcome) : outcome;
    await sendReply(context, notices.refusal(turn, refusal));
  }

  /** What is said about a sign-in that the client reports as failed; undefined when it goes on. */
  function describeFailure(turn: Turn, words: readonly string[]): Reply | undefined {
    const says = (...outcomes: readonly string[]): boolean => words.some((word) => outcomes.includes(word));
    const texts = textFor(turn.locale);
    if (says(...GOES_ON)) return undefined;
    if (says(...CANCELED)) return { kind: 'text', text: texts.signIn.canceled };
    if (says('AdminConsentRequired')) return notices.refusal(turn, { kind: 'adminConsentNeeded' });
    if (says('NotAssigned')) return notices.refusal(turn, { kind: 'notAssigned' });
    if (says('BlockedByPolicy')) return { kind: 'text', text: texts.faults.signInPolicy };
    return { kind: 'text', text: texts.signIn.clientFailed };
  }

  return {
    async onTokenExchange(context, turn) {
      const value = tokenExchangeValue.safeParse(context.activity.value);
      const pending = value.success ? findPending(value.data.id, turn.now) : undefined;
      if (!value.success || pending === undefined) return answerInvoke(context, 400);
      const { id, token } = value.data;
      const key = `${turn.tenantId} ${turn.userId} ${id}`;
      const outcome = await exchange(turn, token, key);
      if (outcome?.kind === 'signInNeeded' && !pending.hasSeenPage) {
        noteInTurn({ outcome: 'signInNeeded' });
        // Nothing else in this turn: a message here makes the client show the card again and again.
        const failureDetail = `Sign-in is needed: ${outcome.reason}`;
        return answerInvoke(context, 412, { id, connectionName: CONNECTION_NAME, failureDetail });
      }
      await answerInvoke(context, 200);
      if (outcome !== undefined) await conclude(context, turn, { key, pending, outcome });
    },

    async onVerifyState(context, turn) {
      const value = verifyStateValue.safeParse(context.activity.value);
      const pending = value.success ? findPending(value.data.state, turn.now) : undefined;
      await answerInvoke(context, 200);
      if (pending === undefined)
        return sendReply(context, { kind: 'text', text: textFor(turn.locale).signIn.askAgain });
      await answer(context, turn, { ...pending, attempt: 2, hasSeenPage: true });
    },

    async onFailure(context, turn) {
      await answerInvoke(context, 200);
      const { data } = signInFailureValue.safeParse(context.activity.value);
      log.warn({ code: data?.code ?? 'unreadable' }, 'client could not sign in silently');
      const reply = describeFailure(turn, data === undefined ? [] : [data.code, data.message]);
      if (reply === undefined) return;
      const isFirst = await claims.claim(
        ['sign-in failure', turn.tenantId, turn.userId, reply.text].join(' '),
        FAILURE_MS,
      );
      if (isFirst) await sendReply(context, reply);
    },
  };
}
