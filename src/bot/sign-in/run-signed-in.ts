import type { CardReply } from '../../cards/define-card';
import { noteInTurn } from '../../logging/turn-context';
import type { BotDependencies } from '../dependencies';
import { refusalNotice } from '../notices';
import { isTokenRefused } from '../reply-to-error';
import type { SignedInTurn, Turn } from '../turn';
import type { SignInCard } from './sign-in-card';
import { endSignIn, type SignInOutcome } from './sign-in-port';

/** The result of an invoke whose sender must be signed in, or what must happen first. */
export type SignedInResult<T> = { readonly kind: 'done'; readonly value: T } | Obstacle;

type Obstacle =
  /** The client must repeat the invoke with an SSO token, or show the card's sign-in page. */
  | { readonly kind: 'tokenNeeded'; readonly createCard: () => SignInCard }
  | { readonly kind: 'signInNeeded'; readonly reason: string }
  /** Signing in again would not help. */
  | { readonly kind: 'refused'; readonly reply: CardReply };

/**
 * Runs `work` with a Graph token: the cached one, else one exchanged for the SSO token of the invoke. Card actions,
 * searches and links all use it; each asks the client for an SSO token in its own way
 * (docs/reference/identity.md#sign-in-answer-per-surface). `state` is what the sign-in page gave to the client.
 */
export type RunSignedIn = <T>(
  turn: Turn,
  invoke: {
    readonly authentication?: { readonly token: string } | undefined;
    readonly state?: string | undefined;
  },
  work: (turn: SignedInTurn) => Promise<T>,
) => Promise<SignedInResult<T>>;

export function createRunSignedIn(dependencies: BotDependencies): RunSignedIn {
  const { signIn, signInCards, visits, registration } = dependencies;

  async function findOrExchange(turn: Turn, ssoToken: string | undefined) {
    const graphToken = signIn.findToken(turn);
    if (graphToken !== undefined) return { kind: 'signedIn', graphToken } as const;
    return ssoToken === undefined ? undefined : signIn.exchange(turn, ssoToken, turn.signal);
  }

  async function findToken(turn: Turn, ssoToken: string | undefined): Promise<SignInOutcome | undefined> {
    const outcome = await findOrExchange(turn, ssoToken);
    if (outcome?.kind === 'signedIn') visits.forget(turn);
    return outcome?.kind === 'signInNeeded' && visits.hasVisited(turn) ? endSignIn(outcome) : outcome;
  }

  function askForToken(turn: Turn): Obstacle {
    noteInTurn({ outcome: 'signInNeeded' });
    return { kind: 'tokenNeeded', createCard: () => signInCards.create(turn, visits.issueState(turn)) };
  }

  return async (turn, { authentication, state }, work) => {
    visits.noteState(turn, state);
    const outcome = await findToken(turn, authentication?.token);
    if (outcome === undefined) return askForToken(turn);
    if (outcome.kind === 'signInNeeded') {
      noteInTurn({ outcome: 'signInNeeded' });
      return outcome;
    }
    if (outcome.kind !== 'signedIn') {
      noteInTurn({ outcome: 'refused' });
      return { kind: 'refused', reply: refusalNotice(turn, outcome, registration) };
    }
    try {
      return { kind: 'done', value: await work({ ...turn, graphToken: outcome.graphToken }) };
    } catch (error) {
      if (!isTokenRefused(error)) throw error;
      signIn.forget(turn, error.claims);
      // The invoke's SSO token was just exchanged, so asking for another one would loop.
      if (authentication !== undefined) throw error;
      return askForToken(turn);
    }
  };
}
