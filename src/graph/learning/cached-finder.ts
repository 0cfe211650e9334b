import type { GraphAccess } from '../../domain/ports';
import { GraphError } from '../errors';
import type { GraphClient, GraphRequest } from '../client/graph-request';
import type { PersonalCache } from './personal-cache';

/** Finds one thing; `parse` returns `undefined` when Graph's answer does not have it. */
type Find<T> = (
  access: GraphAccess,
  address: Pick<GraphRequest, 'family' | 'path'>,
  parse: (wire: unknown) => T | undefined,
) => Promise<T | undefined>;

/**
 * Reads single, optional things by their path, cached per person. A fault is logged and the thing is left out; a refusal
 * is remembered for a while.
 */
export function createCachedFinder<T>(client: GraphClient, cache: PersonalCache<T>): Find<T> {
  return async (access, { family, path }, parse) => {
    const known = cache.find(access, path);
    if (known !== undefined) return known.kind === 'told' ? known.value : undefined;
    try {
      const found = parse(await client.send({ access, family, path }));
      cache.keep(access, path, found);
      return found;
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      if (error.isRefusal) cache.keep(access, path, undefined);
      const { kind: fault, status, requestId } = error;
      client.log.info({ family, fault, status, requestId }, 'graph does not tell');
      return undefined;
    }
  };
}
