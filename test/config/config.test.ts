import { ConfigError, parseConfig } from '../../src/config/config';

const id = '00000000-0000-4000-8000-0000000000b0';
const tenant = '00000000-0000-4000-8000-0000000000ff';
const complete = {
  BOT_ID: id,
  BOT_TENANT_ID: tenant,
  BOT_DOMAIN: 'coursemate.example.com',
  SECRET_AAD_APP_CLIENT_SECRET: 'sesame',
};

function problemsOf(env: Record<string, string | undefined>): string {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('parseConfig', () => {
  it('fills in the documented defaults', () => {
    const config = parseConfig(complete);

    expect(config).toMatchObject({
      port: 3978,
      bot: { id, type: 'SingleTenant', tenantId: tenant },
      signIn: {
        clientId: id,
        appIdUri: `api://botid-${id}`,
        credential: { kind: 'secret', secret: 'sesame' },
      },
      allowedTenantIds: [tenant],
      graphBaseUrl: 'https://graph.microsoft.com/v1.0',
      teammateAccess: 'auto',
      auditLog: { path: 'audit', days: 365 },
      fileUploadHosts: ['*.sharepoint.com'],
      changedAddresses: [],
    });
  });

  it('reads how a manager’s view works', () => {
    const config = parseConfig({
      ...complete,
      TEAMMATE_ACCESS: 'application',
      AUDIT_LOG_PATH: '/var/audit',
      AUDIT_LOG_DAYS: '30',
      FILE_UPLOAD_HOSTS: '*.sharepoint.com, drive.example.com:8443',
    });

    expect(config).toMatchObject({
      teammateAccess: 'application',
      auditLog: { path: '/var/audit', days: 30 },
      fileUploadHosts: ['*.sharepoint.com', 'drive.example.com:8443'],
    });
  });

  it('sends no telemetry without an address', () => {
    const endpoint = 'http://collector:4318/';
    const applicationInsights = `InstrumentationKey=${id};IngestionEndpoint=https://x.example.com/`;

    expect(parseConfig({ ...complete, OTEL_EXPORTER_OTLP_HEADERS: 'a=b' }).telemetry).toEqual({});
    expect(
      parseConfig({
        ...complete,
        OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
        OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%3Db, x=100%',
        APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsights,
      }).telemetry,
    ).toEqual({
      otlp: { endpoint: 'http://collector:4318', headers: { 'api-key': 'a=b', x: '100%' } },
      applicationInsights,
    });
  });

  it.each([
    ['BOT_ID', undefined, 'BOT_ID is missing.'],
    ['BOT_ID', '', 'BOT_ID is missing.'],
    ['BOT_ID', 'coursemate', 'BOT_ID must be a GUID.'],
    ['BOT_TYPE', 'MultiTenant', 'BOT_TYPE must be SingleTenant or UserAssignedMSI.'],
    ['BOT_TENANT_ID', undefined, 'BOT_TENANT_ID is missing.'],
    ['BOT_DOMAIN', 'https://coursemate.example.com/', 'BOT_DOMAIN must be a host name'],
    ['BOT_DOMAIN', 'coursemate.example.com:99999', 'BOT_DOMAIN must be a host name'],
    ['PORT', '99999', 'PORT must be a port;'],
    ['PORT', '-1', 'PORT must be a port;'],
    ['PORT', '3978.5', 'PORT must be a port;'],
    ['PORT', 'teams', 'PORT must be a port;'],
    ['PORT', '\\\\.\\pipe\\b2b4cb8c', 'the named pipe of Windows hosting is not offered.'],
    ['HTTPS_PROXY', 'proxy:3128', 'HTTPS_PROXY must be an http or https address'],
    ['https_proxy', 'proxy.example.com', 'https_proxy must be an http or https address'],
    ['ALL_PROXY', 'socks5://proxy.example.com', 'ALL_PROXY must be an http or https address'],
    ['GRAPH_BASE_URL', 'https://graph.microsoft.us/v1.0', 'GRAPH_BASE_URL must be of the global cloud'],
    ['GRAPH_BASE_URL', 'https://DOD-graph.Microsoft.US/v1.0', 'GRAPH_BASE_URL must be of the global cloud'],
    ['GRAPH_BASE_URL', 'https://microsoftgraph.chinacloudapi.cn/v1.0', 'must be of the global cloud'],
    [
      'AZURE_AUTHORITY_HOST',
      'https://login.microsoftonline.us',
      'AZURE_AUTHORITY_HOST must be of the global',
    ],
    ['AZURE_AUTHORITY_HOST', 'https://login.partner.microsoftonline.cn/', 'must be of the global cloud'],
    [
      'BOT_OPENID_METADATA_URL',
      'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
      'BOT_OPENID_METADATA_URL must be of the global cloud',
    ],
    ['ALLOWED_TENANT_IDS', 'contoso', 'ALLOWED_TENANT_IDS must be GUIDs'],
    ['GRAPH_BASE_URL', 'http://graph.example.com', 'GRAPH_BASE_URL must be an https address.'],
    ['GRAPH_BASE_URL', 'graph', 'GRAPH_BASE_URL must be an address.'],
    ['BOT_OPENID_METADATA_URL', 'login', 'BOT_OPENID_METADATA_URL must be an address.'],
    ['SIGN_IN_HOST_ORIGINS', 'javascript:alert(1)', 'SIGN_IN_HOST_ORIGINS must be origins'],
    ['AZURE_AUTHORITY_HOST', 'http://localhost:1', 'AZURE_AUTHORITY_HOST must be an https address.'],
    ['SECRET_AAD_APP_CLIENT_SECRET', undefined, 'Set exactly one of SECRET_AAD_APP_CLIENT_SECRET,'],
    ['AAD_APP_CERTIFICATE_PATH', '/tmp/app.pem', 'Set exactly one of SECRET_AAD_APP_CLIENT_SECRET,'],
    ['BOT_CHANNELS', 'webchat', 'BOT_CHANNELS must be msteams or msteams,m365extensions.'],
    ['BOT_CHANNELS', ',', 'BOT_CHANNELS must be msteams or msteams,m365extensions.'],
    ['CATALOG_PROVIDER_IDS', 'contoso', 'CATALOG_PROVIDER_IDS must be GUIDs'],
    [
      'COURSE_LINK_PATTERNS',
      `${id}=https://learn.example.com/`,
      'COURSE_LINK_PATTERNS must be <provider id>=',
    ],
    [
      'COURSE_LINK_PATTERNS',
      `${id}=http://x.example/{contentId}`,
      'COURSE_LINK_PATTERNS must be <provider id>=',
    ],
    ['TEAMMATE_ACCESS', 'everybody', 'TEAMMATE_ACCESS must be auto, delegated, application or off.'],
    ['AUDIT_LOG_DAYS', '0', 'AUDIT_LOG_DAYS must be at least 1.'],
    ['AUDIT_LOG_DAYS', '1.5', 'AUDIT_LOG_DAYS must be a whole number.'],
    ['AUDIT_LOG_DAYS', '40000', 'AUDIT_LOG_DAYS must be at most 36500.'],
    ['AUDIT_LOG_DAYS', 'all', 'AUDIT_LOG_DAYS must be a whole number.'],
    ['CONTACT_URL', 'http://help.example.com/', 'CONTACT_URL must be an https address without a user name.'],
    ['CONTACT_URL', 'javascript:alert(1)', 'CONTACT_URL must be an https address'],
    ['CONTACT_URL', 'https://contoso.com@evil.example.com/', 'CONTACT_URL must be an https address'],
    ['CONTACT_URL', `https://x.example.com/${'x'.repeat(2048)}`, 'CONTACT_URL must have at most 2048'],
    ['CONTACT_EMAIL', 'helpdesk', 'CONTACT_EMAIL must be one email address'],
    ['CONTACT_EMAIL', 'Help <help@example.com>', 'CONTACT_EMAIL must be one email address'],
    ['CONTACT_EMAIL', 'a@example.com,b@example.com', 'CONTACT_EMAIL must be one email address'],
    ['CONTACT_EMAIL', 'a@example.com?bcc=b@example.com', 'CONTACT_EMAIL must be one email address'],
    ['CONTACT_EMAIL', `${'x'.repeat(250)}@example.com`, 'CONTACT_EMAIL must have at most 254 characters.'],
    ['FILE_UPLOAD_HOSTS', 'https://x.example.com/', 'FILE_UPLOAD_HOSTS must be host names'],
    ['FILE_UPLOAD_HOSTS', '*', 'FILE_UPLOAD_HOSTS must be host names'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be a level'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318', 'OTEL_EXPORTER_OTLP_ENDPOINT must be an http'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'sesame', 'OTEL_EXPORTER_OTLP_HEADERS must be name=value pairs'],
    [
      'APPLICATIONINSIGHTS_CONNECTION_STRING',
      id,
      'APPLICATIONINSIGHTS_CONNECTION_STRING must be the connection',
    ],
    [
      'APPLICATIONINSIGHTS_CONNECTION_STRING',
      `InstrumentationKey=${id};IngestionEndpoint=http://insights.example.com/`,
      'APPLICATIONINSIGHTS_CONNECTION_STRING must name https addresses only.',
    ],
    ['CACHE_CONTENTS', '0', 'CACHE_CONTENTS must be at least 1.'],
    ['CACHE_CONTENTS', '1.5', 'CACHE_CONTENTS must be a whole number.'],
    ['CACHE_CONTENTS', '1000001', 'CACHE_CONTENTS must be at most 1000000.'],
  ])('refuses %s=%j with a sentence that names the key', (key, value, sentence) => {
    expect(problemsOf({ ...complete, [key]: value })).toContain(sentence);
  });

  it('names a problem of several values once', () => {
    const message = problemsOf({ ...complete, CATALOG_PROVIDER_IDS: 'one,two' });

    expect(message.match(/CATALOG_PROVIDER_IDS/g)).toHaveLength(1);
  });

  it('names all problems at once and no value', () => {
    const message = problemsOf({ ...complete, BOT_ID: 'top-secret', PORT: 'hunter2', BOT_DOMAIN: undefined });

    expect(message).toContain('BOT_ID');
    expect(message).toContain('PORT');
    expect(message).toContain('BOT_DOMAIN');
    expect(message).not.toMatch(/top-secret|hunter2|sesame/);
  });

  it('reads the course link patterns of each provider', () => {
    const { coursePatterns } = parseConfig({
      ...complete,
      COURSE_LINK_PATTERNS: `${id}=https://a.example/c/{contentId}, ${tenant}=https://b.example/?x={externalActivityId}`,
    });

    expect(coursePatterns).toEqual([
      { providerId: id, address: 'https://a.example/c/{contentId}', placeholder: 'contentId' },
      {
        providerId: tenant,
        address: 'https://b.example/?x={externalActivityId}',
        placeholder: 'externalActivityId',
      },
    ]);
  });

  it.each([
    [{}, undefined],
    [{ CONTACT_URL: 'https://Help.Example.com/course mate' }, 'https://help.example.com/course%20mate'],
    [{ CONTACT_EMAIL: "o'neil+courses@example.com" }, "mailto:o'neil+courses@example.com"],
  ])('reads the contact from %j', (contact, expected) => {
    expect(parseConfig({ ...complete, ...contact }).contact).toBe(expected);
  });

  it('refuses two contacts', () => {
    const both = { CONTACT_URL: 'https://help.example.com/', CONTACT_EMAIL: 'help@example.com' };

    expect(problemsOf({ ...complete, ...both })).toContain(
      'Set at most one of CONTACT_URL and CONTACT_EMAIL.',
    );
  });

  it('accepts host names outside the national clouds', () => {
    const config = parseConfig({ ...complete, GRAPH_BASE_URL: 'https://graph.example.us/v1.0' });

    expect(config.graphBaseUrl).toBe('https://graph.example.us/v1.0');
  });

  it('reads hosts in lower case and keeps ids as they are written', () => {
    const config = parseConfig({
      ...complete,
      BOT_ID: id.toUpperCase(),
      BOT_DOMAIN: 'Coursemate.Example.COM:8443',
      CATALOG_PROVIDER_IDS: id.toUpperCase(),
    });

    expect(config.signIn.domain).toBe('coursemate.example.com:8443');
    expect(config.bot.id).toBe(id.toUpperCase());
    expect(config.catalogProviderIds).toEqual([id]);
  });

  it('lists the addresses outside the public cloud', () => {
    const config = parseConfig({
      ...complete,
      GRAPH_BASE_URL: 'http://127.0.0.1:4000/v1.0/',
      SIGN_IN_HOST_ORIGINS: 'http://localhost:3979',
    });

    expect(config.graphBaseUrl).toBe('http://127.0.0.1:4000/v1.0');
    expect(config.changedAddresses).toEqual(['GRAPH_BASE_URL', 'SIGN_IN_HOST_ORIGINS']);
  });
});
