import type { World } from '../world/world';
import {
  hasRole,
  hasScope,
  isAppOnly,
  refusals,
  type Caller,
  type GraphAnswer,
  type GraphCall,
} from './answers';
import type { GraphSettings } from './graph-settings';
import { ACTIVITY_RULES, castRulesOf, CASTS, COUNT_RULES } from './learning-types';
import { project, toCount, toEntity, type EntityType } from './odata';
import { toPage } from './paging';
import { get, type Route } from './routing';

export interface RouteOptions {
  readonly world: World;
  readonly settings: GraphSettings;
  /** Address of the server, for next links. */
  readonly baseUrl: string;
}

type Activity = Readonly<Record<string, unknown>>;

/**
 * Every documented way to read course activities (docs/reference/graph-learning.md#read-course-activities), with the
 * casts and counts of OData.
 */
export function createActivityRoutes(options: RouteOptions): Route[] {
  const { world, settings } = options;
  const list = '/employeeExperience/learningCourseActivities';
  const perProvider = '/employeeExperience/learningProviders/{providerId}/learningCourseActivities';
  const byLearner = groupByLearner(world.activities);
  return [
    ...collection(`/me${list}`, (call) =>
      isAppOnly(call.caller) ? refusals.meNeedsUser : itemsOf(call.caller.oid, call),
    ),
    ...collection(`/users/{userId}${list}`, (call, { userId = '' }) => itemsOf(userId, call)),
    ...collection(perProvider, (call, { providerId }) => itemsOfProvider(call, providerId)),
    ...single(`/me${list}/{id}`, (call, { id }) =>
      isAppOnly(call.caller)
        ? refusals.meNeedsUser
        : one(call, (item) => isOf(item, call.caller.oid) && item['id'] === id),
    ),
    ...single(`/users/{userId}${list}/{id}`, (call, { userId = '', id }) =>
      one(call, (item) => isOf(item, userId) && item['id'] === id),
    ),
    ...single(`${list}/{id}`, (call, { id }) => one(call, (item) => item['id'] === id)),
    ...single(`${perProvider}({keyName}={key})`, (call, { providerId, keyName, key = '' }) => {
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

  /** A list, its count, and both narrowed to one type. */
  function collection(path: string, read: Reader<readonly Activity[]>): Route[] {
    const answer =
      (toAnswer: (call: GraphCall, items: readonly Activity[]) => GraphAnswer, type?: EntityType): Answer =>
      (call, parameters) => {
        const found = read(call, parameters);
        return isRefusal(found)
          ? found
          : toAnswer(call, type === undefined ? found : found.filter(isA(type)));
      };
    const toList = (call: GraphCall, items: readonly Activity[]): GraphAnswer => toPage(call, items, options);
    const toNumber = (_call: GraphCall, items: readonly Activity[]): GraphAnswer => toCount(items);
    return [
      get(`${path}/$count`, COUNT_RULES, answer(toNumber)),
      get(path, ACTIVITY_RULES.list, answer(toList)),
      ...[...CASTS].flatMap(([segment, type]) => [
        get(`${path}/${segment}/$count`, COUNT_RULES, answer(toNumber, type)),
        get(`${path}/${segment}`, castRulesOf(type).list, answer(toList, type)),
      ]),
    ];
  }

  /** One activity; a cast to another type answers 404. */
  function single(path: string, read: Reader<Activity>): Route[] {
    const answer =
      (type?: EntityType): Answer =>
      (call, parameters) => {
        const found = read(call, parameters);
        if (isRefusal(found)) return found;
        if (type !== undefined && !isA(type)(found)) return refusals.noSuchResource;
        return toEntity(contextOf(found), project(found, call.query.get('$select')));
      };
    return [
      ...[...CASTS].map(([segment, type]) => get(`${path}/${segment}`, castRulesOf(type).one, answer(type))),
      get(path, ACTIVITY_RULES.one, answer()),
    ];
  }

  function one(call: GraphCall, isWanted: (item: Activity) => boolean): Activity | GraphAnswer {
    const refusal = refuseUnlicensed(call.caller.oid, world);
    if (refusal !== undefined) return refusal;
    const found = world.activities.find(isWanted);
    if (found === undefined) return refusals.noSuchAssignment;
    if (!mayRead(call.caller, found, options)) return refusals.noAccess;
    return refuseUnlicensed(String(found['learnerUserId']), world) ?? asPreferred(found, call);
  }

  function itemsOf(userId: string, call: GraphCall): readonly Activity[] | GraphAnswer {
    const refusal = refuseUnlicensed(call.caller.oid, world) ?? refuseList(userId, call.caller, options);
    return refusal ?? readable(byLearner.get(userId.toLowerCase()) ?? [], call, options);
  }

  function itemsOfProvider(
    call: GraphCall,
    providerId: string | undefined,
  ): readonly Activity[] | GraphAnswer {
    const { caller } = call;
    if (!isAppOnly(caller) || settings.providerListAppOnly === 'refused' || !mayReadSome(caller))
      return refusals.noAccess;
    if (!world.providers.some(({ provider }) => provider.id === providerId))
      return refusals.badRegistrationId;
    const items = world.activities.filter((item) => item['learningProviderId'] === providerId);
    return readable(items, call, options);
  }
}

type Answer = Route['answer'];
type Reader<T> = (...request: Parameters<Answer>) => T | GraphAnswer;

function isRefusal(found: object): found is GraphAnswer {
  return 'status' in found && 'body' in found;
}

function isA({ name }: EntityType): (item: Activity) => boolean {
  return (item) => item['@odata.type'] === `#${name}`;
}

/** In the form of Microsoft's page about one activity. */
function contextOf({ id, learningProviderId }: Activity): string {
  return `learningProviders('${String(learningProviderId)}')/learningCourseActivities('${String(id)}')/$entity`;
}

/** Returns why the caller must not read this person's activities, or `undefined` when they may. */
function refuseList(userId: string, caller: Caller, options: RouteOptions): GraphAnswer | undefined {
  const { usersListAppOnly, ownListNeeds } = options.settings;
  if (isAppOnly(caller) && usersListAppOnly === 'notSupported') return refusals.wrongMethod;
  const isOpen = isAppOnly(caller)
    ? usersListAppOnly === 'allowed'
    : ownListNeeds === 'delegatedRead' && mayReadOf(caller, userId, options);
  if (!isOpen || !mayReadSome(caller)) return refusals.noAccess;
  if (options.world.findPerson(userId) === undefined) return refusals.noSuchResource;
  return refuseUnlicensed(userId, options.world);
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

function mayReadSome(caller: Caller): boolean {
  return kinds.some((kind) => mayReadKind(caller, kind));
}

/** Assignments and self-initiated courses have separate permissions; delegated ones reach only one's own. */
function mayRead(caller: Caller, item: Activity, options: RouteOptions): boolean {
  const isSelfInitiated = item['@odata.type'] === '#microsoft.graph.learningSelfInitiatedCourse';
  if (!mayReadKind(caller, isSelfInitiated ? kinds[1] : kinds[0])) return false;
  return isAppOnly(caller) || mayReadOf(caller, String(item['learnerUserId']), options);
}

function mayReadOf(caller: Caller, userId: string, { world, settings }: RouteOptions): boolean {
  if (userId.toLowerCase() === caller.oid.toLowerCase()) return true;
  return (
    settings.reportsDelegated === 'allowed' &&
    world.findPerson(userId)?.managerId === caller.oid.toLowerCase()
  );
}

function refuseUnlicensed(personId: string, world: World): GraphAnswer | undefined {
  return world.findPerson(personId)?.isLicensed === false ? refusals.noLicense : undefined;
}

/** A large team is read person by person. */
function groupByLearner(activities: readonly Activity[]): ReadonlyMap<string, readonly Activity[]> {
  const groups = new Map<string, Activity[]>();
  for (const activity of activities) {
    const learner = String(activity['learnerUserId']).toLowerCase();
    const group = groups.get(learner) ?? [];
    groups.set(learner, group);
    group.push(activity);
  }
  return groups;
}

function isOf(item: Activity, userId: string): boolean {
  return String(item['learnerUserId']).toLowerCase() === userId.toLowerCase();
}

function externalIdOf(item: Activity): unknown {
  return item['externalCourseActivityId'] ?? item['externalcourseActivityId'];
}

/** Enum members after the sentinel are sent only on request (docs/reference/graph-learning.md#enumerations). */
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
