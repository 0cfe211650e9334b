import type { CourseContent } from '../../domain/course-activity';
import type { GraphAccess } from '../../domain/ports';
import { isUsableId, toProviderPath } from '../client/addresses';
import type { GraphClient } from '../client/graph-request';
import { readPages, type ListRequest } from '../client/pages';
import { isWithdrawn, parseListedContent } from './schema';

/** At a hundred items a page, twice the largest catalogue we keep. */
const MOST_PAGES = 1_000;

/** The contents of a provider that may be searched for, page by page. Throws a `GraphFault`. */
export async function* listContents(
  client: GraphClient,
  access: GraphAccess,
  providerId: string,
): AsyncGenerator<readonly CourseContent[], void> {
  if (!isUsableId(providerId)) return;
  const list: ListRequest = {
    access,
    family: 'contents',
    path: `${toProviderPath(providerId)}/learningContents`,
    options: ['$count=true&$top=100', '$count=true'],
  };
  let pages = 0;
  let isComplete = false;
  for await (const page of readPages(client, list, MOST_PAGES)) {
    pages++;
    isComplete = page.isLast;
    yield parseItems(page.items, providerId, client);
  }
  if (!isComplete) client.log.warn({ pages }, 'list of contents cut off');
}

function parseItems(items: readonly unknown[], providerId: string, { log }: GraphClient): CourseContent[] {
  const offered = items.filter((item) => !isWithdrawn(item));
  const contents = offered.flatMap((item) => parseListedContent(item, providerId) ?? []);
  const dropped = offered.length - contents.length;
  if (dropped > 0) log.warn({ dropped, kept: contents.length }, 'graph sent unreadable contents');
  return contents;
}
