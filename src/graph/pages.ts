import * as z from 'zod/v4';
import type { GraphAccess } from '../domain/ports';
import { GraphContractError } from './errors';
import type { GraphClient, GraphRequest } from './graph-request';

/** At the ten items a page of the documentation's sample, 500 items. */
const MOST_PAGES = 50;

/** One page, with whatever its items are. */
export interface Page {
  readonly items: readonly unknown[];
  /** The list ends here; a list whose last page does not say so was cut off by the cap or by a loop of links. */
  readonly isLast: boolean;
}

/** Whose list is being read, and how far. */
export interface ListPlace {
  readonly baseUrl: string;
  /** Who reads: Graph may call "me" by id in its links. */
  readonly access: Pick<GraphAccess, 'userId'>;
  /** Asks for the first page. */
  readonly listPath: string;
  readonly received: number;
  /** From the first page. */
  readonly count: number | undefined;
}

const pageBody = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional().catch(undefined),
  '@odata.count': z.int().optional().catch(undefined),
});

/** Reads a collection page by page. `request.path` asks for the first one. Throws a `GraphFault`. */
export async function* readPages(
  client: GraphClient,
  request: GraphRequest,
  mostPages = MOST_PAGES,
): AsyncGenerator<Page, void> {
  const { access, path: listPath } = request;
  const asked = new Set<string>();
  let place: ListPlace = { baseUrl: client.baseUrl, access, listPath, received: 0, count: undefined };
  let path: string | undefined = listPath;
  for (; path !== undefined && !asked.has(path) && asked.size < mostPages;) {
    asked.add(path);
    const page = parsePage(await client.send({ ...request, path }), place);
    place = page.place;
    path = page.nextPath;
    yield { items: page.items, isLast: path === undefined };
  }
}

/** A page as Graph sent it, and where the list goes on behind it. Throws `GraphContractError`. */
export function parsePage(
  wire: unknown,
  before: ListPlace,
): { readonly items: readonly unknown[]; readonly place: ListPlace; readonly nextPath: string | undefined } {
  const page = pageBody.safeParse(wire);
  if (!page.success) throw new GraphContractError('Graph sent no page', { cause: page.error });
  const { value: items, '@odata.nextLink': link, '@odata.count': count } = page.data;
  const place = { ...before, received: before.received + items.length, count: before.count ?? count };
  // Graph may have counted more items than it sent, and give no link.
  const isCutShort = items.length > 0 && place.received < (place.count ?? 0);
  return { items, place, nextPath: link === undefined && !isCutShort ? undefined : toNextPath(link, place) };
}

/** Where to read on; Graph's link when it can be trusted, else the same list behind what was received. */
function toNextPath(link: string | undefined, place: ListPlace): string {
  const { baseUrl, listPath, received } = place;
  const path = link === undefined ? undefined : toTrustedPath(link, place);
  if (path !== undefined) return path;
  const own = new URL(`${baseUrl}${listPath}`);
  const kept = own.search
    .slice(1)
    .split('&')
    .filter((option) => option !== '' && !/^(\$|%24)skip=/i.test(option));
  return `${withoutQuery(listPath)}?${[...kept, `$skip=${received}`].join('&')}`;
}

/**
 * The link as a path below the base URL, if it leads to the list that was asked for: same scheme and host (the
 * token goes with it), no fragment (documented samples hide the list behind `$metadata#`), the same resource.
 */
function toTrustedPath(link: string, { baseUrl, access, listPath }: ListPlace): string | undefined {
  const base = new URL(baseUrl);
  const url = URL.parse(link);
  if (url?.origin !== base.origin || link.includes('#')) return undefined;
  if (!url.pathname.startsWith(`${base.pathname}/`)) return undefined;
  const resource = url.pathname.slice(base.pathname.length);
  const wanted = toComparable(withoutQuery(listPath));
  // Graph may call "me" by id in its links.
  const users = [`/users/${access.userId}/`, `/users('${access.userId}')/`].map(toComparable);
  const aliases = [wanted, ...users.map((user) => wanted.replace(/^\/me\//, () => user))];
  return aliases.includes(toComparable(resource)) ? `${resource}${url.search}` : undefined;
}

function withoutQuery(path: string): string {
  return path.split('?', 1)[0] ?? path;
}

function toComparable(path: string): string {
  return path.toLowerCase().replaceAll('%27', "'").replaceAll('%28', '(').replaceAll('%29', ')');
}
