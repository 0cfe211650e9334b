import type { ActionDataOf } from '../cards/actions';
import type { Card, CardReply } from '../cards/define-card';
import type { SearchPreview } from '../cards/search-preview';
import type { CourseContent } from '../domain/course-activity';
import type { Question } from '../domain/question';
import type { Turn } from './turn';

/** What a handler returns. Features never send activities themselves. */
export type Reply = CardReply | { readonly kind: 'text'; readonly text: string } | FileOffer;

/** The answer to a question: a reply, or another question for the bot to answer instead. */
export type Answer = Reply | { readonly kind: 'ask'; readonly question: Question };

/** A file that the user gets once they accept it in their personal chat. */
export interface FileOffer {
  readonly kind: 'fileOffer';
  readonly name: string;
  /** What the file contains; shown on the consent card. */
  readonly description: string;
  readonly bytes: number;
  /** Data that Teams sends back when the user accepts. */
  readonly context: ActionDataOf<'team/export'>;
  /** The offer in one sentence, for the user who selected the button. */
  readonly text: string;
}

/** The file, or a reply in its place. */
export type AcceptedFile = { readonly kind: 'file'; readonly name: string; readonly content: Buffer } | Reply;

/** One course found by the message extension. */
export interface SearchHit {
  /** The card that is inserted into the conversation: nothing personal, since everyone there sees it. */
  readonly card: Card;
  /** The entry in the result list, visible only to the user who searches. */
  readonly preview: SearchPreview;
}

/** The answer to a search or a pasted link; `text` is shown in place of results. */
export type SearchReply =
  | { readonly kind: 'results'; readonly hits: readonly SearchHit[] }
  | { readonly kind: 'text'; readonly text: string };

export const noHits: SearchReply = { kind: 'results', hits: [] };

/**
 * Returns the hit for a course of the turn's tenant, in the sender's language. Without `preview`, the preview is made
 * from the catalog.
 */
export type ToSearchHit = (
  turn: Pick<Turn, 'tenantId' | 'locale'>,
  content: CourseContent,
  preview?: SearchPreview,
) => SearchHit;
