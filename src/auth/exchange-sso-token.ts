import * as z from 'zod/v4';
import type { User } from '../domain/user-key';
import { parseJson } from '../lib/parse-json';
import { countExchange } from '../logging/measures';
import { inSpan } from '../logging/spans';
import type { ExchangeFailure } from './classify-exchange-failure';
import type { Credentials } from './credentials';
import { TokenError } from './errors';
import { requestToken } from './request-token';

interface ExchangeRequest {
  readonly tenantId: string;
  readonly clientId: string;
  readonly ssoToken: string;
  /** From an earlier challenge. */
  readonly claims: string | undefined;
  readonly deadlineMs: number;
}

export type ExchangeResult =
  | { readonly kind: 'exchanged'; readonly graphToken: string; readonly expiresOn: Date }
  | Exclude<ExchangeFailure, { readonly kind: TokenError['kind'] }>;

/**
 * What people are asked to allow in the sign-in page: only what they can allow themselves
 * (docs/reference/graph-learning.md#permission-ids). Titles and provider names need `LearningContent.Read.All` and
 * `LearningProvider.Read`, which an admin grants; asking everyone for those would end in "needs admin
 * approval".
 */
export const CONSENT_SCOPES: readonly string[] = [
  'LearningAssignedCourse.Read',
  'LearningSelfInitiatedCourse.Read',
  'User.Read',
  'User.ReadBasic.All',
].map((scope) => `https://graph.microsoft.com/${scope}`);

/**
 * Everything that the tenant granted. Naming the scopes one by one would fail as a whole in a tenant that
 * granted only some of them, and take the working part of Coursemate down with it.
 */
export const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';

/** Longer than any token Teams hands out; what is longer is not even parsed. */
const MAX_TOKEN_LENGTH = 16_384;

const Owner = z.object({ tid: z.string(), oid: z.string() });

/**
 * The person that an SSO token names as its owner; undefined when it cannot be read. The signature is *not* checked here:
 * the exchange does that. Without this check a caller could hand us someone else's genuine token.
 */
export function findOwner(ssoToken: string): User | undefined {
  if (ssoToken.length > MAX_TOKEN_LENGTH) return undefined;
  const [, claims, signature, more] = ssoToken.split('.');
  if (claims === undefined || signature === undefined || more !== undefined) return undefined;
  const { data: owner } = Owner.safeParse(parseJson(Buffer.from(claims, 'base64url').toString('utf8')));
  return owner && { tenantId: owner.tid, userId: owner.oid };
}

/**
 * One SSO token to the identity provider, one Graph token back. Throws `TokenError`. Records a span and a count by
 * outcome; nothing of the token or its owner.
 */
export function exchangeSsoToken(
  credentials: Credentials,
  request: ExchangeRequest,
): Promise<ExchangeResult> {
  return inSpan({ name: 'token exchange', kind: 'call' }, async (span) => {
    let outcome = 'unexpected';
    try {
      const result = await exchange(credentials, request);
      outcome = result.kind;
      if (result.kind === 'signInNeeded') span.set({ 'coursemate.exchange.reason': result.reason });
      return result;
    } catch (error) {
      if (error instanceof TokenError) outcome = error.kind;
      span.fail(outcome);
      throw error;
    } finally {
      span.set({ 'coursemate.exchange.outcome': outcome });
      countExchange(outcome);
    }
  });
}

async function exchange(
  credentials: Credentials,
  { tenantId, clientId, ssoToken: assertion, claims, deadlineMs }: ExchangeRequest,
): Promise<ExchangeResult> {
  // CAE says that we understand Graph's claims challenges; tokens live longer, and can be revoked at once.
  const options = { enableCae: true, ...(claims !== undefined && { claims }) };
  const answer = await requestToken(deadlineMs, (watch) =>
    credentials.onBehalfOf({ tenantId, clientId, assertion, ...watch }).getToken(GRAPH_SCOPE, options),
  );
  if (answer.kind === 'token')
    return { kind: 'exchanged', graphToken: answer.token, expiresOn: answer.expiresOn };
  if (answer.kind === 'signInMisconfigured' || answer.kind === 'signInUnavailable')
    throw new TokenError(answer.kind, answer);
  return answer;
}
