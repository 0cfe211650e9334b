import type { Directory } from '../domain/ports';
import { createCachedFinder } from './cached-finder';
import type { GraphClient } from './graph-request';
import { createPersonalCache } from './personal-cache';
import { parseDisplayName } from './schema';

interface DirectoryOptions {
  readonly client: GraphClient;
  /** Most names kept. */
  readonly cacheSize?: number;
  readonly now?: () => number;
}

/** People of the caller's tenant, read with the caller's own token. */
export function createDirectory({ client, cacheSize = 5_000, now = Date.now }: DirectoryOptions): Directory {
  const findName = createCachedFinder(client, createPersonalCache<string>({ size: cacheSize, now }));
  return {
    findDisplayName: (access, userId) => {
      const path = `/users/${encodeURIComponent(userId)}?$select=id,displayName`;
      return findName(access, { family: 'directory', path }, parseDisplayName);
    },
  };
}
