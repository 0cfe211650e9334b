import type { SearchHit, Turn } from '../../bot/routes';
import type { Card } from '../../cards/define-card';
import { sharedCourseCard } from '../../cards/shared-course';
import type { CourseContent } from '../../domain/course-activity';
import { textFor } from '../../text/text-for';
import type { CourseLinks } from './course-links';
import { toCatalogPreview } from './preview';

/**
 * What a search or a link puts into a conversation for a course of the turn's tenant, in the language of its sender;
 * listed as in the catalogue where no other preview is given.
 */
export type ToSharedHit = (
  turn: Pick<Turn, 'tenantId' | 'locale'>,
  content: CourseContent,
  preview?: SearchHit['preview'],
) => SearchHit;

/** Every keystroke shows up to 25 cards, and one card serves everyone who reads its language: each is made once. */
export function createSharedHits(links: CourseLinks): ToSharedHit {
  const cardsOf = new WeakMap<CourseContent, Map<string, Card>>();

  return (turn, content, preview = toCatalogPreview(content, turn)) => {
    // The bare language: the card must not depend on the country of the first person who shares it.
    const locale = textFor(turn.locale).language.lang;
    const cards = cardsOf.get(content) ?? new Map<string, Card>();
    cardsOf.set(content, cards);
    const ticket = links.issueTicket(turn.tenantId, content);
    const card = cards.get(locale) ?? sharedCourseCard({ locale, content, ref: content, ticket }).card;
    cards.set(locale, card);
    return { card, preview };
  };
}
