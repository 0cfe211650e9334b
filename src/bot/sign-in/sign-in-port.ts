import type { User } from '../../domain/user-key';
import { BotError } from '../errors';

/** What the bot needs of the `auth` module. Every caller comes from a verified activity. */
export interface SignIn {
  /** The caller's Graph token; undefined when there is none that stays valid for some minutes. */
  findToken(caller: User): string | undefined;
  /** Exchanges the SSO token that Teams sent. Throws when the failure is not the user's to fix. */
  exchange(caller: User, ssoToken: string, signal: AbortSignal): Promise<SignInOutcome>;
  /** Signs the caller out. With `claims`: Graph accepts no token of the caller's that lacks these. */
  forget(caller: User, claims?: string): void;
  /** Claims that the caller's next sign-in must request. */
  findClaims(caller: User): string | undefined;
}

export type SignInOutcome =
  | { readonly kind: 'signedIn'; readonly graphToken: string }
  | { readonly kind: 'signInNeeded'; readonly reason: string }
  | Refusal;

/** Signing in again would not help. */
export interface Refusal {
  readonly kind: 'adminConsentNeeded' | 'notAssigned';
}

const FAULTS: ReadonlyMap<string, BotError['kind']> = new Map([
  ['policy', 'signInPolicy'],
  ['secondFactor', 'signInSecondFactor'],
  ['wrongAccount', 'signInWrongAccount'],
] as const);

/**
 * The outcome when an exchange is refused again after the sign-in page: showing the page once more would not help. A
 * consent that is still missing is one that only an admin can give. Throws a `BotError` for any other reason.
 */
export function endSignIn({ reason }: { readonly reason: string }): Refusal {
  if (reason === 'consentRequired') return { kind: 'adminConsentNeeded' };
  throw new BotError(FAULTS.get(reason) ?? 'signInFailed', 'Sign-in still fails after the sign-in page');
}
