import { REGISTRATION, startAskedGraph, type AskedGraph } from './asked-graph';

const APP = `/servicePrincipals(appId='${REGISTRATION.appId}')`;
let asked: AskedGraph;

beforeAll(async () => {
  asked = await startAskedGraph();
});
afterAll(() => asked.graph.close());

describe('the grants of an app', () => {
  it('list consent by type with Directory.Read.All, and roles with Application.Read.All', async () => {
    const { ask, appOnly, delegated } = asked;

    const grants = await ask(`${APP}/oauth2PermissionGrants`, appOnly('Directory.Read.All'));
    const roles = await ask(`${APP}/appRoleAssignments`, delegated('Amara', 'Application.Read.All'));

    expect(grants.body.value).toEqual([
      { consentType: 'AllPrincipals', principalId: null, scope: 'LearningContent.Read.All' },
      {
        consentType: 'Principal',
        principalId: '00000000-0000-4000-8000-000000000001',
        scope: 'LearningAssignedCourse.Read',
      },
    ]);
    expect(roles.body.value).toEqual([{ appRoleId: '535e6066-2894-49ef-ab33-e2c6d064bb81' }]);
  });

  it('are refused without these permissions, and not found for other apps', async () => {
    const { ask, appOnly, delegated } = asked;
    const other = APP.replace(/c1/, 'c2');

    const statuses = await Promise.all([
      ask(`${APP}/oauth2PermissionGrants`, appOnly('LearningAssignedCourse.Read.All')),
      ask(`${APP}/oauth2PermissionGrants`, appOnly('Application.Read.All')),
      ask(`${APP}/appRoleAssignments`, delegated('Amara', 'User.Read')),
      ask(`${other}/appRoleAssignments`, appOnly('Directory.Read.All')),
    ]);

    expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403, 404]);
  });
});
