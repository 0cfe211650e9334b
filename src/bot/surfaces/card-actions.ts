import type { TurnContext } from 'botbuilder';
import { userKey } from '../../domain/user-key';
import { textsFor } from '../../i18n/catalog';
import { noteInTurn } from '../../logging/turn-context';
import { toAction } from '../../cards/actions';
import { noteRepeat } from '../activity/repeat';
import { answerCardAction, sendReply, showNotice, showReply } from '../activity/send-reply';
import type { TurnHandler } from '../activity/to-turn';
import { cardActionValue } from '../activity/wire';
import type { BotDependencies } from '../dependencies';
import { refusedActionNotice } from '../notices';
import { readActionData } from '../read-action-data';
import { cardAction, type FileOffer, type Reply } from '../routes';
import type { RunSignedIn, SignedInResult } from '../sign-in/run-signed-in';
import type { Turn } from '../turn';
import { createFindAnswer } from './find-answer';
import { createQuestionRefiner } from './refine-question';

/** Selecting the same button again within this time sends no second offer. */
const REPEATED_SELECT_MS = 30_000;

/**
 * Answers `adaptiveCard/action` in the invoke response, visible only to the user who selected the action; a message is
 * never updated (docs/reference/teams-platform.md#card-actions-in-teams-ai).
 */
export function createCardActions(
  { dispatcher, claims, registration }: BotDependencies,
  runSignedIn: RunSignedIn,
): TurnHandler {
  const find = createFindAnswer(dispatcher, createQuestionRefiner(dispatcher));
  const askAgain = cardAction('question/ask', async (turn, { question, phrase }) => {
    const pending = { question, phrase, askedAt: turn.askedAt, attempt: 1, hasSeenPage: false } as const;
    return (await find(turn, pending)).reply;
  });

  function refuse(turn: Turn, sentence: string): SignedInResult<Reply> {
    noteInTurn({ outcome: 'refused' });
    return { kind: 'refused', reply: refusedActionNotice(turn, sentence, registration) };
  }

  async function run(context: TurnContext, turn: Turn): Promise<SignedInResult<Reply>> {
    const { t } = textsFor(turn.locale);
    const { data: invoke } = cardActionValue.safeParse(context.activity.value);
    const verb = invoke?.action.verb ?? '';
    const action = verb === askAgain.name ? askAgain : dispatcher.find('cardAction', verb);
    if (invoke === undefined || action === undefined) return refuse(turn, t('notice.unknownAction'));
    noteInTurn({ verb: action.name });
    const data = readActionData(action.name, turn, invoke.action.data);
    if (typeof data === 'string') return refuse(turn, data);
    if ('question' in data && !dispatcher.get('question', data.question.intent).isReadOnly)
      return refuse(turn, t('notice.unknownAction'));
    noteRepeat(context, toAction(t('notice.tryAgain'), action.name, data));
    const work = action.prepare(turn, data);
    return typeof work === 'string' ? refuse(turn, work) : runSignedIn(turn, invoke, work);
  }

  /** A file is offered in a separate message; the card does not change. */
  async function offerFile(context: TurnContext, turn: Turn, offer: FileOffer): Promise<void> {
    const { filter } = offer.context;
    const selected = [userKey(turn), context.activity.replyToId, JSON.stringify(filter)];
    const isFirst = await claims.claim(['file offer', ...selected].join(' '), REPEATED_SELECT_MS);
    if (isFirst) await sendReply(context, offer);
  }

  return async (context, turn) => {
    const result = await run(context, turn);
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
        return showNotice(context, result.reply);
    }
  };
}
