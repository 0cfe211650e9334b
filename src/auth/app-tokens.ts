import type { TokenCredential } from '@azure/identity';
import { LRUCache } from 'lru-cache';
import type { Config } from '../config/config';
import { createSingleFlight } from '../lib/single-flight';
import type { Logger } from '../logging/logger';
import type { Credentials } from './credentials';
import { TokenError } from './errors';
import { GRAPH_SCOPE } from './exchange-sso-token';
import { inTurn, requestToken, type Token, type Watch } from './request-token';

/**
 * Graph tokens of the app itself, only for a manager's view: they may read everyone's activities
 * (docs/decisions/0015-who-may-view-whose-courses.md).
 */
export interface AppTokens {
  /** From memory until 5 minutes before it expires. Throws `TokenError`, also when `signal` aborts first. */
  getToken(tenantId: string, signal: AbortSignal): Promise<string>;
}

interface Options {
  readonly credentials: Credentials;
  readonly log: Logger;
  readonly now?: () => Date;
}

const MOST_TENANTS = 100;
const RENEW_BEFORE_MS = 5 * 60_000;
const DEADLINE_MS = 5_000;

/** `clientId` is the app registration that the application permissions were granted to. */
export function createAppTokens({
  credentials,
  clientId,
  ...options
}: Options & { readonly clientId: string }): AppTokens {
  const tokens = new LRUCache<string, () => Promise<Token>>({ max: MOST_TENANTS });

  function createToken(tenantId: string): () => Promise<Token> {
    const createCredential = (watch: Watch): TokenCredential =>
      credentials.application({ tenantId, clientId, ...watch });
    return createRenewedToken(GRAPH_SCOPE, createCredential, options);
  }

  return {
    async getToken(tenantId, signal) {
      const key = tenantId.toLowerCase();
      const getToken = tokens.get(key) ?? createToken(tenantId);
      tokens.set(key, getToken);
      return (await inTurn(getToken, signal)).token;
    },
  };
}

/** Supplies the bot's token for the Bot Connector, with which it sends into conversations. Throws `TokenError`. */
export function createConnectorTokens({
  credentials,
  bot,
  ...options
}: Options & { readonly bot: Pick<Config['bot'], 'id' | 'tenantId' | 'type'> }): {
  getToken(): Promise<Token>;
} {
  const createCredential = (watch: Watch): TokenCredential =>
    bot.type === 'UserAssignedMSI'
      ? credentials.managedIdentity(bot.id)
      : credentials.application({ tenantId: bot.tenantId, clientId: bot.id, ...watch });
  return { getToken: createRenewedToken('https://api.botframework.com/.default', createCredential, options) };
}

/** Returns a token from memory until 5 minutes before it expires, then renews it once for all callers. */
function createRenewedToken(
  scope: string,
  createCredential: (watch: Watch) => TokenCredential,
  { log, now = () => new Date() }: Omit<Options, 'credentials'>,
): () => Promise<Token> {
  let current: Token | undefined;
  const renewals = createSingleFlight<Token>();

  /** The token in memory, if it lives longer than this. */
  function findCurrent(ms: number): Token | undefined {
    return current !== undefined && current.expiresOn.getTime() - now().getTime() > ms ? current : undefined;
  }

  async function renew(): Promise<Token> {
    // A new credential each time, because the library's cache would decide when to renew.
    const answer = await requestToken(DEADLINE_MS, async (watch) => createCredential(watch).getToken(scope));
    if (answer.kind === 'token') return (current = answer);
    // Renewal starts early, so a short outage goes unnoticed.
    const left = findCurrent(0);
    if (left !== undefined) return left;
    const { kind, code } = answer;
    log.warn({ scope, failure: kind, code }, 'the app got no token');
    throw new TokenError(kind === 'signInUnavailable' ? kind : 'signInMisconfigured', answer);
  }

  return async () => findCurrent(RENEW_BEFORE_MS) ?? renewals.share('token', renew);
}
