import * as z from 'zod/v4';

const text = z.string().optional().catch(undefined);

/** The fields of a posted form that the token endpoint reads. */
export const TokenRequest = z.object({
  grant_type: text,
  client_id: text,
  client_secret: text,
  client_assertion: text,
  scope: text,
  assertion: text,
  requested_token_use: text,
  claims: text,
  client_info: text,
  'client-request-id': text,
});

export type TokenRequest = z.infer<typeof TokenRequest>;

/** Scopes of the protocol itself, requested together with those of a resource. */
const PROTOCOL_SCOPES: readonly string[] = ['openid', 'profile', 'offline_access', 'email'];
const GRAPH = 'https://graph.microsoft.com';

/** `https://graph.microsoft.com/.default` → that resource and the name `.default`; bare names are Graph's. */
export function parseScope(
  scope = '',
): { readonly resource: string; readonly names: readonly string[] } | undefined {
  const parts = scope
    .split(' ')
    .filter((part) => part !== '' && !PROTOCOL_SCOPES.includes(part))
    .map((part) => ({
      resource: part.includes('/') ? part.slice(0, part.lastIndexOf('/')) : GRAPH,
      name: part.slice(part.lastIndexOf('/') + 1),
    }));
  const [first] = parts;
  if (first === undefined || parts.some((part) => part.resource !== first.resource)) return undefined;
  return { resource: first.resource, names: parts.map((part) => part.name) };
}
