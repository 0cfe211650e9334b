import type { Turn } from '../turn';

/** What the bot needs of the `auth` module. Every caller comes from a verified activity. */
export interface SignIn {
  /** The caller's Graph token; undefined when there is none that stays valid for some minutes. */
  findToken(caller: Caller): string | undefined;
  /** Exchanges the SSO token that Teams sent. Throws when the failure is not the user's to fix. */
  exchange(caller: Caller, ssoToken: string, signal: AbortSignal): Promise<SignInOutcome>;
  /** Signs the caller out. With `claims`: Graph accepts no token of the caller's that lacks these. */
  forget(caller: Caller, claims?: string): void;
  /** Claims that the caller's next sign-in must request. */
  findClaims(caller: Caller): string | undefined;
}

export type Caller = Pick<Turn, 'tenantId' | 'userId'>;

export type SignInOutcome =
  | { readonly kind: 'signedIn'; readonly graphToken: string }
  | { readonly kind: 'signInNeeded'; readonly reason: string }
  | { readonly kind: 'adminConsentNeeded' }
  | { readonly kind: 'notAssigned' };

const FAULTS: ReadonlyMap<string, SignInFailedError['kind']> = new Map([
  ['policy', 'signInPolicy'],
  ['secondFactor', 'signInSecondFactor'],
  ['wrongAccount', 'signInWrongAccount'],
] as const);

/** Entra still refuses the exchange after the user completed the sign-in page. */
export class SignInFailedError extends Error {
  override readonly name = 'SignInFailedError';
  readonly kind: 'signInPolicy' | 'signInSecondFactor' | 'signInWrongAccount' | 'signInFailed';

  constructor(reason: string) {
    super('Sign-in still fails after the sign-in page');
    this.kind = FAULTS.get(reason) ?? 'signInFailed';
  }
}

/**
 * The outcome when an exchange is refused again after the sign-in page: showing the page once more would not help. A
 * consent that is still missing is one that only an admin can give. Throws `SignInFailedError` for any other reason.
 */
export function endSignIn({ reason }: SignInNeeded): Extract<SignInOutcome, { kind: 'adminConsentNeeded' }> {
  if (reason === 'consentRequired') return { kind: 'adminConsentNeeded' };
  throw new SignInFailedError(reason);
}

type SignInNeeded = Extract<SignInOutcome, { kind: 'signInNeeded' }>;
