import { createPublicKey } from 'node:crypto';
import { verify } from 'jsonwebtoken';
import type { EntraApp } from './app';
import type { RefusalName } from './refusals';
import type { TokenRequest } from './token-request';
import { CLOCK_TOLERANCE_SECONDS } from './tokens';

const FEDERATION_AUDIENCE = 'api://AzureADTokenExchange';

/** Authenticates the application. Returns the refusal, or `undefined` when there is none. */
export function refuseClient(
  app: EntraApp,
  request: TokenRequest,
  { tokenUrl, now }: { readonly tokenUrl: string; readonly now: Date },
): RefusalName | undefined {
  const { client_id: clientId, client_secret: secret, client_assertion: assertion } = request;
  if (clientId === undefined) return 'incompleteRequest';
  if (clientId !== app.botId && clientId !== app.clientId) return 'unknownApplication';
  if (secret !== undefined) return secret === app.botSecret ? undefined : 'wrongSecret';
  if (assertion === undefined) return 'noSecret';
  const isGenuine = (app.assertionKeys ?? []).some((key) => {
    try {
      const claims = verify(assertion, typeof key === 'string' ? createPublicKey(key) : key, {
        algorithms: ['RS256', 'PS256'],
        audience: [tokenUrl, FEDERATION_AUDIENCE],
        clockTimestamp: Math.floor(now.getTime() / 1000),
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      return typeof claims !== 'string' && (claims.aud === FEDERATION_AUDIENCE || claims.sub === clientId);
    } catch {
      return false;
    }
  });
  return isGenuine ? undefined : 'clientAssertionSignature';
}
