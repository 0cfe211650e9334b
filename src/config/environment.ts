import * as z from 'zod/v4';
import { connectionString, otlpEndpoint, otlpHeaders } from './telemetry';

/** An address with one placeholder: what stands there is the course's id, of the placeholder's kind. */
export interface CoursePattern {
  readonly providerId: string;
  readonly address: string;
  readonly placeholder: (typeof PLACEHOLDERS)[number];
}

const TEAMMATE_ACCESS = ['auto', 'delegated', 'application', 'off'] as const;

const PLACEHOLDERS = ['contentId', 'externalContentId', 'externalActivityId'] as const;

/** What is asked unless the environment says otherwise. */
export const PUBLIC_ADDRESSES = {
  GRAPH_BASE_URL: 'https://graph.microsoft.com/v1.0',
  AZURE_AUTHORITY_HOST: 'https://login.microsoftonline.com',
  BOT_OPENID_METADATA_URL: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
} as const;

/** Hosts of the clouds of the US Government (GCC High, DoD) and China, and of the one that Germany had. */
const NATIONAL_CLOUD = /\.(?:microsoft|microsoftonline|azure)\.(?:us|de|cn)\.?$|\.chinacloudapi\.cn\.?$/;
const GLOBAL_CLOUD_ONLY =
  'must be of the global cloud: the clouds of the US Government and China have no API for Viva Learning';

/** As given, since it is also what others are told; whoever compares does so without case. */
const guid = z.guid('must be a GUID');
const guids = z
  .string()
  .transform(toList)
  .pipe(z.array(z.guid('must be GUIDs, separated by commas')));
const tenantIds = guids.refine((ids) => ids.length > 0, 'must name at least one tenant');
const httpsUrl = z
  .url({ protocol: /^https$/, error: 'must be an https address', abort: true })
  .refine(isGlobalCloud, GLOBAL_CLOUD_ONLY)
  .transform(withoutEndSlash);
/** Plain http only to this very machine, as the local world does. */
const httpsOrLoopbackUrl = z
  .url({ error: 'must be an address', abort: true })
  .refine(isHttpsOrLoopback, 'must be an https address')
  .refine(isGlobalCloud, GLOBAL_CLOUD_ONLY)
  .transform(withoutEndSlash);
const proxy = z.url({
  protocol: /^https?$/,
  error: 'must be an http or https address such as http://proxy.example.com:3128',
});
const ORIGINS = 'must be origins such as https://example.com, separated by commas';
const origins = z
  .string()
  .transform(toList)
  .pipe(z.array(z.url({ protocol: /^https?$/, error: ORIGINS })));

const WHICH_CHANNELS = 'must be msteams or msteams,m365extensions';
const channels = z
  .string()
  .transform(toList)
  .pipe(z.array(z.enum(['msteams', 'm365extensions'], WHICH_CHANNELS)).nonempty(WHICH_CHANNELS));
const coursePatterns = z.string().transform((value, context) => {
  const patterns = toList(value).map(toCoursePattern);
  if (patterns.every((pattern) => pattern !== undefined)) return patterns;
  context.addIssue(
    'must be <provider id>=<https address with one of {contentId}, {externalContentId}, {externalActivityId}>, separated by commas',
  );
  return z.NEVER;
});

function countUpTo(most: number) {
  return z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(most, `must be at most ${most}`);
}

function cacheSize(entries: number): z.ZodType<number> {
  return countUpTo(1_000_000).default(entries);
}

const NO_HOST = 'must be a host name, without https:// and path';
const NO_PORT = 'must be a port; the named pipe of Windows hosting is not offered';

/** The keys of the environment (README.md#configure), each with what it may hold and what it is by default. */
export const environment = z.object({
  PORT: z.coerce.number(NO_PORT).int(NO_PORT).min(0, NO_PORT).max(65_535, NO_PORT).default(3978),
  BOT_ID: guid,
  BOT_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMSI'], 'must be SingleTenant or UserAssignedMSI')
    .default('SingleTenant'),
  BOT_TENANT_ID: guid,
  BOT_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9.-]+(:\d+)?$/, NO_HOST)
    .refine((host) => URL.canParse(`https://${host}`), NO_HOST),
  AAD_APP_CLIENT_ID: guid.optional(),
  AAD_APP_ID_URI: z.string().startsWith('api://', 'must begin with api://').optional(),
  SECRET_AAD_APP_CLIENT_SECRET: z.string().optional(),
  AAD_APP_CERTIFICATE_PATH: z.string().optional(),
  MANAGED_IDENTITY_CLIENT_ID: guid.optional(),
  ALLOWED_TENANT_IDS: tenantIds.optional(),
  BOT_CHANNELS: channels.default(['msteams']),
  CATALOG_PROVIDER_IDS: guids.default([]),
  COURSE_LINK_PATTERNS: coursePatterns.default([]),
  TEAMMATE_ACCESS: z.enum(TEAMMATE_ACCESS, 'must be auto, delegated, application or off').default('auto'),
  AUDIT_LOG_PATH: z.string().default('audit'),
  AUDIT_LOG_DAYS: countUpTo(36_500).default(365),
  FILE_UPLOAD_HOSTS: z
    .string()
    .transform(toList)
    .pipe(
      z.array(z.string().regex(/^(\*\.)?[a-z0-9.-]+(:\d+)?$/i, 'must be host names, separated by commas')),
    )
    .default(['*.sharepoint.com']),
  SIGN_IN_HOST_ORIGINS: origins.default([]),
  GRAPH_BASE_URL: httpsOrLoopbackUrl.default(PUBLIC_ADDRESSES.GRAPH_BASE_URL),
  AZURE_AUTHORITY_HOST: httpsUrl.default(PUBLIC_ADDRESSES.AZURE_AUTHORITY_HOST),
  BOT_OPENID_METADATA_URL: httpsOrLoopbackUrl.default(PUBLIC_ADDRESSES.BOT_OPENID_METADATA_URL),
  CACHE_INBOUND_TOKENS: cacheSize(10_000),
  CACHE_GRAPH_TOKENS: cacheSize(10_000),
  CACHE_CONTENTS: cacheSize(20_000),
  CACHE_COURSES: cacheSize(50_000),
  CACHE_CATALOG: cacheSize(50_000),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be a level such as info')
    .default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: otlpHeaders.default({}),
  APPLICATIONINSIGHTS_CONNECTION_STRING: connectionString.optional(),
  // Looked at again by `network`, wherever a call is made.
  HTTPS_PROXY: proxy.optional(),
  https_proxy: proxy.optional(),
  ALL_PROXY: proxy.optional(),
  all_proxy: proxy.optional(),
  NO_PROXY: z.string().optional(),
});

export type Environment = z.infer<typeof environment>;

function toList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function toCoursePattern(text: string): CoursePattern | undefined {
  const [, providerId = '', address = ''] = /^([0-9a-f-]{36})=(https:\/\/\S+)$/i.exec(text) ?? [];
  const [placeholder, another] = PLACEHOLDERS.filter((name) => address.includes(`{${name}}`));
  if (placeholder === undefined || another !== undefined || !URL.canParse(address)) return undefined;
  return { providerId: providerId.toLowerCase(), address, placeholder };
}

function isHttpsOrLoopback(value: string): boolean {
  const { protocol, hostname } = new URL(value);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
  );
}

function isGlobalCloud(value: string): boolean {
  return !NATIONAL_CLOUD.test(new URL(value).hostname);
}

function withoutEndSlash(value: string): string {
  return value.replace(/\/+$/, '');
}
