import { pino, type DestinationStream } from 'pino';
import { currentTraceId } from './spans';
import { currentTurnId } from './turn-context';

/** Logs a static message and fields; never tokens, names, titles or message text. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  child(fields: object): Logger;
}

/** JSON lines on standard output; lines of a turn carry its reference id as `turn`, and `trace_id` while it is traced. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    mixin: () => {
      const turn = currentTurnId();
      const traceId = currentTraceId();
      return { ...(turn !== undefined && { turn }), ...(traceId !== undefined && { trace_id: traceId }) };
    },
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: ['authorization', 'token', 'headers.authorization', '*.authorization', '*.token'],
      censor: '[redacted]',
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
