import type { BotRoutes, SearchHit, SearchQuery, SearchReply, SignedInTurn } from '../../bot/routes';
import { toNoticeData } from '../../cards/notice';
import type { RenderCard } from '../../cards/render-card';
import type { CatalogIndex } from '../../domain/catalog-index';
import { toContentRef, type Course, type CourseContent } from '../../domain/course-activity';
import { findByExternalId, isExternalId } from '../../domain/external-id';
import type { LearnerCourses } from '../../domain/learner-courses';
import { contentKey, type LearningCatalog, type LearningRecords } from '../../domain/ports';
import { en } from '../../text/en';
import { createOwnSearch, type LoadedSearch, type OwnSearch } from './own-search';
import { toOwnPreview } from './preview';
import type { ToSharedHit } from './shared-hits';

interface Dependencies {
  readonly courses: LearnerCourses;
  readonly records: LearningRecords;
  readonly catalog: LearningCatalog;
  readonly catalogIndex: CatalogIndex;
  /** Providers whose contents everybody in the tenant may see. */
  readonly catalogProviderIds: readonly string[];
  readonly toHit: ToSharedHit;
  readonly renderCard: RenderCard;
}

/** The two searches of the message extension: the learner's own courses, and the catalogue of the tenant. */
export function registerSearch(bot: BotRoutes, dependencies: Dependencies): void {
  const { courses, toHit } = dependencies;
  const ownSearch = createOwnSearch(courses);

  bot.searchQuery('myCourses', async (turn, query) => {
    const loaded = await ownSearch.load(turn, query.text);
    if (loaded === undefined) return { kind: 'text', text: en.search.stillLoading };
    const { snapshot, text } = loaded;
    const own = ownSearch.search(turn, snapshot, text);
    const found = own.length > 0 ? own : await findNamed(dependencies, turn, { snapshot, text });
    const hits = found
      .slice(query.skip, query.skip + query.count)
      .flatMap((course) => toOwnHit(toHit, turn, course));
    return orNothingFound(hits, { ...query, text });
  });

  bot.searchQuery('catalog', async (turn, query) => {
    const contents = await listContents(dependencies, ownSearch, { turn, text: query.text });
    if (contents === undefined) return { kind: 'text', text: en.search.stillLoading };
    const { skip, count } = query;
    const reasons = dependencies.catalogProviderIds.length === 0 && contents.length > 0 ? 1 : 0;
    const hits = contents
      .slice(Math.max(0, skip - reasons), skip + count - reasons)
      .map((content) => toHit(turn.tenantId, content));
    const why = reasons > 0 && skip === 0 ? [toReason(dependencies)] : [];
    return orNothingFound([...why, ...hits], query);
  });
}

/** An activity that is found by its external id alone, with the content it is about. */
async function findNamed(
  { records, catalog }: Dependencies,
  turn: SignedInTurn,
  { snapshot, text }: LoadedSearch,
): Promise<readonly Course[]> {
  if (!isExternalId(text)) return [];
  const { courses } = snapshot;
  const activity = await findByExternalId(records, turn, { courses, externalId: text });
  const ref = activity && toContentRef(activity);
  if (activity === undefined || ref === undefined) return [];
  const content = (await catalog.findContents(turn, [ref])).contents.get(contentKey(ref));
  return content === undefined ? [] : [{ activity, content }];
}

function toOwnHit(toHit: ToSharedHit, turn: SignedInTurn, course: Course): readonly SearchHit[] {
  const { content } = course;
  return content === undefined
    ? []
    : [{ ...toHit(turn.tenantId, content), preview: toOwnPreview(course, turn) }];
}

/**
 * Everybody's catalogue where the configuration names providers that everybody may see, with the person's recently
 * assigned courses first; else the contents of their own courses. Undefined when neither is there yet.
 */
async function listContents(
  { catalogIndex, catalogProviderIds }: Dependencies,
  ownSearch: OwnSearch,
  { turn, text }: { readonly turn: SignedInTurn; readonly text: string },
): Promise<readonly CourseContent[] | undefined> {
  const loaded = await ownSearch.load(turn, text);
  const own = loaded === undefined ? [] : ownSearch.search(turn, loaded.snapshot, loaded.text);
  const ownContents = own.flatMap(({ content }) => content ?? []);
  if (catalogProviderIds.length === 0) return loaded && ownContents;
  const shared = catalogIndex.open(turn);
  const everybodys = text === '' ? shared.all() : shared.search(text);
  if (loaded === undefined && everybodys.length === 0 && !shared.isLoaded) return undefined;
  const first = text === '' ? ownContents : [];
  return [
    ...new Map(
      [...first, ...everybodys, ...ownContents].map((content) => [contentKey(content), content]),
    ).values(),
  ];
}

/** One line at the top that says why the catalogue holds only the person's own courses. */
function toReason({ renderCard }: Dependencies): SearchHit {
  const { title, text } = en.search.onlyOwn;
  return {
    card: renderCard('notice', toNoticeData({ sentence: `${title}. ${text}` })),
    preview: { title, text },
  };
}

function orNothingFound(hits: readonly SearchHit[], { text, skip }: SearchQuery): SearchReply {
  if (hits.length > 0 || skip > 0) return { kind: 'results', hits };
  return { kind: 'text', text: text === '' ? en.search.nothingYet : en.search.nothingFound(text) };
}
