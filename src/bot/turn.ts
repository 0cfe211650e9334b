import type { GraphAccess } from '../domain/ports';

/** What features may know about one verified bot activity. */
export interface Turn {
  /** Reference id, shown to the user in error messages and to operators in the log. */
  readonly id: string;
  /** Entra object id of the sender, from the verified activity. */
  readonly userId: string;
  readonly tenantId: string;
  /** BCP 47 tag from the activity; `en-US` if it has none. */
  readonly locale: string;
  /** The sender's IANA zone or fixed offset (`UTC+02:00`); `UTC` if the activity has neither. */
  readonly zone: string;
  readonly isPersonalChat: boolean;
  readonly now: Date;
  /**
   * When the user asked: a list read from Graph after this time is fresh enough for the answer. Earlier than `now` if
   * the user had to sign in first.
   */
  readonly askedAt: Date;
  /** Aborts at the turn's deadline. */
  readonly signal: AbortSignal;
}

/** A turn with the sender's Graph token. */
export interface SignedInTurn extends Turn, GraphAccess {}
