import * as z from 'zod/v4';
import type { DirectReport } from '../domain/direct-report';
import type { Directory, GraphAccess } from '../domain/ports';
import type { GraphClient } from './client/graph-request';
import { readPages, toListFault, type ListRequest } from './client/pages';
import { GraphError } from './errors';
import { createCachedFinder, createPersonalCache } from './learning/personal-cache';
import { parseDisplayName } from './learning/schema';
import { optionalText } from './learning/schema-parts';

const me = z.object({ id: z.string(), userType: optionalText, userPrincipalName: optionalText });
/** What `User.ReadBasic.All` allows. */
const BASIC = '$select=id,displayName,givenName,userPrincipalName';
const MOST_NAMES = 5_000;
/** At 999 a page, more than anybody has. */
const MOST_REPORT_PAGES = 10;

/** Contacts can be direct reports too; they learn nothing. Graph leaves the type out where all are users. */
const directReport = z
  .object({
    '@odata.type': z.literal('#microsoft.graph.user').optional(),
    id: z.string().min(1),
    displayName: optionalText,
    givenName: optionalText,
    jobTitle: optionalText,
    userPrincipalName: optionalText,
    accountEnabled: z.boolean().nullish().catch(undefined),
  })
  .transform(({ id, displayName, givenName, jobTitle, userPrincipalName, accountEnabled }): DirectReport => ({
    userId: id.toLowerCase(),
    ...(displayName !== undefined && { displayName }),
    ...(givenName !== undefined && { givenName }),
    ...(jobTitle !== undefined && { jobTitle }),
    ...(userPrincipalName !== undefined && { userPrincipalName }),
    isEnabled: accountEnabled !== false,
  }));

/** People of the caller's tenant, read with the caller's own token. */
export function createDirectory(client: GraphClient): Directory {
  const findName = createCachedFinder(client, createPersonalCache<string>({ size: MOST_NAMES }));
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
      if (data === undefined)
        throw new GraphError('graphContract', { message: 'Graph did not identify the caller', cause: error });
      // Old accounts have no type; a guest's user principal name has #EXT#.
      return data.userType?.toLowerCase() === 'guest' || /#EXT#/i.test(data.userPrincipalName ?? '');
    },
  };
}

/**
 * The caller's direct reports. A job title, and whether an account is disabled, need more permission than names do
 * (`User.Read.All`); where Graph refuses the whole question for them, rather than leave them empty, it is asked without.
 */
export async function listDirectReports(
  client: GraphClient,
  access: GraphAccess,
  select = `${BASIC},jobTitle,accountEnabled`,
): ReturnType<Directory['listDirectReports']> {
  const options = [`${select}&$top=999`, select];
  const people: ListRequest = { access, family: 'directory', path: '/me/directReports', options };
  const reports = new Map<string, DirectReport>();
  let isComplete = false;
  try {
    for await (const { items, isLast } of readPages(client, people, MOST_REPORT_PAGES)) {
      for (const item of items) {
        const { data } = directReport.safeParse(item);
        if (data !== undefined) reports.set(data.userId, data);
      }
      isComplete = isLast;
    }
  } catch (error) {
    const isRefused = error instanceof GraphError && error.kind === 'graphForbidden';
    if (!isRefused || select === BASIC) throw error;
    return listDirectReports(client, access, BASIC);
  }
  return { reports: [...reports.values()], isComplete };
}
