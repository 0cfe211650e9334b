import * as z from 'zod/v4';
import { key, listKeys } from './key';
import * as values from './values';

const CHANNELS = 'must be msteams or msteams,m365extensions';
const CREDENTIAL = { fallback: 'exactly one of these three' } as const;
const CONTACT = {
  fallback: 'at most one of these two',
  source: 'It is where people of your organization get help with Coursemate.',
} as const;

/** Every key of the environment, in the order of the README's table and the shape of `Config`. */
export const environment = {
  port: key('PORT', values.port.default(3978), { meaning: 'port that the bot listens on' }),
  bot: {
    id: key('BOT_ID', values.guid, {
      meaning: 'application id of the bot',
      source: 'It is the "Microsoft App ID" of the Azure Bot; provisioning writes it.',
    }),
    tenantId: key('BOT_TENANT_ID', values.guid, {
      meaning: 'tenant of the bot',
      source: 'It is the "Directory (tenant) ID" in Microsoft Entra; provisioning writes it.',
    }),
    type: key('BOT_TYPE', values.oneOf(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'), {
      meaning: '`SingleTenant` or `UserAssignedMSI`',
      source: 'A bot with a managed identity is UserAssignedMSI, every other one SingleTenant.',
    }),
  },
  signIn: {
    domain: key('BOT_DOMAIN', values.host, {
      meaning: 'public host of the bot and its sign-in pages',
      source: 'It is the public host name of the bot, without https:// and path; provisioning writes it.',
    }),
    clientId: key('AAD_APP_CLIENT_ID', values.guid.optional(), {
      meaning: 'app registration for sign-in',
      fallback: '`BOT_ID`',
      source:
        'It is the "Application (client) ID" of the app registration for sign-in; empty means the one of BOT_ID.',
    }),
    appIdUri: key('AAD_APP_ID_URI', z.string().startsWith('api://', 'must begin with api://').optional(), {
      meaning: 'App ID URI of that registration',
      fallback: '`api://botid-<BOT_ID>`',
      source:
        'It is the "Application ID URI" of that registration; empty means api://botid-<BOT_ID>, as it should be.',
    }),
  },
  credential: {
    secret: key('SECRET_AAD_APP_CLIENT_SECRET', z.string().optional(), {
      meaning: 'client secret of the app registration',
      ...CREDENTIAL,
    }),
    certificatePath: key('AAD_APP_CERTIFICATE_PATH', z.string().optional(), {
      meaning: 'PEM file with the certificate and private key of the app registration',
      ...CREDENTIAL,
    }),
    identityClientId: key('MANAGED_IDENTITY_CLIENT_ID', values.guid.optional(), {
      meaning: 'user-assigned managed identity that the app registration trusts',
      ...CREDENTIAL,
    }),
  },
  allowedTenantIds: key(
    'ALLOWED_TENANT_IDS',
    values.guids.refine((ids) => ids.length > 0, 'must name at least one tenant').optional(),
    {
      meaning: 'tenants that the bot serves, separated by commas',
      fallback: '`BOT_TENANT_ID`',
      source: 'Directory (tenant) ids; empty means BOT_TENANT_ID.',
    },
  ),
  channels: key(
    'BOT_CHANNELS',
    values
      .listOf(z.enum(['msteams', 'm365extensions'], CHANNELS))
      .refine((channels) => channels.length > 0, CHANNELS)
      .default(['msteams']),
    { meaning: '`msteams`, or `msteams,m365extensions` to include [Outlook](docs/outlook.md)' },
  ),
  catalogProviderIds: key(
    'CATALOG_PROVIDER_IDS',
    values.guids.transform((ids) => ids.map((id) => id.toLowerCase())).default([]),
    {
      meaning:
        'the catalog: ids of providers whose courses everyone in the tenant may see, separated by commas',
      source: 'Ids of learning providers; the check "providers" lists those of the tenant.',
    },
  ),
  coursePatterns: key('COURSE_LINK_PATTERNS', values.coursePatterns.default([]), {
    meaning:
      'addresses of courses: `<provider id>=<https address>` with one of `{contentId}`, `{externalContentId}`, `{externalActivityId}`, separated by commas',
  }),
  teammateAccess: key(
    'TEAMMATE_ACCESS',
    values.oneOf(['auto', 'delegated', 'application', 'off']).default('auto'),
    {
      meaning:
        "how a manager's view reads other people's courses: `auto` (the manager's token, then the app's), `delegated`, `application`, `off`",
      source: 'The check "teammate-access" says what fits.',
    },
  ),
  auditLog: {
    path: key('AUDIT_LOG_PATH', z.string().default('audit'), {
      meaning: 'folder of the audit log (who viewed whose courses); must be writable',
    }),
    days: key('AUDIT_LOG_DAYS', values.countUpTo(36_500).default(365), {
      meaning: 'days that the audit log is kept',
    }),
  },
  contact: {
    url: key('CONTACT_URL', values.contactUrl.optional(), {
      meaning:
        'https address of the page where people get help; without a contact they are sent to their admin',
      ...CONTACT,
    }),
    email: key('CONTACT_EMAIL', values.emailAddress.optional(), {
      meaning: 'email address where people get help',
      ...CONTACT,
    }),
  },
  fileUploadHosts: key('FILE_UPLOAD_HOSTS', values.hostPatterns.default(['*.sharepoint.com']), {
    meaning:
      'hosts that receive the files people accept, over https, separated by commas; `*.` stands for all hosts below',
  }),
  logLevel: key('LOG_LEVEL', values.logLevel.default('info'), {
    meaning: '`fatal` `error` `warn` `info` `debug` `silent`',
  }),
  /** Most entries of each cache. */
  cacheSizes: {
    inboundTokens: key('CACHE_INBOUND_TOKENS', cacheSize(10_000), {
      meaning: 'verified tokens of the channel in memory',
    }),
    graphTokens: key('CACHE_GRAPH_TOKENS', cacheSize(10_000), {
      meaning: 'people whose Graph token is in memory',
    }),
    contents: key('CACHE_CONTENTS', cacheSize(20_000), { meaning: 'course contents in memory' }),
    courses: key('CACHE_COURSES', cacheSize(50_000), {
      meaning: 'courses in the lists that were read in the last minute',
    }),
    catalog: key('CACHE_CATALOG', cacheSize(50_000), { meaning: 'contents of the catalog, per tenant' }),
  },
  telemetry: {
    endpoint: key('OTEL_EXPORTER_OTLP_ENDPOINT', values.otlpEndpoint.optional(), {
      meaning: 'collector for traces and metrics as OTLP/JSON over http',
      fallback: 'off',
    }),
    headers: key('OTEL_EXPORTER_OTLP_HEADERS', values.otlpHeaders.default({}), {
      meaning: 'headers that the collector needs: `name=value`, separated by commas',
    }),
    applicationInsights: key('APPLICATIONINSIGHTS_CONNECTION_STRING', values.connectionString.optional(), {
      meaning: 'Application Insights resource for traces and metrics',
      fallback: 'off',
    }),
  },
  /** Addresses of the cloud and of trusted hosts. Any change is logged as a warning; national clouds are refused. */
  addresses: {
    graph: key('GRAPH_BASE_URL', values.httpsOrLoopbackUrl.default('https://graph.microsoft.com/v1.0'), {
      meaning: 'Microsoft Graph; a change is logged as a warning',
    }),
    authorityHost: key('AZURE_AUTHORITY_HOST', values.httpsUrl.default('https://login.microsoftonline.com'), {
      meaning: 'Entra; a change is logged as a warning',
    }),
    openIdMetadata: key(
      'BOT_OPENID_METADATA_URL',
      values.httpsOrLoopbackUrl.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
      { meaning: "the channel's signing keys; a change is logged as a warning" },
    ),
    hostOrigins: key('SIGN_IN_HOST_ORIGINS', values.origins.default([]), {
      meaning: 'other origins that may open the sign-in pages, separated by commas',
    }),
  },
  /** Checked here and read by `network` at every call. */
  proxy: {
    https: key('HTTPS_PROXY', values.proxy.optional(), {
      meaning: 'proxy for all calls over https ([docs/operating.md](docs/operating.md#behind-a-proxy))',
    }),
    httpsLowerCase: key('https_proxy', values.proxy.optional()),
    all: key('ALL_PROXY', values.proxy.optional(), { meaning: 'the same, when `HTTPS_PROXY` is not set' }),
    allLowerCase: key('all_proxy', values.proxy.optional()),
    exceptions: key('NO_PROXY', z.string().optional(), {
      meaning: 'hosts that bypass the proxy, separated by commas',
    }),
  },
};

function cacheSize(entries: number): z.ZodType<number> {
  return values.countUpTo(1_000_000).default(entries);
}

/** Where an operator finds the value of a key, or what it may hold. */
export function sourceOf(name: string): string {
  const found = listKeys(environment).find((one) => one.name === name);
  return found?.source ?? 'The README says under "Configure" what it may hold.';
}
