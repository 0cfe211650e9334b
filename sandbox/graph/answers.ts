/** An answer of the local Graph to a request or to a part of a batch. */
export interface GraphAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is, anything else as JSON. */
  readonly body: unknown;
}

/** A request, alone or as a part of a batch. */
export interface GraphCall {
  readonly method: string;
  /** Path below `/v1.0`, percent-encoded, without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly caller: Caller;
}

/** The caller from a verified token: delegated tokens have `scp`, app-only ones `roles`. */
export interface Caller {
  readonly oid: string;
  readonly tid: string;
  readonly scp?: string;
  readonly roles?: readonly string[];
}

export function ok(body: unknown): GraphAnswer {
  return { status: 200, body };
}

export function failure(status: number, code: string, message: string): GraphAnswer {
  return { status, body: { error: { code, message } } };
}

/**
 * The rows of the activity page's error table (docs/reference/graph-learning.md#error-table) and Graph's general ones.
 */
export const refusals = {
  noAccess: failure(
    403,
    'Forbidden',
    "Your account doesn't have access to this report or data. Contact your administrator to request access.",
  ),
  noLicense: failure(403, 'Forbidden', "You don't have an adequate service plan for this request."),
  providerNotEnabled: failure(400, 'badRequest', "This provider isn't enabled for the given tenant."),
  badRegistrationId: failure(
    400,
    'badRequest',
    'There was an issue with your request. Make sure the registrationId you entered is valid or registered for your tenant.',
  ),
  noSuchAssignment: failure(404, 'notFound', "The requested assignment ID doesn't exist."),
  noSuchResource: failure(404, 'notFound', 'Resource not found.'),
  wrongMethod: failure(
    405,
    'methodNotAllowed',
    "This method isn't supported for this entity type. See the Microsoft Graph documentation for the methods applicable to this entity.",
  ),
  noSegment: failure(400, 'BadRequest', 'Resource not found for the segment.'),
  meNeedsUser: failure(400, 'BadRequest', '/me request is only valid with delegated authentication flow.'),
  directoryDenied: failure(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  ),
  noSuchPerson: failure(
    404,
    'Request_ResourceNotFound',
    'Resource does not exist or one of its queried reference-property objects are not present.',
  ),
  badToken: {
    ...failure(401, 'InvalidAuthenticationToken', 'Access token validation failure.'),
    headers: { 'WWW-Authenticate': 'Bearer realm=""' },
  },
} as const satisfies Record<string, GraphAnswer>;

export function hasScope(caller: Caller, ...anyOf: readonly string[]): boolean {
  const scopes = (caller.scp ?? '').split(' ');
  return anyOf.some((scope) => scopes.includes(scope));
}

export function hasRole(caller: Caller, ...anyOf: readonly string[]): boolean {
  return anyOf.some((role) => caller.roles?.includes(role) === true);
}

export function isAppOnly(caller: Caller): boolean {
  return caller.scp === undefined;
}
