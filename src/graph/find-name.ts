import type { GraphAccess } from '../domain/ports';
import { GraphHttpError, isGraphFault, type GraphFault } from './errors';
import type { GraphClient, GraphRequest } from './graph-request';
import type { PersonalCache } from './personal-cache';
import { parseDisplayName } from './schema';

type FindName = (
  access: GraphAccess,
  address: Pick<GraphRequest, 'family' | 'path'>,
) => Promise<string | undefined>;

/**
 * Display names by address, cached per person. A name is an adornment: whatever goes wrong is logged and leaves it
 * out; that Graph refuses to tell it is remembered for a while.
 */
export function createNameFinder(client: GraphClient, cache: PersonalCache<string>): FindName {
  return async (access, { family, path }) => {
    const known = cache.find(access, path);
    if (known !== undefined) return known.kind === 'told' ? known.value : undefined;
    try {
      const name = parseDisplayName(await client.send({ access, family, path }));
      cache.keep(access, path, name === undefined ? { kind: 'withheld' } : { kind: 'told', value: name });
      return name;
    } catch (error) {
      if (!isGraphFault(error)) throw error;
      if (isRefusal(error)) cache.keep(access, path, { kind: 'withheld' });
      client.log.info(
        { fault: error.kind, status: error.status, requestId: error.requestId },
        'name not read',
      );
      return undefined;
    }
  };
}

/** Graph would answer the same again; a refused token is another matter. */
function isRefusal(fault: GraphFault): boolean {
  return fault instanceof GraphHttpError && fault.status !== 401 && (fault.status ?? 500) < 500;
}
