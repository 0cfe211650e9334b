import { exchangeSsoToken, type ExchangeResult } from '../../src/auth/exchange-sso-token';
import type { Credentials } from '../../src/auth/credentials';
import { TokenError } from '../../src/auth/errors';
import type { Config } from '../../src/config/config';
import { isSameId, readClaims, type Claims } from './claims';
import { toConsentLink } from './consent-link';
import { failed, know, ok, say, shorten, skipped, type Finding, type Outcome } from './finding';
import { describeRefusal } from './refusals';

/** The person whose token was passed. */
export interface Person {
  readonly userId: string;
  /** Graph token. */
  readonly token: string;
  /** Delegated permissions of the app; absent if the token belongs to another app. */
  readonly scopes?: readonly string[];
}

interface Options {
  readonly config: Config;
  readonly credentials: Credentials | undefined;
  /** A token for Graph or for the app itself; absent if none was passed. */
  readonly userToken: string | undefined;
  readonly now: Date;
}

const GRAPH = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'];
const EXCHANGE_WITHIN_MS = 4_000;
const HOW_TO = 'See docs/setup.md for how to get one.';

/** Returns a Graph token for the person: the one that was passed, or one exchanged for it as the bot does. */
export async function checkPerson({
  config,
  credentials,
  userToken,
  now,
}: Options): Promise<Outcome<Person>> {
  if (userToken === undefined)
    return say(
      skipped('No token of a person was passed.', `Use --token-file to see what the bot sees. ${HOW_TO}`),
    );
  const claims = readClaims(userToken);
  if (claims === undefined) return say(failed('The value that was passed isn’t an Entra token.', HOW_TO));
  const flaw = findFlaw(claims, config, now);
  if (flaw !== undefined) return say(flaw);
  const userId = claims.oid.toLowerCase();
  const { clientId } = config.signIn;
  if (GRAPH.includes(claims.aud)) {
    const isOurs = isSameId(claims.appid, clientId);
    const person = { userId, token: userToken, ...(isOurs && { scopes: toScopes(claims) }) };
    const whose = isOurs ? 'of the app' : 'of another app, which doesn’t show the consent to this one';
    return know(person, ok(`A Graph token ${whose}, for person ${shorten(userId)}.`));
  }
  if (credentials === undefined)
    return say(
      skipped('Can’t exchange the person’s token without the app’s credential.', 'See the check "proof".'),
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
    if (!(error instanceof TokenError)) throw error;
    const failure = { kind: error.kind, ...(error.code !== undefined && { code: error.code }) };
    return say(describeRefusal(failure, { idKey: 'AAD_APP_CLIENT_ID', proof: signIn.credential.kind }));
  }
}

function findFlaw(claims: Claims, { bot, signIn }: Config, now: Date): Finding | undefined {
  if (!isSameId(claims.tid, bot.tenantId))
    return failed(
      'The person’s token is from another tenant.',
      'Sign in as someone in the tenant in BOT_TENANT_ID.',
    );
  if (claims.exp * 1000 <= now.getTime())
    return failed('The person’s token has expired.', `Get a new one. ${HOW_TO}`);
  const audiences = [...GRAPH, signIn.clientId, signIn.appIdUri];
  if (!audiences.some((audience) => isSameId(audience, claims.aud)))
    return failed(
      'The person’s token is neither for Graph nor for this app.',
      `Get one for Graph, or for the App ID URI in AAD_APP_ID_URI. ${HOW_TO}`,
    );
  return undefined;
}

function toScopes({ scp = '' }: Claims): readonly string[] {
  return scp.split(' ');
}

/** Says why silent sign-in fails for this person. */
function describeNeed(need: Exclude<ExchangeResult, { kind: 'exchanged' }>, config: Config): Finding {
  const number = need.code === undefined ? '' : ` (AADSTS${need.code})`;
  const link = toConsentLink(config);
  if (need.kind === 'adminConsentNeeded')
    return failed(`Only an admin can consent${number}.`, `Ask an admin to grant it at ${link}.`);
  if (need.kind === 'notAssigned')
    return failed(
      `The person isn’t allowed to use the app${number}.`,
      'Assign the person in Entra under "Enterprise applications", "Users and groups", or turn off "Assignment required".',
    );
  if (need.reason === 'consentRequired')
    return failed(
      `The person hasn’t consented to the app${number}.`,
      `Have the person ask the bot something and accept, or ask an admin to grant it for everyone at ${link}.`,
    );
  if (TOKEN_REASONS.includes(need.reason))
    return failed(`Entra rejects the person’s token${number}.`, `Sign in again and get a new one. ${HOW_TO}`);
  return failed(
    `Conditional Access requires more than this token proves${number}.`,
    'Sign in with a second factor and get a new token. Check whether the policy should cover the app.',
  );
}

/** Reasons that concern the token itself or its account. */
const TOKEN_REASONS: readonly string[] = ['wrongAccount', 'staleToken', 'rejected'];
