import * as z from 'zod/v4';

/** An address with one placeholder, which stands for the id of a course. */
export interface CoursePattern {
  readonly providerId: string;
  readonly address: string;
  /** Which id it is. */
  readonly placeholder: (typeof PLACEHOLDERS)[number];
}

const PLACEHOLDERS = ['contentId', 'externalContentId', 'externalActivityId'] as const;

/** Hosts of the clouds of the US Government (GCC High, DoD) and China, and of the one that Germany had. */
const NATIONAL_CLOUD = /\.(?:microsoft|microsoftonline|azure)\.(?:us|de|cn)\.?$|\.chinacloudapi\.cn\.?$/;
const GLOBAL_CLOUD_ONLY =
  'must be of the global cloud: the clouds of the US Government and China have no API for Viva Learning';
const NO_HOST = 'must be a host name, without https:// and path';
const NO_PORT = 'must be a port; the named pipe of Windows hosting is not offered';
const NOT_ORIGINS = 'must be origins such as https://example.com, separated by commas';

/** Kept as given, because Entra gets it so; compare without case. */
export const guid = z.guid('must be a GUID');
export const guids = listOf(z.guid('must be GUIDs, separated by commas'));
export const port = z.coerce.number(NO_PORT).int(NO_PORT).min(0, NO_PORT).max(65_535, NO_PORT);

export const logLevel = z.enum(
  ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
  'must be a level such as info',
);

export const host = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9.-]+(:\d+)?$/, NO_HOST)
  .refine((text) => URL.canParse(`https://${text}`), NO_HOST);
/** `*.` stands for all hosts below. */
export const hostPatterns = listOf(
  z.string().regex(/^(\*\.)?[a-z0-9.-]+(:\d+)?$/i, 'must be host names, separated by commas'),
);
export const origins = listOf(z.url({ protocol: /^https?$/, error: NOT_ORIGINS }));

export const httpsUrl = z
  .url({ protocol: /^https$/, error: 'must be an https address', abort: true })
  .refine(isGlobalCloud, GLOBAL_CLOUD_ONLY)
  .transform(withoutEndSlash);
/** Plain http only to this machine, as in the local world. */
export const httpsOrLoopbackUrl = z
  .url({ error: 'must be an address', abort: true })
  .refine(isHttpsOrLoopback, 'must be an https address')
  .refine(isGlobalCloud, GLOBAL_CLOUD_ONLY)
  .transform(withoutEndSlash);
const NO_CONTACT_URL = 'must be an https address without a user name';
export const contactUrl = z
  .url({ protocol: /^https$/, error: NO_CONTACT_URL, abort: true })
  .max(2_048, 'must have at most 2048 characters')
  .refine((value) => new URL(value).username === '' && new URL(value).password === '', NO_CONTACT_URL)
  .transform((value) => new URL(value).href);
/** One address, without a name and without parameters of a `mailto:` link. */
export const emailAddress = z
  .email('must be one email address such as helpdesk@example.com')
  .max(254, 'must have at most 254 characters');
export const proxy = z.url({
  protocol: /^https?$/,
  error: 'must be an http or https address such as http://proxy.example.com:3128',
});

/** A collector is often a neighbor without https. */
export const otlpEndpoint = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .transform(withoutEndSlash);
export const otlpHeaders = z.string().transform((value, context) => {
  const pairs = value.split(',').map((pair) => /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(pair));
  const headers = pairs.flatMap((pair) => (pair === null ? [] : [[pair[1] ?? '', decode(pair[2] ?? '')]]));
  if (headers.length === pairs.length) return Object.fromEntries(headers) as Record<string, string>;
  context.addIssue('must be name=value pairs, separated by commas');
  return z.NEVER;
});

export const connectionString = z
  .string()
  .regex(/(?:^|;)\s*InstrumentationKey\s*=\s*[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\s*(?:;|$)/i, {
    error: 'must be the connection string of Application Insights, with InstrumentationKey=<GUID>',
  })
  .refine(
    (value) => !/(?:^|;)\s*\w+Endpoint\s*=(?!\s*https:)/i.test(value),
    'must name https addresses only',
  );

export const coursePatterns = z.string().transform((value, context) => {
  const patterns = toList(value).map(toCoursePattern);
  if (patterns.every((pattern) => pattern !== undefined)) return patterns;
  context.addIssue(
    'must be <provider id>=<https address with one of {contentId}, {externalContentId}, {externalActivityId}>, separated by commas',
  );
  return z.NEVER;
});

export function countUpTo(most: number): z.ZodType<number> {
  return z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(most, `must be at most ${most}`);
}

/** One of these words; the error lists them. */
export function oneOf<const T extends readonly string[]>(words: T): z.ZodType<T[number]> {
  const choices = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);
  return z.enum(words, `must be ${choices}`);
}

/** Texts separated by commas. */
export function listOf<T>(item: z.ZodType<T, string>): z.ZodType<T[], string> {
  return z.string().transform(toList).pipe(z.array(item));
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

function isGlobalCloud(value: string): boolean {
  return !NATIONAL_CLOUD.test(new URL(value).hostname);
}

function withoutEndSlash(value: string): string {
  return value.replace(/\/+$/, '');
}

/** OpenTelemetry percent-encodes values; a value that is not encoded stands for itself. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
