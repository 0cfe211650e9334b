import {
  search,
  type Route,
  type SearchHit,
  type SearchQuery,
  type SearchReply,
  type SignedInTurn,
  type ToSearchHit,
} from '../../bot/routes';
import { noticeCard } from '../../cards/notice';
import type { CatalogIndex, OpenCatalog } from '../../courses/catalog-index';
import { toCourse } from '../../courses/join-contents';
import { contentKey, type Course, type CourseContent } from '../../domain/course-activity';
import { findByExternalId, isExternalId } from '../../domain/external-id';
import type { LearnerCourses } from '../../courses/learner-courses';
import type { LearningCatalog, LearningRecords } from '../../domain/ports';
import { own as ownText, textsFor } from '../../i18n/catalog';
import { whyNoContent, whyNoneOwn } from './no-hits';
import { createOwnSearch, type OwnCourses } from './own-search';
import { toOwnPreview } from '../../cards/search-preview';

interface Dependencies {
  readonly courses: LearnerCourses;
  readonly records: LearningRecords;
  readonly catalog: LearningCatalog;
  readonly catalogIndex: CatalogIndex;
  /** Providers whose contents everyone in the tenant may see. */
  readonly catalogProviderIds: readonly string[];
  readonly toHit: ToSearchHit;
}

/** The two searches of the message extension: the learner's own courses, and the tenant's catalog. */
export function searchRoutes(dependencies: Dependencies): readonly Route[] {
  const { courses, catalogIndex, catalogProviderIds, toHit } = dependencies;
  const loadOwn = createOwnSearch(courses);
  const findNamed = createNamedFinder(dependencies);
  const hasCatalog = catalogProviderIds.length > 0;

  async function searchOwn(turn: SignedInTurn, query: SearchQuery): Promise<SearchReply> {
    const own = await loadOwn(turn, query.text);
    if (own === undefined) return { kind: 'text', text: textsFor(turn.locale).t('search.stillLoading') };
    const found = own.text === '' ? own.open() : await findOwn(own, () => findNamed(turn, own));
    const page = found.slice(query.skip, query.skip + query.count);
    const hits = page.flatMap((course) =>
      course.content === undefined ? [] : [toHit(turn, course.content, toOwnPreview(course, turn))],
    );
    return orSentence(hits, query, () => whyNoneOwn(turn, own));
  }

  async function searchCatalog(turn: SignedInTurn, query: SearchQuery): Promise<SearchReply> {
    const shared = hasCatalog ? catalogIndex.open(turn) : undefined;
    const [loading] = await Promise.allSettled([loadOwn(turn, query.text)]);
    const own = loading.status === 'fulfilled' ? loading.value : undefined;
    const found = findContents(own, shared, hasCatalog ? query : afterReason(query));
    // A user whose own list cannot be read still sees the shared catalog.
    if (found.length === 0 && loading.status === 'rejected') throw loading.reason;
    const hits = found.map((content) => toHit(turn, content));
    const reason = hasCatalog || hits.length === 0 || query.skip > 0 ? [] : [toReason(turn)];
    return orSentence([...reason, ...hits].slice(0, query.count), query, () =>
      whyNoContent(turn, query.text, { own, shared }),
    );
  }

  return [search('myCourses', searchOwn), search('catalog', searchCatalog)];
}

/** Searches for the text as typed, then for an external id, then for similar words. */
async function findOwn(
  own: OwnCourses,
  findNamed: () => Promise<Course | undefined>,
): Promise<readonly Course[]> {
  const found = own.search(own.text);
  if (found.length > 0) return found;
  const [named] = await Promise.allSettled([findNamed()]);
  if (named.status === 'fulfilled' && named.value !== undefined) return [named.value];
  const near = own.searchNear(own.text);
  if (near.length === 0 && named.status === 'rejected') throw named.reason;
  return near;
}

/** Finds an activity by its external id, and asks for each id once per snapshot. */
function createNamedFinder({ records, catalog }: Dependencies) {
  const known = new WeakMap<OwnCourses['snapshot'], Map<string, Promise<Course | undefined>>>();

  async function find(turn: SignedInTurn, { snapshot, text }: OwnCourses): Promise<Course | undefined> {
    const { courses } = snapshot;
    const activity = await findByExternalId(records, turn, { courses, externalId: text });
    const course = activity && (await toCourse(catalog, turn, activity));
    return course?.content === undefined ? undefined : course;
  }

  return (turn: SignedInTurn, own: OwnCourses): Promise<Course | undefined> => {
    const { text } = own;
    if (!isExternalId(text)) return Promise.resolve(undefined);
    const ofSnapshot = known.get(own.snapshot) ?? new Map<string, Promise<Course | undefined>>();
    known.set(own.snapshot, ofSnapshot);
    const finding = ofSnapshot.get(text) ?? find(turn, own);
    ofSnapshot.set(text, finding);
    finding.catch(() => ofSnapshot.delete(text));
    return finding;
  };
}

/** Returns a page of recently assigned courses, then the shared catalog if any, then all of the user's own courses. */
function findContents(
  own: OwnCourses | undefined,
  shared: OpenCatalog | undefined,
  { text, skip, count }: SearchQuery,
): readonly CourseContent[] {
  const page = { skip, count };
  if (text === '') return takePage([own?.recentlyAssigned(), shared?.all(), own?.all()], page);
  const find = (how: 'search' | 'searchNear'): readonly CourseContent[] =>
    takePage([shared?.[how](text), own?.[how](text)], page);
  const asTyped = find('search');
  return asTyped.length > 0 || skip > 0 ? asTyped : find('searchNear');
}

/** Returns a page of the concatenated lists without duplicates; reads no further than the page. */
function takePage(
  lists: readonly (Iterable<CourseContent | Course> | undefined)[],
  { skip, count }: Pick<SearchQuery, 'skip' | 'count'>,
): readonly CourseContent[] {
  const contents = new Map<string, CourseContent>();
  for (const list of lists) {
    for (const item of list ?? []) {
      if (contents.size === skip + count) break;
      const content = 'activity' in item ? item.content : item;
      if (content !== undefined) contents.set(contentKey(content), content);
    }
  }
  return [...contents.values()].slice(skip);
}

/** Returns the query shifted by one, because the reason takes the first place. */
function afterReason(query: SearchQuery): SearchQuery {
  return query.skip === 0 ? query : { ...query, skip: query.skip - 1 };
}

/** Returns the line at the top that says why the catalog contains only the person's own courses. */
function toReason({ locale }: SignedInTurn): SearchHit {
  const { t } = textsFor(locale);
  const title = t('search.onlyOwn.title');
  const text = t('search.onlyOwn.text');
  const sentence = t('join.heading', { heading: ownText(title), sentence: ownText(text) });
  return { card: noticeCard({ locale, sentence }).card, preview: { title, text } };
}

/** Returns the hits, or on the first page the reason for none. An empty later page is the end of the list. */
function orSentence(hits: readonly SearchHit[], { skip }: SearchQuery, whyNone: () => string): SearchReply {
  return hits.length > 0 || skip > 0 ? { kind: 'results', hits } : { kind: 'text', text: whyNone() };
}
