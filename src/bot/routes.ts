import type { ActionDataOf, Verb } from '../cards/actions';
import type { Intent, Question, QuestionOf } from '../domain/question';
import type { AcceptedFile, Answer, Reply, SearchReply } from './replies';
import { readActionData } from './read-action-data';
import type { SignedInTurn, Turn } from './turn';

export { noHits } from './replies';
export type { AcceptedFile, Answer, Reply, SearchHit, SearchReply, ToSearchHit } from './replies';
export type { SignedInTurn, Turn } from './turn';

/** One thing that users can do with the bot. Each feature exports its routes; the dispatcher indexes them. */
export type Route =
  | QuestionRoute
  | Named<'cardAction', Verb, { readonly prepare: Prepare<Reply> }>
  | Named<'acceptedFile', Verb, { readonly prepare: Prepare<AcceptedFile> }>
  | Named<
      'search',
      SearchCommand,
      { readonly answer: (turn: SignedInTurn, query: SearchQuery) => Promise<SearchReply> }
    >
  | Named<'link', '', LinkHandlers>
  | Named<'greeting', '', { readonly answer: (turn: Turn) => Promise<Reply> }>
  | Named<'knownNames', 'titles' | 'people', { readonly list: ListNames }>;

/** Answers the chat questions of one intent. */
export type QuestionRoute = Named<
  'question',
  Intent,
  | {
      readonly needsSignIn: true;
      readonly answer: (turn: SignedInTurn, question: Question) => Promise<Answer>;
    }
  | {
      readonly needsSignIn: false;
      /** True if answering changes nothing, so that the question may also be answered after a sign-in. */
      readonly isReadOnly: boolean;
      readonly answer: (turn: Turn, question: Question) => Promise<Reply>;
    }
>;

type Named<K extends string, N extends string, Handlers> = {
  readonly kind: K;
  readonly name: N;
} & Handlers;

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

interface LinkHandlers {
  /** Whether Coursemate unfurls the link; no one is asked to sign in for any other. */
  readonly isOurs: (link: URL) => boolean;
  readonly answer: (turn: SignedInTurn, link: URL) => Promise<SearchReply>;
  /** The answer where the app is not installed: only the link and perhaps a locale are known. */
  readonly answerAnonymous: (link: URL, locale: string | undefined) => Promise<SearchReply>;
}

/**
 * Lists names that a phrase may contain verbatim. With `mayRead`, reads them from Graph if they are not cached and
 * throws its faults; without it, returns an empty list in that case.
 */
export type ListNames = (turn: SignedInTurn, mayRead: boolean) => Promise<readonly string[]>;

/** Route for a question whose sender must be signed in. */
export function question<I extends Intent>(
  name: I,
  answer: (turn: SignedInTurn, question: QuestionOf<I>) => Promise<Answer>,
): Route {
  return {
    kind: 'question',
    name,
    needsSignIn: true,
    answer: (turn, asked) => answer(turn, expectIntent(asked, name)),
  };
}

/** Route for a question that needs no sign-in. One that is not `isReadOnly` is never answered after a sign-in. */
export function openQuestion<I extends Intent>(
  name: I,
  answer: (turn: Turn, question: QuestionOf<I>) => Promise<Reply>,
  { isReadOnly = true }: { readonly isReadOnly?: boolean } = {},
): Route {
  return {
    kind: 'question',
    name,
    needsSignIn: false,
    isReadOnly,
    answer: (turn, asked) => answer(turn, expectIntent(asked, name)),
  };
}

/** Route for an `Action.Execute`: `actions` defines its data and who may use it. Only that user sees the reply. */
export function cardAction<V extends Verb>(
  name: V,
  answer: (turn: SignedInTurn, data: ActionDataOf<V>) => Promise<Reply>,
): Route {
  return { kind: 'cardAction', name, prepare: createPrepare(name, answer) };
}

/** Route for a file that was offered with the data of a card action and then accepted in the personal chat. */
export function acceptedFile<V extends Verb>(
  name: V,
  answer: (turn: SignedInTurn, data: ActionDataOf<V>) => Promise<AcceptedFile>,
): Route {
  return { kind: 'acceptedFile', name, prepare: createPrepare(name, answer) };
}

/** Route for a search command of the message extension. */
export function search(
  name: SearchCommand,
  answer: (turn: SignedInTurn, query: SearchQuery) => Promise<SearchReply>,
): Route {
  return { kind: 'search', name, answer };
}

/** Route for links pasted into a conversation. */
export function link(handlers: LinkHandlers): Route {
  return { kind: 'link', name: '', ...handlers };
}

/** Route for the message to a user who has just installed the app. */
export function greeting(answer: (turn: Turn) => Promise<Reply>): Route {
  return { kind: 'greeting', name: '', answer };
}

/** Route for the titles and ids on the sender's own list, or the full names of their direct reports. */
export function knownNames(name: 'titles' | 'people', list: ListNames): Route {
  return { kind: 'knownNames', name, list };
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
