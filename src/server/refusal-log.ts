import type { Logger } from '../logging/logger';
import type { RefusalReason } from './refusal';

const EVERY_MS = 60_000;

/**
 * Logs refusals: at most one line a minute for each reason, with the count since the last line, so that an attack does not
 * fill the log.
 */
export function createRefusalLog(log: Logger, now: () => number = Date.now): (reason: RefusalReason) => void {
  const lines = new Map<RefusalReason, { count: number; writtenAt: number }>();
  return (reason) => {
    const line = lines.get(reason) ?? { count: 0, writtenAt: -Infinity };
    line.count += 1;
    lines.set(reason, line);
    if (now() - line.writtenAt < EVERY_MS) return;
    log.warn({ module: 'server', reason, count: line.count }, 'Requests were refused');
    line.count = 0;
    line.writtenAt = now();
  };
}
