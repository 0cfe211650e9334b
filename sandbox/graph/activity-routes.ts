import type { World } from '../world/world';
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
import type { GraphSettings } from './graph-settings';
import { toPage } from './paging';
import { get, type Route } from './routing';

export interface RouteOptions {
  readonly world: World;
  readonly settings: GraphSettings;
  /** Where the server answers, for next links. */
  readonly baseUrl: string;
}

type Activity = Readonly<Record<string, unknown>>;

/** Every documented way to read course activities (graph-learning 1.1). */
export function createActivityRoutes(options: RouteOptions): Route[] {
  const { world, settings } = options;
  const list = '/employeeExperience/learningCourseActivities';
  const perProvider = '/employeeExperience/learningProviders/{providerId}/learningCourseActivities';
  const byKey = `${perProvider}({keyName}={key})`;
  return [
    get(`/me${list}`, (call) =>
      isAppOnly(call.caller) ? refusals.meNeedsUser : listOf(call.caller.oid, call, options),
    ),
    get(`/me${list}/{id}`, (call, { id }) =>
      isAppOnly(call.caller)
        ? refusals.meNeedsUser
        : one(call, (item) => isOf(item, call.caller.oid) && item['id'] === id),
    ),
    get(`/users/{userId}${list}`, (call, { userId = '' }) => listOf(userId, call, options)),
    get(`/users/{userId}${list}/{id}`, (call, { userId = '', id }) =>
      one(call, (item) => isOf(item, userId) && item['id'] === id),
    ),
    get(`${list}/{id}`, (call, { id }) => one(call, (item) => item['id'] === id)),
    get(perProvider, (call, { providerId }) => listOfProvider(call, providerId)),
    get(byKey, (call, { providerId, keyName, key = '' }) => {
      if (!world.providers.some(({ provider }) => provider.id === providerId))
        return refusals.badRegistrationId;
      const externalId = unquote(key);
      if (keyName !== settings.alternateKey || externalId === undefined) return refusals.badRegistrationId;
      return one(
        call,
        (item) => item['learningProviderId'] === providerId && externalIdOf(item) === externalId,
      );
    }),
  ];

  function one(call: GraphCall, isWanted: (item: Activity) => boolean): GraphAnswer {
    const refusal = refuseUnlicensed(call.caller, world);
    if (refusal !== undefined) return refusal;
    const found = world.activities.find(isWanted);
    if (found === undefined) return refusals.noSuchAssignment;
    return mayRead(call.caller, found, options) ? ok(asPreferred(found, call)) : refusals.noAccess;
  }

  function listOfProvider(call: GraphCall, providerId: string | undefined): GraphAnswer {
    if (!isAppOnly(call.caller)) return refusals.noAccess;
    const items = world.activities.filter((item) => item['learningProviderId'] === providerId);
    return toPage(call, readable(items, call, options), options);
  }
}

function listOf(userId: string, call: GraphCall, options: RouteOptions): GraphAnswer {
  const { world, settings } = options;
  const refusal = refuseUnlicensed(call.caller, world);
  if (refusal !== undefined) return refusal;
  if (
    isAppOnly(call.caller)
      ? settings.usersListAppOnly === 'refused'
      : settings.ownListNeeds === 'delegatedReadAll'
  )
    return refusals.noAccess;
  if (!isAppOnly(call.caller) && !mayReadOf(call.caller, userId, options)) return refusals.noAccess;
  if (!kinds.some((kind) => mayReadKind(call.caller, kind))) return refusals.noAccess;
  const items = world.activities.filter((item) => isOf(item, userId));
  return toPage(call, readable(items, call, options), options);
}

function readable(items: readonly Activity[], call: GraphCall, options: RouteOptions): readonly Activity[] {
  return items.filter((item) => mayRead(call.caller, item, options)).map((item) => asPreferred(item, call));
}

const kinds = ['LearningAssignedCourse', 'LearningSelfInitiatedCourse'] as const;

function mayReadKind(caller: Caller, kind: (typeof kinds)[number]): boolean {
  return isAppOnly(caller)
    ? hasRole(caller, `${kind}.Read.All`, `${kind}.ReadWrite.All`)
    : hasScope(caller, `${kind}.Read`);
}

/** Assignments and self-initiated courses have a permission each; a delegated one reaches one's own only. */
function mayRead(caller: Caller, item: Activity, options: RouteOptions): boolean {
  const isSelfInitiated = item['@odata.type'] === '#microsoft.graph.learningSelfInitiatedCourse';
  if (!mayReadKind(caller, isSelfInitiated ? kinds[1] : kinds[0])) return false;
  return isAppOnly(caller) || mayReadOf(caller, String(item['learnerUserId']), options);
}

function mayReadOf(caller: Caller, userId: string, { world, settings }: RouteOptions): boolean {
  if (userId.toLowerCase() === caller.oid.toLowerCase()) return true;
  return settings.reportsDelegated === 'allowed' && world.findPerson(userId)?.managerId === caller.oid;
}

function refuseUnlicensed(caller: Caller, world: World): GraphAnswer | undefined {
  return world.findPerson(caller.oid)?.isLicensed === false ? refusals.noLicence : undefined;
}

function isOf(item: Activity, userId: string): boolean {
  return String(item['learnerUserId']).toLowerCase() === userId.toLowerCase();
}

function externalIdOf(item: Activity): unknown {
  return item['externalCourseActivityId'] ?? item['externalcourseActivityId'];
}

/** Members behind the sentinel are told only to those who ask for them (graph-learning 2.4). */
function asPreferred(item: Activity, call: GraphCall): Activity {
  const isAsked = /include-unknown-enum-members/i.test(call.headers['prefer'] ?? '');
  return item['assignmentType'] === 'peerRecommended' && !isAsked
    ? { ...item, assignmentType: 'unknownFutureValue' }
    : item;
}

/** An OData string: in single quotes, an inner one doubled. `undefined` for anything else. */
export function unquote(key: string): string | undefined {
  return /^'([^']|'')*'$/.test(key) ? key.slice(1, -1).replaceAll("''", "'") : undefined;
}
