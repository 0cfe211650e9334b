import type * as z from 'zod/v4';
import { actions, type ActionDataOf, type Audience, type Verb } from '../cards/actions';
import { textsFor } from '../i18n/catalog';
import type { Turn } from './turn';

/** `actions` with each verb's schema tied to the type of its data. */
const definitions: {
  readonly [V in Verb]: { readonly audience: Audience; readonly data: z.ZodType<ActionDataOf<V>> };
} = actions;

/**
 * Returns the parsed data of a card action, or the message that refuses it. Only the learner may use a learner's card,
 * and only the manager may use a manager's card, in their personal chat. The feature checks which learners that manager
 * may see.
 */
export function readActionData<V extends Verb>(verb: V, turn: Turn, sent: unknown): ActionDataOf<V> | string {
  const { audience, data } = definitions[verb];
  const { t } = textsFor(turn.locale);
  const parsed = data.safeParse(sent);
  if (!parsed.success) return t('notice.unknownAction');
  if (!isOwner(audience, turn, parsed.data)) return t('notice.foreignCard');
  if (audience === 'manager' && !turn.isPersonalChat) return t('team.personalChatOnly');
  if (audience === 'personal' && !turn.isPersonalChat) return t('notice.personalChatOnly');
  return parsed.data;
}

function isOwner(audience: Audience, { userId }: Turn, data: object): boolean {
  if (audience === 'shared') return true;
  const owner: unknown = Reflect.get(data, audience === 'manager' ? 'manager' : 'learner');
  return typeof owner === 'string' && owner.toLowerCase() === userId;
}
