import { textFor } from '../../text/text-for';
import type { ManagerCardData, OwnCardData, Turn } from '../routes';
import { managerCardData, ownCardData } from '../activity/wire';

/** What a button of a learner's own card sent, or the sentence that refuses it: only the learner may press it. */
export function readOwnCard(turn: Turn, data: unknown): OwnCardData | string {
  const parsed = ownCardData.safeParse(data);
  const { notice } = textFor(turn.locale);
  if (!parsed.success) return notice.unknownAction;
  if (parsed.data.learner.toLowerCase() !== turn.userId) return notice.foreignCard;
  const { activity, ...place } = parsed.data;
  return activity === undefined ? place : { ...place, activity };
}

/** The same of a manager's card, which nobody else may press, and they only in their personal chat. */
export function readManagerCard(turn: Turn, data: unknown): ManagerCardData | string {
  const parsed = managerCardData.safeParse(data);
  const { notice, team } = textFor(turn.locale);
  if (!parsed.success) return notice.unknownAction;
  if (parsed.data.manager.toLowerCase() !== turn.userId) return notice.foreignCard;
  return turn.isPersonalChat ? parsed.data : team.personalChatOnly;
}
