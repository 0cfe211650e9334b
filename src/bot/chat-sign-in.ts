import type { TurnContext } from 'botbuilder';
import type { Logger } from '../logging/logger';
import { noteInTurn } from '../logging/turn-context';
import { textFor } from '../text/text-for';
import type { AnswerQuestion } from './answer-question';
import type { Claims } from './claims';
import type { Notices } from './notices';
import { parseSignInId, type PendingQuestion } from './pending-question';
import type { Turn } from './routes';
import { answerInvoke, sendReply } from './send-reply';
import { CONNECTION_NAME, type SignIn, type SignInOutcome } from './sign-in';
import { signInFailureValue, tokenExchangeValue, verifyStateValue } from './wire';

type Handler = (context: TurnContext, turn: Turn) => Promise<void>;

/** What comes back of a sign-in card that was sent into a chat (identity 5). */
export interface ChatSignIn {
  /** `signin/tokenExchange`: the client got an SSO token without bothering anybody. */
  readonly onTokenExchange: Handler;
  /** `signin/verifyState`: the person has been through the sign-in page. */
  readonly onVerifyState: Handler;
  /** `signin/failure`: the client could not get an SSO token. */
  readonly onFailure: Handler;
}

interface Dependencies {
  readonly signIn: SignIn;
  readonly claims: Claims;
  readonly notices: Notices;
  readonly answer: AnswerQuestion;
  readonly log: Logger;
}

/** One failure reaches us from each of the person's clients, without anything to tell them apart. */
const FAILURE_WINDOW_MS = 30_000;

export function createChatSignIn({ signIn, claims, notices, answer, log }: Dependencies): ChatSignIn {
  /** Undefined when a fault is thrown for another of the person's clients: one sentence is enough. */
  async function exchange(
    turn: Turn,
    ssoToken: string,
    signInId: string,
  ): Promise<SignInOutcome | undefined> {
    try {
      return await signIn.exchange(turn, ssoToken, turn.signal);
    } catch (error) {
      if (await claims.claim(signInId)) throw error;
      return undefined;
    }
  }

  return {
    async onTokenExchange(context, turn) {
      const value = tokenExchangeValue.safeParse(context.activity.value);
      const pending = value.success ? parseSignInId(value.data.id, turn.now) : undefined;
      if (!value.success || pending === undefined) return answerInvoke(context, 400);
      const { id, token } = value.data;
      const outcome = await exchange(turn, token, id);
      if (outcome !== undefined && isForThePerson(outcome, pending)) {
        noteInTurn({ outcome: 'signInNeeded' });
        // Nothing else in this turn: a message here makes the client show the card again and again.
        const failureDetail = `Sign-in is needed: ${outcome.reason}`;
        return answerInvoke(context, 412, { id, connectionName: CONNECTION_NAME, failureDetail });
      }
      await answerInvoke(context, 200);
      if (outcome === undefined || !(await claims.claim(id))) return;
      if (outcome.kind === 'signedIn') return answer(context, turn, pending);
      noteInTurn({ outcome: 'refused' });
      await sendReply(context, notices.refusal(turn, outcome));
    },

    async onVerifyState(context, turn) {
      const value = verifyStateValue.safeParse(context.activity.value);
      const pending = value.success ? parseSignInId(value.data.state, turn.now) : undefined;
      await answerInvoke(context, 200);
      if (pending === undefined)
        return sendReply(context, { kind: 'text', text: textFor(turn.locale).signIn.askAgain });
      await answer(context, turn, { ...pending, attempt: 2 });
    },

    async onFailure(context, turn) {
      await answerInvoke(context, 200);
      const value = signInFailureValue.safeParse(context.activity.value);
      log.warn({ code: value.data?.code ?? 'unreadable' }, 'client could not sign in silently');
      const window = Math.floor(turn.now.getTime() / FAILURE_WINDOW_MS);
      if (await claims.claim(`failure ${turn.tenantId} ${turn.userId} ${window}`)) {
        await sendReply(context, { kind: 'text', text: textFor(turn.locale).signIn.clientFailed });
      }
    },
  };
}

/** After the sign-in page, a consent that is still missing is one that only an administrator can give. */
function isForThePerson(
  outcome: SignInOutcome,
  { attempt }: PendingQuestion,
): outcome is Extract<SignInOutcome, { kind: 'signInNeeded' }> {
  return outcome.kind === 'signInNeeded' && !(outcome.reason === 'consentRequired' && attempt === 2);
}
