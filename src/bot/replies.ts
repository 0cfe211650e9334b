import type { ActionDataOf } from '../cards/actions';
import type { Card, CardReply } from '../cards/define-card';
import type { SearchPreview } from '../cards/search-preview';
import type { CourseContent } from '../domain/course-activity';
import type { Question } from '../domain/question';
import type { Turn } from './turn';

/** What a handler answers. A value: no feature sends an activity. */
export type Reply = CardReply | { readonly kind: 'text'; readonly text: string } | FileOffer;

/** The answer to a question: a reply, or another question that the bot asks in its place. */
export type Answer = Reply | { readonly kind: 'ask'; readonly question: Question };

/** A file that the person gets once they accept it in their personal chat. */
export interface FileOffer {
  readonly kind: 'fileOffer';
  readonly name: string;
  /** What the file holds, for the card that asks. */
  readonly description: string;
  readonly bytes: number;
  /** Comes back when the person accepts. */
  readonly context: ActionDataOf<'team/export'>;
  /** The offer in one sentence, for the person who pressed the button. */
  readonly text: string;
}

/** The file itself, or what is said instead of it. */
export type AcceptedFile = { readonly kind: 'file'; readonly name: string; readonly content: Buffer } | Reply;

/** One course that a search of the message extension found. */
export interface SearchHit {
  /** What is put into the conversation: neutral, since everybody there sees it. */
  readonly card: Card;
  /** The line in the list of results, which only the searcher sees. */
  readonly preview: SearchPreview;
}

/** The answer to a search or a pasted link; a text stands where the results would. */
export type SearchReply =
  | { readonly kind: 'results'; readonly hits: readonly SearchHit[] }
  | { readonly kind: 'text'; readonly text: string };

/**
 * The hit for a course of the turn's tenant, in the language of its sender; with the preview of the catalog when no
 * other is given.
 */
export type ToSearchHit = (
  turn: Pick<Turn, 'tenantId' | 'locale'>,
  content: CourseContent,
  preview?: SearchPreview,
) => SearchHit;
