import { within } from '../lib/deadline';
import {
  classifyExchangeFailure,
  type ExchangeFailure,
  type FailedAnswer,
} from './classify-exchange-failure';
import type { Credentials } from './credentials';
import { TokenExchangeError } from './errors';

export interface ExchangeRequest {
  readonly tenantId: string;
  readonly clientId: string;
  readonly ssoToken: string;
  /** From an earlier challenge. */
  readonly claims: string | undefined;
  readonly deadlineMs: number;
}

export type ExchangeResult =
  | { readonly kind: 'exchanged'; readonly graphToken: string; readonly expiresOn: Date }
  | Exclude<ExchangeFailure, { readonly kind: TokenExchangeError['kind'] }>;

/**
 * Everything that the tenant granted. Naming the scopes one by one would fail as a whole in a tenant that
 * granted only some of them, and take the working part of Coursemate down with it.
 */
const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';

/** One SSO token to the identity provider, one Graph token back. Throws `TokenExchangeError`. */
export async function exchangeSsoToken(
  credentials: Credentials,
  { tenantId, clientId, ssoToken, claims, deadlineMs }: ExchangeRequest,
): Promise<ExchangeResult> {
  let failed: FailedAnswer | undefined;
  const observe = (answer: FailedAnswer): void => {
    failed = answer;
  };
  // CAE says that we understand Graph's claims challenges; tokens live longer, and can be revoked at once.
  const options = { enableCae: true, ...(claims !== undefined && { claims }) };
  try {
    const answer = await within(deadlineMs, (signal) =>
      credentials
        .onBehalfOf({ tenantId, clientId, assertion: ssoToken, signal, observe })
        .getToken(GRAPH_SCOPE, options),
    );
    if (answer) {
      return { kind: 'exchanged', graphToken: answer.token, expiresOn: new Date(answer.expiresOnTimestamp) };
    }
    if (answer === undefined) failed = { kind: 'noResponse' };
    throw new Error(
      answer === undefined ? 'The identity provider did not answer in time' : 'The credential has no token',
    );
  } catch (cause) {
    const failure = classifyExchangeFailure(failed);
    if (failure.kind !== 'signInMisconfigured' && failure.kind !== 'signInUnavailable') return failure;
    throw new TokenExchangeError(failure.kind, { code: failure.code, cause });
  }
}
