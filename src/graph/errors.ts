/** Kinds of faults that the same call would meet again (docs/reference/graph-learning.md#error-table). */
const REFUSALS = [
  'graphProviderNotEnabled',
  'graphBadRequest',
  'graphForbidden',
  'graphUnlicensed',
  'graphNotFound',
  /** A whole list, or the account that owns it. */
  'graphListNotFound',
  'graphMethodNotAllowed',
] as const;

export type GraphFaultKind =
  | (typeof REFUSALS)[number]
  /** A refused token may be replaced. */
  | 'graphUnauthorized'
  /** Graph just asked to wait, or an earlier wait is not over and no call was made. */
  | 'graphThrottled'
  | 'graphServerError'
  | 'graphUnavailable'
  /** Graph could not be reached, or the connection broke. */
  | 'graphNetwork'
  /** No whole answer before the deadline. */
  | 'graphTimeout'
  /** Graph answered with success, but the body breaks its contract. */
  | 'graphContract';

type Details = Partial<Pick<GraphError, 'status' | 'code' | 'requestId' | 'claims' | 'waitMs'>> & {
  /** Neither addresses nor Graph's own text: both can be personal. */
  readonly message?: string;
  readonly cause?: unknown;
};

/** A call to Graph failed. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly kind: GraphFaultKind;
  readonly status: number | undefined;
  /** Graph's error code, for operators; only `to-graph-error` branches on it. */
  readonly code: string | undefined;
  /** Microsoft support finds the request by it. */
  readonly requestId: string | undefined;
  /** JSON of the claims that a new token must satisfy; only with `graphUnauthorized`. */
  readonly claims: string | undefined;
  /** How long Graph wants no calls, when it names a time; only with `graphThrottled` and `graphUnavailable`. */
  readonly waitMs: number | undefined;

  constructor(kind: GraphFaultKind, { message, cause, ...details }: Details = {}) {
    super(message ?? `A call to Graph failed: ${kind}`, { cause });
    this.kind = kind;
    this.status = details.status;
    this.code = details.code;
    this.requestId = details.requestId;
    this.claims = details.claims;
    this.waitMs = details.waitMs;
  }

  /** Whether Graph would refuse the same call again. */
  get isRefusal(): boolean {
    return REFUSALS.some((kind) => kind === this.kind);
  }
}
