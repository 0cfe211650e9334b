import { CONSENT_SCOPES } from '../../src/auth/exchange-sso-token';
import { readJson, readText } from './project-files';

interface AadManifest {
  readonly identifierUris: readonly string[];
  readonly signInAudience: string;
  readonly displayName: string;
  readonly api: {
    readonly requestedAccessTokenVersion: number;
    readonly oauth2PermissionScopes: readonly {
      readonly id: string;
      readonly value: string;
      readonly type: string;
    }[];
    readonly preAuthorizedApplications: readonly {
      readonly appId: string;
      readonly delegatedPermissionIds: readonly string[];
    }[];
  };
  readonly requiredResourceAccess: readonly {
    readonly resourceAppId: string;
    readonly resourceAccess: readonly { readonly id: string; readonly type: string }[];
  }[];
  readonly web: {
    readonly redirectUris: readonly string[];
    readonly implicitGrantSettings: Readonly<Record<string, boolean>>;
  };
  readonly spa?: unknown;
  readonly publicClient?: unknown;
  readonly passwordCredentials?: unknown;
}

const manifest = readJson('aad.manifest.json') as AadManifest;

const GRAPH = '00000003-0000-0000-c000-000000000000';
/** Ids that Microsoft Graph publishes for its permissions: https://learn.microsoft.com/graph/permissions-reference */
const DELEGATED = {
  'LearningAssignedCourse.Read': 'ac08cdae-e845-41db-adf9-5899a0ec9ef6',
  'LearningSelfInitiatedCourse.Read': 'f6403ef7-4a96-47be-a190-69ba274c3f11',
  'LearningContent.Read.All': 'ea4c1fd9-6a9f-4432-8e5d-86e06cc0da77',
  'LearningProvider.Read': 'dd8ce36f-9245-45ea-a99e-8ac398c22861',
  'User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
  'User.ReadBasic.All': 'b340eb25-3456-403f-be2f-af7a0d370277',
};
/** For the manager's view only, never for a learner's own questions. */
const APPLICATION = {
  'LearningAssignedCourse.Read.All': '535e6066-2894-49ef-ab33-e2c6d064bb81',
  'LearningSelfInitiatedCourse.Read.All': '467524fc-ed22-4356-a910-af61191e3503',
};
const CLIENTS = {
  'Teams desktop and mobile': '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  'Teams web': '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  'Outlook desktop': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'Outlook web': '00000002-0000-0ff1-ce00-000000000000',
  'Outlook mobile': 'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  'Microsoft 365 web': '4765445b-32c6-49b0-83e6-1d93765276ca',
  'Microsoft 365 desktop': '0ec893e0-5785-4de6-99da-4ed124e5296c',
};

function grantsOf(type: string): readonly string[] {
  return manifest.requiredResourceAccess.flatMap(({ resourceAccess }) =>
    resourceAccess.filter((access) => access.type === type).map(({ id }) => id),
  );
}

describe('the app registration', () => {
  it('requests exactly the permissions that the bot uses', () => {
    expect(manifest.requiredResourceAccess.map(({ resourceAppId }) => resourceAppId)).toEqual([GRAPH]);
    expect([...grantsOf('Scope')].sort()).toEqual(Object.values(DELEGATED).sort());
    expect([...grantsOf('Role')].sort()).toEqual(Object.values(APPLICATION).sort());
  });

  it('requests everything that the sign-in page asks users to allow', () => {
    const names = CONSENT_SCOPES.map((scope) => scope.replace('https://graph.microsoft.com/', ''));

    expect(Object.keys(DELEGATED)).toEqual(expect.arrayContaining(names));
  });

  it('requests only documented permissions', () => {
    const documented = readText('docs/permissions.md');

    for (const name of Object.keys({ ...DELEGATED, ...APPLICATION }))
      expect(documented).toContain(`\`${name}\``);
  });

  it('serves this tenant, with version 2 tokens under the App ID URI of the app manifest', () => {
    const { webApplicationInfo } = readJson('appPackage/manifest.json') as {
      webApplicationInfo: { id: string; resource: string };
    };

    expect(manifest.signInAudience).toBe('AzureADMyOrg');
    expect(manifest.api.requestedAccessTokenVersion).toBe(2);
    expect(manifest.identifierUris).toEqual([webApplicationInfo.resource]);
  });

  it('preauthorizes Teams, Outlook and Microsoft 365', () => {
    const [scope, another] = manifest.api.oauth2PermissionScopes;
    const clients = manifest.api.preAuthorizedApplications;

    expect(another).toBeUndefined();
    expect(scope).toMatchObject({ value: 'access_as_user', type: 'User', isEnabled: true });
    expect(clients.map(({ appId }) => appId).sort()).toEqual(Object.values(CLIENTS).sort());
    for (const { delegatedPermissionIds } of clients) expect(delegatedPermissionIds).toEqual([scope?.id]);
  });

  it('has one redirect, for the web, and neither an implicit grant nor a secret', () => {
    expect(manifest.web.redirectUris).toEqual(['https://${{BOT_DOMAIN}}/auth/end']);
    expect(Object.values(manifest.web.implicitGrantSettings)).toEqual([false, false]);
    expect(Object.keys(manifest)).toEqual(
      expect.not.arrayContaining(['spa', 'publicClient', 'passwordCredentials', 'keyCredentials']),
    );
  });

  it('keeps the name that the toolkit gave it', () => {
    for (const file of ['teamsapp.yml', 'teamsapp.local.yml']) {
      expect(readText(file)).toContain(`name: ${manifest.displayName}\n`);
    }
  });
});
