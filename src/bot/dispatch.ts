import type { Route } from './routes';

type Kind = Route['kind'];
type RouteOf<K extends Kind> = Extract<Route, { readonly kind: K }>;

/** The routes of all features, indexed by kind and name. */
export interface Dispatcher {
  find<K extends Kind>(kind: K, name: string): RouteOf<K> | undefined;
  /** Returns the route of this kind and name. Throws if there is none. */
  get<K extends Kind>(kind: K, name: string): RouteOf<K>;
}

/** Creates a dispatcher. Throws if two routes have the same kind and name: one of them would never be called. */
export function createDispatcher(routes: readonly Route[]): Dispatcher {
  const index = new Map<string, Route>();
  for (const route of routes) {
    const key = `${route.kind} ${route.name}`;
    if (index.has(key)) throw new Error(`Two routes for ${key}`);
    index.set(key, route);
  }

  const dispatcher: Dispatcher = {
    find(kind, name) {
      const route = index.get(`${kind} ${name}`);
      return route !== undefined && isOfKind(route, kind) ? route : undefined;
    },
    get(kind, name) {
      const route = dispatcher.find(kind, name);
      if (route === undefined) throw new Error(`No route for ${kind} ${name}`);
      return route;
    },
  };
  return dispatcher;
}

function isOfKind<K extends Kind>(route: Route, kind: K): route is RouteOf<K> {
  return route.kind === kind;
}
