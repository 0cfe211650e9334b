import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphAccess } from '../../domain/ports';
import { untilDeadline, withDeadline } from '../../lib/deadline';
import { parseJson } from '../../lib/parse-json';
import type { Logger } from '../../logging/logger';
import { countThrottles } from '../../logging/measures';
import {
  GraphContractError,
  GraphNetworkError,
  GraphThrottledError,
  GraphTimeoutError,
  isGraphFault,
  type GraphFault,
} from '../errors';
import { createHoldOff, type GraphFamily, type HoldOff } from './hold-off';
import { observeCall } from './observe-call';
import { readBody } from './read-body';
import { parseWaitMs, retryDelayMs } from './retry';
import { toGraphFault } from './to-graph-fault';

/** Long enough for a slow page, and leaves the turn time to answer. */
const TRY_TIMEOUT_MS = 8_000;

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
  /** The parsed body of a successful answer. Throws a `GraphFault`. */
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

type Outcome =
  | { readonly kind: 'success'; readonly body: unknown; readonly fault?: never }
  | {
      readonly kind: 'failure';
      readonly fault: GraphFault;
      /** Named by Graph. */ readonly waitMs?: number | undefined;
    };

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
    const remainingMs = holdOff.remainingMs(request);
    if (remainingMs <= 0) return;
    countThrottles(request.family, 'held');
    throw new GraphThrottledError(remainingMs);
  }

  function tryOnce(
    request: GraphRequest,
    clientRequestId: string,
    note: (response: Response) => void,
  ): Promise<Outcome> {
    const startedAt = now();
    const run = async (signal: AbortSignal): Promise<Outcome> => {
      const init = { ...toInit(request, clientRequestId), signal };
      const response = await untilDeadline(fetchGraph(`${baseUrl}${request.path}`, init), signal);
      if (response === undefined) throw new GraphTimeoutError(signal.reason);
      note(response);
      const text = await readBody(response, signal);
      const { status } = response;
      log.debug({ family: request.family, status, ms: now() - startedAt }, 'graph answered');
      // An older page says that a batch with a throttled part answers 424 (docs/reference/graph-learning.md#batch).
      const isAnswer = response.ok || (status === 424 && request.batchSize !== undefined);
      return isAnswer ? toSuccess(response, text) : toFailure(response, text, now());
    };
    return withDeadline(
      tryTimeoutMs,
      (signal) => run(signal).catch((error: unknown) => ({ kind: 'failure', fault: toFault(error, signal) })),
      request.access.signal,
    );
  }

  return {
    baseUrl,
    log,
    holdOff,
    async send(request) {
      refuseWhileHeld(request);
      for (let failedBefore = 0; ; failedBefore++) {
        const clientRequestId = randomUUID();
        const outcome = await observeCall({ ...request, host, clientRequestId, failedBefore }, (note) =>
          tryOnce(request, clientRequestId, note),
        );
        if (outcome.kind === 'success') return outcome.body;
        const { fault, waitMs } = outcome;
        const isSafe = request.body === undefined;
        const delayMs = isSafe ? retryDelayMs({ kind: fault.kind, waitMs, failedBefore, random }) : undefined;
        if (delayMs === undefined) {
          if (waitMs !== undefined) holdOff.begin(request, waitMs);
          throw fault;
        }
        log.info({ fault: fault.kind, requestId: fault.requestId, delayMs }, 'graph is tried again');
        await pause(delayMs, request.access.signal, fault);
      }
    },
  };
}

/** Sleeps, but not past the deadline: then what stopped us is the better news. */
async function pause(delayMs: number, signal: AbortSignal, fault: GraphFault): Promise<void> {
  try {
    await sleep(delayMs, undefined, { signal });
  } catch {
    throw fault;
  }
}

function toInit({ access, headers, body }: GraphRequest, clientRequestId: string): RequestInit {
  const common = {
    Accept: 'application/json',
    Authorization: `Bearer ${access.graphToken}`,
    'client-request-id': clientRequestId,
    ...headers,
  };
  // The token must not follow a redirect; Graph sends none.
  if (body === undefined) return { headers: common, redirect: 'error' };
  return {
    method: 'POST',
    headers: { ...common, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
  };
}

function toSuccess(response: Response, text: string): Outcome {
  const body = parseJson(text);
  if (body !== undefined) return { kind: 'success', body };
  const requestId = response.headers.get('request-id') ?? undefined;
  throw new GraphContractError('Graph sent no JSON', { status: response.status, requestId });
}

function toFailure(response: Response, text: string, now: number): Outcome {
  const { status, headers } = response;
  const retryAfter = headers.get('Retry-After') ?? undefined;
  const waitMs = status === 429 || status === 503 ? parseWaitMs({ retryAfter, body: text, now }) : undefined;
  const fault = toGraphFault({
    status,
    body: parseJson(text),
    requestId: headers.get('request-id') ?? undefined,
    wwwAuthenticate: headers.get('WWW-Authenticate') ?? undefined,
    waitMs,
  });
  return { kind: 'failure', fault, waitMs };
}

function toFault(error: unknown, signal: AbortSignal): GraphFault {
  if (isGraphFault(error)) return error;
  return signal.aborted ? new GraphTimeoutError(error) : new GraphNetworkError(error);
}
