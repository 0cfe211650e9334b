import { randomUUID } from 'node:crypto';

/** A refusal of Entra in its published words. */
interface Refusal {
  readonly status: number;
  readonly error: string;
  readonly code: number;
  readonly text: string;
  readonly suberror?: string;
  readonly claims?: string;
}

const SECOND_FACTOR = JSON.stringify({
  access_token: { capolids: { essential: true, values: ['5a1f4d0e-6c0b-4a53-9d7e-0c1f9e5b7a21'] } },
});

/** `{app}` is replaced by the client id of the request. */
const REFUSALS = {
  consentRequired: {
    status: 400,
    error: 'invalid_grant',
    code: 65001,
    suberror: 'consent_required',
    text: "The user or administrator has not consented to use the application with ID '{app}' named 'Coursemate'. Send an interactive authorization request for this user and resource.",
  },
  adminConsentRequired: {
    status: 400,
    error: 'invalid_grant',
    code: 90094,
    text: 'The grant requires admin permission. Ask an administrator to grant permission to this application before you can use it.',
  },
  secondFactorRequired: {
    status: 400,
    error: 'interaction_required',
    code: 50076,
    suberror: 'basic_action',
    claims: SECOND_FACTOR,
    text: "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
  },
  secondFactorSetupRequired: {
    status: 400,
    error: 'interaction_required',
    code: 50079,
    suberror: 'basic_action',
    claims: SECOND_FACTOR,
    text: "Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
  },
  strongAuthenticationRequired: {
    status: 400,
    error: 'interaction_required',
    code: 50074,
    suberror: 'basic_action',
    claims: SECOND_FACTOR,
    text: 'Strong Authentication is required.',
  },
  conditionalAccess: {
    status: 400,
    error: 'interaction_required',
    code: 53003,
    suberror: 'message_only',
    claims: SECOND_FACTOR,
    text: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
  deviceNotManaged: {
    status: 400,
    error: 'interaction_required',
    code: 530003,
    suberror: 'message_only',
    text: 'Your device is required to be managed to access this resource.',
  },
  accountOfAnotherTenant: {
    status: 400,
    error: 'invalid_grant',
    code: 90072,
    text: "User account from identity provider 'https://sts.windows.net/' does not exist in tenant 'Contoso' and cannot access the application '{app}' in that tenant. The account needs to be added as an external user in the tenant first.",
  },
  assertionExpired: {
    status: 400,
    error: 'invalid_grant',
    code: 500133,
    text: 'Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token.',
  },
  assertionSignature: {
    status: 400,
    error: 'invalid_grant',
    code: 50013,
    text: 'Assertion failed signature validation. [Reason - The key was not found.]',
  },
  sessionRevoked: {
    status: 400,
    error: 'invalid_grant',
    code: 50173,
    suberror: 'bad_token',
    text: 'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
  },
  signInTooOld: {
    status: 400,
    error: 'invalid_grant',
    code: 70043,
    suberror: 'bad_token',
    text: 'The refresh token has expired or is invalid due to sign-in frequency checks by Conditional Access.',
  },
  refreshTokenInactive: {
    status: 400,
    error: 'invalid_grant',
    code: 700082,
    suberror: 'bad_token',
    text: 'The refresh token has expired due to inactivity.',
  },
  notAssigned: {
    status: 400,
    error: 'invalid_grant',
    code: 50105,
    text: "Your administrator has configured the application Coursemate ('{app}') to block users unless they are specifically granted ('assigned') access to the application.",
  },
  wrongSecret: {
    status: 401,
    error: 'invalid_client',
    code: 7000215,
    text: "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{app}'.",
  },
  secretExpired: {
    status: 401,
    error: 'invalid_client',
    code: 7000222,
    text: "The provided client secret keys for app '{app}' are expired. Visit the Azure portal to create new keys for your app.",
  },
  unknownResource: {
    status: 400,
    error: 'invalid_resource',
    code: 500011,
    text: 'The resource principal was not found in the tenant named Contoso. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.',
  },
  unknownApplication: {
    status: 400,
    error: 'unauthorized_client',
    code: 700016,
    text: "Application with identifier '{app}' was not found in the directory 'Contoso'.",
  },
  wrongAudience: {
    status: 400,
    error: 'invalid_grant',
    code: 500131,
    text: "Assertion audience does not match the Client app presenting the assertion. The audience in the assertion must match the app '{app}'.",
  },
  noSecret: {
    status: 401,
    error: 'invalid_client',
    code: 7000218,
    text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  clientAssertionSignature: {
    status: 401,
    error: 'invalid_client',
    code: 700027,
    text: 'The certificate with identifier used to sign the client assertion is not registered on application.',
  },
  unknownTenant: {
    status: 400,
    error: 'invalid_request',
    code: 90002,
    text: 'Tenant not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.',
  },
  unknownPerson: {
    status: 400,
    error: 'invalid_grant',
    code: 50034,
    text: 'The user account does not exist in the directory. To sign into this application, the account must be added to the directory.',
  },
  disabledPerson: {
    status: 400,
    error: 'invalid_grant',
    code: 50057,
    text: 'The user account is disabled.',
  },
  unsupportedGrant: {
    status: 400,
    error: 'unsupported_grant_type',
    code: 70003,
    text: 'The app requested an unsupported grant type.',
  },
  incompleteRequest: {
    status: 400,
    error: 'invalid_request',
    code: 900144,
    text: 'The request body must contain all parameters of its grant.',
  },
  invalidScope: {
    status: 400,
    error: 'invalid_scope',
    code: 70011,
    text: 'The provided request must include a scope input parameter that names one resource.',
  },
  throttled: {
    status: 429,
    error: 'temporarily_unavailable',
    code: 50196,
    text: 'The server terminated an operation because it encountered a client request loop. Please contact your app vendor.',
  },
  unavailable: {
    status: 503,
    error: 'temporarily_unavailable',
    code: 90033,
    text: 'A transient error has occurred. Please try again.',
  },
} as const satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof REFUSALS;

export interface RefusalAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The answer in Entra's published form, with ids and time. */
export function toRefusalAnswer(
  name: RefusalName,
  {
    clientId,
    correlationId = randomUUID(),
    now,
  }: { readonly clientId: string; readonly correlationId?: string | undefined; readonly now: Date },
): RefusalAnswer {
  const { status, error, code, text, suberror, claims }: Refusal = REFUSALS[name];
  const timestamp = now.toISOString().replace('T', ' ').replace(/\.\d+/, '');
  const traceId = randomUUID();
  const sentence = `AADSTS${code}: ${text.replaceAll('{app}', clientId)}`;
  return {
    status,
    body: {
      error,
      error_description: `${sentence} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
      ...(suberror !== undefined && { suberror }),
      ...(claims !== undefined && { claims }),
    },
  };
}
