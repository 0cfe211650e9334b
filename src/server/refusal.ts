import type { Logger } from '../logging/logger';

const LOG_EVERY_MS = 60_000;

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

/**
 * Returns what to call with each refusal. Logs each reason at most once a minute, with how many there were since the
 * last line, so that an attacker cannot fill the log.
 */
export function createRefusalLog(log: Logger): (reason: RefusalReason) => void {
  const lines = new Map<RefusalReason, { count: number; writtenAt: number }>();
  return (reason) => {
    const line = lines.get(reason) ?? { count: 0, writtenAt: -Infinity };
    line.count += 1;
    lines.set(reason, line);
    if (Date.now() - line.writtenAt < LOG_EVERY_MS) return;
    log.warn({ room: 'server', reason, count: line.count }, 'Requests were refused');
    line.count = 0;
    line.writtenAt = Date.now();
  };
}
