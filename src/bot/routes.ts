import type { ActionDataOf, Verb } from '../cards/actions';
import type { Intent, Question, QuestionOf } from '../domain/question';
import type { AcceptedFile, Answer, Reply, SearchReply } from './replies';
import { readActionData } from './read-action-data';
import type { SignedInTurn, Turn } from './turn';

export type { AcceptedFile, Answer, Reply, SearchHit, SearchReply, ToSearchHit } from './replies';
export type { SignedInTurn, Turn } from './turn';

/**
 * One thing that people can do with the bot, as data. A feature exports its routes; the dispatcher indexes them by kind
 * and name.
 */
export type Route =
  | QuestionRoute
  | Named<'cardAction', Verb, { readonly prepare: (turn: Turn, data: unknown) => Work<Reply> | Refusal }>
  | Named<
      'acceptedFile',
      Verb,
      { readonly prepare: (turn: Turn, data: unknown) => Work<AcceptedFile> | Refusal }
    >
  | Named<
      'search',
      SearchCommand,
      { readonly answer: (turn: SignedInTurn, query: SearchQuery) => Promise<SearchReply> }
    >
  | Named<'link', '', LinkHandlers>
  | Named<'greeting', '', { readonly answer: (turn: Turn) => Promise<Reply> }>
  | Named<'knownNames', 'titles' | 'people', { readonly list: ListNames }>;

/** A question of one intent that is asked in chat. */
export type QuestionRoute = Named<
  'question',
  Intent,
  | {
      readonly needsSignIn: true;
      readonly answer: (turn: SignedInTurn, question: Question) => Promise<Answer>;
    }
  | {
      readonly needsSignIn: false;
      /** Changes nothing, so it may also be answered after a sign-in. */
      readonly isReadOnly: boolean;
      readonly answer: (turn: Turn, question: Question) => Promise<Reply>;
    }
>;

type Named<K extends string, N extends string, Handlers> = {
  readonly kind: K;
  readonly name: N;
} & Handlers;

/** What a press does once its sender is signed in. */
export type Work<T> = (turn: SignedInTurn) => Promise<T>;

/** The sentence for a sender who may not press, or for data that is none of ours. */
export type Refusal = string;

/** The search commands of the message extension, as the manifest names them. */
export const searchCommands = ['myCourses', 'catalog'] as const;
type SearchCommand = (typeof searchCommands)[number];
/** Their parameter: what was typed. */
export const searchParameter = 'query';

export interface SearchQuery {
  /** What was typed; empty when the extension has just been opened. */
  readonly text: string;
  readonly skip: number;
  /** Most hits wanted. */
  readonly count: number;
}

interface LinkHandlers {
  /** Nobody is asked to sign in for a link that is not one of ours. */
  readonly isOurs: (link: URL) => boolean;
  readonly answer: (turn: SignedInTurn, link: URL) => Promise<SearchReply>;
  /** The answer where the app is not installed: nothing is known but the link and perhaps a locale. */
  readonly answerAnonymous: (link: URL, locale: string | undefined) => Promise<SearchReply>;
}

/**
 * Names that a phrase may contain as they are. Empty when nothing is kept and `mayRead` is false; with it, the list is
 * read from Graph, whose faults are thrown.
 */
export type ListNames = (turn: SignedInTurn, mayRead: boolean) => Promise<readonly string[]>;

/** A question asked in chat, answered with its sender signed in. */
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

/** A question that needs no sign-in. One that changes something is never answered again after a sign-in. */
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

/**
 * An `Action.Execute`. `actions` says what its data is and who may press it; the reply is visible only to the user who
 * pressed.
 */
export function cardAction<V extends Verb>(
  name: V,
  answer: (turn: SignedInTurn, data: ActionDataOf<V>) => Promise<Reply>,
): Route {
  return { kind: 'cardAction', name, prepare: createPrepare(name, answer) };
}

/** A file that was offered with the data of a card action, and is accepted in the personal chat. */
export function acceptedFile<V extends Verb>(
  name: V,
  answer: (turn: SignedInTurn, data: ActionDataOf<V>) => Promise<AcceptedFile>,
): Route {
  return { kind: 'acceptedFile', name, prepare: createPrepare(name, answer) };
}

/** A search command of the message extension. */
export function search(
  name: SearchCommand,
  answer: (turn: SignedInTurn, query: SearchQuery) => Promise<SearchReply>,
): Route {
  return { kind: 'search', name, answer };
}

/** A link that was pasted into a conversation. */
export function link(handlers: LinkHandlers): Route {
  return { kind: 'link', name: '', ...handlers };
}

/** What is said to a person who has just installed the app. */
export function greeting(answer: (turn: Turn) => Promise<Reply>): Route {
  return { kind: 'greeting', name: '', answer };
}

/** Titles and ids on the asker's own list, or full names of the people who report to them. */
export function knownNames(name: 'titles' | 'people', list: ListNames): Route {
  return { kind: 'knownNames', name, list };
}

function createPrepare<V extends Verb, T>(
  verb: V,
  answer: (turn: SignedInTurn, data: ActionDataOf<V>) => Promise<T>,
): (turn: Turn, data: unknown) => Work<T> | Refusal {
  return (turn, sent) => {
    const read = readActionData(verb, turn, sent);
    return typeof read === 'string' ? read : (signedIn) => answer(signedIn, read);
  };
}

function expectIntent<I extends Intent>(asked: Question, intent: I): QuestionOf<I> {
  if (!isOfIntent(asked, intent)) throw new Error(`A ${asked.intent} question came to the ${intent} route`);
  return asked;
}

function isOfIntent<I extends Intent>(asked: Question, intent: I): asked is QuestionOf<I> {
  return asked.intent === intent;
}
