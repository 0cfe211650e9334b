import type { ActionDataOf } from '../cards/actions';
import type { Card, CardReply } from '../cards/define-card';
import type { Intent, Question } from '../domain/question';
import type { GraphAccess } from '../domain/ports';

/** One verified bot activity, as far as features may know it. */
export interface Turn {
  /** Reference id that a user can read from an error sentence and an operator finds in the log. */
  readonly id: string;
  /** Entra object id of the sender, from the verified activity. */
  readonly userId: string;
  readonly tenantId: string;
  /** BCP 47, from the activity; `en-US` when absent. */
  readonly locale: string;
  /** IANA zone of the sender, a fixed offset (`UTC+02:00`), or `UTC` when the activity tells neither. */
  readonly zone: string;
  readonly isPersonalChat: boolean;
  readonly now: Date;
  /**
   * When the person asked: a list read from Graph after this moment answers the question. Earlier than
   * `now` when a sign-in came in between.
   */
  readonly askedAt: Date;
  readonly signal: AbortSignal;
}

export interface SignedInTurn extends Turn, GraphAccess {}

/** What a handler answers. A value: no feature ever sends an activity. */
export type Reply = CardReply | { readonly kind: 'text'; readonly text: string } | FileOffer;

/** A file that the person gets once they accept it in their personal chat. */
export interface FileOffer {
  readonly kind: 'fileOffer';
  readonly name: string;
  /** What the file holds, for the card that asks. */
  readonly description: string;
  readonly bytes: number;
  /** Comes back when the person accepts. */
  readonly context: ActionDataOf<'team/export'>;
  /** The offer in one sentence, for those who pressed a button for it. */
  readonly text: string;
}

/** The file itself, or what is said instead of it. */
export type AcceptedFile = { readonly kind: 'file'; readonly name: string; readonly content: Buffer } | Reply;

/** One course that a search of the message extension found. */
export interface SearchHit {
  /** What is put into the conversation: neutral, since everybody there sees it. */
  readonly card: Card;
  /** The line in the list of results, which only the searcher sees. */
  readonly preview: { readonly title: string; readonly text: string; readonly imageUrl?: string };
}

/** The answer to a search or a pasted link; a text stands where the results would. */
export type SearchReply =
  | { readonly kind: 'results'; readonly hits: readonly SearchHit[] }
  | { readonly kind: 'text'; readonly text: string };

export interface SearchQuery {
  /** What was typed; empty when the extension has just been opened. */
  readonly text: string;
  readonly skip: number;
  /** Most hits wanted. */
  readonly count: number;
}

/** What a question may be answered with besides: another question, which the bot asks in its place. */
export type Answer = Reply | { readonly kind: 'ask'; readonly question: Question };

/** The question of one intent. */
export type QuestionOf<I extends Intent> = Extract<Question, { readonly intent: I }>;

/** What the buttons of a learner's own cards send back; `activity` is the one that is opened or shown. */
export type OwnCardData = ActionDataOf<'my-courses/page'> & Partial<ActionDataOf<'course/open'>>;

/** The search commands of the message extension, as the manifest names them. */
export const searchCommands = ['myCourses', 'catalog'] as const;
/** Their parameter: what was typed. */
export const searchParameter = 'query';

/** What the buttons of a manager's cards send back. */
export interface ManagerCardData extends ActionDataOf<'team/page'> {
  /** The teammate whom it is about. */
  readonly learner?: string | undefined;
  /** The one activity that is opened or shown. */
  readonly activity?: string | undefined;
  /** The title that was chosen in the card. */
  readonly course?: string | undefined;
}

export type KnownNames = (turn: SignedInTurn, mayRead: boolean) => Promise<readonly string[]>;

/** How features bind themselves to what people type and press. */
export interface BotRoutes {
  /** A question asked in chat, answered with the sender signed in. */
  question<I extends Intent>(
    intent: I,
    handler: (turn: SignedInTurn, question: QuestionOf<I>) => Promise<Answer>,
  ): void;
  /**
   * Titles and ids on the asker's own list, which a phrase may name as they are. None when nothing is kept and `mayRead` is
   * false; with it, the list is read from Graph, whose faults are thrown.
   */
  knownTitles(handler: KnownNames): void;
  /** The same for the full names of people whom the asker may look at. */
  knownPeople(handler: KnownNames): void;
  /** A question that needs no sign-in. */
  openQuestion<I extends Intent>(
    intent: I,
    handler: (turn: Turn, question: QuestionOf<I>) => Promise<Reply>,
  ): void;
  /** What is said to somebody who has just installed the app. */
  greeting(handler: (turn: Turn) => Promise<Reply>): void;
  /**
   * An `Action.Execute` with this verb (`feature/action`) on a card that shows one learner's own courses. It is
   * refused when anybody but that learner presses it, and the reply is shown to the presser alone.
   */
  ownCardAction(verb: string, handler: (turn: SignedInTurn, data: OwnCardData) => Promise<Reply>): void;
  /**
   * The same on a card that shows a manager those who report to them: refused when anybody else presses it, or outside
   * their personal chat. Whom the manager may look at is for the feature to find out.
   */
  managerCardAction(
    verb: string,
    handler: (turn: SignedInTurn, data: ManagerCardData) => Promise<Reply>,
  ): void;
  /**
   * An `Action.Execute` on a card that everybody in a conversation sees. `data` is whatever the client sent: parse it.
   * The reply is shown to the presser alone.
   */
  sharedCardAction(verb: string, handler: (turn: SignedInTurn, data: unknown) => Promise<Reply>): void;
  /** A manager accepts a file that was offered to them in their personal chat. */
  fileAccepted(handler: (turn: SignedInTurn, data: ManagerCardData) => Promise<AcceptedFile>): void;
  /** A search command of the message extension. */
  searchQuery(
    commandId: (typeof searchCommands)[number],
    handler: (turn: SignedInTurn, query: SearchQuery) => Promise<SearchReply>,
  ): void;
  /** A link that was pasted; for one that `isOurs` denies nobody is asked to sign in. */
  linkQuery(
    isOurs: (link: URL) => boolean,
    handler: (turn: SignedInTurn, link: URL) => Promise<SearchReply>,
  ): void;
  /** The same where the app is not installed: nobody is known, and nothing but the link and perhaps a locale. */
  anonymousLinkQuery(handler: (link: URL, locale: string | undefined) => Promise<SearchReply>): void;
}
