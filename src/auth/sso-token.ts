import * as z from 'zod/v4';

/** One person of one tenant, known from a verified bot activity. */
export interface Caller {
  readonly tenantId: string;
  readonly userId: string;
}

/** Longer than any token Teams hands out; what is longer is not even parsed. */
const MAX_TOKEN_LENGTH = 16_384;

const Owner = z.object({ tid: z.string(), oid: z.string() });

/**
 * Whom an SSO token names as its owner; undefined when it cannot be read. The signature is *not* checked here: the
 * exchange does that. Without a look at the owner a caller could hand us somebody else's genuine token.
 */
export function findOwner(ssoToken: string): Caller | undefined {
  if (ssoToken.length > MAX_TOKEN_LENGTH) return undefined;
  const parts = ssoToken.split('.');
  const { data: owner } = Owner.safeParse(parts.length === 3 ? parseClaims(parts[1]) : undefined);
  return owner && { tenantId: owner.tid, userId: owner.oid };
}

/** Key of a caller in maps: Entra ids are GUIDs, which some clients write in capitals. */
export function toCallerKey({ tenantId, userId }: Caller): string {
  return `${tenantId}:${userId}`.toLowerCase();
}

function parseClaims(part = ''): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
