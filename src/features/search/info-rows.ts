import type { SearchHit, SignedInTurn } from '../../bot/routes';
import { noticeCard } from '../../cards/notice';
import { own as ownText, textsFor } from '../../i18n/catalog';
import { mayComeLater, type Searched } from './no-hits';

/**
 * Rows that say something about the results. A list of results carries no text of its own
 * (docs/decisions/0036-a-search-answers-with-what-there-is.md).
 */

/** Above the catalog: why it contains only the person's own courses. */
export function onlyOwnRow(turn: SignedInTurn): SearchHit {
  const { t } = textsFor(turn.locale);
  return toRow(turn, t('search.onlyOwn.title'), t('search.onlyOwn.text'));
}

/** Above results from the catalog that take the place of own courses. */
export function catalogInsteadRow(turn: SignedInTurn): SearchHit {
  const { t } = textsFor(turn.locale);
  return toRow(turn, t('search.instead.title'), t('search.instead.text'));
}

/** The text in place of that row and its results, while the catalog is loading. */
export function catalogLoadingText({ locale }: SignedInTurn): string {
  const { t } = textsFor(locale);
  const heading = ownText(t('search.instead.title'));
  return t('join.heading', { heading, sentence: ownText(t('search.catalogLoading')) });
}

/** Below the results: that more is coming, or that something is missing; undefined when neither. */
export function gapRow(turn: SignedInTurn, searched: Searched): SearchHit | undefined {
  const { t } = textsFor(turn.locale);
  const { own, shared, hasFailed } = searched;
  if (own?.isLoading ?? !hasFailed) return toRow(turn, t('search.loading.own'), t('search.loading.text'));
  if (shared?.isLoaded === false) return toRow(turn, t('search.loading.catalog'), t('search.loading.text'));
  return hasGap(searched) ? toRow(turn, t('search.gaps.title'), t('search.gaps.text')) : undefined;
}

function hasGap({ own, shared }: Searched): boolean {
  if (own === undefined || shared?.isWhole === false) return true;
  return !own.snapshot.isComplete || mayComeLater(own.snapshot.missing);
}

/** Whoever selects the row inserts a sentence that is true for everyone who reads it. */
function toRow({ locale }: SignedInTurn, title: string, text: string): SearchHit {
  return {
    card: noticeCard({ locale, sentence: textsFor(locale).t('search.rowCard') }).card,
    preview: { title, text },
  };
}
