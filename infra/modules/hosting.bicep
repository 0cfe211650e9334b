// The bot behind https. App Service gives the certificate, restarts what does not answer /readyz, and sends SIGTERM.
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
    // The name of the property that makes a plan a Linux one.
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
    // Any instance answers any turn: no cookie that ties a client to one.
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

// A resource of its own, because the host name is known only when the site exists.
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
    // The one folder that outlives a restart and is shared by all instances; the deployed package is read-only.
    AUDIT_LOG_PATH: '/home/audit'
    APPLICATIONINSIGHTS_CONNECTION_STRING: appInsightsConnectionString
    NODE_ENV: 'production'
    // Open turns have 10 seconds and telemetry 2; the platform would kill after 5.
    WEBSITES_CONTAINER_STOP_TIME_LIMIT: '15'
    // The deployed package is mounted as it is: read-only, and nothing is built in the cloud.
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

// What the bot prints, and what the platform says of it. Not the HTTP log: it has people's addresses in it.
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
