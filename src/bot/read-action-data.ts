import { actions, type ActionDataOf, type Audience, type Verb } from '../cards/actions';
import { textFor } from '../text/text-for';
import type { Turn } from './turn';

type Parsed<T> = { readonly success: true; readonly data: T } | { readonly success: false };

/** `actions`, with the schema of each verb tied to the type of its data. */
const definitions: {
  readonly [V in Verb]: {
    readonly audience: Audience;
    readonly data: { safeParse(sent: unknown): Parsed<ActionDataOf<V>> };
  };
} = actions;

/**
 * The data of a card action, or the sentence that refuses it: a learner's own card answers that learner only, a
 * manager's card that manager only and in their personal chat. Whose courses the manager may see is for the feature to
 * find out.
 */
export function readActionData<V extends Verb>(verb: V, turn: Turn, sent: unknown): ActionDataOf<V> | string {
  const { audience, data } = definitions[verb];
  const { notice, team } = textFor(turn.locale);
  const parsed = data.safeParse(sent);
  if (!parsed.success) return notice.unknownAction;
  if (!isOwner(audience, turn, parsed.data)) return notice.foreignCard;
  if (audience === 'manager' && !turn.isPersonalChat) return team.personalChatOnly;
  return parsed.data;
}

function isOwner(audience: Audience, { userId }: Turn, data: object): boolean {
  if (audience === 'shared') return true;
  const owner: unknown = Reflect.get(data, audience === 'own' ? 'learner' : 'manager');
  return typeof owner === 'string' && owner.toLowerCase() === userId;
}
