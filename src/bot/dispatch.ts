import type { Question } from '../domain/question';
import type { QuestionRoute, Route } from './routes';

type Kind = Route['kind'];
type RouteOf<K extends Kind> = Extract<Route, { readonly kind: K }>;

/** The routes of all features, indexed. */
export interface Dispatcher {
  /** The route of that kind and name; undefined when there is none. */
  find<K extends Kind>(kind: K, name: string): RouteOf<K> | undefined;
  /** The same for one that has to be there; throws when it is not. */
  get<K extends Kind>(kind: K, name: string): RouteOf<K>;
  /** The route of the question's intent; that of `unknown` when no feature answers it. */
  findQuestion(question: Question): { readonly route: QuestionRoute; readonly question: Question };
}

/** Indexes the routes. Throws when two have one kind and name: one of them would never be asked. */
export function createDispatcher(routes: readonly Route[]): Dispatcher {
  const index = new Map<string, Route>();
  for (const route of routes) {
    const key = toKey(route.kind, route.name);
    if (index.has(key)) throw new Error(`Two routes for ${key}`);
    index.set(key, route);
  }

  function find<K extends Kind>(kind: K, name: string): RouteOf<K> | undefined {
    const route = index.get(toKey(kind, name));
    return route !== undefined && isOfKind(route, kind) ? route : undefined;
  }

  function get<K extends Kind>(kind: K, name: string): RouteOf<K> {
    const route = find(kind, name);
    if (route === undefined) throw new Error(`No route for ${toKey(kind, name)}`);
    return route;
  }

  return {
    find,
    get,
    findQuestion(question) {
      const route = find('question', question.intent);
      return route === undefined
        ? { route: get('question', 'unknown'), question: { intent: 'unknown' } }
        : { route, question };
    },
  };
}

/** Whether a question may wait for a sign-in and be answered after it, which is true of all that change nothing. */
export function canResume(route: QuestionRoute): boolean {
  return route.needsSignIn || route.isReadOnly;
}

function toKey(kind: Kind, name: string): string {
  return `${kind} ${name}`;
}

function isOfKind<K extends Kind>(route: Route, kind: K): route is RouteOf<K> {
  return route.kind === kind;
}
