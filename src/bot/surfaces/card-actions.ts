import type { TurnContext } from 'botbuilder';
import { userKey } from '../../domain/user-key';
import { textsFor } from '../../i18n/catalog';
import { noteInTurn } from '../../logging/turn-context';
import { answerCardAction, sendReply, showReply } from '../activity/send-reply';
import type { TurnHandler } from '../activity/to-turn';
import { cardActionValue } from '../activity/wire';
import type { BotDependencies } from '../dependencies';
import type { FileOffer, Reply } from '../routes';
import type { RunSignedIn, SignedInResult } from '../sign-in/run-signed-in';
import type { Turn } from '../turn';

/** Selecting the same button again within this time sends no second offer. */
const REPEATED_SELECT_MS = 30_000;

/**
 * Answers `adaptiveCard/action` in the invoke response, visible only to the user who selected the action; a message is
 * never updated (docs/reference/teams-platform.md#card-actions-in-teams-ai).
 */
export function createCardActions(
  { dispatcher, claims }: BotDependencies,
  runSignedIn: RunSignedIn,
): TurnHandler {
  async function run(turn: Turn, value: unknown): Promise<SignedInResult<Reply>> {
    const invoke = cardActionValue.safeParse(value);
    const action = dispatcher.find('cardAction', invoke.data?.action.verb ?? '');
    if (!invoke.success || action === undefined)
      return refuse(textsFor(turn.locale).t('notice.unknownAction'));
    noteInTurn({ verb: action.name });
    const work = action.prepare(turn, invoke.data.action.data);
    return typeof work === 'string' ? refuse(work) : runSignedIn(turn, invoke.data, work);
  }

  /** A file is offered in a separate message; the card does not change. */
  async function offerFile(context: TurnContext, turn: Turn, offer: FileOffer): Promise<void> {
    const { filter } = offer.context;
    const selected = [userKey(turn), context.activity.replyToId, JSON.stringify(filter)];
    const isFirst = await claims.claim(['file offer', ...selected].join(' '), REPEATED_SELECT_MS);
    if (isFirst) await sendReply(context, offer);
  }

  return async (context, turn) => {
    const result = await run(turn, context.activity.value);
    switch (result.kind) {
      case 'done':
        await showReply(context, result.value);
        if (result.value.kind === 'fileOffer') await offerFile(context, turn, result.value);
        return;
      case 'tokenNeeded':
        return answerCardAction(context, {
          statusCode: 401,
          type: 'application/vnd.microsoft.activity.loginRequest',
          value: result.createCard(),
        });
      case 'signInNeeded':
        return answerCardAction(context, {
          statusCode: 412,
          type: 'application/vnd.microsoft.error.preconditionFailed',
          value: { code: '412', message: `Sign-in is needed: ${result.reason}` },
        });
      case 'refused':
        return showReply(context, result.reply);
    }
  };
}

function refuse(text: string): SignedInResult<Reply> {
  noteInTurn({ outcome: 'refused' });
  return { kind: 'done', value: { kind: 'text', text } };
}
