import type { GraphUser, World } from '../world/world';
import type { RouteOptions } from './activity-routes';
import {
  hasRole,
  hasScope,
  isAppOnly,
  refusals,
  type Caller,
  type GraphAnswer,
  type GraphCall,
} from './answers';
import { badQuery, isAdvanced, project, toCount, toEntity, type EntityType, type QueryRules } from './odata';
import { toDirectoryPage } from './paging';
import { queryPeople, unsupported } from './people-query';
import { get, type Route } from './routing';

/** Properties of a person that Graph returns without `$select`. */
const DEFAULT_SET = [
  ...['businessPhones', 'displayName', 'givenName', 'jobTitle', 'mail', 'mobilePhone', 'officeLocation'],
  ...['preferredLanguage', 'surname', 'userPrincipalName', 'id'],
];
/** Two more properties exist in the local world; all others are refused. */
const USER: EntityType = {
  name: 'microsoft.graph.user',
  properties: [...DEFAULT_SET, 'userType', 'accountEnabled'],
};

/**
 * The options that Microsoft's pages name (docs/reference/graph-learning.md#directory), and `$top` and `$skiptoken` for
 * paging. `$expand` takes
 * `manager` and `directReports`, each with its own `$select`; `$levels` and everything else is refused.
 */
const PERSON: QueryRules = { applied: ['$select', '$expand'], type: USER };
const REPORTS: QueryRules = {
  applied: ['$select', '$count', '$expand', '$filter', '$top', '$skiptoken'],
  type: USER,
};
const PEOPLE: QueryRules = { ...REPORTS, applied: [...REPORTS.applied, '$orderby', '$search'] };
const COUNT: QueryRules = { applied: ['$filter'] };

const EXPAND = /^(manager|directReports)(?:\(\$select=([\w,]+)\))?$/i;
const MOST_EXPANDED = 20;

/** People and reporting lines (docs/reference/graph-learning.md#directory). */
export function createDirectoryRoutes(options: RouteOptions): Route[] {
  const { world } = options;
  return [
    get('/me', PERSON, (call) => {
      if (isAppOnly(call.caller)) return refusals.meNeedsUser;
      return hasScope(call.caller, 'User.Read', ...readsOthers)
        ? person(call, call.caller.oid)
        : refusals.directoryDenied;
    }),
    get('/me/manager', PERSON, (call) =>
      isAppOnly(call.caller) ? refusals.meNeedsUser : manager(call, call.caller.oid),
    ),
    get('/me/directReports', REPORTS, (call) =>
      isAppOnly(call.caller) ? refusals.meNeedsUser : reports(call, call.caller.oid),
    ),
    get('/me/directReports/$count', COUNT, (call) =>
      isAppOnly(call.caller) ? refusals.meNeedsUser : reports(call, call.caller.oid, toCount),
    ),
    get('/users', PEOPLE, (call) =>
      mayListPeople(call.caller, world)
        ? list(
            call,
            world.people.map(({ user }) => user),
            toPeoplePage,
          )
        : refusals.directoryDenied,
    ),
    get('/users/{userId}', PERSON, (call, { userId = '' }) =>
      mayReadPeople(call.caller) || (isSelf(call.caller, userId) && hasScope(call.caller, 'User.Read'))
        ? person(call, userId)
        : refusals.directoryDenied,
    ),
    get('/users/{userId}/manager', PERSON, (call, { userId = '' }) => manager(call, userId)),
    get('/users/{userId}/directReports', REPORTS, (call, { userId = '' }) => reports(call, userId)),
    get('/users/{userId}/directReports/$count', COUNT, (call, { userId = '' }) =>
      reports(call, userId, toCount),
    ),
  ];

  function person(call: GraphCall, userId: string): GraphAnswer {
    const found = world.findPerson(userId);
    if (found === undefined) return refusals.noSuchPerson;
    const select = call.query.get('$select');
    const context = `users${select === null ? '' : `(${select})`}/$entity`;
    return refuseExpand(call) ?? toEntity(context, shown(found.user, call));
  }

  function manager(call: GraphCall, userId: string): GraphAnswer {
    if (!mayReadReportingLines(call.caller)) return refusals.directoryDenied;
    const found = world.findPerson(world.findPerson(userId)?.managerId ?? '');
    if (found === undefined) return refusals.noSuchPerson;
    return refuseExpand(call) ?? toEntity('directoryObjects/$entity', typed(shown(found.user, call)));
  }

  function reports(call: GraphCall, userId: string, toAnswer: ToAnswer = toReportsPage): GraphAnswer {
    if (isAppOnly(call.caller) ? !hasRole(call.caller, 'User.Read.All') : !hasScope(call.caller, 'User.Read'))
      return refusals.directoryDenied;
    // Reporting lines are relationships: only advanced queries can count and filter them.
    if ((toAnswer === toCount || call.query.has('$filter')) && !isAdvanced(call))
      return unsupported('This query needs the header ConsistencyLevel: eventual.');
    return list(call, reportsOf(userId, world), toAnswer);
  }

  function list(call: GraphCall, people: readonly GraphUser[], toAnswer: ToAnswer): GraphAnswer {
    const refusal = refuseExpand(call);
    if (refusal !== undefined) return refusal;
    const found = queryPeople(call, people);
    return found.kind === 'refused'
      ? found.answer
      : toAnswer(
          found.people.map((user) => shown(user, call)),
          call,
        );
  }

  function toPeoplePage(people: readonly object[], call: GraphCall): GraphAnswer {
    return toDirectoryPage(call, people, options);
  }

  function toReportsPage(people: readonly object[], call: GraphCall): GraphAnswer {
    return toPeoplePage(people.map(typed), call);
  }

  /** Applies `$select` and `$expand`. */
  function shown(user: GraphUser, { caller, query }: GraphCall): Record<string, unknown> {
    const select = query.get('$select') ?? DEFAULT_SET.join();
    return {
      ...project(told(user, caller), select),
      ...expanded(user, { caller, expand: query.get('$expand') }),
    };
  }

  function expanded(
    { id }: GraphUser,
    { caller, expand }: { readonly caller: Caller; readonly expand: string | null },
  ): object {
    const [, name, select = DEFAULT_SET.join()] = EXPAND.exec(expand ?? '') ?? [];
    if (name === undefined) return {};
    const show = (user: GraphUser): object => typed(project(told(user, caller), select));
    if (name.toLowerCase() === 'directreports')
      return { directReports: reportsOf(id, world).slice(0, MOST_EXPANDED).map(show) };
    const found = world.findPerson(world.findPerson(id)?.managerId ?? '');
    return found === undefined ? {} : { manager: show(found.user) };
  }
}

type ToAnswer = (people: readonly object[], call: GraphCall) => GraphAnswer;

function refuseExpand({ caller, query }: GraphCall): GraphAnswer | undefined {
  const expand = query.get('$expand');
  if (expand === null) return undefined;
  const [, name] = EXPAND.exec(expand) ?? [];
  if (name === undefined)
    return badQuery(`Parsing OData Select and Expand failed: '${expand}' cannot be expanded.`);
  const isOpen = name.toLowerCase() === 'directreports' || mayReadReportingLines(caller);
  return isOpen ? undefined : refusals.directoryDenied;
}

const readsOthers = ['User.ReadBasic.All', 'User.Read.All'];

function mayReadPeople(caller: Caller): boolean {
  return isAppOnly(caller) ? hasRole(caller, ...readsOthers) : hasScope(caller, ...readsOthers);
}

/** Guests may read single people but not list them. */
function mayListPeople(caller: Caller, world: World): boolean {
  return mayReadPeople(caller) && world.findPerson(caller.oid)?.user.userType !== 'Guest';
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

/** Properties of others that `User.ReadBasic.All` allows. */
const BASIC = ['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'];
/** Properties that no one in the local world has. */
const UNSET = { businessPhones: [], mobilePhone: null, officeLocation: null, preferredLanguage: null };

/** Without enough permission Graph still returns the person, with `null` for the properties that are not allowed. */
function told(user: GraphUser, caller: Caller): Record<string, unknown> {
  const isWhole = mayReadReportingLines(caller) || isSelf(caller, user.id);
  const known = mayReadPeople(caller) ? BASIC : ['id'];
  return Object.fromEntries(
    Object.entries({ ...UNSET, ...user }).map(([key, value]) => [
      key,
      isWhole || known.includes(key) ? value : null,
    ]),
  );
}

/** Adds the type that directory objects have. */
function typed(user: object): Record<string, unknown> {
  return { '@odata.type': '#microsoft.graph.user', ...user };
}
