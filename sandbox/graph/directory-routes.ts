import type { GraphUser, World } from '../world/world';
import type { RouteOptions } from './activity-routes';
import {
  hasRole,
  hasScope,
  isAppOnly,
  ok,
  refusals,
  type Caller,
  type GraphAnswer,
  type GraphCall,
} from './answers';
import { toPage } from './paging';
import { get, type Route } from './routing';

/** People and reporting lines (graph-learning 1.4). */
export function createDirectoryRoutes(options: RouteOptions): Route[] {
  const { world } = options;
  return [
    get('/me', (call) => {
      if (isAppOnly(call.caller)) return refusals.meNeedsUser;
      return hasScope(call.caller, 'User.Read', ...readsOthers)
        ? person(call, call.caller.oid)
        : refusals.directoryDenied;
    }),
    get('/me/manager', (call) =>
      isAppOnly(call.caller) ? refusals.meNeedsUser : manager(call, call.caller.oid),
    ),
    get('/me/directReports', (call) =>
      isAppOnly(call.caller) ? refusals.meNeedsUser : reports(call, call.caller.oid),
    ),
    get('/users/{userId}', (call, { userId = '' }) =>
      mayReadPeople(call.caller) || (isSelf(call.caller, userId) && hasScope(call.caller, 'User.Read'))
        ? person(call, userId)
        : refusals.directoryDenied,
    ),
    get('/users/{userId}/manager', (call, { userId = '' }) => manager(call, userId)),
    get('/users/{userId}/directReports', (call, { userId = '' }) => reports(call, userId)),
  ];

  function person(call: GraphCall, userId: string): GraphAnswer {
    const found = world.findPerson(userId);
    return found === undefined ? refusals.noSuchPerson : ok(select(found.user, call));
  }

  function manager(call: GraphCall, userId: string): GraphAnswer {
    if (!mayReadReportingLines(call.caller)) return refusals.directoryDenied;
    const managerId = world.findPerson(userId)?.managerId;
    return managerId === undefined ? refusals.noSuchPerson : person(call, managerId);
  }

  function reports(call: GraphCall, userId: string): GraphAnswer {
    if (isAppOnly(call.caller) ? !hasRole(call.caller, 'User.Read.All') : !hasScope(call.caller, 'User.Read'))
      return refusals.directoryDenied;
    const people = reportsOf(userId, world);
    // With too little permission Graph still answers 200, with everything but the id empty.
    const isTold = mayReadPeople(call.caller);
    return toPage(
      call,
      people.map((user) => select(isTold ? user : withoutDetails(user), call)),
      options,
    );
  }
}

const readsOthers = ['User.ReadBasic.All', 'User.Read.All'];

function mayReadPeople(caller: Caller): boolean {
  return isAppOnly(caller) ? hasRole(caller, ...readsOthers) : hasScope(caller, ...readsOthers);
}

function mayReadReportingLines(caller: Caller): boolean {
  return isAppOnly(caller) ? hasRole(caller, 'User.Read.All') : hasScope(caller, 'User.Read.All');
}

function isSelf(caller: Caller, userId: string): boolean {
  return caller.oid.toLowerCase() === userId.toLowerCase();
}

function reportsOf(userId: string, world: World): readonly GraphUser[] {
  return world.people
    .filter(({ managerId }) => managerId?.toLowerCase() === userId.toLowerCase())
    .map(({ user }) => user);
}

function withoutDetails(user: GraphUser): Record<string, unknown> {
  return { ...Object.fromEntries(Object.keys(user).map((key) => [key, null])), id: user.id };
}

function select(user: object, call: GraphCall): Record<string, unknown> {
  const wanted = call.query.get('$select')?.split(',');
  const entries = Object.entries(user).filter(([key]) => wanted?.includes(key) ?? true);
  return { '@odata.type': '#microsoft.graph.user', ...Object.fromEntries(entries) };
}
