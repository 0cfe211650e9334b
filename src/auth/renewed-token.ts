import type { TokenCredential } from '@azure/identity';
import { createSingleFlight } from '../lib/single-flight';
import { within } from '../lib/deadline';

export interface RenewedToken {
  readonly token: string;
  readonly expiresOn: Date;
}

interface Options {
  readonly scope: string;
  /** `signal` ends its requests to the identity provider. */
  readonly createCredential: (signal: AbortSignal) => TokenCredential;
  /** What is thrown when there is no token. */
  readonly toError: (cause: unknown) => Error;
  readonly now: () => Date;
}

const RENEW_BEFORE_MS = 5 * 60_000;
const DEADLINE_MS = 5_000;

/** Supplies a token of the app: from memory until 5 minutes before it expires, then renewed once for all callers. */
export function createRenewedToken({
  scope,
  createCredential,
  toError,
  now,
}: Options): () => Promise<RenewedToken> {
  let current: RenewedToken | undefined;
  const renewals = createSingleFlight<RenewedToken>();

  const remainingMs = () => (current === undefined ? 0 : current.expiresOn.getTime() - now().getTime());

  async function renew(): Promise<RenewedToken> {
    try {
      // A new credential each time, because the library's cache would decide when to renew.
      const answer = await within(DEADLINE_MS, (signal) => createCredential(signal).getToken(scope));
      if (answer === undefined) throw new Error('The identity provider did not answer in time');
      if (answer === null) throw new Error('The credential has no token');
      current = { token: answer.token, expiresOn: new Date(answer.expiresOnTimestamp) };
      return current;
    } catch (error) {
      // Renewal starts early, so a short outage goes unnoticed.
      if (current !== undefined && remainingMs() > 0) return current;
      throw toError(error);
    }
  }

  return async () => {
    if (current !== undefined && remainingMs() > RENEW_BEFORE_MS) return current;
    return renewals.share('token', renew);
  };
}
