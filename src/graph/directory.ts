import type { Directory } from '../domain/ports';
import { createNameFinder } from './find-name';
import type { GraphClient } from './graph-request';
import { createPersonalCache } from './personal-cache';

interface DirectoryOptions {
  readonly client: GraphClient;
  /** Most names kept. */
  readonly cacheSize?: number;
  readonly now?: () => number;
}

/** People of the caller's tenant, read with the caller's own token. */
export function createDirectory({ client, cacheSize = 5_000, now = Date.now }: DirectoryOptions): Directory {
  const findName = createNameFinder(client, createPersonalCache({ size: cacheSize, now }));
  return {
    findDisplayName: (access, userId) =>
      findName(access, {
        family: 'directory',
        path: `/users/${encodeURIComponent(userId)}?$select=id,displayName`,
      }),
  };
}
