import type { ActionDataOf, Verb } from '../cards/actions';
import type { Card, CardReply } from '../cards/define-card';
import type { SearchPreview } from '../cards/search-preview';
import type { CourseContent } from '../domain/course-activity';
import type { Intent, Question, QuestionOf } from '../domain/question';
import { readActionData } from './read-action-data';
import type { SignedInTurn, Turn } from './turn';

export type { SignedInTurn, Turn } from './turn';

/** What a handler returns. Features never send activities themselves. */
export type Reply = CardMessage | { readonly kind: 'text'; readonly text: string } | FileOffer;

interface CardMessage extends CardReply {
  /** Shown above the card of a message; the answer to a button is the card alone. May hold untrusted text. */
  readonly sentence?: string;
}

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

/** The answer to a search or a pasted link; `text` is shown in place of results. */
export type SearchReply =
  | { readonly kind: 'results'; readonly hits: readonly SearchHit[] }
  | { readonly kind: 'text'; readonly text: string };

/** One course found by the message extension. */
export interface SearchHit {
  /** The card that is inserted into the conversation: nothing personal, since everyone there sees it. */
  readonly card: Card;
  /** The entry in the result list, visible only to the user who searches. */
  readonly preview: SearchPreview;
}

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

/** One thing that users can do with the bot. Each feature exports its routes; the dispatcher indexes them. */
export type Route =
  | QuestionRoute
  | CardActionRoute
  /** A file that was offered with the data of a card action and then accepted in the personal chat. */
  | { readonly kind: 'acceptedFile'; readonly name: Verb; readonly prepare: Prepare<AcceptedFile> }
  /** A search command of the message extension. */
  | {
      readonly kind: 'search';
      readonly name: SearchCommand;
      readonly answer: (turn: SignedInTurn, query: SearchQuery) => Promise<SearchReply>;
    }
  /** Links pasted into a conversation. */
  | {
      readonly kind: 'link';
      readonly name: '';
      /** Whether Coursemate unfurls the link; no one is asked to sign in for any other. */
      readonly isOurs: (link: URL) => boolean;
      readonly answer: (turn: SignedInTurn, link: URL) => Promise<SearchReply>;
      /** The answer where the app is not installed: only the link and perhaps a locale are known. */
      readonly answerAnonymous: (link: URL, locale: string | undefined) => SearchReply;
    }
  /** The message to a user who has just installed the app. */
  | { readonly kind: 'greeting'; readonly name: ''; readonly answer: (turn: Turn) => Promise<Reply> }
  /**
   * The titles and ids on the sender's own list, or the full names of their direct reports: a phrase may contain them
   * verbatim. With `mayRead`, they are read from Graph if they are not cached, and its faults are thrown.
   */
  | {
      readonly kind: 'knownNames';
      readonly name: 'titles' | 'people';
      readonly list: (turn: SignedInTurn, mayRead: boolean) => Promise<readonly string[]>;
    };

/** Answers an `Action.Execute` of a card. */
interface CardActionRoute {
  readonly kind: 'cardAction';
  readonly name: Verb;
  readonly prepare: Prepare<Reply>;
}

/** Answers the chat questions of one intent. */
export type QuestionRoute = {
  readonly kind: 'question';
  readonly name: Intent;
  /** True if answering changes nothing, so that the question may also be answered after a sign-in. */
  readonly isReadOnly: boolean;
} & (
  | {
      readonly needsSignIn: true;
      readonly answer: (turn: SignedInTurn, question: Question) => Promise<Answer>;
    }
  | {
      readonly needsSignIn: false;
      /** True if a group chat or channel gets the answer too: it is about no one. */
      readonly isForGroups: boolean;
      readonly answer: (turn: Turn, question: Question) => Promise<Reply>;
    }
);

/** Returns what an action does once its sender is signed in, or the message that refuses the sender or the data. */
type Prepare<T> = (turn: Turn, data: unknown) => ((turn: SignedInTurn) => Promise<T>) | string;

/** Ids of the message extension's search commands, as in the app manifest. */
export const searchCommands = ['myCourses', 'catalog'] as const;
type SearchCommand = (typeof searchCommands)[number];
/** Name of their parameter, which holds the typed text. */
export const searchParameter = 'query';

export interface SearchQuery {
  /** The typed text; empty when the extension has just been opened. */
  readonly text: string;
  readonly skip: number;
  /** Maximum number of hits. */
  readonly count: number;
}

/** Route for a question whose sender must be signed in. */
export function question<I extends Intent>(
  name: I,
  answer: (turn: SignedInTurn, question: QuestionOf<I>) => Promise<Answer>,
): QuestionRoute {
  return {
    kind: 'question',
    name,
    needsSignIn: true,
    isReadOnly: true,
    answer: (turn, asked) => answer(turn, expectIntent(asked, name)),
  };
}

type OpenOptions = Partial<
  Pick<Extract<QuestionRoute, { needsSignIn: false }>, 'isReadOnly' | 'isForGroups'>
>;

/** Route for a question that needs no sign-in. One that is not `isReadOnly` is never answered after a sign-in. */
export function openQuestion<I extends Intent>(
  name: I,
  answer: (turn: Turn, question: QuestionOf<I>) => Promise<Reply>,
  { isReadOnly = true, isForGroups = false }: OpenOptions = {},
): QuestionRoute {
  return {
    kind: 'question',
    name,
    needsSignIn: false,
    isReadOnly,
    isForGroups,
    answer: (turn, asked) => answer(turn, expectIntent(asked, name)),
  };
}

/** Route for a card action: `actions` defines its data and who may use it. Only that user sees the reply. */
export function cardAction<V extends Verb>(
  name: V,
  answer: (turn: SignedInTurn, data: ActionDataOf<V>) => Promise<Reply>,
): CardActionRoute {
  return { kind: 'cardAction', name, prepare: createPrepare(name, answer) };
}

export function acceptedFile<V extends Verb>(
  name: V,
  answer: (turn: SignedInTurn, data: ActionDataOf<V>) => Promise<AcceptedFile>,
): Route {
  return { kind: 'acceptedFile', name, prepare: createPrepare(name, answer) };
}

function createPrepare<V extends Verb, T>(
  verb: V,
  answer: (turn: SignedInTurn, data: ActionDataOf<V>) => Promise<T>,
): Prepare<T> {
  return (turn, sent) => {
    const read = readActionData(verb, turn, sent);
    return typeof read === 'string' ? read : (signedIn) => answer(signedIn, read);
  };
}

function expectIntent<I extends Intent>(asked: Question, intent: I): QuestionOf<I> {
  if (!isOfIntent(asked, intent)) throw new Error(`The ${intent} route got a ${asked.intent} question`);
  return asked;
}

function isOfIntent<I extends Intent>(asked: Question, intent: I): asked is QuestionOf<I> {
  return asked.intent === intent;
}
