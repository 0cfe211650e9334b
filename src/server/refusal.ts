/** Why a request was refused, for the log and tests; the caller only gets 401. */
export type RefusalReason =
  /** No `Bearer` header, or one longer than the channel ever sends. */
  | 'noToken'
  | 'malformedToken'
  | 'algorithm'
  | 'unknownKey'
  | 'signature'
  | 'issuer'
  | 'audience'
  /** Expired, or never expiring. */
  | 'expiry'
  | 'notYetValid'
  /** The activity has no service URL, or a different one from the token. */
  | 'serviceUrl'
  | 'channel'
  /** The key may not speak for the activity's channel. */
  | 'endorsement'
  /** No tenant, contradicting ones, or one that is not served. */
  | 'tenant';

export interface Refusal {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
}

export function refuse(reason: RefusalReason): Refusal {
  return { kind: 'refused', reason };
}
