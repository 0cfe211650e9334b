import * as z from 'zod/v4';
import { parseJson } from '../../lib/parse-json';
import { GraphHttpError, GraphThrottledError, type GraphFault, type GraphHttpFaultKind } from '../errors';

/** An answer with an error status, alone or as a part of a batch. */
export interface FailedAnswer {
  readonly status: number;
  /** Already parsed; `undefined` when the body was empty or no JSON. */
  readonly body: unknown;
  /** From the response's own header. */
  readonly requestId?: string | undefined;
  readonly wwwAuthenticate?: string | undefined;
  /** What Graph named, if anything. */
  readonly waitMs: number | undefined;
}

/** The wait that people are told when Graph names none. */
const UNNAMED_WAIT_MS = 30_000;

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

const KINDS_BY_STATUS: Readonly<Record<number, GraphHttpFaultKind>> = {
  401: 'graphUnauthorized',
  403: 'graphForbidden',
  404: 'graphNotFound',
  405: 'graphMethodNotAllowed',
  410: 'graphNotFound',
  // A part that depends on none failed with its batch.
  424: 'graphServerError',
  501: 'graphMethodNotAllowed',
  503: 'graphUnavailable',
};

/** Codes that tell more than the status 400: Graph's documentation calls its own 404 a "Bad request". */
const KINDS_BY_CODE: ReadonlyMap<string, GraphHttpFaultKind> = new Map([
  ['notfound', 'graphNotFound'],
  ['methodnotallowed', 'graphMethodNotAllowed'],
]);

/** The fault of a failed answer: by status, then by code. The message, which Microsoft may reword, only refines 400 and 403. */
export function toGraphFault(answer: FailedAnswer): GraphFault {
  const error = errorBody.parse(answer.body);
  const requestId = answer.requestId ?? error.requestId;
  const details = { status: answer.status, code: error.code, requestId };
  const codeKey = toKey(error.code);
  if (answer.status === 429 || (answer.status === 400 && codeKey === 'toomanyrequests')) {
    return new GraphThrottledError(answer.waitMs ?? UNNAMED_WAIT_MS, details);
  }
  const kind = refineByMessage(toKind(answer.status, codeKey), error.message);
  return new GraphHttpError(kind, { ...details, claims: parseClaims(answer.wwwAuthenticate) });
}

function toKey(code: string | undefined): string {
  return (code ?? '').toLowerCase().replaceAll(/[^a-z]/g, '');
}

function toKind(status: number, code: string): GraphHttpFaultKind {
  const kind = KINDS_BY_STATUS[status] ?? (status === 400 ? KINDS_BY_CODE.get(code) : undefined);
  return kind ?? (status >= 500 ? 'graphServerError' : 'graphBadRequest');
}

function refineByMessage(kind: GraphHttpFaultKind, message: string): GraphHttpFaultKind {
  if (kind === 'graphForbidden' && /service plan|licen[cs]e/i.test(message)) return 'graphUnlicensed';
  if (kind === 'graphBadRequest' && /(isn't|is not|not) enabled/i.test(message))
    return 'graphProviderNotEnabled';
  return kind;
}

/** The claims of a continuous access evaluation challenge: JSON, sent in base64. */
function parseClaims(header: string | undefined): string | undefined {
  if (header === undefined || !/error="?insufficient_claims/i.test(header)) return undefined;
  const encoded = /claims="([^"]+)"/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  const claims = Buffer.from(encoded, 'base64').toString('utf8');
  return parseJson(claims) === undefined ? undefined : claims;
}
