import { unquote, type RouteOptions } from './activity-routes';
import {
  hasRole,
  hasScope,
  isAppOnly,
  refusals,
  type Caller,
  type GraphAnswer,
  type GraphCall,
} from './answers';
import { CONTENT_RULES, COUNT_RULES, PROVIDER_RULES } from './learning-types';
import { project, toCount, toEntity } from './odata';
import { toPage } from './paging';
import { get, type Route } from './routing';

/** Providers, which are delegated only, and their contents (docs/reference/graph-learning.md#content-and-providers). */
export function createContentRoutes(options: RouteOptions): Route[] {
  const { world } = options;
  const providers = '/employeeExperience/learningProviders';
  const contents = `${providers}/{providerId}/learningContents`;
  return [
    get(providers, PROVIDER_RULES.list, (call) =>
      mayReadProviders(call.caller)
        ? toPage(
            call,
            world.providers.map(({ provider }) => provider),
            options,
          )
        : refusals.noAccess,
    ),
    get(`${providers}/{providerId}`, PROVIDER_RULES.one, (call, { providerId }) => {
      if (!mayReadProviders(call.caller)) return refusals.noAccess;
      const found = world.providers.find(({ provider }) => provider.id === providerId);
      return oneOf(call, 'learningProviders', found?.provider);
    }),
    get(contents, CONTENT_RULES.list, (call, { providerId }) =>
      ofProvider(call, providerId, (items) => toPage(call, items, options)),
    ),
    get(`${contents}/$count`, COUNT_RULES, (call, { providerId }) => ofProvider(call, providerId, toCount)),
    get(`${contents}/{contentId}`, CONTENT_RULES.one, (call, { providerId, contentId }) =>
      ofProvider(call, providerId, (items) =>
        oneContent(
          call,
          providerId,
          items.find((item) => item['id'] === contentId),
        ),
      ),
    ),
    get(`${contents}(externalId={key})`, CONTENT_RULES.one, (call, { providerId, key = '' }) =>
      ofProvider(call, providerId, (items) => {
        const externalId = unquote(key);
        if (externalId === undefined) return refusals.noSegment;
        return oneContent(
          call,
          providerId,
          items.find((item) => item['externalId'] === externalId),
        );
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

function oneContent(call: GraphCall, providerId: string | undefined, item: object | undefined): GraphAnswer {
  return oneOf(call, `learningProviders('${providerId ?? ''}')/learningContents`, item);
}

function oneOf({ query }: GraphCall, set: string, item: object | undefined): GraphAnswer {
  return item === undefined
    ? refusals.noSuchResource
    : toEntity(`${set}/$entity`, project(item, query.get('$select')));
}

function mayReadProviders(caller: Caller): boolean {
  return hasScope(caller, 'LearningProvider.Read', 'LearningProvider.ReadWrite');
}

function mayReadContents(caller: Caller): boolean {
  return isAppOnly(caller)
    ? hasRole(caller, 'LearningContent.Read.All', 'LearningContent.ReadWrite.All')
    : hasScope(caller, 'LearningContent.Read.All');
}
