import * as z from 'zod/v4';
import type { CardAction } from './card-actions';
import { MOST_REFRESHED_MEMBERS, teamsIdOf, type Conversation } from './conversations';

const refreshingCard = z.looseObject({
  refresh: z.object({
    action: z.object({ id: z.string().optional(), verb: z.string(), data: z.unknown().optional() }),
    userIds: z.array(z.string()).optional(),
  }),
});

type Refresh = z.infer<typeof refreshingCard>['refresh'];

export function findRefresh(card: unknown): Refresh | undefined {
  return refreshingCard.safeParse(card).data?.refresh;
}

/** The action with which the card refreshes automatically for this person, if it does. */
export function findAutomaticRefresh(
  card: unknown,
  conversation: Conversation,
  personId: string,
): CardAction | undefined {
  const refresh = findRefresh(card);
  if (refresh === undefined) return undefined;
  const { action, userIds } = refresh;
  const isMeant =
    userIds === undefined
      ? conversation.memberIds.length <= MOST_REFRESHED_MEMBERS
      : userIds.includes(teamsIdOf(personId)) || userIds.includes(`8:orgid:${personId}`);
  return isMeant ? action : undefined;
}
