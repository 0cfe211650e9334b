import type { BotAnswer } from './bot-channel';
import { describeAnswer } from './client-session';
import { ADAPTIVE_CARD, actionAnswer, issuesOf, LOGIN_REQUEST, type OAuthCard } from './wire-shapes';

/** The client's reading of the answer to `adaptiveCard/action`. */
export type ActionOutcome =
  | { readonly kind: 'card'; readonly card: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'loginRequest'; readonly card: OAuthCard }
  | { readonly kind: 'preconditionFailed' }
  /** The bot answered with an error of the protocol, or did not answer. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'protocolError'; readonly text: string };

/** The HTTP status is always 200; the outcome is in the body. */
export function toActionOutcome(answer: BotAnswer): ActionOutcome {
  if (answer.kind !== 'answered') return { kind: 'failed' };
  if (answer.status !== 200) {
    return {
      kind: 'protocolError',
      text: `adaptiveCard/action wants HTTP 200, got ${describeAnswer(answer)}.`,
    };
  }
  const parsed = actionAnswer.safeParse(answer.body);
  if (!parsed.success) {
    return { kind: 'protocolError', text: issuesOf('Answer to adaptiveCard/action', parsed).join('; ') };
  }
  switch (parsed.data.type) {
    case ADAPTIVE_CARD:
      return { kind: 'card', card: parsed.data.value };
    case 'application/vnd.microsoft.activity.message':
      return { kind: 'text', text: parsed.data.value };
    case LOGIN_REQUEST:
      return { kind: 'loginRequest', card: parsed.data.value };
    case 'application/vnd.microsoft.error.preconditionFailed':
      return { kind: 'preconditionFailed' };
    case 'application/vnd.microsoft.error.incorrectAuthCode':
    case 'application/vnd.microsoft.error':
      return { kind: 'failed' };
  }
}
