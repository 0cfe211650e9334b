import * as z from 'zod/v4';
import { connectionString, otlpEndpoint, otlpHeaders, toTelemetry, type TelemetryConfig } from './telemetry';

/** What proves to Entra that we are the app: exactly one of the three. */
export type AppProof =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly path: string }
  /** A user-assigned managed identity that the app registration trusts (federated credential). */
  | { readonly kind: 'managedIdentity'; readonly clientId: string };

/** Everything that the environment decides (design 3.2), checked and with defaults filled in. */
export interface Config {
  readonly port: number;
  readonly bot: {
    readonly id: string;
    readonly type: 'SingleTenant' | 'UserAssignedMSI';
    readonly tenantId: string;
    readonly openIdMetadataUrl: string;
  };
  readonly signIn: {
    readonly clientId: string;
    readonly appIdUri: string;
    readonly proof: AppProof;
    readonly authorityHost: string;
    /** Public host, with a port where it needs one, of the sign-in pages. */
    readonly domain: string;
    readonly hostOrigins: readonly string[];
  };
  readonly allowedTenantIds: readonly string[];
  /** Channels whose activities are taken. */
  readonly channels: readonly string[];
  /** Providers whose contents everybody in the tenant may see. */
  readonly catalogProviderIds: readonly string[];
  /** Which addresses on the web are courses of which provider. */
  readonly coursePatterns: readonly CoursePattern[];
  /** How a manager's view reads other people's activities. */
  readonly teammateAccess: (typeof TEAMMATE_ACCESS)[number];
  readonly auditLog: {
    /** Folder for one file a day. */
    readonly path: string;
    /** How many days a file is kept. */
    readonly days: number;
  };
  /** Hosts that take files which people accept, `*.` for all below; they are asked over https only. */
  readonly fileUploadHosts: readonly string[];
  readonly graphBaseUrl: string;
  /** Most entries of each cache. */
  readonly cacheSizes: {
    readonly inboundTokens: number;
    readonly graphTokens: number;
    readonly contents: number;
    /** Courses in the snapshots of what learners looked at within the last minute. */
    readonly courses: number;
    /** Contents of the catalogue, per tenant. */
    readonly catalog: number;
  };
  readonly logLevel: string;
  readonly telemetry: TelemetryConfig;
  /** Keys of addresses that differ from the public cloud's: worth a warning at start. */
  readonly changedAddresses: readonly string[];
}

/** An address with one placeholder: what stands there is the course's id, of the placeholder's kind. */
export interface CoursePattern {
  readonly providerId: string;
  readonly address: string;
  readonly placeholder: (typeof PLACEHOLDERS)[number];
}

const TEAMMATE_ACCESS = ['auto', 'delegated', 'application', 'off'] as const;

const PLACEHOLDERS = ['contentId', 'externalContentId', 'externalActivityId'] as const;

/** The environment cannot be used. The message names each key and what it must be, never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly kind = 'config';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    // What is wrong with several values of one list is one problem.
    const distinct = [...new Set(problems)];
    super(`The configuration cannot be used. ${distinct.join(' ')}`);
    this.problems = distinct;
  }
}

const PUBLIC_ADDRESSES = {
  GRAPH_BASE_URL: 'https://graph.microsoft.com/v1.0',
  AZURE_AUTHORITY_HOST: 'https://login.microsoftonline.com',
  BOT_OPENID_METADATA_URL: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
} as const;

const guid = z.guid('must be a GUID');
const guids = z
  .string()
  .transform(toList)
  .pipe(z.array(z.guid('must be GUIDs, separated by commas')).nonempty('must name at least one tenant'));
const providerIds = z
  .string()
  .transform(toList)
  .pipe(z.array(z.guid('must be GUIDs, separated by commas')));
const httpsUrl = z.url({ protocol: /^https$/, error: 'must be an https address' }).transform(withoutEndSlash);
/** Plain http only to this very machine, as the local world does. */
const httpsOrLoopbackUrl = z
  .url({ error: 'must be an address', abort: true })
  .refine(isHttpsOrLoopback, 'must be an https address')
  .transform(withoutEndSlash);
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

const NO_PORT = 'must be a port';

const environment = z.object({
  PORT: z.coerce.number(NO_PORT).int(NO_PORT).min(0, NO_PORT).max(65_535, NO_PORT).default(3978),
  BOT_ID: guid,
  BOT_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMSI'], 'must be SingleTenant or UserAssignedMSI')
    .default('SingleTenant'),
  BOT_TENANT_ID: guid,
  BOT_DOMAIN: z.string().regex(/^[a-z0-9.-]+(:\d+)?$/i, 'must be a host name, without https:// and path'),
  AAD_APP_CLIENT_ID: guid.optional(),
  AAD_APP_ID_URI: z.string().startsWith('api://', 'must begin with api://').optional(),
  SECRET_AAD_APP_CLIENT_SECRET: z.string().optional(),
  AAD_APP_CERTIFICATE_PATH: z.string().optional(),
  MANAGED_IDENTITY_CLIENT_ID: guid.optional(),
  ALLOWED_TENANT_IDS: guids.optional(),
  BOT_CHANNELS: channels.default(['msteams']),
  CATALOG_PROVIDER_IDS: providerIds.default([]),
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
});

type Environment = z.infer<typeof environment>;

/** Reads the environment of the process; empty values count as absent. Throws `ConfigError`. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env)
      .map(([key, value]) => [key, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => toProblem(issue, given)));
  return toConfig(parsed.data, findProof(parsed.data));
}

function toProblem(issue: z.core.$ZodIssue, given: Record<string, unknown>): string {
  const key = String(issue.path[0]);
  return key in given ? `${key} ${issue.message}.` : `${key} is missing.`;
}

function findProof(env: Environment): AppProof {
  const proofs: AppProof[] = [];
  if (env.SECRET_AAD_APP_CLIENT_SECRET !== undefined)
    proofs.push({ kind: 'secret', secret: env.SECRET_AAD_APP_CLIENT_SECRET });
  if (env.AAD_APP_CERTIFICATE_PATH !== undefined)
    proofs.push({ kind: 'certificate', path: env.AAD_APP_CERTIFICATE_PATH });
  if (env.MANAGED_IDENTITY_CLIENT_ID !== undefined)
    proofs.push({ kind: 'managedIdentity', clientId: env.MANAGED_IDENTITY_CLIENT_ID });
  const [proof, another] = proofs;
  if (proof === undefined || another !== undefined) {
    throw new ConfigError([
      'Set exactly one of SECRET_AAD_APP_CLIENT_SECRET, AAD_APP_CERTIFICATE_PATH and MANAGED_IDENTITY_CLIENT_ID.',
    ]);
  }
  return proof;
}

function toConfig(env: Environment, proof: AppProof): Config {
  return {
    port: env.PORT,
    bot: {
      id: env.BOT_ID,
      type: env.BOT_TYPE,
      tenantId: env.BOT_TENANT_ID,
      openIdMetadataUrl: env.BOT_OPENID_METADATA_URL,
    },
    signIn: {
      clientId: env.AAD_APP_CLIENT_ID ?? env.BOT_ID,
      appIdUri: env.AAD_APP_ID_URI ?? `api://botid-${env.BOT_ID}`,
      proof,
      authorityHost: env.AZURE_AUTHORITY_HOST,
      domain: env.BOT_DOMAIN,
      hostOrigins: env.SIGN_IN_HOST_ORIGINS,
    },
    allowedTenantIds: env.ALLOWED_TENANT_IDS ?? [env.BOT_TENANT_ID],
    channels: env.BOT_CHANNELS,
    catalogProviderIds: env.CATALOG_PROVIDER_IDS.map((id) => id.toLowerCase()),
    coursePatterns: env.COURSE_LINK_PATTERNS,
    teammateAccess: env.TEAMMATE_ACCESS,
    auditLog: { path: env.AUDIT_LOG_PATH, days: env.AUDIT_LOG_DAYS },
    fileUploadHosts: env.FILE_UPLOAD_HOSTS,
    graphBaseUrl: env.GRAPH_BASE_URL,
    cacheSizes: {
      inboundTokens: env.CACHE_INBOUND_TOKENS,
      graphTokens: env.CACHE_GRAPH_TOKENS,
      contents: env.CACHE_CONTENTS,
      courses: env.CACHE_COURSES,
      catalog: env.CACHE_CATALOG,
    },
    logLevel: env.LOG_LEVEL,
    telemetry: toTelemetry(env),
    changedAddresses: changedAddresses(env),
  };
}

function changedAddresses(env: Environment): readonly string[] {
  const changed = Object.entries(PUBLIC_ADDRESSES)
    .filter(([key, address]) => env[key as keyof typeof PUBLIC_ADDRESSES] !== address)
    .map(([key]) => key);
  return env.SIGN_IN_HOST_ORIGINS.length > 0 ? [...changed, 'SIGN_IN_HOST_ORIGINS'] : changed;
}

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

function withoutEndSlash(value: string): string {
  return value.replace(/\/+$/, '');
}
