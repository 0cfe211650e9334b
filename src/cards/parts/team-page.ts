import type { TeammateStanding } from '../../domain/team-standing';
import type { Page } from './list';

/** The people on a card. */
export type TeamPage = Page<TeammateStanding>;

/** Eight people fit on a screen, and eleven with long names on a card that Teams accepts. */
const FIRST = 8;
const FULL = 11;

/**
 * Returns the requested page, or the nearest one. Page 1 is the short beginning of page 2 ("Show more"); from page 2 on,
 * pages are as full as a card may be.
 */
export function toTeamPage(members: readonly TeammateStanding[], asked: number): TeamPage {
  const total = members.length;
  const count = total <= FIRST ? 1 : 1 + Math.ceil(total / FULL);
  const number = Math.min(Math.max(1, Math.trunc(asked) || 1), count);
  const start = Math.max(0, number - 2) * FULL;
  const items = members.slice(start, number === 1 ? FIRST : start + FULL);
  return { number, count, start, items, total };
}
