import type { GraphAccess } from '../domain/ports';

/** One verified bot activity, as far as features may know it. */
export interface Turn {
  /** Reference id that a user can read from an error sentence and an operator finds in the log. */
  readonly id: string;
  /** Entra object id of the sender, from the verified activity. */
  readonly userId: string;
  readonly tenantId: string;
  /** BCP 47, from the activity; `en-US` when absent. */
  readonly locale: string;
  /** IANA zone of the sender, a fixed offset (`UTC+02:00`), or `UTC` when the activity has neither. */
  readonly zone: string;
  readonly isPersonalChat: boolean;
  readonly now: Date;
  /**
   * When the person asked: a list read from Graph after this moment answers the question. Earlier than `now` when a
   * sign-in came in between.
   */
  readonly askedAt: Date;
  /** The deadline of the turn. */
  readonly signal: AbortSignal;
}

/** A turn whose sender is signed in to Graph. */
export interface SignedInTurn extends Turn, GraphAccess {}
