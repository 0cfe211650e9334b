import { isTokenRefused } from './reply-to-error';
import type { SignedInTurn, Turn } from './routes';
import type { SignIn, SignInOutcome } from './sign-in';

/** What came of an invoke that needs its sender signed in, or what has to come first. */
export type SignedInResult<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** The client is to send the invoke again, with an SSO token. */
  | { readonly kind: 'tokenNeeded' }
  | Exclude<SignInOutcome, { kind: 'signedIn' }>;

/**
 * The one way in which card actions, searches and links get a Graph token: the kept one, else by exchange of the SSO
 * token that came with the invoke. How the client is asked for it differs from surface to surface (identity 5).
 */
export async function runSignedIn<T>(
  signIn: SignIn,
  { turn, ssoToken }: { readonly turn: Turn; readonly ssoToken: string | undefined },
  work: (turn: SignedInTurn) => Promise<T>,
): Promise<SignedInResult<T>> {
  const outcome = await findToken(signIn, turn, ssoToken);
  if (outcome.kind !== 'signedIn') return outcome;
  try {
    return { kind: 'done', value: await work({ ...turn, graphToken: outcome.graphToken }) };
  } catch (error) {
    if (!isTokenRefused(error)) throw error;
    signIn.forget(turn, error.claims);
    // An SSO token that came along was just exchanged: asking for another would go round in circles.
    if (ssoToken !== undefined) throw error;
    return { kind: 'tokenNeeded' };
  }
}

async function findToken(
  signIn: SignIn,
  turn: Turn,
  ssoToken: string | undefined,
): Promise<SignInOutcome | { readonly kind: 'tokenNeeded' }> {
  const graphToken = signIn.findToken(turn);
  if (graphToken !== undefined) return { kind: 'signedIn', graphToken };
  return ssoToken === undefined ? { kind: 'tokenNeeded' } : signIn.exchange(turn, ssoToken, turn.signal);
}
