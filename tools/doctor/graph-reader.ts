import type { Config } from '../../src/config/config';
import type { GraphAccess } from '../../src/domain/ports';
import { createGraphClient, type GraphClient } from '../../src/graph/client/graph-request';
import { createLogger } from '../../src/logging/logger';

/** The bot's own Graph client, for one check. */
export interface GraphReader {
  readonly client: GraphClient;
  as(token: string, userId?: string): GraphAccess;
}

export function createGraphReader({ graphBaseUrl, bot }: Config, signal: AbortSignal): GraphReader {
  return {
    client: createGraphClient({ baseUrl: graphBaseUrl, log: createLogger('silent') }),
    as: (graphToken, userId = '') => ({ graphToken, userId, tenantId: bot.tenantId, signal }),
  };
}
