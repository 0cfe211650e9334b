import * as z from 'zod/v4';
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
  const asked = new Set<string>();
  let received = 0;
  let count: number | undefined;
  let path: string | undefined = request.path;
  for (; path !== undefined && !asked.has(path) && asked.size < mostPages;) {
    asked.add(path);
    const page = pageBody.safeParse(await client.send({ ...request, path }));
    if (!page.success) throw new GraphContractError('Graph sent no page', { cause: page.error });
    const { value: items, '@odata.nextLink': link } = page.data;
    received += items.length;
    count ??= page.data['@odata.count'];
    const isCutShort = items.length > 0 && received < (count ?? 0);
    path = nextPath(link, { client, request, received, isCutShort });
    yield { items, isLast: path === undefined };
  }
}

interface Progress {
  readonly client: GraphClient;
  readonly request: GraphRequest;
  readonly received: number;
  /** Graph counted more items than it sent, and gave no link. */
  readonly isCutShort: boolean;
}

/** Where to read on; Graph's link when it can be trusted, else the same list behind what was received. */
function nextPath(
  link: string | undefined,
  { client, request, received, isCutShort }: Progress,
): string | undefined {
  if (link === undefined && !isCutShort) return undefined;
  const path = link === undefined ? undefined : toTrustedPath(link, client.baseUrl, request);
  if (path !== undefined) return path;
  const own = new URL(`${client.baseUrl}${request.path}`);
  const kept = own.search
    .slice(1)
    .split('&')
    .filter((option) => option !== '' && !/^(\$|%24)skip=/i.test(option));
  return `${withoutQuery(request.path)}?${[...kept, `$skip=${received}`].join('&')}`;
}

/**
 * The link as a path below the base URL, if it leads to the list that was asked for: same scheme and host (the
 * token goes with it), no fragment (documented samples hide the list behind `$metadata#`), the same resource.
 */
function toTrustedPath(link: string, baseUrl: string, { access, path }: GraphRequest): string | undefined {
  const base = new URL(baseUrl);
  const url = URL.parse(link);
  if (url?.origin !== base.origin || link.includes('#')) return undefined;
  if (!url.pathname.startsWith(`${base.pathname}/`)) return undefined;
  const resource = url.pathname.slice(base.pathname.length);
  const wanted = toComparable(withoutQuery(path));
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
