import type { ToSearchHit } from '../../bot/routes';
import type { Card } from '../../cards/define-card';
import { toCatalogPreview } from '../../cards/search-preview';
import { sharedCourseCard } from '../../cards/shared-course';
import type { CourseContent } from '../../domain/course-activity';
import { textsFor } from '../../i18n/catalog';
import type { CourseLinks } from './course-links';

/** Caches cards: every keystroke shows up to 25, and everyone with the same language gets the same card. */
export function createSharedHits(links: CourseLinks): ToSearchHit {
  const cardsOf = new WeakMap<CourseContent, Map<string, Card>>();

  function toCard(tenantId: string, content: CourseContent, locale: string): Card {
    const { providerId: provider, contentId } = content;
    const viewData = { provider, content: contentId, ticket: links.issueTicket(tenantId, content) };
    return sharedCourseCard({ locale, content, viewData, iconUrl: links.iconUrl }).card;
  }

  return (turn, content, preview = toCatalogPreview(content, turn)) => {
    // The bare language: the card must not depend on the country of the first person who shares it.
    const locale = textsFor(turn.locale).language.lang;
    const cards = cardsOf.get(content) ?? new Map<string, Card>();
    cardsOf.set(content, cards);
    const card = cards.get(locale) ?? toCard(turn.tenantId, content, locale);
    cards.set(locale, card);
    return { card, preview };
  };
}
