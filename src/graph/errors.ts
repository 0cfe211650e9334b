/** What an answer with an error status means (docs/reference/graph-learning.md#error-table). */
export type GraphHttpFaultKind =
  | 'graphProviderNotEnabled'
  | 'graphBadRequest'
  | 'graphUnauthorized'
  | 'graphForbidden'
  | 'graphUnlicensed'
  | 'graphNotFound'
  /** A whole list, or the account whose it is. */
  | 'graphListNotFound'
  | 'graphMethodNotAllowed'
  | 'graphServerError'
  | 'graphUnavailable';

interface FaultDetails {
  readonly status?: number | undefined;
  /** Graph's error code: for operators, nothing branches on it but `to-graph-fault`. */
  readonly code?: string | undefined;
  /** Under which Microsoft finds the request. */
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
}

/** What all faults share. Messages hold neither addresses nor Graph's own text: both can be personal. */
abstract class GraphError extends Error {
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;

  constructor(message: string, { status, code, requestId, cause }: FaultDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.status = status;
    this.code = code;
    this.requestId = requestId;
  }
}

/** Graph answered, and refused or failed. */
export class GraphHttpError extends GraphError {
  override readonly name = 'GraphHttpError';
  readonly kind: GraphHttpFaultKind;
  /** JSON of the claims that a new token must satisfy; only with `graphUnauthorized`. */
  readonly claims: string | undefined;

  constructor(kind: GraphHttpFaultKind, details: FaultDetails & { readonly claims?: string | undefined }) {
    super(`Graph answered ${details.status ?? 'with an error'}`, details);
    this.kind = kind;
    this.claims = details.claims;
  }
}

/** Graph wants no calls for `waitMs`: it just said so, or said so before and was not called again. */
export class GraphThrottledError extends GraphError {
  override readonly name = 'GraphThrottledError';
  readonly kind = 'graphThrottled';
  readonly waitMs: number;

  constructor(waitMs: number, details: FaultDetails = {}) {
    super('Graph asks to wait', details);
    this.waitMs = waitMs;
  }
}

/** Graph could not be reached, or the connection broke. */
export class GraphNetworkError extends GraphError {
  override readonly name = 'GraphNetworkError';
  readonly kind = 'graphNetwork';

  constructor(cause: unknown) {
    super('Graph could not be reached', { cause });
  }
}

/** No whole answer before the deadline. */
export class GraphTimeoutError extends GraphError {
  override readonly name = 'GraphTimeoutError';
  readonly kind = 'graphTimeout';

  constructor(cause: unknown) {
    super('Graph did not answer in time', { cause });
  }
}

/** Graph answered with success, and with something that is not what it promises. */
export class GraphContractError extends GraphError {
  override readonly name = 'GraphContractError';
  readonly kind = 'graphContract';
}

/** Everything that this room throws on purpose. */
export type GraphFault =
  GraphHttpError | GraphThrottledError | GraphNetworkError | GraphTimeoutError | GraphContractError;

export type GraphFaultKind = GraphFault['kind'];

export function isGraphFault(error: unknown): error is GraphFault {
  return error instanceof GraphError;
}

const PASSING: ReadonlySet<GraphHttpFaultKind> = new Set([
  'graphUnauthorized',
  'graphServerError',
  'graphUnavailable',
]);

/** Graph would answer the same again; a refused token is another matter. */
export function isRefusal(fault: GraphFault): boolean {
  return fault instanceof GraphHttpError && !PASSING.has(fault.kind);
}
