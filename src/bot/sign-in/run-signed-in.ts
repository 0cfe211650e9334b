import { noteInTurn } from '../../logging/turn-context';
import { isTokenRefused } from '../reply-to-error';
import type { SignedInTurn, Turn } from '../turn';
import { endSignIn, type SignIn, type SignInOutcome } from './sign-in';
import type { SignInVisits } from './sign-in-visits';

/** What came of an invoke that needs its sender signed in, or what has to come first. */
export type SignedInResult<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** The client is to send the invoke again, with an SSO token. */
  | { readonly kind: 'tokenNeeded' }
  | Exclude<SignInOutcome, { kind: 'signedIn' }>;

/** What an invoke brings for signing its sender in. */
export interface SignInCall {
  readonly turn: Turn;
  readonly ssoToken: string | undefined;
  /** From the sign-in page. */
  readonly state: string | undefined;
}

/**
 * The one way in which card actions, searches and links get a Graph token: the kept one, else by exchange of the SSO
 * token that came with the invoke. How the client is asked for it differs from surface to surface
 * (docs/reference/identity.md#sign-in-answer-per-surface).
 */
export type RunSignedIn = <T>(
  call: SignInCall,
  work: (turn: SignedInTurn) => Promise<T>,
) => Promise<SignedInResult<T>>;

interface Dependencies {
  readonly signIn: SignIn;
  readonly visits: SignInVisits;
}

export function createRunSignedIn({ signIn, visits }: Dependencies): RunSignedIn {
  async function findToken({
    turn,
    ssoToken,
    state,
  }: SignInCall): Promise<SignInOutcome | { readonly kind: 'tokenNeeded' }> {
    visits.noteState(turn, state);
    const outcome = await findOrExchange(turn, ssoToken);
    if (outcome.kind === 'signedIn') visits.forget(turn);
    return outcome.kind === 'signInNeeded' && visits.hasVisited(turn) ? endSignIn(outcome) : outcome;
  }

  async function findOrExchange(
    turn: Turn,
    ssoToken: string | undefined,
  ): Promise<SignInOutcome | { readonly kind: 'tokenNeeded' }> {
    const graphToken = signIn.findToken(turn);
    if (graphToken !== undefined) return { kind: 'signedIn', graphToken };
    return ssoToken === undefined ? { kind: 'tokenNeeded' } : signIn.exchange(turn, ssoToken, turn.signal);
  }

  return async (call, work) => {
    const outcome = await findToken(call);
    if (outcome.kind !== 'signedIn') return noteObstacle(outcome);
    try {
      return { kind: 'done', value: await work({ ...call.turn, graphToken: outcome.graphToken }) };
    } catch (error) {
      if (!isTokenRefused(error)) throw error;
      signIn.forget(call.turn, error.claims);
      // An SSO token that came along was just exchanged: asking for another would go round in circles.
      if (call.ssoToken !== undefined) throw error;
      return noteObstacle({ kind: 'tokenNeeded' });
    }
  };
}

function noteObstacle<R extends Exclude<SignedInResult<never>, { kind: 'done' }>>(result: R): R {
  const canSignIn = result.kind === 'tokenNeeded' || result.kind === 'signInNeeded';
  noteInTurn({ outcome: canSignIn ? 'signInNeeded' : 'refused' });
  return result;
}
