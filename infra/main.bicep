// All Azure resources of Coursemate, without a secret: docs/decisions/0014-app-service-and-a-managed-identity.md.
targetScope = 'resourceGroup'

@description('Prefix of every resource name: lower-case letters, digits and hyphens.')
@minLength(3)
@maxLength(20)
param baseName string

@description('Region of all resources except the bot registration, which is global.')
param location string = resourceGroup().location

@description('Client id of the app registration that people sign in to; aadApp/create writes it.')
@minLength(36)
@maxLength(36)
param aadAppClientId string

@description('Name of the bot in Azure. People see the name in the app manifest.')
@maxLength(42)
param botDisplayName string = 'Coursemate'

@description('Pricing tier of the bot registration. F0 has no SLA and is limited to 10,000 messages a month outside of standard channels; Teams is a standard channel.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@description('Size of the App Service plan. The free and shared sizes fall asleep, so the first person of the day gets no answer.')
param planSku string = 'B1'

@description('Number of instances. README, "Limits" says what more than one means for sign-outs and shared cards.')
@minValue(1)
@maxValue(10)
param instanceCount int = 1

@description('Adds the Microsoft 365 channel, so that the message extension also works in Outlook.')
param outlookChannel bool = false

@description('Public host of the bot, if you bound a host of your own to the app. Empty means the host from App Service.')
param botDomain string = ''

@description('Tenants that the bot serves, separated by commas. Empty means this tenant.')
param allowedTenantIds string = ''

@description('Providers whose courses everyone in the tenant may see, separated by commas.')
param catalogProviderIds string = ''

@description('Addresses of courses: see COURSE_LINK_PATTERNS in the README.')
param courseLinkPatterns string = ''

@description('How a manager\'s view reads team members: with the manager\'s permissions, with the app\'s, with either (auto), or not at all.')
@allowed(['auto', 'delegated', 'application', 'off'])
param teammateAccess string = 'auto'

@description('https address of the page where people get help with Coursemate. Set it or contactEmail; without either, people are sent to their admin.')
param contactUrl string = ''

@description('Email address where people get help with Coursemate.')
param contactEmail string = ''

@description('Least severe level that is logged.')
@allowed(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
param logLevel string = 'info'

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Other settings of the bot by their key, such as the cache sizes.')
param extraSettings object = {}

var tags = { app: 'coursemate' }
var resourceName = '${baseName}-${uniqueString(resourceGroup().id)}'

module identity 'modules/identity.bicep' = {
  name: 'coursemate-identity'
  params: {
    name: resourceName
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'coursemate-monitoring'
  params: {
    name: resourceName
    location: location
    tags: tags
    retentionDays: logRetentionDays
  }
}

module hosting 'modules/hosting.bicep' = {
  name: 'coursemate-hosting'
  params: {
    name: resourceName
    location: location
    tags: tags
    planSku: planSku
    instanceCount: instanceCount
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    tenantId: identity.outputs.tenantId
    aadAppClientId: aadAppClientId
    aadAppIdUri: 'api://botid-${identity.outputs.clientId}'
    botDomain: botDomain
    workspaceId: monitoring.outputs.workspaceId
    appInsightsConnectionString: monitoring.outputs.connectionString
    settings: union(extraSettings, {
      ALLOWED_TENANT_IDS: allowedTenantIds
      BOT_CHANNELS: outlookChannel ? 'msteams,m365extensions' : 'msteams'
      CATALOG_PROVIDER_IDS: catalogProviderIds
      CONTACT_EMAIL: contactEmail
      CONTACT_URL: contactUrl
      COURSE_LINK_PATTERNS: courseLinkPatterns
      LOG_LEVEL: logLevel
      TEAMMATE_ACCESS: teammateAccess
    })
  }
}

module bot 'modules/bot.bicep' = {
  name: 'coursemate-bot'
  params: {
    name: resourceName
    tags: tags
    displayName: botDisplayName
    sku: botSku
    endpoint: 'https://${hosting.outputs.botDomain}/api/messages'
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    tenantId: identity.outputs.tenantId
    outlookChannel: outlookChannel
  }
}

// arm/deploy writes each output into env/.env.<environment>.
output BOT_ID string = identity.outputs.clientId
output BOT_TENANT_ID string = identity.outputs.tenantId
output BOT_DOMAIN string = hosting.outputs.botDomain
output AAD_APP_ID_URI string = 'api://botid-${identity.outputs.clientId}'
output MANAGED_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
output AZURE_APP_SERVICE_RESOURCE_ID string = hosting.outputs.resourceId
