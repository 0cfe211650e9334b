import type { Directory } from '../domain/ports';
import * as z from 'zod/v4';
import { createCachedFinder } from './learning/cached-finder';
import { listDirectReports } from './direct-reports';
import type { GraphClient } from './client/graph-request';
import { GraphContractError } from './errors';
import { toListFault } from './client/pages';
import { createPersonalCache } from './learning/personal-cache';
import { parseDisplayName } from './learning/schema';
import { optionalText } from './learning/schema-parts';

const me = z.object({ id: z.string(), userType: optionalText, userPrincipalName: optionalText });

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
    listDirectReports: (access) => listDirectReports(client, access),
    async isGuest(access) {
      const path = '/me?$select=id,userType,userPrincipalName';
      const asking = client.send({ access, family: 'directory', path }).catch((error: unknown) => {
        throw toListFault(error);
      });
      const { data, error } = me.safeParse(await asking);
      if (data === undefined) throw new GraphContractError('Graph does not tell who asks', { cause: error });
      // Old accounts have no type; a guest's name tells where they come from.
      return data.userType?.toLowerCase() === 'guest' || /#EXT#/i.test(data.userPrincipalName ?? '');
    },
  };
}
