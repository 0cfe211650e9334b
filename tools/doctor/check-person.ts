import { exchangeSsoToken, type ExchangeResult } from '../../src/auth/exchange-sso-token';
import type { Credentials } from '../../src/auth/credentials';
import { TokenExchangeError } from '../../src/auth/errors';
import type { Config } from '../../src/config/config';
import { isSameId, readClaims, type Claims } from './claims';
import { toConsentLink } from './consent-link';
import { failed, know, ok, say, shorten, skipped, type Finding, type Outcome } from './finding';
import { describeRefusal } from './refusals';

/** Somebody whose token was brought. */
export interface Person {
  readonly userId: string;
  /** For Graph. */
  readonly token: string;
  /** What the app may do for the person; absent when the token is another app's and says nothing of ours. */
  readonly scopes?: readonly string[];
}

interface Options {
  readonly config: Config;
  readonly credentials: Credentials | undefined;
  /** For Graph, or for the app itself; absent when nobody brought one. */
  readonly userToken: string | undefined;
  readonly now: Date;
}

const GRAPH = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'];
const EXCHANGE_WITHIN_MS = 4_000;
const HOW_TO = 'docs/setup.md says how to get one.';

/** Makes of the token that was brought one for Graph: as it is, or exchanged as the bot does it. */
export async function checkPerson({
  config,
  credentials,
  userToken,
  now,
}: Options): Promise<Outcome<Person>> {
  if (userToken === undefined)
    return say(
      skipped('No person’s token was brought.', `Use --token-file to see what the bot sees. ${HOW_TO}`),
    );
  const claims = readClaims(userToken);
  if (claims === undefined) return say(failed('What was brought is not a token of Entra.', HOW_TO));
  const flaw = findFlaw(claims, config, now);
  if (flaw !== undefined) return say(flaw);
  const userId = claims.oid.toLowerCase();
  const { clientId } = config.signIn;
  if (GRAPH.includes(claims.aud)) {
    const isOurs = isSameId(claims.appid, clientId);
    const person = { userId, token: userToken, ...(isOurs && { scopes: toScopes(claims) }) };
    const whose = isOurs ? 'of the app' : 'of another app, which says nothing about the consent to this one';
    return know(person, ok(`A Graph token ${whose}, for person ${shorten(userId)}.`));
  }
  if (credentials === undefined)
    return say(
      skipped(
        'The person’s token cannot be exchanged without the proof of the app.',
        'See the check "proof".',
      ),
    );
  return exchange(userToken, userId, { config, credentials });
}

async function exchange(
  ssoToken: string,
  userId: string,
  { config, credentials }: { readonly config: Config; readonly credentials: Credentials },
): Promise<Outcome<Person>> {
  const { bot, signIn } = config;
  try {
    const result = await exchangeSsoToken(credentials, {
      tenantId: bot.tenantId,
      clientId: signIn.clientId,
      ssoToken,
      claims: undefined,
      deadlineMs: EXCHANGE_WITHIN_MS,
    });
    if (result.kind !== 'exchanged') return say(describeNeed(result, config));
    const granted = readClaims(result.graphToken);
    const person = {
      userId,
      token: result.graphToken,
      scopes: granted === undefined ? [] : toScopes(granted),
    };
    return know(person, ok(`Silent sign-in works for person ${shorten(userId)}.`));
  } catch (error) {
    if (!(error instanceof TokenExchangeError)) throw error;
    const failure = { kind: error.kind, ...(error.code !== undefined && { code: error.code }) };
    return say(describeRefusal(failure, { idKey: 'AAD_APP_CLIENT_ID', proof: signIn.credential.kind }));
  }
}

function findFlaw(claims: Claims, { bot, signIn }: Config, now: Date): Finding | undefined {
  if (!isSameId(claims.tid, bot.tenantId))
    return failed(
      'The person’s token is of another tenant.',
      'Sign in as somebody of the tenant in BOT_TENANT_ID.',
    );
  if (claims.exp * 1000 <= now.getTime())
    return failed('The person’s token has expired.', `Take a new one. ${HOW_TO}`);
  const audiences = [...GRAPH, signIn.clientId, signIn.appIdUri];
  if (!audiences.some((audience) => isSameId(audience, claims.aud)))
    return failed(
      'The person’s token is for something else than Graph or this app.',
      `Take one for Graph, or for the App ID URI in AAD_APP_ID_URI. ${HOW_TO}`,
    );
  return undefined;
}

function toScopes({ scp = '' }: Claims): readonly string[] {
  return scp.split(' ');
}

/** Why this person cannot be signed in silently, though the app can. */
function describeNeed(need: Exclude<ExchangeResult, { kind: 'exchanged' }>, config: Config): Finding {
  const number = need.code === undefined ? '' : ` (AADSTS${need.code})`;
  const link = toConsentLink(config);
  if (need.kind === 'adminConsentNeeded')
    return failed(`Only an administrator can consent${number}.`, `An administrator grants it at ${link}.`);
  if (need.kind === 'notAssigned')
    return failed(
      `The person may not use the app${number}.`,
      'Assign the person at Entra under "Enterprise applications", "Users and groups", or require no assignment.',
    );
  if (need.reason === 'consentRequired')
    return failed(
      `The person has not consented to the app${number}.`,
      `The person asks the bot something and accepts, or an administrator grants it for everybody at ${link}.`,
    );
  if (TOKEN_REASONS.includes(need.reason))
    return failed(
      `Entra does not take the person’s token${number}.`,
      `Sign in again and take a new one. ${HOW_TO}`,
    );
  return failed(
    `Conditional access wants more of the person than this token shows${number}.`,
    'Sign in with a second factor and take a new token; see whether the policy is meant for the app.',
  );
}

/** What is wrong with the token itself, or with the account that it names. */
const TOKEN_REASONS: readonly string[] = ['wrongAccount', 'staleToken', 'rejected'];
