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
 * Whether an SSO token names this caller as its owner. The signature is *not* checked here: the exchange
 * does that. Without this comparison a caller could hand us somebody else's genuine token.
 */
export function isTokenOf(caller: Caller, ssoToken: string): boolean {
  if (ssoToken.length > MAX_TOKEN_LENGTH) return false;
  const parts = ssoToken.split('.');
  const owner = Owner.safeParse(parts.length === 3 ? parseClaims(parts[1]) : undefined);
  return (
    owner.success && isSameId(owner.data.tid, caller.tenantId) && isSameId(owner.data.oid, caller.userId)
  );
}

/** Key of a caller in maps. */
export function toCallerKey({ tenantId, userId }: Caller): string {
  return `${tenantId}:${userId}`.toLowerCase();
}

/** Entra ids are GUIDs, which some clients write in capitals. */
function isSameId(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function parseClaims(part = ''): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
