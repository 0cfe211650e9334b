import type { ToSearchHit } from '../../bot/routes';
import type { CardLanguage } from '../../cards/card-data';
import type { Card, RenderCard } from '../../cards/render-card';
import type { CourseContent } from '../../domain/course-activity';
import { textFor } from '../../text/text-for';
import { toSharedCourseData } from './card-data';
import type { CourseLinks } from './course-links';
import { toCatalogPreview } from '../../cards/search-preview';

/** Every keystroke shows up to 25 cards, and a card is the same for everybody who reads one language: each is made once. */
export function createSharedHits(renderCard: RenderCard, links: CourseLinks): ToSearchHit {
  const cardsOf = new WeakMap<CourseContent, Map<CardLanguage, Card>>();

  /** As the language is written where it comes from, whichever country the first who shares it writes from. */
  function toCard(tenantId: string, content: CourseContent, language: CardLanguage): Card {
    const ticket = links.issueTicket(tenantId, content);
    const data = toSharedCourseData({ locale: language.lang, content, ref: content, ticket });
    return renderCard('shared-course', data, language);
  }

  return (turn, content, preview = toCatalogPreview(content, turn)) => {
    const { language } = textFor(turn.locale);
    const cards = cardsOf.get(content) ?? new Map<CardLanguage, Card>();
    cardsOf.set(content, cards);
    const card = cards.get(language) ?? toCard(turn.tenantId, content, language);
    cards.set(language, card);
    return { card, preview };
  };
}
