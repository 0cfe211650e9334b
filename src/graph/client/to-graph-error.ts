import * as z from 'zod/v4';
import { parseJson } from '../../lib/parse-json';
import { GraphError, type GraphFaultKind } from '../errors';

/** An answer with an error status, alone or as a part of a batch. */
interface FailedAnswer {
  readonly status: number;
  /** The raw body. */
  readonly body: string;
  /** The value of a header; names are in lower case. */
  readonly header: (name: string) => string | undefined;
  /** Milliseconds since 1970. */
  readonly now?: number;
}

const optionalText = z.string().max(200).optional().catch(undefined);
const correlation = z.object({ 'request-id': optionalText }).optional().catch(undefined);
const errorBody = z
  .object({
    error: z.object({
      code: optionalText,
      message: z.string().catch(''),
      innerError: correlation,
      // The OData spelling.
      innererror: correlation,
    }),
  })
  .transform(({ error: { code, message, innerError, innererror } }) => ({
    code,
    message,
    requestId: (innerError ?? innererror)?.['request-id'],
  }))
  .catch({ code: undefined, message: '', requestId: undefined });

const KINDS_BY_STATUS: Readonly<Record<number, GraphFaultKind>> = {
  401: 'graphUnauthorized',
  403: 'graphForbidden',
  404: 'graphNotFound',
  405: 'graphMethodNotAllowed',
  410: 'graphNotFound',
  // A part that depends on none failed with its batch.
  424: 'graphServerError',
  429: 'graphThrottled',
  501: 'graphMethodNotAllowed',
  503: 'graphUnavailable',
};

/** Codes that tell more than the status 400: Graph's documentation calls its own 404 a "Bad request". */
const KINDS_BY_CODE: ReadonlyMap<string, GraphFaultKind> = new Map([
  ['notfound', 'graphNotFound'],
  ['methodnotallowed', 'graphMethodNotAllowed'],
  ['toomanyrequests', 'graphThrottled'],
]);

/** Graph sometimes names minutes in the body, nested or as text in text, so the raw body is searched. */
const MINUTES_IN_BODY = /retry after (\d+(?:\.\d+)?)\s*minutes?/i;
/** The cap for mistaken headers. */
const LONGEST_NAMED_WAIT_MS = 3_600_000;

/** The fault of a failed answer: by status, then by code. The message, which Microsoft may reword, only refines 400 and 403. */
export function toGraphError(answer: FailedAnswer): GraphError {
  const { status, body, header } = answer;
  const { code, message, requestId } = errorBody.parse(parseJson(body));
  const kind = refineByMessage(toKind(status, code ?? ''), message);
  const isWait = kind === 'graphThrottled' || kind === 'graphUnavailable';
  return new GraphError(kind, {
    message: `Graph answered ${status}`,
    status,
    code,
    requestId: header('request-id') ?? requestId,
    claims: parseClaims(header('www-authenticate') ?? ''),
    waitMs: isWait ? parseWaitMs(answer) : undefined,
  });
}

function toKind(status: number, code: string): GraphFaultKind {
  const codeKey = code.toLowerCase().replaceAll(/[^a-z]/g, '');
  const kind = status === 400 ? KINDS_BY_CODE.get(codeKey) : KINDS_BY_STATUS[status];
  return kind ?? (status >= 500 ? 'graphServerError' : 'graphBadRequest');
}

function refineByMessage(kind: GraphFaultKind, message: string): GraphFaultKind {
  if (kind === 'graphForbidden' && /service plan|licen[cs]e/i.test(message)) return 'graphUnlicensed';
  if (kind === 'graphBadRequest' && /(isn't|is not|not) enabled/i.test(message))
    return 'graphProviderNotEnabled';
  return kind;
}

/** The claims of a continuous access evaluation challenge: JSON, sent in base64. */
function parseClaims(header: string): string | undefined {
  if (!/error="?insufficient_claims/i.test(header)) return undefined;
  const encoded = /claims="([^"]+)"/i.exec(header)?.[1] ?? '';
  const claims = Buffer.from(encoded, 'base64').toString('utf8');
  return parseJson(claims) === undefined ? undefined : claims;
}

/** How long Graph asks to wait, in milliseconds, if it says so (docs/reference/graph-learning.md#wait-time). */
function parseWaitMs({ header, body, now = Date.now() }: FailedAnswer): number | undefined {
  const waitMs = parseHeader(header('retry-after')?.trim() ?? '', now) ?? parseMinutes(body);
  return waitMs === undefined ? undefined : Math.min(Math.max(Math.ceil(waitMs), 0), LONGEST_NAMED_WAIT_MS);
}

/** `Retry-After`: seconds, with or without decimals, or an HTTP date. */
function parseHeader(header: string, now: number): number | undefined {
  if (/^\d+(\.\d+)?$/.test(header)) return Number(header) * 1000;
  // Date.parse accepts much that is no date, such as "-5".
  const date = /^[a-z]{3}/i.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(date) ? undefined : date - now;
}

function parseMinutes(body: string): number | undefined {
  const minutes = MINUTES_IN_BODY.exec(body)?.[1];
  return minutes === undefined ? undefined : Number(minutes) * 60_000;
}
