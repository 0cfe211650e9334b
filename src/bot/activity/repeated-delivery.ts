import type { TurnContext } from 'botbuilder';
import type { Claims } from '../../domain/ports';

/** Invokes that are answered by a message; their HTTP response has no content. */
const ANSWERED_IN_CHAT: readonly (string | undefined)[] = [
  'signin/verifyState',
  'signin/failure',
  'fileConsent/invoke',
];

/** `first`: not answered yet. Of a repeated activity, `answerOnly` still needs its HTTP response, `ignored` nothing. */
export type Delivery = 'first' | 'answerOnly' | 'ignored';

/**
 * Claims an activity, so that nothing is sent or done twice: Teams delivers it again when it hears no answer for 15
 * seconds (docs/reference/teams-platform.md#turn-time). A client that waits for an invoke response still gets it.
 */
export async function claimDelivery(claims: Claims, { activity }: TurnContext): Promise<Delivery> {
  const { id, type, name, conversation } = activity as Partial<typeof activity>;
  if (id === undefined || id === '') return 'first';
  const key = ['activity', conversation?.id, type, name, id].join(' ');
  if (await claims.claim(key)) return 'first';
  return type === 'invoke' && !ANSWERED_IN_CHAT.includes(name) ? 'answerOnly' : 'ignored';
}

/** Suppresses everything the turn sends except its invoke response. */
export function sendAnswerOnly(context: TurnContext): void {
  context.onSendActivities((_context, activities, next) =>
    activities.every(({ type }) => type === 'invokeResponse') ? next() : Promise.resolve([]),
  );
}
