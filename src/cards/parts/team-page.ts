import type { TeammateStanding } from '../../domain/team-standing';
import { textsFor } from '../../i18n/catalog';
import type { Locale } from '../../i18n/format';
import type { ListPage } from '../actions';

/** The people on a card. */
export interface TeamPage {
  /** The first page is 1. */
  readonly number: number;
  readonly count: number;
  /** Index of the first of these people in the list. */
  readonly start: number;
  readonly items: readonly TeammateStanding[];
  /** How many people the list has. */
  readonly total: number;
}

/** Eight people fit on a screen, and eleven with long names on a card that Teams accepts. */
const SHORT = 8;
const FULL = 11;
/** How many people page 1 has fewer than page 2. */
const SHORTER_BY = 3;
/** Characters of JSON for the rows of one course, and of one row without what was asked. */
const ROOM = 13_600;
const ROW = 1_400;
/** Buttons, which hold what was asked too. */
const BUTTONS = 6;

/**
 * Returns the requested page, or the nearest one. Page 1 is the short beginning of page 2 ("Show more"); from page 2 on,
 * pages are as full as a card may be.
 */
export function toTeamPage(
  members: readonly TeammateStanding[],
  { page: asked, filter }: Pick<ListPage, 'page' | 'filter'>,
): TeamPage {
  const total = members.length;
  const full = toFull(filter);
  const count = total <= Math.min(SHORT, full) ? 1 : 1 + Math.ceil(total / full);
  const number = Math.min(Math.max(1, Math.trunc(asked) || 1), count);
  const start = Math.max(0, number - 2) * full;
  const end = count === 1 ? total : start + (number === 1 ? full - SHORTER_BY : full);
  return { number, count, start, items: members.slice(start, end), total };
}

/** "11–20 of 23"; '' when everyone fits on one page. */
export function toPeopleRange({ count, start, items, total }: TeamPage, { locale }: Locale): string {
  return count > 1
    ? textsFor(locale).t('team.shown', { from: start + 1, to: start + items.length, total })
    : '';
}

/** In one course there is a link to a chat, and each row and button holds the text that was asked. */
function toFull({ text }: ListPage['filter']): number {
  if (text === '') return FULL;
  const size = JSON.stringify(text).length;
  return Math.max(SHORTER_BY + 1, Math.floor((ROOM - BUTTONS * size) / (ROW + size)));
}
