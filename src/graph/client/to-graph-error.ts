import * as z from 'zod/v4';
import { parseJson } from '../../lib/parse-json';
import { GraphError, type GraphFaultKind } from '../errors';
import { parseWaitMs } from './retry';

/** An answer with an error status, alone or as a part of a batch. */
interface FailedAnswer {
  readonly status: number;
  /** The raw body. */
  readonly body: string;
  /** The value of a header; names are in lower case. */
  readonly header: (name: string) => string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
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

/** The fault of a failed answer: by status, then by code. The message, which Microsoft may reword, only refines 400 and 403. */
export function toGraphError({ status, body, header, now }: FailedAnswer): GraphError {
  const { code, message, requestId } = errorBody.parse(parseJson(body));
  const kind = refineByMessage(toKind(status, code ?? ''), message);
  const isWait = kind === 'graphThrottled' || kind === 'graphUnavailable';
  return new GraphError(kind, {
    message: `Graph answered ${status}`,
    status,
    code,
    requestId: header('request-id') ?? requestId,
    claims: parseClaims(header('www-authenticate') ?? ''),
    waitMs: isWait ? parseWaitMs({ retryAfter: header('retry-after'), body, now }) : undefined,
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
