import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import express, { type Request, type Response } from 'express';
import type { Clock } from '../clock';
import type { WireLog } from '../wire-log';
import type { World } from '../world/world';
import { createActivityRoutes } from './activity-routes';
import { refusals, type Caller, type GraphAnswer, type GraphCall } from './answers';
import { answerBatch, batchUrls } from './batch';
import { createContentRoutes } from './content-routes';
import { createDirectoryRoutes } from './directory-routes';
import { takeFault } from './faults';
import { createGraphSettings, type GraphSettings } from './graph-settings';
import { createRegistrationRoutes, type Registration } from './registration-routes';
import { dispatch } from './routing';

/** A request to the local Graph, for counting in tests. */
interface GraphRequestRecord {
  readonly method: string;
  /** Path below `/v1.0`, with query. */
  readonly path: string;
  /** 0 without an answer. */
  readonly status: number;
  /** Addresses of the parts, when it is a batch. */
  readonly batch?: readonly string[];
}

export interface Graph {
  /** `http://127.0.0.1:PORT/v1.0` */
  readonly baseUrl: string;
  readonly settings: GraphSettings;
  readonly requests: GraphRequestRecord[];
  /** The bot's connections that are open now. */
  countConnections(): Promise<number>;
  close(): Promise<void>;
}

export interface GraphOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly log: WireLog;
  readonly verifyGraphToken: (
    token: string,
  ) => { readonly ok: true; readonly claims: Caller } | { readonly ok: false };
  /** The app in the directory; the directory has no app when absent. */
  readonly registration?: Registration;
  readonly port?: number;
}

/**
 * Microsoft Graph of the local world: the learning and directory endpoints as
 * docs/reference/graph-learning.md#endpoints describes them.
 */
export async function createGraph(options: GraphOptions): Promise<Graph> {
  const settings = createGraphSettings();
  const requests: GraphRequestRecord[] = [];
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0`;
  const respond = createResponder(options, settings, baseUrl);

  app.disable('x-powered-by');
  app.use('/v1.0', express.text({ type: () => true, limit: '4mb' }), async (request, response) => {
    const started = performance.now();
    const path = request.url;
    const body = parseJson(request.body);
    const batch = path === '/$batch' ? batchUrls(body) : undefined;
    await sleep(settings.latencyMs);
    const answer = respond(request, body);
    const clientRequestId = request.header('client-request-id');
    const bytes =
      answer === 'silence' ? 0 : send(response, answer, { clientRequestId, date: options.clock.now() });
    const status = answer === 'silence' ? 0 : answer.status;
    requests.push({ method: request.method, path, status, ...(batch === undefined ? {} : { batch }) });
    options.log.record({
      from: 'bot',
      to: 'graph',
      title: `${request.method} ${path}${batch === undefined ? '' : ` (${batch.length} parts)`}`,
      status,
      ms: Math.round(performance.now() - started),
      bytes,
      ...(request.method === 'POST' ? { request: body } : {}),
      ...(answer === 'silence' ? {} : { response: answer.body }),
    });
  });

  return {
    baseUrl,
    settings,
    requests,
    countConnections: promisify(server.getConnections.bind(server)),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error === undefined) resolve();
          else reject(error);
        });
        server.closeAllConnections();
      }),
  };
}

/** Decides the answer to a request: token, then fault, then batch or route. */
function createResponder(
  { world, clock, verifyGraphToken, registration }: GraphOptions,
  settings: GraphSettings,
  baseUrl: string,
): (request: Request, body: unknown) => GraphAnswer | 'silence' {
  const routeOptions = { world, settings, baseUrl };
  const routes = [
    ...createActivityRoutes(routeOptions),
    ...createContentRoutes(routeOptions),
    ...createDirectoryRoutes(routeOptions),
    ...(registration === undefined ? [] : createRegistrationRoutes(registration, routeOptions)),
  ];

  return (request, body) => {
    const verdict = verifyGraphToken((request.headers.authorization ?? '').replace(/^Bearer\s*/i, ''));
    if (!verdict.ok) return refusals.badToken;
    const caller = verdict.claims;
    if (request.method === 'POST' && request.path === '/$batch') return respondToBatch(request, body, caller);
    return takeFault(settings, request.path, caller) ?? dispatch(routes, toCall(request, caller));
  };

  function respondToBatch(request: Request, body: unknown, caller: Caller): GraphAnswer | 'silence' {
    let spoilt: GraphAnswer | 'silence' | undefined;
    const correlation = { clientRequestId: request.header('client-request-id'), date: clock.now() };
    const answer = answerBatch(
      body,
      (part) => {
        const { pathname, searchParams } = new URL(part.url, 'http://part');
        const fault = takeFault(settings, pathname, caller);
        // Silence and broken JSON are not possible for a single part.
        if (fault === 'silence' || typeof fault?.body === 'string') spoilt = fault;
        else if (fault !== undefined) return explained(fault, correlation);
        const { method, headers } = part;
        const call = {
          method,
          path: pathname,
          query: searchParams,
          headers: lowerCaseNames(headers),
          caller,
        };
        return explained(dispatch(routes, call), correlation);
      },
      settings.batchOrder,
    );
    return spoilt ?? answer;
  }
}

function toCall(request: Request, caller: Caller): GraphCall {
  const { pathname, searchParams } = new URL(request.url, 'http://graph');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return { method: request.method, path: pathname, query: searchParams, headers, caller };
}

function lowerCaseNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

interface Correlation {
  readonly clientRequestId: string | undefined;
  readonly date: Date;
}

/** Returns how many bytes went out. */
function send(response: Response, answer: GraphAnswer, correlation: Correlation): number {
  const { status, headers, body } = explained(answer, correlation);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response
    .status(status)
    .set({
      'Content-Type': 'application/json; charset=utf-8',
      Date: correlation.date.toUTCString(),
      ...headers,
    })
    .end(text);
  return Buffer.byteLength(text);
}

/** Adds the ids that support asks for to the headers and to the body of an error; each part of a batch has its own. */
function explained(answer: GraphAnswer, { clientRequestId, date }: Correlation): GraphAnswer {
  const requestId = randomUUID();
  const ids = { 'request-id': requestId, 'client-request-id': clientRequestId ?? requestId };
  const innerError = { date: date.toISOString().slice(0, 19), ...ids };
  return {
    ...answer,
    headers: { ...ids, ...answer.headers },
    body: withInnerError(answer.body, innerError),
  };
}

function withInnerError(body: unknown, innerError: object): unknown {
  if (typeof body !== 'object' || body === null || !('error' in body)) return body;
  return typeof body.error === 'object' ? { error: { ...body.error, innerError } } : body;
}
