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
import { toDirectoryPage } from './paging';
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
    return found === undefined ? refusals.noSuchPerson : ok(select(told(found.user, call.caller), call));
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
    return toDirectoryPage(
      call,
      people.map((user) => select(told(user, call.caller), call)),
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

/** What `User.ReadBasic.All` tells of others. */
const BASIC = ['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'];

/** With too little permission Graph still tells of a person, with `null` for what the caller may not know. */
function told(user: GraphUser, caller: Caller): Record<string, unknown> {
  const isWhole = mayReadReportingLines(caller) || isSelf(caller, user.id);
  const known = mayReadPeople(caller) ? BASIC : ['id'];
  return Object.fromEntries(
    Object.entries(user).map(([key, value]) => [key, isWhole || known.includes(key) ? value : null]),
  );
}

function select(user: object, call: GraphCall): Record<string, unknown> {
  const wanted = call.query.get('$select')?.split(',');
  const entries = Object.entries(user).filter(([key]) => wanted?.includes(key) ?? true);
  return { '@odata.type': '#microsoft.graph.user', ...Object.fromEntries(entries) };
}
