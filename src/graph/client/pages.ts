import * as z from 'zod/v4';
import { GraphError } from '../errors';
import type { GraphClient, GraphRequest } from './graph-request';
import { optionalText } from '../learning/schema-parts';

/** At the ten items a page of the documentation's sample, 500 items. */
const MOST_PAGES = 50;
/** Pages in a row without a new item. */
const MOST_REPEATS = 3;

/** One page of unparsed items. */
export interface Page {
  /** Some may have come with an earlier page already. */
  readonly items: readonly unknown[];
  /** The list ends here. When no page says so, the page cap or a bad link cut the list off. */
  readonly isLast: boolean;
  /** Without it the list ends or is cut off. */
  readonly nextPath: string | undefined;
}

/** A collection and the preferred options to read it. */
export interface ListRequest extends Pick<GraphRequest, 'access' | 'family' | 'headers'> {
  /** Without query options. */
  readonly path: string;
  /** Query options, the best first; where Graph refuses them (400), the next are tried, and at last none. */
  readonly options: readonly string[];
}

/** One form of asking for a list. */
export type ListForm = Pick<GraphRequest, 'path' | 'headers'>;

/** Takes a page as Graph sent it. Throws a `GraphError`. */
export type TakePage = (wire: unknown) => Page;

interface ListAddress {
  readonly baseUrl: string;
  /** The caller, because Graph's links may name "me" by id. */
  readonly userId: string;
  /** Asks for the first page. */
  readonly listPath: string;
}

const pageBody = z
  .object({
    value: z.array(z.unknown()),
    '@odata.nextLink': optionalText,
    '@odata.count': z.int().optional().catch(undefined),
  })
  .transform(({ value: items, '@odata.nextLink': link, '@odata.count': count }) => ({ items, link, count }));
const identified = z.object({ id: z.string() });

/** Reads a collection page by page. Throws a `GraphError`; `graphListNotFound` when there is no such list. */
export async function* readPages(
  client: GraphClient,
  request: ListRequest,
  mostPages = MOST_PAGES,
): AsyncGenerator<Page, void> {
  const { access, family } = request;
  const { form, body } = await readFirst(client, request);
  const address = { baseUrl: client.baseUrl, userId: access.userId, listPath: form.path };
  const take = startList(address, mostPages);
  let page = take(body);
  yield page;
  while (page.nextPath !== undefined) {
    page = take(await client.send({ ...form, access, family, path: page.nextPath }));
    yield page;
  }
}

/** The forms in which a list can be asked for, the best first: Graph refuses options that it documents (400). */
export function toForms({
  path,
  options,
  headers,
}: Omit<ListRequest, 'access' | 'family'>): readonly ListForm[] {
  const paths = [...options.map((query) => `${path}?${query}`), path];
  const forms = paths.map((each) => ({ path: each, ...(headers !== undefined && { headers }) }));
  return headers === undefined ? forms : [...forms, { path }];
}

/** Whether another form of the same question may be answered. */
export function isFormRefused(error: unknown): boolean {
  return error instanceof GraphError && (error.kind === 'graphBadRequest' || error.status === 501);
}

async function readFirst(
  client: GraphClient,
  request: ListRequest,
): Promise<{ readonly form: ListForm; readonly body: unknown }> {
  const { access, family } = request;
  let refusal: unknown;
  for (const form of toForms(request)) {
    try {
      return { form, body: await client.send({ ...form, access, family }) };
    } catch (error) {
      if (!isFormRefused(error)) throw toListFault(error);
      refusal = error;
    }
  }
  throw refusal;
}

/** The fault of a list: "not found" is about the account, not about one missing thing. */
export function toListFault(error: unknown): unknown {
  if (!(error instanceof GraphError) || error.kind !== 'graphNotFound') return error;
  return new GraphError('graphListNotFound', error);
}

/** Begins to read the list that `listPath` asks for. */
export function startList(address: ListAddress, mostPages = MOST_PAGES): TakePage {
  const asked = new Set([address.listPath]);
  const known = new Set<string>();
  let count: number | undefined;
  let repeats = 0;

  /** The next path: Graph's link when it is trusted and new, else `$skip` past the received items. */
  function toNextPath(link: string | undefined): string | undefined {
    const theirs = link === undefined ? undefined : toTrustedPath(link, address);
    if (theirs !== undefined && !asked.has(theirs)) return theirs;
    // A link that leads back after all counted items is no sign of more.
    if (theirs !== undefined && known.size === count) return undefined;
    const ours = toOwnPath(address.listPath, known.size);
    return asked.has(ours) ? undefined : ours;
  }

  /** Notes the items; returns whether any is new. */
  function note(items: readonly unknown[]): boolean {
    const before = known.size;
    for (const item of items) known.add(toItemKey(item));
    const hasNews = known.size > before;
    repeats = hasNews || items.length === 0 ? 0 : repeats + 1;
    return hasNews;
  }

  return (wire) => {
    const { items, link, count: told } = parsePage(wire);
    const hasNews = note(items);
    count ??= told;
    // Graph may have counted more items than it sent, and give no link.
    const isCutShort = hasNews && known.size < (count ?? 0);
    if (link === undefined && !isCutShort) return { items, isLast: true, nextPath: undefined };
    const nextPath = toNextPath(link);
    if (nextPath === undefined || repeats === MOST_REPEATS || asked.size === mostPages) {
      return { items, isLast: known.size === count, nextPath: undefined };
    }
    asked.add(nextPath);
    return { items, isLast: false, nextPath };
  };
}

function parsePage(wire: unknown): z.infer<typeof pageBody> {
  const { data, error } = pageBody.safeParse(wire);
  if (data === undefined)
    throw new GraphError('graphContract', { message: 'Graph sent no page', cause: error });
  return data;
}

/** Identifies an item that several pages bring. */
export function toItemKey(item: unknown): string {
  return identified.safeParse(item).data?.id.toLowerCase() ?? JSON.stringify(item);
}

function toOwnPath(listPath: string, received: number): string {
  const [path = '', query = ''] = listPath.split('?', 2);
  const kept = query.split('&').filter((option) => option !== '' && !/^(\$|%24)skip=/i.test(option));
  return `${path}?${[...kept, `$skip=${received}`].join('&')}`;
}

/**
 * The link as a path below the base URL, if it leads to the list that was asked for: same scheme and host (the
 * token goes with it), no fragment (documented samples hide the list behind `$metadata#`), the same resource.
 */
function toTrustedPath(link: string, { baseUrl, userId, listPath }: ListAddress): string | undefined {
  const base = new URL(`${baseUrl}/`);
  const url = URL.parse(link, base.href);
  if (url?.origin !== base.origin || link.includes('#')) return undefined;
  if (!url.pathname.startsWith(base.pathname)) return undefined;
  const resource = url.pathname.slice(base.pathname.length - 1);
  const wanted = toComparable(listPath.split('?', 1)[0] ?? '');
  // Graph may call "me" by id in its links.
  const users = [`/users/${userId}/`, `/users('${userId}')/`].map(toComparable);
  const aliases = [wanted, ...users.map((user) => wanted.replace(/^\/me\//, () => user))];
  return aliases.includes(toComparable(resource)) ? `${resource}${url.search}` : undefined;
}

function toComparable(path: string): string {
  return path.toLowerCase().replaceAll('%27', "'").replaceAll('%28', '(').replaceAll('%29', ')');
}
