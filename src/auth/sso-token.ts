import * as z from 'zod/v4';
import type { User } from '../domain/user-key';
import { parseJson } from '../lib/parse-json';

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
