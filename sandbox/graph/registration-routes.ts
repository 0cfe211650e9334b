import { unquote, type RouteOptions } from './activity-routes';
import { hasRole, hasScope, isAppOnly, refusals, type GraphAnswer, type GraphCall } from './answers';
import type { QueryRules } from './odata';
import { toPage } from './paging';
import { get, type Route } from './routing';

/** The app in the tenant. */
export interface Registration {
  readonly appId: string;
  /** Read at each request. */
  readonly granted: () => {
    readonly scopes: readonly string[];
    readonly roles: readonly string[];
    /** People who consented themselves. */
    readonly personIds: readonly string[];
  };
}

/** Graph's own ids of the application permissions (docs/reference/graph-learning.md#permission-ids). */
const ROLE_IDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'LearningAssignedCourse.Read.All': '535e6066-2894-49ef-ab33-e2c6d064bb81',
    'LearningSelfInitiatedCourse.Read.All': '467524fc-ed22-4356-a910-af61191e3503',
  }),
);
const ADMINISTRATOR_GRANTS = ['LearningProvider.Read', 'LearningContent.Read.All'];
const READS_DIRECTORY = ['Directory.Read.All', 'Directory.ReadWrite.All'];
/** The first is the least permission that the page about app role assignments names; delegated grants need more. */
const READS_APPLICATIONS = ['Application.Read.All', 'Application.ReadWrite.All', ...READS_DIRECTORY];
/** Microsoft's pages about both lists name no options; all lists have paging. */
const RULES: QueryRules = { applied: ['$top', '$skip', '$count'] };

/** The app's grants, for callers that may read the directory. */
export function createRegistrationRoutes(
  { appId, granted }: Registration,
  options: RouteOptions,
): readonly Route[] {
  const app = '/servicePrincipals(appId={key})';
  return [
    get(`${app}/appRoleAssignments`, RULES, (call, { key = '' }) =>
      ofApp(call, key, {
        needs: READS_APPLICATIONS,
        list: () => granted().roles.map((role) => ({ appRoleId: ROLE_IDS.get(role) })),
      }),
    ),
    get(`${app}/oauth2PermissionGrants`, RULES, (call, { key = '' }) =>
      ofApp(call, key, { needs: READS_DIRECTORY, list: listDelegatedGrants }),
    ),
  ];

  function listDelegatedGrants(): readonly object[] {
    const { scopes, personIds } = granted();
    const ofAll = scopes.filter((scope) => ADMINISTRATOR_GRANTS.includes(scope));
    const ofPeople = scopes.filter((scope) => !ADMINISTRATOR_GRANTS.includes(scope)).join(' ');
    return [
      { consentType: 'AllPrincipals', principalId: null, scope: ofAll.join(' ') },
      ...personIds.map((principalId) => ({ consentType: 'Principal', principalId, scope: ofPeople })),
    ];
  }

  function ofApp(
    call: GraphCall,
    key: string,
    { needs, list }: { readonly needs: readonly string[]; readonly list: () => readonly object[] },
  ): GraphAnswer {
    const { caller } = call;
    const mayRead = isAppOnly(caller) ? hasRole(caller, ...needs) : hasScope(caller, ...needs);
    if (!mayRead) return refusals.directoryDenied;
    if (unquote(key)?.toLowerCase() !== appId.toLowerCase()) return refusals.noSuchPerson;
    return toPage(call, list(), options);
  }
}
