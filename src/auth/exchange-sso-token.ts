import { startDeadline } from '../lib/deadline';
import { untilDeadline } from '../lib/until-deadline';
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
  const deadline = startDeadline(undefined, deadlineMs);
  const failed: FailedAnswer[] = [];
  const observe = (answer: FailedAnswer) => failed.push(answer);
  try {
    const credential = credentials.onBehalfOf({
      tenantId,
      clientId,
      assertion: ssoToken,
      signal: deadline.signal,
      observe,
    });
    // CAE says that we understand Graph's claims challenges; tokens live longer, and can be revoked at once.
    const asking = credential.getToken(GRAPH_SCOPE, {
      enableCae: true,
      ...(claims !== undefined && { claims }),
    });
    const answer = await untilDeadline(asking, deadline.signal);
    if (answer === undefined) throw new Error('The identity provider did not answer in time');
    if (answer === null) throw new Error('The credential has no token');
    return { kind: 'exchanged', graphToken: answer.token, expiresOn: new Date(answer.expiresOnTimestamp) };
  } catch (cause) {
    return toResult(
      classifyExchangeFailure(deadline.signal.aborted ? { kind: 'noResponse' } : failed.at(-1)),
      cause,
    );
  } finally {
    deadline.clear();
  }
}

function toResult(failure: ExchangeFailure, cause: unknown): ExchangeResult {
  if (failure.kind === 'signInMisconfigured' || failure.kind === 'signInUnavailable') {
    throw new TokenExchangeError(failure.kind, { code: failure.code, cause });
  }
  return failure;
}
