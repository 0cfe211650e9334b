import type { TurnContext } from 'botbuilder';
import type { Claims } from '../../domain/ports';

/** Invokes that are answered by a message; their HTTP answer says nothing. */
const ANSWERED_IN_CHAT: readonly (string | undefined)[] = [
  'signin/verifyState',
  'signin/failure',
  'fileConsent/invoke',
];

/** `first`: nobody has begun to answer it. Of a repetition, `answerOnly` wants its HTTP answer, `ignored` not even that. */
export type Delivery = 'first' | 'answerOnly' | 'ignored';

/**
 * Claims an activity: Teams delivers it again when it hears no answer for 15 seconds
 * (docs/reference/teams-platform.md#turn-time), and then nothing is said or done a second time. Whoever waits for the
 * answer of an invoke gets it all the same.
 */
export async function claimDelivery(claims: Claims, { activity }: TurnContext): Promise<Delivery> {
  const { id, type, name, conversation } = activity as Partial<typeof activity>;
  if (id === undefined || id === '') return 'first';
  const key = ['activity', conversation?.id, type, name, id].join(' ');
  if (await claims.claim(key)) return 'first';
  return type === 'invoke' && !ANSWERED_IN_CHAT.includes(name) ? 'answerOnly' : 'ignored';
}

/** Lets nothing out of the turn but the answer of its invoke. */
export function sendAnswerOnly(context: TurnContext): void {
  context.onSendActivities((_context, activities, next) =>
    activities.every(({ type }) => type === 'invokeResponse') ? next() : Promise.resolve([]),
  );
}
