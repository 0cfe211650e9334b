import type { Route, SearchHit, SearchQuery, SearchReply, SignedInTurn, ToSearchHit } from '../../bot/routes';
import { toCatalogPreview, toOwnPreview } from '../../cards/search-preview';
import type { CatalogIndex, OpenCatalog } from '../../courses/catalog-index';
import type { CourseSnapshot, LearnerCourses } from '../../courses/learner-courses';
import { contentKey, toContentRef, type Course, type CourseContent } from '../../domain/course-activity';
import { isOpen } from '../../domain/due';
import { isListedWhole, type LearningCatalog, type LearningRecords } from '../../domain/ports';
import { textsFor } from '../../i18n/catalog';
import { catalogInsteadRow, catalogLoadingText, gapRow, onlyOwnRow } from './info-rows';
import { mayComeLater, whyNoContent, whyNoneOwn, type Searched } from './no-hits';
import { createOwnSearch, type OwnCourses, type TitledCourse } from './own-search';
import type { ResultPages } from './result-pages';

interface Dependencies {
  readonly courses: LearnerCourses;
  readonly records: LearningRecords;
  readonly catalog: LearningCatalog;
  readonly catalogIndex: CatalogIndex;
  /** Providers whose contents everyone in the tenant may see. */
  readonly catalogProviderIds: readonly string[];
  readonly pages: ResultPages;
  readonly toHit: ToSearchHit;
}

const RECENT_MS = 30 * 86_400_000;

/**
 * The two searches of the message extension: the learner's own courses, and the tenant's catalog. Both answer with what
 * there is when the signal of the turn aborts, and say that more is coming.
 */
export function searchRoutes(dependencies: Dependencies): readonly Route[] {
  const { catalogIndex, catalogProviderIds, pages, toHit } = dependencies;
  const loadOwn = createOwnSearch(dependencies);
  const hasCatalog = catalogProviderIds.length > 0;

  async function searchOwn(turn: SignedInTurn, asked: SearchQuery): Promise<SearchReply> {
    const own = await loadOwn(turn, asked.text);
    if (own === undefined) return { kind: 'text', text: textsFor(turn.locale).t('search.stillLoading') };
    const query = { ...asked, text: own.text };
    const found = await findOwn(own);
    const isMissed = found.courses.length === 0 && own.text !== '' && !found.isLoading;
    if (isMissed || pages.isContinued(turn, { ...query, list: 'catalogInstead' })) {
      const instead = searchInstead(turn, query, own);
      if (instead !== undefined) return instead;
    }
    const page = pages.take(
      turn,
      { ...query, list: 'myCourses' },
      { items: found.courses, keyOf: ({ activity }) => activity.id },
    );
    const hits = page.items.map((course) => toHit(turn, course.content, toOwnPreview(course, turn)));
    const searched = { own: { ...own, isLoading: found.isLoading }, shared: undefined };
    return toReply(query, { hits, below: gapRow(turn, searched), ...page }, () =>
      whyNoneOwn(turn, searched.own),
    );
  }

  /** Searches the catalog for what is not among the own courses; undefined when it has nothing either. */
  function searchInstead(turn: SignedInTurn, query: SearchQuery, own: OwnCourses): SearchReply | undefined {
    if (!hasCatalog || mayComeLater(own.snapshot.missing)) return undefined;
    const shared = catalogIndex.open(turn);
    const page = pages.take(
      turn,
      { ...besideRow(query), list: 'catalogInstead' },
      { items: concat(findContents(query.text, [shared])), keyOf: contentKey },
    );
    if (page.isEmpty && shared.isLoaded) return undefined;
    const isListed = createIsListed(own.snapshot);
    const hits = page.items.map((content) =>
      toHit(turn, content, toCatalogPreview(content, turn, { isUnassigned: !isListed(content) })),
    );
    const rows = { hits, above: catalogInsteadRow(turn), below: gapRow(turn, { own, shared }), ...page };
    return toReply(query, rows, () => catalogLoadingText(turn));
  }

  async function searchCatalog(turn: SignedInTurn, query: SearchQuery): Promise<SearchReply> {
    const shared = hasCatalog ? catalogIndex.open(turn) : undefined;
    const [loading] = await Promise.allSettled([loadOwn(turn, query.text)]);
    const own = loading.status === 'fulfilled' ? loading.value : undefined;
    const searched = { own, shared, hasFailed: loading.status === 'rejected' };
    const lists =
      query.text === ''
        ? browse(turn, searched)
        : findContents(query.text, [shared, own && toContentSearch(own)]);
    const page = pages.take(
      turn,
      { ...(hasCatalog ? query : besideRow(query)), list: 'catalog' },
      { items: concat(lists), keyOf: contentKey },
    );
    // A user whose own list cannot be read still sees the shared catalog.
    if (page.isEmpty && loading.status === 'rejected') throw loading.reason;
    const hits = page.items.map((content) => toHit(turn, content));
    const above = hasCatalog ? undefined : onlyOwnRow(turn);
    return toReply(query, { hits, above, below: gapRow(turn, searched), ...page }, () =>
      whyNoContent(turn, query.text, searched),
    );
  }

  return [
    { kind: 'search', name: 'myCourses', answer: searchOwn },
    { kind: 'search', name: 'catalog', answer: searchCatalog },
  ];
}

/** All open courses; with a text what matches it: as typed, else by external id, else with similar words. */
async function findOwn(
  own: OwnCourses,
): Promise<{ readonly courses: readonly TitledCourse[]; readonly isLoading: boolean }> {
  const { text, titled, index, findNamed, isLoading } = own;
  if (text === '') {
    return { courses: titled.filter(({ activity }) => isOpen(activity)), isLoading };
  }
  const found = index().search(text);
  if (found.length > 0) return { courses: found, isLoading };
  const [named] = await Promise.allSettled([findNamed()]);
  if (named.status === 'fulfilled' && named.value?.course !== undefined)
    return { courses: [named.value.course], isLoading };
  const near = index().searchNear(text);
  if (near.length === 0 && named.status === 'rejected') throw named.reason;
  return {
    courses: near,
    isLoading: isLoading || (named.status === 'fulfilled' && named.value === undefined),
  };
}

type Contents = Iterable<CourseContent>;
type ContentSearch = Pick<OpenCatalog, 'search' | 'searchNear'>;

/** Recently assigned courses, then the shared catalog if any, then all of the user's own courses. */
function browse({ now }: SignedInTurn, { own, shared }: Searched): readonly Contents[] {
  const newest = [...(own?.titled ?? [])].sort(byNewestAssignment);
  const isRecent = ({ activity: { assignedDateTime = '' } }: Course): boolean =>
    now.getTime() - Date.parse(assignedDateTime) < RECENT_MS;
  return [toContents(newest.filter(isRecent)), shared?.all() ?? [], toContents(newest)];
}

function byNewestAssignment({ activity: a }: TitledCourse, { activity: b }: TitledCourse): number {
  const order = (b.assignedDateTime ?? '').localeCompare(a.assignedDateTime ?? '', 'en');
  return order === 0 ? (a.id < b.id ? -1 : 1) : order;
}

/** What matches the text as typed; if that is nothing, with similar words. */
function findContents(
  text: string,
  sources: readonly (ContentSearch | undefined)[],
): readonly (readonly CourseContent[])[] {
  const find = (how: keyof ContentSearch) => sources.map((source) => source?.[how](text) ?? []);
  const asTyped = find('search');
  return asTyped.some(({ length }) => length > 0) ? asTyped : find('searchNear');
}

function toContentSearch({ index }: OwnCourses): ContentSearch {
  return {
    search: (text) => toContents(index().search(text)),
    searchNear: (text) => toContents(index().searchNear(text)),
  };
}

function toContents(courses: readonly TitledCourse[]): readonly CourseContent[] {
  return courses.map(({ content }) => content);
}

function* concat(lists: readonly Contents[]): Contents {
  for (const list of lists) yield* list;
}

/** Returns whether a content may be on the list: also when an entry of the list does not tell what it is about. */
function createIsListed(list: CourseSnapshot): (content: CourseContent) => boolean {
  const refs = list.courses.map(({ activity }) => toContentRef(activity));
  const keys = new Set(refs.map((ref) => ref && contentKey(ref)));
  const isKnown = isListedWhole(list) && !keys.has(undefined);
  return (content) => !isKnown || keys.has(contentKey(content));
}

/** The part of the query that is left for results when a row is above the first one. */
function besideRow(query: SearchQuery): SearchQuery {
  const { skip, count } = query;
  return skip === 0 ? { ...query, count: count - 1 } : { ...query, skip: skip - 1 };
}

interface Rows {
  readonly hits: readonly SearchHit[];
  readonly isEmpty: boolean;
  readonly above?: SearchHit | undefined;
  readonly below?: SearchHit | undefined;
}

/** Returns the page with its rows, or the reason why no page has anything. A row below comes after the last result. */
function toReply(
  { skip, count }: SearchQuery,
  { hits, isEmpty, above, below }: Rows,
  whyNone: () => string,
): SearchReply {
  if (isEmpty && skip === 0) return { kind: 'text', text: whyNone() };
  const page = skip === 0 && above !== undefined ? [above, ...hits] : hits;
  const isLast = page.length < count;
  return { kind: 'results', hits: isLast && below !== undefined ? [...page, below] : page };
}
