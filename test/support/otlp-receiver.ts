import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod/v4';

/** A collector that accepts OTLP as JSON over HTTP. */
export interface OtlpReceiver {
  readonly endpoint: string;
  /** Every received body. */
  readonly bodies: readonly string[];
  /** Header `authorization` of each request. */
  readonly authorizations: readonly (string | undefined)[];
  spans(): readonly ReceivedSpan[];
  /** All points of a metric in its latest export. */
  points(metric: string): readonly ReceivedPoint[];
  close(): Promise<void>;
}

type Attributes = Readonly<Record<string, unknown>>;

export interface ReceivedSpan {
  readonly name: string;
  readonly kind: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly hasFailed: boolean;
  readonly attributes: Attributes;
  /** The resource attributes of the process. */
  readonly resource: Attributes;
}

export interface ReceivedPoint {
  readonly attributes: Attributes;
  /** The sum of a counter, the count of a histogram. */
  readonly value: number;
}

const attributes = z
  .array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) }))
  .transform((pairs) =>
    Object.fromEntries(pairs.map(({ key, value }): [string, unknown] => [key, Object.values(value)[0]])),
  );
const resource = z.object({ attributes });
const traceBody = z.object({
  resourceSpans: z.array(
    z.object({
      resource,
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              name: z.string(),
              kind: z.number(),
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              attributes,
              status: z.object({ code: z.number().optional() }),
            }),
          ),
        }),
      ),
    }),
  ),
});
const points = z.object({
  dataPoints: z.array(
    z.object({
      attributes,
      asDouble: z.number().optional(),
      asInt: z.coerce.number().optional(),
      count: z.coerce.number().optional(),
    }),
  ),
});
const metricBody = z.object({
  resourceMetrics: z.array(
    z.object({
      resource,
      scopeMetrics: z.array(
        z.object({
          metrics: z.array(
            z.object({ name: z.string(), sum: points.optional(), histogram: points.optional() }),
          ),
        }),
      ),
    }),
  ),
});
const FAILED = 2;

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const received: { readonly path: string; readonly body: string }[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      received.push({ path: request.url ?? '', body });
      authorizations.push(request.headers.authorization);
      // restify, which another test of this process may have loaded, changes what writeHead returns.
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  function bodiesOf(path: string): readonly unknown[] {
    return received.filter((one) => one.path === path).map(({ body }) => JSON.parse(body) as unknown);
  }

  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get bodies() {
      return received.map(({ body }) => body);
    },
    authorizations,
    spans: () => bodiesOf('/v1/traces').flatMap(toSpans),
    points: (metric) =>
      bodiesOf('/v1/metrics')
        .map((body) => toPoints(body, metric))
        .findLast((found) => found.length > 0) ?? [],
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function toSpans(body: unknown): readonly ReceivedSpan[] {
  return traceBody.parse(body).resourceSpans.flatMap((ofResource) =>
    ofResource.scopeSpans.flatMap(({ spans }) =>
      spans.map(({ status, parentSpanId, ...span }) => ({
        ...span,
        parentSpanId,
        hasFailed: status.code === FAILED,
        resource: ofResource.resource.attributes,
      })),
    ),
  );
}

function toPoints(body: unknown, name: string): readonly ReceivedPoint[] {
  const metrics = metricBody
    .parse(body)
    .resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
  return metrics
    .filter((metric) => metric.name === name)
    .flatMap(({ sum, histogram }) => sum?.dataPoints ?? histogram?.dataPoints ?? [])
    .map((point) => ({
      attributes: point.attributes,
      value: point.asInt ?? point.asDouble ?? point.count ?? NaN,
    }));
}
