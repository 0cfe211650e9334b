import { LRUCache } from 'lru-cache';
import { textFor } from '../../text/text-for';
import type { Turn } from '../turn';

/** What the bot needs of the auth room. Every caller comes from a verified activity. */
export interface SignIn {
  /** The caller's Graph token, when there is one that still holds for minutes. */
  findToken(caller: Caller): string | undefined;
  /** Trades the SSO token that Teams sent. Throws when nobody in front of the chat could mend the failure. */
  exchange(caller: Caller, ssoToken: string, signal: AbortSignal): Promise<SignInOutcome>;
  /** Signs out. With `claims`: Graph wants these before it accepts a token again. */
  forget(caller: Caller, claims?: string): void;
  /** Claims that the caller's next sign-in has to bring. */
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

/** Entra refuses the exchange although the person has been through the sign-in page. */
export class SignInFailedError extends Error {
  override readonly name = 'SignInFailedError';
  readonly kind: 'signInPolicy' | 'signInSecondFactor' | 'signInWrongAccount' | 'signInFailed';

  constructor(reason: string) {
    super('The sign-in page did not help');
    this.kind = FAULTS.get(reason) ?? 'signInFailed';
  }
}

/**
 * What comes of an exchange that is refused after the sign-in page: the page again would be refused again. A consent
 * that is still missing is one that only an administrator can give. Throws `SignInFailedError`.
 */
export function endSignIn({ reason }: SignInNeeded): Extract<SignInOutcome, { kind: 'adminConsentNeeded' }> {
  if (reason === 'consentRequired') return { kind: 'adminConsentNeeded' };
  throw new SignInFailedError(reason);
}

type SignInNeeded = Extract<SignInOutcome, { kind: 'signInNeeded' }>;

/** Any non-empty word does: without the token service nobody looks it up, but clients send it back. */
export const CONNECTION_NAME = 'Coursemate';

/**
 * Content of an `application/vnd.microsoft.card.oauth` attachment, and of a `loginRequest`
 * (docs/reference/teams-platform.md#sign-in-messages, docs/reference/teams-platform.md#card-action-messages).
 */
export interface SignInCard {
  readonly text: string;
  readonly connectionName: string;
  readonly tokenExchangeResource: { readonly id: string; readonly uri: string };
  readonly buttons: readonly [{ readonly type: 'signin'; readonly title: string; readonly value: string }];
}

/** Makes the sign-in card of one attempt; the client tries silently first and shows the button only when that fails. */
export type CreateSignInCard = (turn: Turn, signInId: string) => SignInCard;

export interface SignInCards {
  readonly create: CreateSignInCard;
  /**
   * Claims that the page has to bring which was opened from the card with this id. The card itself cannot carry them
   * when Entra first asks for them in the silent attempt, after it was sent. Asks the memory of this process.
   */
  readonly findClaims: (signInId: string) => string | undefined;
}

interface Dependencies {
  readonly signIn: Pick<SignIn, 'findClaims'>;
  /** Origin of the sign-in pages. */
  readonly publicOrigin: string;
  readonly appIdUri: string;
}

/** For longer nobody is asked to bring the same claims. */
const CARD_MS = 10 * 60_000;
const MOST_CARDS = 5_000;

export function createSignInCards({ signIn, publicOrigin, appIdUri }: Dependencies): SignInCards {
  /** Whom a card is for, by its id, which nobody can guess. */
  const callers = new LRUCache<string, Caller>({ max: MOST_CARDS, ttl: CARD_MS });

  return {
    create(turn, signInId) {
      const { prompt, button } = textFor(turn.locale).signIn;
      callers.set(signInId, { tenantId: turn.tenantId, userId: turn.userId });
      const claims = signIn.findClaims(turn);
      const link = new URL('/auth/start', publicOrigin);
      link.searchParams.set('ctx', signInId);
      link.searchParams.set('tenant', turn.tenantId);
      if (claims !== undefined) link.searchParams.set('claims', claims);
      return {
        text: prompt,
        connectionName: CONNECTION_NAME,
        tokenExchangeResource: { id: signInId, uri: appIdUri },
        buttons: [{ type: 'signin', title: button, value: link.href }],
      };
    },
    findClaims(signInId) {
      const caller = callers.get(signInId);
      return caller && signIn.findClaims(caller);
    },
  };
}
