import { LRUCache } from 'lru-cache';
import * as z from 'zod/v4';
import { withDeadline } from '../lib/deadline';
import type { Logger } from '../logging/logger';
import { fetchJson } from './fetch-json';

/** Finds where people of a tenant sign in; undefined when the authority cannot be asked. Pass served tenants only. */
type FindEndpoint = (tenantId: string) => Promise<string | undefined>;

const FETCH_TIMEOUT_MS = 3_000;
const MOST_TENANTS = 1_000;

const OpenIdConfiguration = z.object({ authorization_endpoint: z.url({ protocol: /^https?$/ }) });

/** Each tenant's is asked for once, when first needed, and kept: it does not change. */
export function createAuthorizationEndpoints(authorityHost: string, log: Logger): FindEndpoint {
  const endpoints = new LRUCache<string, string>({
    max: MOST_TENANTS,
    async fetchMethod(tenantId) {
      const url = `${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`;
      const { status, body } = await withDeadline(FETCH_TIMEOUT_MS, (signal) =>
        fetchJson(url, { fetch, signal }),
      );
      if (body === undefined) throw new Error(`The authority answered ${status}.`);
      return OpenIdConfiguration.parse(body).authorization_endpoint;
    },
  });

  return async (tenantId) => {
    try {
      return await endpoints.fetch(tenantId);
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      log.warn({ module: 'server', reason }, 'The sign-in address could not be read from the authority');
      return undefined;
    }
  };
}
