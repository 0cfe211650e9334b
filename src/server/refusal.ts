/** Why a request was not let in. For the log and for tests; the caller learns nothing but 401. */
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
  /** The activity names no service URL, or another than the token. */
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
