import { failure, ok, type GraphAnswer, type GraphCall } from './answers';
import { isAdvanced, project } from './odata';
import { MOST_PEOPLE_A_PAGE, type GraphSettings } from './graph-settings';

interface PageOptions {
  readonly baseUrl: string;
  readonly settings: GraphSettings;
}

/** One page of a collection with `$top`, `$skip`, `$count` and the next link of the chosen style. */
export function toPage(
  call: GraphCall,
  items: readonly object[],
  { baseUrl, settings }: PageOptions,
): GraphAnswer {
  const { path, query } = call;
  const skip = toCount(query.get('$skip')) ?? 0;
  const top = toCount(query.get('$top'));
  const size = Math.max(1, Math.min(top ?? settings.pageSize, settings.pageSize));
  const end = skip + size;
  const value = items.slice(skip, end).map((item) => project(item, query.get('$select')));
  return page(call, value, {
    count: query.get('$count') === 'true' && skip === 0 ? items.length : undefined,
    nextLink: end < items.length ? toLink(end) : undefined,
  });

  function toLink(nextSkip: number): string | undefined {
    const options = [...kept(query, '$top', '$select'), `$skip=${nextSkip}`].join('&');
    switch (settings.nextLinkStyle) {
      case 'correct':
        return `${baseUrl}${path}?${options}`;
      case 'metadata':
        return `${baseUrl}/$metadata${path.replace('/', '#')}?${options}`;
      case 'none':
        return undefined;
    }
  }
}

const DEFAULT_PEOPLE = 100;
const KEPT_OF_PEOPLE = ['$count', '$expand', '$filter', '$orderby', '$search', '$select', '$top'];

/**
 * One page of the directory: no `$skip` but tokens, and a count only in advanced queries
 * (docs/reference/graph-learning.md#paging).
 */
export function toDirectoryPage(
  call: GraphCall,
  items: readonly object[],
  { baseUrl, settings }: PageOptions,
): GraphAnswer {
  const { path, query } = call;
  const top = query.get('$top') ?? String(DEFAULT_PEOPLE);
  const wanted = toCount(top) ?? 0;
  if (wanted < 1 || wanted > MOST_PEOPLE_A_PAGE) return refusePageSize(top);
  const start = readToken(query.get('$skiptoken'));
  if (start === undefined)
    return failure(400, 'Directory_ExpiredPageToken', 'The specified page token value has expired.');
  const end = start + Math.min(wanted, settings.directoryPageSize);
  const isCounted = isAdvanced(call) && query.get('$count') === 'true' && start === 0;
  const options = [...kept(query, ...KEPT_OF_PEOPLE), `$skiptoken=${toToken(end)}`].join('&');
  return page(call, items.slice(start, end), {
    count: isCounted ? items.length : undefined,
    nextLink: end < items.length ? `${baseUrl}${path}?${options}` : undefined,
  });
}

function refusePageSize(top: string): GraphAnswer {
  const range = `Must be between 1 and ${MOST_PEOPLE_A_PAGE} inclusive.`;
  return failure(400, 'Request_UnsupportedQuery', `Invalid page size specified: '${top}'. ${range}`);
}

function toToken(start: number): string {
  return Buffer.from(String(start)).toString('base64url');
}

function readToken(token: string | null): number | undefined {
  return token === null ? 0 : toCount(Buffer.from(token, 'base64url').toString());
}

function page(
  { path }: GraphCall,
  value: readonly object[],
  { count, nextLink }: { readonly count: number | undefined; readonly nextLink: string | undefined },
): GraphAnswer {
  return ok({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${path.slice(1)}`,
    ...(count !== undefined && { '@odata.count': count }),
    ...(nextLink !== undefined && { '@odata.nextLink': nextLink }),
    value,
  });
}

/** The query options that go on to the next page. */
function kept(query: URLSearchParams, ...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
}

function toCount(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}
