import type { TokenCredential } from '@azure/identity';
import { classifyExchangeFailure, type FailedAnswer } from '../../src/auth/classify-exchange-failure';
import type { Credentials } from '../../src/auth/credentials';
import type { Config } from '../../src/config/config';
import { within } from '../../src/lib/deadline';
import { readClaims } from './claims';
import { failed, know, ok, say, warning, type Finding, type Outcome } from './finding';
import { describeRefusal } from './refusals';

interface TokenRequest {
  readonly config: Config;
  readonly credentials: Credentials;
  readonly signal: AbortSignal;
  /** Whether this machine is the bot's host, where the managed identity works. */
  readonly isOnHost: boolean;
}

/** A token of the app itself. */
export interface AppToken {
  readonly token: string;
  readonly roles: readonly string[];
}

/** Gets the token with which the bot sends messages. */
export function checkConnectorToken(request: TokenRequest): Promise<Outcome<AppToken>> {
  const { bot, signIn } = request.config;
  return fetchToken(request, {
    scope: 'https://api.botframework.com/.default',
    idKey: 'BOT_ID',
    what: 'The bot gets its token for the connector.',
    usesIdentity: bot.type === 'UserAssignedMSI' || signIn.credential.kind === 'managedIdentity',
    createCredential: (observe) =>
      bot.type === 'UserAssignedMSI'
        ? request.credentials.managedIdentity(bot.id)
        : request.credentials.application({
            tenantId: bot.tenantId,
            clientId: bot.id,
            signal: request.signal,
            observe,
          }),
  });
}

/** Gets the app's Graph token for the manager's view; the same credential exchanges people's tokens. */
export function checkGraphToken(request: TokenRequest): Promise<Outcome<AppToken>> {
  const { bot, signIn } = request.config;
  return fetchToken(request, {
    scope: 'https://graph.microsoft.com/.default',
    idKey: 'AAD_APP_CLIENT_ID',
    what: 'The app for sign-in gets its token for Graph.',
    usesIdentity: signIn.credential.kind === 'managedIdentity',
    createCredential: (observe) =>
      request.credentials.application({
        tenantId: bot.tenantId,
        clientId: signIn.clientId,
        signal: request.signal,
        observe,
      }),
  });
}

interface Wanted {
  readonly scope: string;
  /** Environment key with the application's id. */
  readonly idKey: string;
  readonly what: string;
  readonly usesIdentity: boolean;
  readonly createCredential: (observe: (answer: FailedAnswer) => void) => TokenCredential;
}

/** Time limit for the managed identity: without one, its library keeps looking. */
const IDENTITY_WITHIN_MS = 3_000;

async function fetchToken(
  { config, isOnHost, signal }: TokenRequest,
  { scope, idKey, what, usesIdentity, createCredential }: Wanted,
): Promise<Outcome<AppToken>> {
  let refusal: FailedAnswer | undefined;
  const credential = createCredential((failure) => {
    refusal = failure;
  });
  try {
    const ask = () => credential.getToken(scope);
    const answer = await (usesIdentity ? within(IDENTITY_WITHIN_MS, ask, signal) : ask());
    if (answer === undefined || answer === null) throw new Error('The credential has no token');
    const { token } = answer;
    return know({ token, roles: readClaims(token)?.roles ?? [] }, ok(what));
  } catch {
    if (refusal === undefined && usesIdentity) return say(describeAbsentIdentity(isOnHost));
    const proof = config.signIn.credential.kind;
    return say(describeRefusal(classifyExchangeFailure(refusal), { idKey, proof }));
  }
}

function describeAbsentIdentity(isOnHost: boolean): Finding {
  if (isOnHost)
    return failed(
      'The host doesn’t issue a token for the managed identity.',
      'Assign the identity in MANAGED_IDENTITY_CLIENT_ID to this host.',
    );
  return warning(
    'The managed identity works only on its host: the app can’t get a token here.',
    'Check the bot’s log, and pass an admin’s token (--token-file) to see what was granted.',
  );
}
