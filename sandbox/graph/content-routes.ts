import { unquote, type RouteOptions } from './activity-routes';
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

/** Providers, which are delegated only, and their contents (graph-learning 1.3). */
export function createContentRoutes(options: RouteOptions): Route[] {
  const { world } = options;
  const providers = '/employeeExperience/learningProviders';
  const contents = `${providers}/{providerId}/learningContents`;
  return [
    get(providers, (call) =>
      mayReadProviders(call.caller)
        ? toPage(
            call,
            world.providers.map(({ provider }) => provider),
            options,
          )
        : refusals.noAccess,
    ),
    get(`${providers}/{providerId}`, (call, { providerId }) => {
      if (!mayReadProviders(call.caller)) return refusals.noAccess;
      const found = world.providers.find(({ provider }) => provider.id === providerId);
      return found === undefined ? refusals.noSuchResource : ok(found.provider);
    }),
    get(contents, (call, { providerId }) =>
      ofProvider(call, providerId, (items) => toPage(call, items, options)),
    ),
    get(`${contents}/{contentId}`, (call, { providerId, contentId }) =>
      ofProvider(call, providerId, (items) => oneOf(items.find((item) => item['id'] === contentId))),
    ),
    get(`${contents}(externalId={key})`, (call, { providerId, key = '' }) =>
      ofProvider(call, providerId, (items) => {
        const externalId = unquote(key);
        if (externalId === undefined) return refusals.noSegment;
        return oneOf(items.find((item) => item['externalId'] === externalId));
      }),
    ),
  ];

  function ofProvider(
    call: GraphCall,
    providerId: string | undefined,
    answer: (items: readonly Record<string, unknown>[]) => GraphAnswer,
  ): GraphAnswer {
    if (!mayReadContents(call.caller)) return refusals.noAccess;
    const found = world.providers.find(({ provider }) => provider.id === providerId);
    if (found === undefined) return refusals.badRegistrationId;
    if (!found.isReadable) return refusals.noAccess;
    return answer(world.contents.get(found.provider.id) ?? []);
  }
}

function oneOf(item: Record<string, unknown> | undefined): GraphAnswer {
  return item === undefined ? refusals.noSuchResource : ok(item);
}

function mayReadProviders(caller: Caller): boolean {
  return hasScope(caller, 'LearningProvider.Read', 'LearningProvider.ReadWrite');
}

function mayReadContents(caller: Caller): boolean {
  return isAppOnly(caller)
    ? hasRole(caller, 'LearningContent.Read.All', 'LearningContent.ReadWrite.All')
    : hasScope(caller, 'LearningContent.Read.All');
}
