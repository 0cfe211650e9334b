import type { SearchHit } from '../../bot/routes';
import type { Card, RenderCard } from '../../cards/render-card';
import type { CourseContent } from '../../domain/course-activity';
import { toSharedCourseData } from './card-data';
import type { CourseLinks } from './course-links';
import { toCatalogPreview } from './preview';

/** What a search or a link puts into a conversation for a course of that tenant. */
export type ToSharedHit = (tenantId: string, content: CourseContent) => SearchHit;

/** Every keystroke shows up to 25 cards, and a card is the same for everybody: each is made once per content. */
export function createSharedHits(renderCard: RenderCard, links: CourseLinks): ToSharedHit {
  const cards = new WeakMap<CourseContent, Card>();

  function toCard(tenantId: string, content: CourseContent): Card {
    const ticket = links.issueTicket(tenantId, content);
    return renderCard('shared-course', toSharedCourseData({ content, ref: content, ticket }));
  }

  return (tenantId, content) => {
    const card = cards.get(content) ?? toCard(tenantId, content);
    cards.set(content, card);
    return { card, preview: toCatalogPreview(content) };
  };
}
