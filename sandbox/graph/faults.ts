import { failure, refusals, type Caller, type GraphAnswer } from './answers';
import type { FaultName, GraphSettings } from './graph-settings';

/** A fault that replaces the answer; `silence` has none. */
export type Fault = GraphAnswer | 'silence';

const claims = Buffer.from('{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}').toString(
  'base64',
);

const faults: Record<Exclude<FaultName, 'none'>, Fault> = {
  unauthorized: refusals.badToken,
  claimsChallenge: {
    ...failure(
      401,
      'InvalidAuthenticationToken',
      'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    ),
    headers: {
      'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${claims}"`,
    },
  },
  forbidden: refusals.noAccess,
  unlicensed: refusals.noLicense,
  providerNotEnabled: refusals.providerNotEnabled,
  badRequest: refusals.badRegistrationId,
  notFound: refusals.noSuchAssignment,
  methodNotAllowed: refusals.wrongMethod,
  // As on Microsoft's page: the message is a JSON object.
  throttledMinutes: failure(
    429,
    'tooManyRequests',
    '{"code": "tooManyRequests","message": "Retry after 3 minutes"}',
  ),
  throttledSeconds: {
    ...failure(429, 'TooManyRequests', 'Please retry again later.'),
    headers: { 'Retry-After': '17' },
  },
  serverError: failure(500, 'internalServerError', 'Internal server error.'),
  unavailable: failure(503, 'serviceUnavailable', 'Retry after 2 minutes'),
  gateway: {
    status: 502,
    headers: { 'Content-Type': 'text/html' },
    body: '<html><h1>502 Bad Gateway</h1></html>',
  },
  malformed: {
    status: 200,
    body: '{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#","value":[{"id":',
  },
  silence: 'silence',
};

const scopes = {
  activities: /learningCourseActivities/i,
  contents: /learningContents|learningProviders(\/[^/]+)?$/i,
  directory: /^\/(me|users)(?!.*employeeExperience)/i,
};

/** The fault for a request of this caller to this path, if one is switched on. */
export function takeFault(settings: GraphSettings, path: string, caller: Caller): Fault | undefined {
  const personal = settings.personFaults.get(learnerIn(path, caller) ?? '');
  if (personal !== undefined && personal !== 'none') return faults[personal];
  if (settings.fault === 'none') return undefined;
  if (settings.faultScope !== 'everything' && !scopes[settings.faultScope].test(path)) return undefined;
  const fault = faults[settings.fault];
  if (settings.faultTimes === 'once') settings.fault = 'none';
  return fault;
}

/** The person whose activities the path is about, when it names one. */
function learnerIn(path: string, { oid }: Caller): string | undefined {
  const [, owner] = /^\/(me|users\/[^/]+)\/employeeExperience\/learningCourseActivities/i.exec(path) ?? [];
  if (owner === undefined) return undefined;
  return (owner.toLowerCase() === 'me' ? oid : owner.slice('users/'.length)).toLowerCase();
}
