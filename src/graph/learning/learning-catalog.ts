import { contentKey, type CourseContent } from '../../domain/course-activity';
import type { GraphAccess, LearningCatalog, MissingContents } from '../../domain/ports';
import { isUsableId, toKeyValue, toProviderPath } from '../client/addresses';
import { createContentReader, createSharedContentFinder } from './content-reader';
import type { GraphClient } from '../client/graph-request';
import { readPages, type ListRequest } from '../client/pages';
import { createCachedFinder, createPersonalCache } from './personal-cache';
import { isWithdrawn, parseDisplayName, parseListedContent } from './schema';
import { untilDeadline } from '../../lib/deadline';

/** Most provider names kept. */
const PROVIDER_NAMES = 1_000;
/** At a hundred items a page, twice the largest catalogue we keep. */
const MOST_CONTENT_PAGES = 1_000;

/** Contents and providers, read with the caller's own token and, except for shared contents, returned to nobody else. */
export function createLearningCatalog({
  client,
  cacheSize,
}: {
  readonly client: GraphClient;
  /** Most contents kept. */
  readonly cacheSize: number;
}): LearningCatalog {
  const cache = createPersonalCache<CourseContent>({ size: cacheSize });
  const readMissing = createContentReader(client, cache);
  const findSharedContent = createSharedContentFinder(readMissing, cache);
  const findContent = createCachedFinder(client, cache);
  const findName = createCachedFinder(client, createPersonalCache<string>({ size: PROVIDER_NAMES }));

  return {
    async findContents(access, refs) {
      const usable = refs.filter((ref) => isUsableId(ref.providerId) && isUsableId(ref.contentId));
      const wanted = new Map(usable.map((ref) => [contentKey(ref), ref]));
      const failure = await untilDeadline(readMissing(access, [...wanted.values()]), access.signal);
      const contents = new Map<string, CourseContent>();
      let missing: MissingContents | undefined;
      for (const key of wanted.keys()) {
        const verdict = cache.find(access, key);
        if (verdict?.kind === 'told') contents.set(key, verdict.value);
        else if (verdict === undefined) missing = failure ?? { reason: 'notInTime' };
        else missing ??= { reason: 'refused' };
      }
      return { contents, ...(missing !== undefined && { missing }) };
    },

    knownContents(access, refs) {
      const contents = new Map<string, CourseContent>();
      for (const ref of refs) {
        const verdict = cache.find(access, contentKey(ref));
        if (verdict?.kind === 'told') contents.set(contentKey(ref), verdict.value);
      }
      return contents;
    },

    async findContentByExternalId(access, providerId, externalId) {
      if (!isUsableId(providerId) || !isUsableId(externalId)) return undefined;
      const path = `${toProviderPath(providerId)}/learningContents(externalId=${toKeyValue(externalId)})`;
      return findContent(access, { family: 'contents', path }, (wire) =>
        parseListedContent(wire, providerId),
      );
    },

    findSharedContent: async (access, ref) =>
      isUsableId(ref.providerId) && isUsableId(ref.contentId) ? findSharedContent(access, ref) : undefined,

    listContents: (access, providerId) => listContents(client, access, providerId),

    findProviderName: async (access, providerId) =>
      isUsableId(providerId)
        ? findName(access, { family: 'contents', path: toProviderPath(providerId) }, parseDisplayName)
        : undefined,
  };
}

/** The contents of a provider that may be searched for, page by page. Throws a `GraphError`. */
async function* listContents(
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
  for await (const page of readPages(client, list, MOST_CONTENT_PAGES)) {
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
