import * as z from 'zod/v4';
import type { DirectReport } from '../domain/direct-report';
import type { Directory, DirectoryPerson, GraphAccess } from '../domain/ports';
import type { GraphClient } from './client/graph-request';
import { readPages, toListFault, type ListRequest } from './client/pages';
import { GraphError } from './errors';
import { createCachedFinder, createPersonalCache } from './learning/personal-cache';
import { optionalName, optionalText } from './learning/schema-parts';

const me = z.object({ id: z.string(), userType: optionalText, userPrincipalName: optionalText });
/** What `User.ReadBasic.All` allows. */
const BASIC = '$select=id,displayName,givenName,userPrincipalName';
const PERSON = '$select=id,displayName,userPrincipalName,mail';
/** One account, and nothing that an address cannot hold. */
const ACCOUNT = /^[^\s@,;\p{C}]+@[^\s@,;\p{C}]+$/u;
const MOST_PEOPLE = 5_000;
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

const person = z
  .object({ displayName: optionalName, userPrincipalName: optionalText, mail: optionalText })
  .transform(({ displayName, userPrincipalName, mail }): DirectoryPerson => {
    // A guest's user principal name (with #EXT#) addresses no chat.
    const account = userPrincipalName?.includes('#') === false ? userPrincipalName : mail;
    return {
      ...(displayName !== undefined && { displayName }),
      ...(account !== undefined && ACCOUNT.test(account) && { account }),
    };
  });

/** `undefined` when Graph tells nothing of the person: it sends null for what the caller may not read. */
function parsePerson(wire: unknown): DirectoryPerson | undefined {
  const { data } = person.safeParse(wire);
  return data === undefined || Object.keys(data).length === 0 ? undefined : data;
}

/** People of the caller's tenant, read with the caller's own token. */
export function createDirectory(client: GraphClient): Directory {
  const find = createCachedFinder(client, createPersonalCache<DirectoryPerson>({ size: MOST_PEOPLE }));
  const findPerson: Directory['findPerson'] = (access, userId) => {
    const path = `/users/${encodeURIComponent(userId)}?${PERSON}`;
    return find(access, { family: 'directory', path }, parsePerson);
  };
  return {
    findPerson,
    findDisplayName: async (access, userId) => (await findPerson(access, userId))?.displayName,
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
