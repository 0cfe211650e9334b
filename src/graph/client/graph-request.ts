import { randomUUID } from 'node:crypto';
import type { GraphAccess } from '../../domain/ports';
import { untilDeadline, withDeadline } from '../../lib/deadline';
import { parseJson } from '../../lib/parse-json';
import { readText } from '../../lib/read-text';
import type { Logger } from '../../logging/logger';
import { countThrottles, measureCall } from '../../logging/measures';
import { inSpan } from '../../logging/spans';
import { GraphError } from '../errors';
import { createHoldOff, type GraphFamily, type HoldOff } from './hold-off';
import { pause, retryDelayMs } from './retry';
import { toGraphError } from './to-graph-error';

/** Long enough for a slow page, and leaves the turn time to answer. */
const TRY_TIMEOUT_MS = 8_000;
/** A page of a hundred activities is about 80 KB; a batch of twenty contents the same. */
const MOST_BYTES = 4 * 1024 * 1024;

export interface GraphRequest {
  readonly access: GraphAccess;
  readonly family: GraphFamily;
  /** Below the base URL and percent-encoded: the token can go nowhere else. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes it a POST of this value as JSON, which is sent once; a GET is tried again where that can help. */
  readonly body?: unknown;
  /** How many requests a batch holds. */
  readonly batchSize?: number;
}

export interface GraphClient {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly log: Logger;
  /** The parsed body of a successful answer. Throws a `GraphError`. */
  send(request: GraphRequest): Promise<unknown>;
  /** Waits during which calls fail at once; `send` begins one itself when an answer asks for it. */
  readonly holdOff: HoldOff;
}

interface GraphClientOptions {
  readonly baseUrl: string;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly fetch?: typeof fetch;
  readonly random?: () => number;
  readonly tryTimeoutMs?: number;
}

/**
 * Microsoft Graph over `fetch`: stock clients read neither minutes in bodies nor broken links
 * (docs/reference/graph-learning.md#wait-time).
 */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const { baseUrl, log, now = Date.now, random = Math.random, tryTimeoutMs = TRY_TIMEOUT_MS } = options;
  const { fetch: fetchGraph = fetch } = options;
  const host = new URL(baseUrl).hostname;
  const holdOff = createHoldOff(options.now);

  function refuseWhileHeld(request: GraphRequest): void {
    const waitMs = holdOff.remainingMs(request);
    if (waitMs <= 0) return;
    countThrottles(request.family, 'held');
    throw new GraphError('graphThrottled', { waitMs });
  }

  function tryOnce(request: GraphRequest, failedBefore: number): Promise<unknown> {
    const { access, family, path } = request;
    const clientRequestId = randomUUID();
    const run = (signal: AbortSignal): Promise<unknown> =>
      observeCall({ request, host, clientRequestId, failedBefore }, async (note) => {
        const startedAt = now();
        try {
          const init = { ...toInit(request, clientRequestId), signal };
          const response = await untilDeadline(fetchGraph(`${baseUrl}${path}`, init), signal);
          if (response === undefined) throw new GraphError('graphTimeout', { cause: signal.reason });
          note(response);
          const text = await readText(response.body, { mostBytes: MOST_BYTES, signal });
          log.debug({ family, status: response.status, ms: now() - startedAt }, 'graph answered');
          return toBody(request, response, text);
        } catch (error) {
          if (error instanceof GraphError) throw error;
          throw new GraphError(signal.aborted ? 'graphTimeout' : 'graphNetwork', { cause: error });
        }
      });
    return withDeadline(tryTimeoutMs, run, access.signal);
  }

  return {
    baseUrl,
    log,
    holdOff,
    async send(request) {
      refuseWhileHeld(request);
      for (let failedBefore = 0; ; failedBefore++) {
        try {
          return await tryOnce(request, failedBefore);
        } catch (fault) {
          if (!(fault instanceof GraphError)) throw fault;
          const isSafe = request.body === undefined;
          const delayMs = isSafe ? retryDelayMs({ fault, failedBefore, random }) : undefined;
          if (delayMs === undefined) {
            if (fault.waitMs !== undefined) holdOff.begin(request, fault.waitMs);
            throw fault;
          }
          log.info({ fault: fault.kind, requestId: fault.requestId, delayMs }, 'graph is tried again');
          // When the deadline comes first, what stopped us is the better news.
          if (!(await pause(delayMs, request.access.signal))) throw fault;
        }
      }
    },
  };
}

interface Try {
  readonly request: GraphRequest;
  /** Name of the host that is asked. */
  readonly host: string;
  readonly clientRequestId: string;
  /** How many tries of the same request failed before this one. */
  readonly failedBefore: number;
}

/**
 * Records one request to Graph as a span and a measurement, named by OpenTelemetry's conventions. Never records the
 * address, because it has ids of people and courses.
 */
async function observeCall<T>(
  { request, host, clientRequestId, failedBefore }: Try,
  send: (note: (response: Response) => void) => Promise<T>,
): Promise<T> {
  const { family, body, batchSize } = request;
  const method = body === undefined ? 'GET' : 'POST';
  const shared = {
    'http.request.method': method,
    'server.address': host,
    'coursemate.graph.family': family,
  };
  const attributes = {
    ...shared,
    'coursemate.graph.client_request_id': clientRequestId,
    ...(failedBefore > 0 && { 'http.request.resend_count': failedBefore }),
    ...(batchSize !== undefined && { 'coursemate.graph.batch_size': batchSize }),
  };
  return inSpan({ name: `${method} ${family}`, kind: 'call', attributes }, async (span) => {
    const startedAt = performance.now();
    let outcome: { 'http.response.status_code'?: number; 'error.type'?: string } = {};
    try {
      return await send(({ status, headers }) => {
        outcome = { 'http.response.status_code': status };
        const requestId = headers.get('request-id');
        span.set({ ...outcome, ...(requestId !== null && { 'coursemate.graph.request_id': requestId }) });
      });
    } catch (error) {
      const fault = error instanceof GraphError ? error.kind : 'unexpected';
      outcome = { ...outcome, 'error.type': fault };
      span.fail(fault);
      const isThrottled = fault === 'graphThrottled';
      span.set({ 'coursemate.graph.throttled': isThrottled });
      if (isThrottled) countThrottles(family, 'answer');
      throw error;
    } finally {
      measureCall(startedAt, { ...shared, ...outcome });
    }
  });
}

function toInit({ access, headers, body }: GraphRequest, clientRequestId: string): RequestInit {
  const isPost = body !== undefined;
  return {
    method: isPost ? 'POST' : 'GET',
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${access.graphToken}`,
      'client-request-id': clientRequestId,
      ...headers,
      ...(isPost && { 'Content-Type': 'application/json' }),
    },
    ...(isPost && { body: JSON.stringify(body) }),
    // The token must not follow a redirect; Graph sends none.
    redirect: 'error',
  };
}

/** The parsed body of a successful answer; throws a `GraphError` for all others. `text` is absent when it is too large. */
function toBody({ batchSize }: GraphRequest, response: Response, text: string | undefined): unknown {
  const { status, headers } = response;
  const header = (name: string): string | undefined => headers.get(name) ?? undefined;
  const details = { status, requestId: header('request-id') };
  if (text === undefined)
    throw new GraphError('graphContract', { message: 'Graph sent too large a body', ...details });
  // An older page says that a batch with a throttled part answers 424 (docs/reference/graph-learning.md#batch).
  const isAnswer = response.ok || (status === 424 && batchSize !== undefined);
  if (!isAnswer) throw toGraphError({ status, body: text, header });
  const body = parseJson(text);
  if (body === undefined)
    throw new GraphError('graphContract', { message: 'Graph sent no JSON', ...details });
  return body;
}
