import * as z from 'zod/v4';

/** Where traces and measures go; absent = nowhere. */
export interface TelemetryConfig {
  readonly otlp?: {
    /** Without a slash at the end. */
    readonly endpoint: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  /** Connection string. */
  readonly applicationInsights?: string;
}

/** A collector is often a neighbour without https. */
export const otlpEndpoint = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .transform((value) => value.replace(/\/+$/, ''));

export const otlpHeaders = z.string().transform((value, context) => {
  const pairs = value.split(',').map((pair) => /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(pair));
  const headers = pairs.flatMap((pair) => (pair === null ? [] : [[pair[1] ?? '', decode(pair[2] ?? '')]]));
  if (headers.length === pairs.length) return Object.fromEntries(headers) as Record<string, string>;
  context.addIssue('must be name=value pairs, separated by commas');
  return z.NEVER;
});

const ADDRESS = /(?:^|;)\s*\w+Endpoint\s*=(?!\s*https:)/i;

export const connectionString = z
  .string()
  .regex(/(?:^|;)\s*InstrumentationKey\s*=\s*[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\s*(?:;|$)/i, {
    error: 'must be the connection string of Application Insights, with InstrumentationKey=<GUID>',
  })
  .refine((value) => !ADDRESS.test(value), 'must name https addresses only');

interface TelemetryKeys {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_HEADERS: Readonly<Record<string, string>>;
  readonly APPLICATIONINSIGHTS_CONNECTION_STRING?: string | undefined;
}

export function toTelemetry(env: TelemetryKeys): TelemetryConfig {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = env;
  const applicationInsights = env.APPLICATIONINSIGHTS_CONNECTION_STRING;
  return {
    ...(endpoint !== undefined && { otlp: { endpoint, headers } }),
    ...(applicationInsights !== undefined && { applicationInsights }),
  };
}

/** OpenTelemetry has values percent-encoded; one that is not stands for itself. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
