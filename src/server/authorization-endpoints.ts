import * as z from 'zod/v4';
import { createSingleFlight } from '../lib/single-flight';
import { withDeadline } from '../lib/deadline';
import type { Logger } from '../logging/logger';
import { fetchJson } from './fetch-json';

/** Finds where people of a served tenant sign in; undefined when the authority cannot be asked at the moment. */
type FindEndpoint = (tenantId: string) => Promise<string | undefined>;

interface Options {
  readonly authorityHost: string;
  readonly tenantIds: readonly string[];
  readonly log: Logger;
}

const FETCH_TIMEOUT_MS = 3_000;

const OpenIdConfiguration = z.object({ authorization_endpoint: z.url({ protocol: /^https?$/ }) });

/** Each tenant's is asked for once, when first needed, and kept: it does not change. */
export function createAuthorizationEndpoints({ authorityHost, tenantIds, log }: Options): FindEndpoint {
  const known = new Map<string, string>();
  const reads = createSingleFlight<string>();

  async function read(tenantId: string): Promise<string> {
    const url = `${authorityHost}/${tenantId}/v2.0/.well-known/openid-configuration`;
    const { status, body } = await withDeadline(FETCH_TIMEOUT_MS, (signal) =>
      fetchJson(url, { fetch, signal }),
    );
    if (body === undefined) throw new Error(`The authority answered ${status}.`);
    const { authorization_endpoint: endpoint } = OpenIdConfiguration.parse(body);
    known.set(tenantId, endpoint);
    return endpoint;
  }

  return async (tenantId) => {
    if (!tenantIds.includes(tenantId)) return undefined;
    try {
      return known.get(tenantId) ?? (await reads.share(tenantId, () => read(tenantId)));
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      log.warn({ module: 'server', reason }, 'The sign-in address could not be read from the authority');
      return undefined;
    }
  };
}
