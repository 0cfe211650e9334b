import type { AccessToken } from '@azure/identity';
import { untilDeadline, within } from '../lib/deadline';
import {
  classifyExchangeFailure,
  type ExchangeFailure,
  type FailedAnswer,
} from './classify-exchange-failure';
import type { ApplicationRequest } from './credentials';
import { TokenError } from './errors';

export interface Token {
  readonly kind: 'token';
  readonly token: string;
  readonly expiresOn: Date;
}

/** What a credential needs for one request. */
export type Watch = Required<Pick<ApplicationRequest, 'signal' | 'observe'>>;

/** The token of one request to the identity provider, or why there is none; no answer in time is `signInUnavailable`. */
export async function requestToken(
  deadlineMs: number,
  request: (watch: Watch) => Promise<AccessToken | null>,
): Promise<Token | (ExchangeFailure & { readonly cause?: unknown })> {
  let failed: FailedAnswer | undefined;
  const observe = (answer: FailedAnswer): void => {
    failed = answer;
  };
  try {
    const answer = await within(deadlineMs, (signal) => request({ signal, observe }));
    if (answer === undefined) return { kind: 'signInUnavailable' };
    if (answer !== null)
      return { kind: 'token', token: answer.token, expiresOn: new Date(answer.expiresOnTimestamp) };
  } catch (cause) {
    return { ...classifyExchangeFailure(failed), cause };
  }
  return classifyExchangeFailure(failed);
}

/** The result of work that a turn waits for. Throws `TokenError` when `signal` aborts first; starts nothing when it has. */
export async function inTurn<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const result = signal.aborted ? undefined : await untilDeadline(work(), signal);
  if (result === undefined) throw new TokenError('signInUnavailable', { cause: signal.reason });
  return result;
}
