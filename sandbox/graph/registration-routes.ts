import { unquote, type RouteOptions } from './activity-routes';
import { hasRole, hasScope, isAppOnly, refusals, type GraphAnswer, type GraphCall } from './answers';
import { toPage } from './paging';
import { get, type Route } from './routing';

/** The app as the tenant knows it. */
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

/** Graph's own ids of the application permissions (graph-learning 1.5). */
const ROLE_IDS: Readonly<Record<string, string>> = {
  'LearningAssignedCourse.Read.All': '535e6066-2894-49ef-ab33-e2c6d064bb81',
  'LearningSelfInitiatedCourse.Read.All': '467524fc-ed22-4356-a910-af61191e3503',
};
const ADMINISTRATOR_GRANTS = ['LearningProvider.Read', 'LearningContent.Read.All'];
const READS_DIRECTORY = ['Directory.Read.All', 'Directory.ReadWrite.All'];

/** What was granted to the app, for those who may read the directory. */
export function createRegistrationRoutes(
  { appId, granted }: Registration,
  options: RouteOptions,
): readonly Route[] {
  const app = '/servicePrincipals(appId={key})';
  return [
    get(`${app}/appRoleAssignments`, (call, { key = '' }) =>
      ofApp(call, key, () => granted().roles.map((role) => ({ appRoleId: ROLE_IDS[role] }))),
    ),
    get(`${app}/oauth2PermissionGrants`, (call, { key = '' }) => ofApp(call, key, listDelegatedGrants)),
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

  function ofApp(call: GraphCall, key: string, list: () => readonly object[]): GraphAnswer {
    const { caller } = call;
    const mayRead = isAppOnly(caller)
      ? hasRole(caller, ...READS_DIRECTORY)
      : hasScope(caller, ...READS_DIRECTORY);
    if (!mayRead) return refusals.directoryDenied;
    if (unquote(key)?.toLowerCase() !== appId.toLowerCase()) return refusals.noSuchPerson;
    return toPage(call, list(), options);
  }
}
