import { types } from 'node:util';
import type { Logger } from '../logging/logger';
import { describeError } from './describe-error';

const CALLS = ['connect', 'read', 'write', 'shutdown'];
const CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
];

/** Handles uncaught errors: logs the end of a connection that a library did not listen to, and calls `end` for others. */
export function createLastNet(log: Logger, end: () => void): (error: unknown) => void {
  return (error) => {
    const fields = { module: 'server', ...describeError(error) };
    if (isEndOfConnection(error)) {
      log.warn(fields, 'A connection broke off without a handler');
      return;
    }
    log.error(fields, 'The process ends with an uncaught error');
    end();
  };
}

/** Whether a socket reported the error itself; wrapped errors do not count. */
function isEndOfConnection(error: unknown): boolean {
  if (!types.isNativeError(error) || !('syscall' in error) || !('code' in error)) return false;
  return CALLS.includes(String(error.syscall)) && CODES.includes(String(error.code));
}
