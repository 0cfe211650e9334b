import { userKey } from '../../domain/user-key';
import { noteInTurn } from '../../logging/turn-context';
import { textsFor } from '../../i18n/catalog';
import type { HandlerDependencies } from '../handler-dependencies';
import type { FileOffer } from '../replies';
import type { Turn } from '../turn';
import {
  answerCardAction,
  sendReply,
  toCardActionAnswer,
  type CardActionAnswer,
} from '../activity/send-reply';
import type { TurnHandler } from '../activity/to-turn';
import { cardActionValue } from '../activity/wire';

/**
 * Answers `adaptiveCard/action` in the invoke response, visible only to the user who selected the action; a message is
 * never updated (docs/reference/teams-platform.md#card-actions-in-teams-ai).
 */
export function createCardActions(dependencies: HandlerDependencies): TurnHandler {
  const { dispatcher, runSignedIn, visits, createSignInCard, notices, claims } = dependencies;

  /** Returns what the action does, or the message that refuses it. */
  function findWork(turn: Turn, verb: string, data: unknown) {
    const action = dispatcher.find('cardAction', verb);
    if (action === undefined) return textsFor(turn.locale).t('notice.unknownAction');
    noteInTurn({ verb });
    return action.prepare(turn, data);
  }

  async function answer(turn: Turn, value: unknown): Promise<CardActionAnswer | FileOffer> {
    const invoke = cardActionValue.safeParse(value);
    if (!invoke.success) return say(textsFor(turn.locale).t('notice.unknownAction'));
    const { action, authentication, state } = invoke.data;
    const work = findWork(turn, action.verb, action.data);
    if (typeof work === 'string') {
      noteInTurn({ outcome: 'refused' });
      return say(work);
    }
    const result = await runSignedIn({ turn, ssoToken: authentication?.token, state }, work);
    switch (result.kind) {
      case 'done':
        return result.value.kind === 'fileOffer' ? result.value : toCardActionAnswer(result.value);
      case 'tokenNeeded':
        return {
          statusCode: 401,
          type: 'application/vnd.microsoft.activity.loginRequest',
          value: createSignInCard(turn, visits.issueState(turn)),
        };
      case 'signInNeeded':
        return {
          statusCode: 412,
          type: 'application/vnd.microsoft.error.preconditionFailed',
          value: { code: '412', message: `Sign-in is needed: ${result.reason}` },
        };
      case 'adminConsentNeeded':
      case 'notAssigned':
        return toCardActionAnswer(notices.refusal(turn, result));
    }
  }

  return async (context, turn) => {
    const result = await answer(turn, context.activity.value);
    if (!('kind' in result)) return answerCardAction(context, result);
    // A file is offered in a separate message; the card does not change.
    await answerCardAction(context, say(result.text));
    const { filter } = result.context;
    const selected = [userKey(turn), context.activity.replyToId, JSON.stringify(filter)];
    const isFirst = await claims.claim(['file offer', ...selected].join(' '), REPEATED_SELECT_MS);
    if (isFirst) await sendReply(context, result);
  };
}

/** Selecting the same button again within this time sends no second offer. */
const REPEATED_SELECT_MS = 30_000;

function say(text: string): CardActionAnswer {
  return toCardActionAnswer({ kind: 'text', text });
}
