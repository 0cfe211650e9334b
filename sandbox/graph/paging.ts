import { ok, type GraphAnswer, type GraphCall } from './answers';
import type { GraphSettings } from './graph-settings';

/** One page of a collection with `$top`, `$skip`, `$count` and the next link of the chosen style. */
export function toPage(
  { path, query }: GraphCall,
  items: readonly unknown[],
  { baseUrl, settings }: { readonly baseUrl: string; readonly settings: GraphSettings },
): GraphAnswer {
  const skip = toCount(query.get('$skip')) ?? 0;
  const top = toCount(query.get('$top'));
  const size = Math.max(1, Math.min(top ?? settings.pageSize, settings.pageSize));
  const end = skip + size;
  const link = end < items.length ? toLink(path, end, top) : undefined;
  return ok({
    '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${path.slice(1)}`,
    ...(query.get('$count') === 'true' && skip === 0 ? { '@odata.count': items.length } : {}),
    ...(link === undefined ? {} : { '@odata.nextLink': link }),
    value: items.slice(skip, end),
  });

  function toLink(of: string, nextSkip: number, pageTop: number | undefined): string | undefined {
    const options = `${pageTop === undefined ? '' : `$top=${pageTop}&`}$skip=${nextSkip}`;
    switch (settings.nextLinkStyle) {
      case 'correct':
        return `${baseUrl}${of}?${options}`;
      case 'metadata':
        return `${baseUrl}/$metadata${of.replace('/', '#')}?${options}`;
      case 'none':
        return undefined;
    }
  }
}

function toCount(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}
