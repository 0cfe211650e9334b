import Negotiator from 'negotiator';
import { createServer as createRestifyServer, type Request, type Response, type Server } from 'restify';
import * as z from 'zod/v4';
import { languages, textsFor } from '../i18n/catalog';
import { within } from '../lib/deadline';
import type { Logger } from '../logging/logger';
import { close, createConnections, listen } from './connections';
import type { Answer } from './channel-adapter';
import { describeError } from './describe-error';
import { parseActivity, type InboundActivity } from './inbound-activity';
import type { Page, PageAnswer } from './page';
import { readJsonBody } from './read-json-body';

declare module 'restify' {
  interface Server {
    /** Missing in the typings. Runs first; `false` means that the request is answered. */
    first(handler: (request: Request, response: Response) => boolean): Server;
  }
}

export interface BotServer {
  /** Resolves with the port; rejects when it is taken. */
  listen(): Promise<number>;
  /** Accepts nothing new, lets open turns finish within 10 seconds, then closes every connection. */
  stop(): Promise<void>;
}

interface ServerOptions {
  /** 0 takes any free one. */
  readonly port: number;
  readonly receive: (authorization: string | undefined, activity: InboundActivity) => Promise<Answer>;
  /** Reasons why turns cannot be served yet, in words for an operator; empty when ready. */
  readonly readiness: () => readonly string[];
  /** Further facts for operators; nothing personal, because the page is public. */
  readonly details: () => object;
  readonly pages: readonly Page[];
  readonly log: Logger;
}

const Parameters = z.record(z.string(), z.string());

type RestifyErrorEvent = [request: Request, response: Response, error: unknown, done: () => void];

const MOST_BODY_BYTES = 256 * 1024;
const STOP_WITHIN_MS = 10_000;
/** Headers of every answer; pages may override them. */
const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
};

/** The bot's HTTP server. It checks the shape of requests; `receive` decides who may talk to the bot. */
export function createServer({ port, receive, readiness, details, pages, log }: ServerOptions): BotServer {
  const server = createRestifyServer({ name: '' });
  // restify only routes: its own server listens to events of single connections and ignores them.
  const connections = createConnections((request, response) => {
    server.server.emit('request', request, response);
  });
  const openTurns = new Set<Promise<void>>();
  let isStopping = false;

  async function answerActivity(request: Request, response: Response): Promise<void> {
    const answer = await readActivity(request, receive);
    // The rest of a body that is too long is not read.
    if (isStopping || answer.status === 413) response.setHeader('connection', 'close');
    send(response, toJson(answer));
  }

  harden(server, log);
  server.post('/api/messages', async (request: Request, response: Response) => {
    const turn = answerActivity(request, response);
    openTurns.add(turn);
    await turn.finally(() => openTurns.delete(turn));
  });
  const probes = createProbes(() => (isStopping ? ['The bot is stopping.'] : readiness()), details);
  for (const page of [...probes, ...pages]) addPage(server, page);

  return {
    listen: () => listen(connections, port, log),
    async stop() {
      isStopping = true;
      await within(STOP_WITHIN_MS, () => Promise.all([finish(openTurns), close(connections)]));
      connections.closeAllConnections();
    },
  };
}

/** Resolves when no turn is open, also counting those that begin meanwhile. */
async function finish(turns: ReadonlySet<Promise<void>>): Promise<void> {
  while (turns.size > 0) await Promise.allSettled(turns);
}

async function readActivity(request: Request, receive: ServerOptions['receive']): Promise<Answer> {
  const body = await readJsonBody(request, MOST_BODY_BYTES);
  if (body.kind === 'unusable') return { status: body.status };
  const activity = parseActivity(body.value);
  return activity === undefined ? { status: 400 } : receive(request.headers.authorization, activity);
}

function harden(server: Server, log: Logger): void {
  server.first(refuseUnusableTarget);
  server.pre((_request, response, next) => {
    for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
    next();
  });
  server.on('restifyError', (...[, response, error, done]: RestifyErrorEvent) => {
    const status = toStatus(error);
    if (status === 500)
      log.error({ module: 'server', ...describeError(error) }, 'A request was not answered');
    if (!response.headersSent) send(response, toJson({ status, body: { status } }));
    done();
  });
}

/** restify 12 parses `Host` and target outside any error handling: a request with `Host: [` would end the process. */
function refuseUnusableTarget(request: Request, response: Response): boolean {
  request.headers.host = 'localhost';
  if (request.url?.startsWith('/') === true) return true;
  response.writeHead(400, { ...SAFE_HEADERS, connection: 'close' });
  response.end();
  return false;
}

/** 404 and 405 come from restify's router; nothing else is expected. */
function toStatus(error: unknown): 404 | 405 | 500 {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  return status === 404 || status === 405 ? status : 500;
}

function createProbes(missing: () => readonly string[], details: () => object): readonly Page[] {
  const renderReadiness = (): PageAnswer => {
    const reasons = missing();
    if (reasons.length > 0) return toJson({ status: 503, body: { status: 'notReady', reasons } });
    return toJson({ status: 200, body: { status: 'ready', ...details() } });
  };
  return [
    { path: '/healthz', render: () => toJson({ status: 200, body: { status: 'up' } }) },
    { path: '/readyz', render: renderReadiness },
  ];
}

function addPage(server: Server, page: Page): void {
  server.get(page.path, async (request: Request, response: Response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    const parameters = Parameters.catch({}).parse(request.params);
    const texts = textsFor(new Negotiator(request).language([...languages]));
    send(response, await page.render({ query, parameters, texts }));
  });
}

/** Sends without restify's formatters, which would change the body by the caller's `Accept` and print errors into it. */
function send(response: Response, { status, body, headers }: PageAnswer): void {
  // As bytes, because their number is needed; a text would be encoded twice.
  const bytes = Buffer.from(body);
  response.sendRaw(status, bytes, { ...headers, 'content-length': String(bytes.length) });
}

function toJson({ status, body }: Answer): PageAnswer {
  if (body === undefined) return { status, body: '', headers: {} };
  return { status, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
