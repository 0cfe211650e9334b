import { userKey } from '../../domain/user-key';
import { countFeedback } from '../../logging/measures';
import { answerInvoke } from '../activity/send-reply';
import type { SentAnswers } from '../activity/sent-answers';
import type { TurnHandler } from '../activity/to-turn';
import { feedbackValue } from '../activity/wire';
import type { BotDependencies } from '../dependencies';

/**
 * Answers `message/submitAction`: counts thumbs up and down by what was asked and how it was answered. The same thumb
 * under the same message counts once, and what the person wrote is not kept.
 */
export function createFeedback(
  { claims, log }: Pick<BotDependencies, 'claims' | 'log'>,
  sentAnswers: SentAnswers,
): TurnHandler {
  return async (context, turn) => {
    const { data } = feedbackValue.safeParse(context.activity.value);
    await answerInvoke(context, 200);
    if (data === undefined) return;
    const { reaction } = data.actionValue;
    const messageId = context.activity.replyToId ?? data.replyToId ?? '';
    if (!(await claims.claim(['feedback', userKey(turn), messageId, reaction].join(' ')))) return;
    const { intent = 'other', outcome = 'other' } = sentAnswers.find(context, messageId) ?? {};
    countFeedback({ reaction, intent, outcome });
    log.info({ reaction, intent, outcome }, 'feedback');
  };
}
