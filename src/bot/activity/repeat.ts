import type { TurnContext } from 'botbuilder';
import { toAction, type CardAction } from '../../cards/actions';
import { textsFor } from '../../i18n/catalog';
import type { PendingQuestion } from '../sign-in/pending-question';
import type { Turn } from '../turn';

const REPEAT = 'coursemate.repeat';

/** The button that asks a question again. */
export function toRepeat(
  { userId, locale }: Turn,
  { question, phrase }: Pick<PendingQuestion, 'question' | 'phrase'>,
): CardAction {
  const { t } = textsFor(locale);
  return toAction(t('notice.tryAgain'), 'question/ask', {
    learner: userId,
    question,
    ...(phrase !== undefined && { phrase }),
  });
}

/** Remembers the button that a failure of this turn offers. */
export function noteRepeat(context: TurnContext, action: CardAction): void {
  context.turnState.set(REPEAT, action);
}

export function findRepeat(context: TurnContext): CardAction | undefined {
  return context.turnState.get<CardAction | undefined>(REPEAT);
}
