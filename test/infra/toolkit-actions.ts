/** The parameters of a toolkit action, from the published schema of version v1.11. */
export interface Action {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** Outputs that `writeToEnvironmentFile` must, or may, name a key for. */
  readonly writes?: readonly string[];
  readonly mayWrite?: readonly string[];
}

const PACKAGE: Action = { required: ['appPackagePath'] };

/** https://aka.ms/m365-agents-toolkits/v1.11/yaml.schema.json, for the actions that we use. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  'teamsApp/create': { required: ['name'], writes: ['teamsAppId'], mayWrite: ['teamsAppTenantId'] },
  'aadApp/create': {
    required: ['name', 'generateClientSecret', 'signInAudience'],
    optional: ['generateServicePrincipal', 'clientSecretExpireDays', 'clientSecretDescription'],
    writes: ['clientId', 'objectId'],
    mayWrite: ['clientSecret', 'tenantId', 'authority', 'authorityHost'],
  },
  'aadApp/update': { required: ['manifestPath', 'outputFilePath'] },
  'arm/deploy': {
    required: ['subscriptionId', 'resourceGroupName', 'templates'],
    optional: ['bicepCliVersion'],
  },
  'azureAppService/zipDeploy': {
    required: ['artifactFolder', 'resourceId'],
    optional: ['workingDirectory', 'ignoreFile', 'dryRun', 'outputZipFile'],
  },
  'botFramework/create': {
    required: ['botId', 'name', 'messagingEndpoint'],
    optional: ['description', 'iconUrl', 'channels'],
  },
  'cli/runNpmCommand': { required: ['args'], optional: ['workingDirectory'] },
  'file/createOrUpdateEnvironmentFile': { required: ['target', 'envs'] },
  'teamsApp/validateManifest': { required: ['manifestPath'] },
  'teamsApp/zipAppPackage': { required: ['manifestPath', 'outputZipPath', 'outputFolder'] },
  'teamsApp/validateAppPackage': PACKAGE,
  'teamsApp/update': PACKAGE,
  'teamsApp/extendToM365': {
    required: ['appPackagePath'],
    optional: ['scope'],
    writes: ['titleId', 'appId'],
    mayWrite: ['shareLink'],
  },
  'teamsApp/publishAppPackage': { required: ['appPackagePath'], writes: ['publishedAppId'] },
};
