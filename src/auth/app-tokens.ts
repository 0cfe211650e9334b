import { LRUCache } from 'lru-cache';
import { untilDeadline } from '../lib/deadline';
import type { Logger } from '../logging/logger';
import { classifyExchangeFailure, type FailedAnswer } from './classify-exchange-failure';
import type { Credentials } from './credentials';
import { AppTokenError } from './errors';
import { createRenewedToken } from './renewed-token';

/**
 * Graph tokens of the app itself, only for a manager's view: they may read everyone's activities
 * (docs/decisions/0015-who-may-view-whose-courses.md).
 */
export interface AppTokens {
  /** From memory until 5 minutes before it expires. Throws `AppTokenError`, also when `signal` aborts first. */
  getToken(tenantId: string, signal: AbortSignal): Promise<string>;
}

const MOST_TENANTS = 100;

export function createAppTokens({
  credentials,
  clientId,
  log,
  now = () => new Date(),
}: {
  readonly credentials: Credentials;
  /** The app registration that the application permissions were granted to. */
  readonly clientId: string;
  readonly log: Logger;
  readonly now?: () => Date;
}): AppTokens {
  const tokens = new LRUCache<string, ReturnType<typeof createRenewedToken>>({ max: MOST_TENANTS });

  function createToken(tenantId: string): ReturnType<typeof createRenewedToken> {
    let failed: FailedAnswer | undefined;
    return createRenewedToken({
      scope: 'https://graph.microsoft.com/.default',
      createCredential(signal) {
        failed = undefined;
        const observe = (answer: FailedAnswer): void => {
          failed = answer;
        };
        return credentials.application({ tenantId, clientId, signal, observe });
      },
      toError(cause) {
        const { kind, code } = classifyExchangeFailure(failed);
        log.warn({ failure: kind, code }, 'the app got no token');
        return new AppTokenError(kind === 'signInUnavailable' ? kind : 'signInMisconfigured', cause);
      },
      now,
    });
  }

  return {
    async getToken(tenantId, signal) {
      const key = tenantId.toLowerCase();
      const getToken = tokens.get(key) ?? createToken(tenantId);
      tokens.set(key, getToken);
      const answer = signal.aborted ? undefined : await untilDeadline(getToken(), signal);
      if (answer === undefined) throw new AppTokenError('signInUnavailable', signal.reason);
      return answer.token;
    },
  };
}
