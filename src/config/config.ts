import * as z from 'zod/v4';
import { environment } from './environment';
import { defaultOf, listKeys, shapeValues, type ValuesOf } from './key';

type Environment = ValuesOf<typeof environment>;

/** How the app proves its identity to Entra. */
export type ClientCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly path: string }
  /** A user-assigned managed identity that the app registration trusts (federated credential). */
  | { readonly kind: 'managedIdentity'; readonly clientId: string };

/** The key that sets each kind of credential. */
export const CREDENTIAL_KEYS: Readonly<Record<ClientCredential['kind'], string>> = {
  secret: environment.credential.secret.name,
  certificate: environment.credential.certificatePath.name,
  managedIdentity: environment.credential.identityClientId.name,
};

/** The environment, checked and with defaults filled in (README.md#configure): `environment` says what each value is. */
export type Config = ReturnType<typeof toConfig>;
/** Where traces and metrics go; nowhere by default. */
export type TelemetryConfig = Config['telemetry'];

/** The environment cannot be used. The message names each key and what it must be, never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly kind = 'config';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    // Several bad values of one list are one problem.
    const distinct = [...new Set(problems)];
    super(`The configuration cannot be used. ${distinct.join(' ')}`);
    this.problems = distinct;
  }
}

const schema = z.object(Object.fromEntries(listKeys(environment).map((key) => [key.name, key.schema])));

/** Reads the environment of the process; empty values count as absent. Throws `ConfigError`. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env)
      .map(([key, value]) => [key, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => toProblem(issue, given)));
  const values = new Map(Object.entries(parsed.data));
  const changedAddresses = listKeys(environment.addresses)
    .filter((key) => String(values.get(key.name)) !== String(defaultOf(key)))
    .map(({ name }) => name);
  return toConfig(shapeValues(environment, values), changedAddresses);
}

function toProblem(issue: z.core.$ZodIssue, given: Record<string, unknown>): string {
  const key = String(issue.path[0]);
  return Object.hasOwn(given, key) ? `${key} ${issue.message}.` : `${key} is missing.`;
}

function toConfig(
  { bot, signIn, credential, allowedTenantIds, contact, telemetry, addresses, ...same }: Environment,
  changedAddresses: readonly string[],
) {
  const { endpoint, headers, applicationInsights } = telemetry;
  return {
    ...same,
    bot: { ...bot, openIdMetadataUrl: addresses.openIdMetadata },
    signIn: {
      clientId: signIn.clientId ?? bot.id,
      appIdUri: signIn.appIdUri ?? `api://botid-${bot.id}`,
      credential: findCredential(credential),
      authorityHost: addresses.authorityHost,
      domain: signIn.domain,
      hostOrigins: addresses.hostOrigins,
    },
    allowedTenantIds: allowedTenantIds ?? [bot.tenantId],
    /** Where people get help: an https or `mailto:` address. */
    contact: findContact(contact),
    graphBaseUrl: addresses.graph,
    telemetry: {
      ...(endpoint !== undefined && { otlp: { endpoint, headers } }),
      ...(applicationInsights !== undefined && { applicationInsights }),
    },
    /** Keys of addresses that differ from the public cloud's. */
    changedAddresses,
  } as const;
}

function findCredential(given: Environment['credential']): ClientCredential {
  const { secret, certificatePath: path, identityClientId: clientId } = given;
  const credentials: ClientCredential[] = [];
  if (secret !== undefined) credentials.push({ kind: 'secret', secret });
  if (path !== undefined) credentials.push({ kind: 'certificate', path });
  if (clientId !== undefined) credentials.push({ kind: 'managedIdentity', clientId });
  const [credential, another] = credentials;
  if (credential === undefined || another !== undefined) {
    const names = new Intl.ListFormat('en-GB').format(Object.values(CREDENTIAL_KEYS));
    throw new ConfigError([`Set exactly one of ${names}.`]);
  }
  return credential;
}

function findContact({ url, email }: Environment['contact']): string | undefined {
  if (url !== undefined && email !== undefined) {
    const { url: one, email: other } = environment.contact;
    throw new ConfigError([`Set at most one of ${one.name} and ${other.name}.`]);
  }
  return email === undefined ? url : `mailto:${email}`;
}
