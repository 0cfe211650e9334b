import type * as z from 'zod/v4';
import { environment, PUBLIC_ADDRESSES, type CoursePattern, type Environment } from './environment';
import { toTelemetry, type TelemetryConfig } from './telemetry';

/** What proves to Entra that we are the app: exactly one of the three. */
export type AppProof =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly path: string }
  /** A user-assigned managed identity that the app registration trusts (federated credential). */
  | { readonly kind: 'managedIdentity'; readonly clientId: string };

/** Everything that the environment decides (README.md#configure), checked and with defaults filled in. */
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
  readonly teammateAccess: Environment['TEAMMATE_ACCESS'];
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
  return Object.hasOwn(given, key) ? `${key} ${issue.message}.` : `${key} is missing.`;
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
