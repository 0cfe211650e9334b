import type { Intent, Question } from '../domain/question';
import type {
  AcceptedFile,
  Answer,
  BotRoutes,
  KnownNames,
  ManagerCardData,
  OwnCardData,
  QuestionOf,
  Reply,
  SearchQuery,
  SearchReply,
  SignedInTurn,
  Turn,
} from './routes';

type QuestionRoute =
  | { readonly needsSignIn: true; answer(turn: SignedInTurn, question: Question): Promise<Answer> }
  | { readonly needsSignIn: false; answer(turn: Turn, question: Question): Promise<Reply> };

type OwnCardAction = (turn: SignedInTurn, data: OwnCardData) => Promise<Reply>;

type ManagerCardAction = (turn: SignedInTurn, data: ManagerCardData) => Promise<Reply>;
type SharedCardAction = (turn: SignedInTurn, data: unknown) => Promise<Reply>;
type FileAccepted = (turn: SignedInTurn, data: ManagerCardData) => Promise<AcceptedFile>;
type Search = (turn: SignedInTurn, query: SearchQuery) => Promise<SearchReply>;
type LinkQuery = (turn: SignedInTurn, link: URL) => Promise<SearchReply>;
type AnonymousLinkQuery = (link: URL, locale: string | undefined) => Promise<SearchReply>;

/** The routes that features bound, and how the bot finds them again. */
export interface Registry {
  readonly routes: BotRoutes;
  /** The route of the question's intent; that of `unknown` when no feature answers it. */
  findQuestion(question: Question): { readonly route: QuestionRoute; readonly question: Question };
  readonly listKnownTitles: KnownNames;
  readonly listKnownPeople: KnownNames;
  findOwnCardAction(verb: string): OwnCardAction | undefined;
  findManagerCardAction(verb: string): ManagerCardAction | undefined;
  findSharedCardAction(verb: string): SharedCardAction | undefined;
  findSearch(commandId: string): Search | undefined;
  acceptFile: FileAccepted;
  /** None for a link that is none of ours. */
  findLinkQuery(link: URL): LinkQuery | undefined;
  queryAnonymousLink: AnonymousLinkQuery;
  /** What is said to somebody who has just installed the app. */
  greet(turn: Turn): Promise<Reply>;
}

export function createRegistry(): Registry {
  const questions = new Map<Intent, QuestionRoute>();
  let greet: ((turn: Turn) => Promise<Reply>) | undefined;
  let acceptFile: FileAccepted | undefined;
  let linkQuery: { readonly isOurs: (link: URL) => boolean; readonly handler: LinkQuery } | undefined;
  let queryAnonymousLink: AnonymousLinkQuery | undefined;
  let listKnownTitles: KnownNames | undefined;
  let listKnownPeople: KnownNames | undefined;
  const managerCardActions = new Map<string, ManagerCardAction>();
  const sharedCardActions = new Map<string, SharedCardAction>();
  const searches = new Map<string, Search>();
  const ownCardActions = new Map<string, OwnCardAction>();
  return {
    routes: {
      question(intent, handler) {
        questions.set(intent, {
          needsSignIn: true,
          answer: (turn, question) => handler(turn, expectIntent(question, intent)),
        });
      },
      knownTitles(handler) {
        listKnownTitles = handler;
      },
      knownPeople(handler) {
        listKnownPeople = handler;
      },
      openQuestion(intent, handler) {
        questions.set(intent, {
          needsSignIn: false,
          answer: (turn, question) => handler(turn, expectIntent(question, intent)),
        });
      },
      greeting(handler) {
        greet = handler;
      },
      ownCardAction(verb, handler) {
        ownCardActions.set(verb, handler);
      },
      managerCardAction(verb, handler) {
        managerCardActions.set(verb, handler);
      },
      sharedCardAction(verb, handler) {
        sharedCardActions.set(verb, handler);
      },
      searchQuery(commandId, handler) {
        searches.set(commandId, handler);
      },
      fileAccepted(handler) {
        acceptFile = handler;
      },
      linkQuery(isOurs, handler) {
        linkQuery = { isOurs, handler };
      },
      anonymousLinkQuery(handler) {
        queryAnonymousLink = handler;
      },
    },
    findQuestion(question) {
      const route = questions.get(question.intent);
      return route === undefined
        ? { route: expectBound(questions.get('unknown')), question: { intent: 'unknown' } }
        : { route, question };
    },
    listKnownTitles: (turn, mayRead) => expectBound(listKnownTitles)(turn, mayRead),
    listKnownPeople: (turn, mayRead) => expectBound(listKnownPeople)(turn, mayRead),
    findOwnCardAction: (verb) => ownCardActions.get(verb),
    findManagerCardAction: (verb) => managerCardActions.get(verb),
    findSharedCardAction: (verb) => sharedCardActions.get(verb),
    findSearch: (commandId) => searches.get(commandId),
    acceptFile: (turn, data) => expectBound(acceptFile)(turn, data),
    findLinkQuery(link) {
      const { isOurs, handler } = expectBound(linkQuery);
      return isOurs(link) ? handler : undefined;
    },
    queryAnonymousLink: (link, locale) => expectBound(queryAnonymousLink)(link, locale),
    greet: (turn) => expectBound(greet)(turn),
  };
}

function expectIntent<I extends Intent>(question: Question, intent: I): QuestionOf<I> {
  if (question.intent !== intent)
    throw new Error(`A ${question.intent} question came to the ${intent} route`);
  return question as QuestionOf<I>;
}

function expectBound<T>(route: T | undefined): T {
  if (route === undefined) throw new Error('No feature bound itself to this route');
  return route;
}
