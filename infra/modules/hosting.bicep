// The App Service app that runs the bot. App Service provides the certificate, replaces an instance whose /readyz
// fails, and sends SIGTERM before it stops one.
param name string
param location string
param tags object
param planSku string
param instanceCount int
param identityId string
param identityClientId string
param tenantId string
param aadAppClientId string
param aadAppIdUri string
param botDomain string
param workspaceId string
param appInsightsConnectionString string
param settings object

var publicHost = empty(botDomain) ? site.properties.defaultHostName : botDomain

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: planSku
    capacity: instanceCount
  }
  properties: {
    // Makes this a Linux plan.
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Any instance can answer any turn, so clients need no affinity cookie.
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node lib/index.js'
      alwaysOn: true
      http20Enabled: true
      healthCheckPath: '/readyz'
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
  }
}

// A separate resource, because the host name is known only once the site exists.
resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: site
  name: 'appsettings'
  properties: union(settings, {
    BOT_ID: identityClientId
    BOT_TYPE: 'UserAssignedMSI'
    BOT_TENANT_ID: tenantId
    BOT_DOMAIN: publicHost
    AAD_APP_CLIENT_ID: aadAppClientId
    AAD_APP_ID_URI: aadAppIdUri
    MANAGED_IDENTITY_CLIENT_ID: identityClientId
    // The only folder that survives a restart and is shared by all instances; the deployed package is read-only.
    AUDIT_LOG_PATH: '/home/audit'
    APPLICATIONINSIGHTS_CONNECTION_STRING: appInsightsConnectionString
    NODE_ENV: 'production'
    // In seconds: 10 for open turns, 2 for telemetry and a reserve. The default is 5.
    WEBSITES_CONTAINER_STOP_TIME_LIMIT: '15'
    // Mount the deployed package read-only, and do not build it in the cloud.
    WEBSITE_RUN_FROM_PACKAGE: '1'
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
  })
}

resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noDeploymentPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

// The bot's console log and the platform's log about it. Not the HTTP log, which contains users' IP addresses.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'to-log-analytics'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output botDomain string = publicHost
output resourceId string = site.id
