import type { Question } from '../domain/question';
import type { QuestionRoute, Route } from './routes';

type Kind = Route['kind'];
type RouteOf<K extends Kind> = Extract<Route, { readonly kind: K }>;

/** The routes of all features, indexed by kind and name. */
export interface Dispatcher {
  /** Returns the route of this kind and name, if any. */
  find<K extends Kind>(kind: K, name: string): RouteOf<K> | undefined;
  /** Returns the route of this kind and name. Throws if there is none. */
  get<K extends Kind>(kind: K, name: string): RouteOf<K>;
  /** Returns the route for the question's intent; if no feature answers it, the question becomes `unknown`. */
  findQuestion(question: Question): { readonly route: QuestionRoute; readonly question: Question };
}

/** Creates a dispatcher. Throws if two routes have the same kind and name: one of them would never be called. */
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

/** Whether a question may be answered after a sign-in: true for every question that changes nothing. */
export function canResume(route: QuestionRoute): boolean {
  return route.needsSignIn || route.isReadOnly;
}

function toKey(kind: Kind, name: string): string {
  return `${kind} ${name}`;
}

function isOfKind<K extends Kind>(route: Route, kind: K): route is RouteOf<K> {
  return route.kind === kind;
}
