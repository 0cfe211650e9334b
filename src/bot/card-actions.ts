import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { en } from '../text/en';
import type { Notices } from './notices';
import type { Registry } from './registry';
import { isTokenRefused } from './reply-to-error';
import type { OwnCardData, Turn } from './routes';
import { answerCardAction, toCardActionAnswer, type CardActionAnswer } from './send-reply';
import type { CreateSignInCard, SignIn } from './sign-in';
import { cardActionValue, ownCardData } from './wire';

interface Dependencies {
  readonly registry: Registry;
  readonly signIn: SignIn;
  readonly createSignInCard: CreateSignInCard;
  readonly notices: Notices;
}

/**
 * Answers `adaptiveCard/action`. Every answer goes into the invoke response, for the presser alone; a message is never
 * updated (teams-platform 3.3).
 */
export function createCardActions({
  registry,
  signIn,
  createSignInCard,
  notices,
}: Dependencies): (context: TurnContext, turn: Turn) => Promise<void> {
  function loginRequest(turn: Turn): CardActionAnswer {
    return {
      statusCode: 401,
      type: 'application/vnd.microsoft.activity.loginRequest',
      value: createSignInCard(turn, randomUUID()),
    };
  }

  /** A Graph token, or what the client is to do to get there. */
  async function findToken(
    turn: Turn,
    ssoToken: string | undefined,
  ): Promise<{ readonly graphToken: string } | CardActionAnswer> {
    const kept = signIn.findToken(turn);
    if (kept !== undefined) return { graphToken: kept };
    if (ssoToken === undefined) return loginRequest(turn);
    const outcome = await signIn.exchange(turn, ssoToken, turn.signal);
    if (outcome.kind === 'signedIn') return { graphToken: outcome.graphToken };
    if (outcome.kind !== 'signInNeeded') return toCardActionAnswer(notices.refusal(turn, outcome));
    return {
      statusCode: 412,
      type: 'application/vnd.microsoft.error.preconditionFailed',
      value: { code: '412', message: `Sign-in is needed: ${outcome.reason}` },
    };
  }

  async function answer(turn: Turn, value: unknown): Promise<CardActionAnswer> {
    const press = parsePress(value);
    const handler = registry.findOwnCardAction(press?.verb ?? '');
    if (press === undefined || handler === undefined) return say(en.notice.unknownAction);
    if (press.data.learner.toLowerCase() !== turn.userId) return say(en.notice.foreignCard);

    const found = await findToken(turn, press.ssoToken);
    if (!('graphToken' in found)) return found;
    try {
      return toCardActionAnswer(await handler({ ...turn, ...found }, press.data));
    } catch (error) {
      if (!isTokenRefused(error)) throw error;
      signIn.forget(turn, error.claims);
      // An SSO token that comes with the press was just exchanged: asking for another would go round in circles.
      if (press.ssoToken !== undefined) throw error;
      return loginRequest(turn);
    }
  }

  return async (context, turn) => {
    await answerCardAction(context, await answer(turn, context.activity.value));
  };
}

interface Press {
  readonly verb: string;
  readonly data: OwnCardData;
  readonly ssoToken: string | undefined;
}

/** Undefined when the verb or the data are not of a form that our cards send. */
function parsePress(value: unknown): Press | undefined {
  const { data: invoke } = cardActionValue.safeParse(value);
  const { data } = ownCardData.safeParse(invoke?.action.data);
  if (invoke === undefined || data === undefined) return undefined;
  const { activity, ...place } = data;
  return {
    verb: invoke.action.verb,
    data: activity === undefined ? place : { ...place, activity },
    ssoToken: invoke.authentication?.token,
  };
}

function say(text: string): CardActionAnswer {
  return toCardActionAnswer({ kind: 'text', text });
}
