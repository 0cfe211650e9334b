import type { GraphAccess } from '../../src/domain/ports';
import { createGraphClient, type GraphClient } from '../../src/graph/client/graph-request';
import type { Logger } from '../../src/logging/logger';

/** The id with this number in the fixtures. */
export function id(number: number): string {
  return `00000000-0000-4000-8000-0000000000${String(number).padStart(2, '0')}`;
}

export function access(changes: Partial<GraphAccess> = {}): GraphAccess {
  return {
    userId: id(1),
    tenantId: id(80),
    graphToken: 'a-graph-token',
    signal: AbortSignal.timeout(10_000),
    ...changes,
  };
}

export interface LoggedLine {
  readonly level: string;
  readonly fields: object;
  readonly message: string;
}

/** A logger that keeps its lines. */
export function createKeptLog(): Logger & { readonly lines: LoggedLine[] } {
  const lines: LoggedLine[] = [];
  const at =
    (level: string) =>
    (fields: object, message: string): void => {
      lines.push({ level, fields, message });
    };
  const log = {
    lines,
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: () => log,
  };
  return log;
}

export function clientFor(
  baseUrl: string,
  options: Partial<Parameters<typeof createGraphClient>[0]> = {},
): GraphClient {
  return createGraphClient({ baseUrl, log: createKeptLog(), random: () => 0, ...options });
}
