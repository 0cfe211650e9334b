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

/**
 * Decides over errors that nobody caught. The end of one connection, which a library may leave unheard, is logged and
 * survived; with anything else the process is in a state that nobody foresaw, and `end` is called, as Node itself would.
 */
export function createLastNet(log: Logger, end: () => void): (error: unknown) => void {
  return (error) => {
    const fields = { room: 'server', ...describeError(error) };
    if (isEndOfConnection(error)) {
      log.warn(fields, 'A connection broke off, and nobody listened');
      return;
    }
    log.error(fields, 'The process ends with an error that nobody caught');
    end();
  };
}

/** As a socket reports it; an error that only wraps another one is the business of whoever made it. */
function isEndOfConnection(error: unknown): boolean {
  if (!types.isNativeError(error) || !('syscall' in error) || !('code' in error)) return false;
  return CALLS.includes(String(error.syscall)) && CODES.includes(String(error.code));
}
