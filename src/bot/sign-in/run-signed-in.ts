import { noteInTurn } from '../../logging/turn-context';
import { isTokenRefused } from '../reply-to-error';
import type { SignedInTurn, Turn } from '../turn';
import { endSignIn, type SignIn, type SignInOutcome } from './sign-in-port';
import type { SignInVisits } from './sign-in-visits';

/** The result of an invoke whose sender must be signed in, or what must happen first. */
export type SignedInResult<T> = { readonly kind: 'done'; readonly value: T } | Obstacle;

type Obstacle = Exclude<Outcome, { kind: 'signedIn' }>;

type Outcome =
  | SignInOutcome
  /** The client must repeat the invoke with an SSO token. */
  | { readonly kind: 'tokenNeeded' };

/** What an invoke contains for signing its sender in. */
export interface SignInCall {
  readonly turn: Turn;
  readonly ssoToken: string | undefined;
  /** The value that the sign-in page gave to the client. */
  readonly state: string | undefined;
}

/**
 * Runs `work` with a Graph token: the cached one, else one exchanged for the SSO token of the invoke. Card actions,
 * searches and links all use it; each asks the client for an SSO token in its own way
 * (docs/reference/identity.md#sign-in-answer-per-surface).
 */
export type RunSignedIn = <T>(
  call: SignInCall,
  work: (turn: SignedInTurn) => Promise<T>,
) => Promise<SignedInResult<T>>;

export function createRunSignedIn(signIn: SignIn, visits: SignInVisits): RunSignedIn {
  async function findToken({ turn, ssoToken, state }: SignInCall): Promise<Outcome> {
    visits.noteState(turn, state);
    const outcome = await findOrExchange(turn, ssoToken);
    if (outcome.kind === 'signedIn') visits.forget(turn);
    return outcome.kind === 'signInNeeded' && visits.hasVisited(turn) ? endSignIn(outcome) : outcome;
  }

  async function findOrExchange(turn: Turn, ssoToken: string | undefined): Promise<Outcome> {
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
      // The invoke's SSO token was just exchanged, so asking for another one would loop.
      if (call.ssoToken !== undefined) throw error;
      return noteObstacle({ kind: 'tokenNeeded' });
    }
  };
}

function noteObstacle(result: Obstacle): Obstacle {
  const canSignIn = result.kind === 'tokenNeeded' || result.kind === 'signInNeeded';
  noteInTurn({ outcome: canSignIn ? 'signInNeeded' : 'refused' });
  return result;
}
