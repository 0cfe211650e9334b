import * as z from 'zod/v4';
import { startDeadline } from '../lib/deadline';
import type { Logger } from '../logging/logger';
import { fetchJson } from './fetch-json';
import { shareWhilePending } from './share-while-pending';

/** Where people of each served tenant sign in. */
export interface AuthorizationEndpoints {
  /** Undefined when the authority cannot be asked at the moment. */
  find(tenantId: string): Promise<string | undefined>;
}

interface AuthorizationEndpointsOptions {
  readonly authorityHost: string;
  readonly tenantIds: readonly string[];
  readonly log: Logger;
  readonly fetch?: typeof globalThis.fetch;
}

const FETCH_TIMEOUT_MS = 3_000;

const OpenIdConfiguration = z.object({ authorization_endpoint: z.url({ protocol: /^https?$/ }) });

/** Each tenant's is asked for once, when first needed, and kept: it does not change. */
export function createAuthorizationEndpoints(options: AuthorizationEndpointsOptions): AuthorizationEndpoints {
  const { authorityHost, tenantIds, log, fetch = globalThis.fetch } = options;
  const readers = new Map(
    tenantIds.map((tenantId) => {
      const url = `${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`;
      return [tenantId, createReader(() => readEndpoint(url, fetch))];
    }),
  );
  return {
    async find(tenantId) {
      try {
        return await readers.get(tenantId)?.();
      } catch (error) {
        const reason = error instanceof Error ? error.name : 'unknown';
        log.warn({ room: 'server', reason }, 'The sign-in address could not be read from the authority');
        return undefined;
      }
    },
  };
}

/** Remembers the answer, but not a failure. */
function createReader(read: () => Promise<string>): () => Promise<string> {
  let known: string | undefined;
  const readOnce = shareWhilePending(async () => {
    known = await read();
    return known;
  });
  return () => (known === undefined ? readOnce() : Promise.resolve(known));
}

async function readEndpoint(url: string, fetch: typeof globalThis.fetch): Promise<string> {
  const deadline = startDeadline(undefined, FETCH_TIMEOUT_MS);
  try {
    const { status, body } = await fetchJson(url, { fetch, signal: deadline.signal });
    if (body === undefined) throw new Error(`The authority answered ${status}.`);
    return OpenIdConfiguration.parse(body).authorization_endpoint;
  } finally {
    deadline.clear();
  }
}
