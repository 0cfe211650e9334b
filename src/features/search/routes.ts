import type { Route, SearchHit, SearchQuery, SearchReply, SignedInTurn, ToSearchHit } from '../../bot/routes';
import { noticeCard } from '../../cards/notice';
import { toOwnPreview } from '../../cards/search-preview';
import type { CatalogIndex } from '../../courses/catalog-index';
import type { LearnerCourses } from '../../courses/learner-courses';
import { contentKey, type Course, type CourseContent } from '../../domain/course-activity';
import { isOpen } from '../../domain/due';
import { sortByUrgency } from '../../domain/learning-summary';
import type { LearningCatalog, LearningRecords } from '../../domain/ports';
import { own as ownText, textsFor } from '../../i18n/catalog';
import { whyNoContent, whyNoneOwn, type Searched } from './no-hits';
import { createOwnSearch, type OwnCourses, type TitledCourse } from './own-search';

interface Dependencies {
  readonly courses: LearnerCourses;
  readonly records: LearningRecords;
  readonly catalog: LearningCatalog;
  readonly catalogIndex: CatalogIndex;
  /** Providers whose contents everyone in the tenant may see. */
  readonly catalogProviderIds: readonly string[];
  readonly toHit: ToSearchHit;
}

const RECENT_MS = 30 * 86_400_000;

/** The two searches of the message extension: the learner's own courses, and the tenant's catalog. */
export function searchRoutes(dependencies: Dependencies): readonly Route[] {
  const { catalogIndex, catalogProviderIds, toHit } = dependencies;
  const loadOwn = createOwnSearch(dependencies);
  const hasCatalog = catalogProviderIds.length > 0;

  async function searchOwn(turn: SignedInTurn, query: SearchQuery): Promise<SearchReply> {
    const own = await loadOwn(turn, query.text);
    if (own === undefined) return { kind: 'text', text: textsFor(turn.locale).t('search.stillLoading') };
    const open = own.titled.filter(({ activity }) => isOpen(activity));
    const found = own.text === '' ? sortByUrgency(open, turn) : await findOwn(own);
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
    const found = findContents(turn, { own, shared }, hasCatalog ? query : afterReason(query));
    // A user whose own list cannot be read still sees the shared catalog.
    if (found.length === 0 && loading.status === 'rejected') throw loading.reason;
    const hits = found.map((content) => toHit(turn, content));
    const reason = hasCatalog || hits.length === 0 || query.skip > 0 ? [] : [toReason(turn)];
    return orSentence([...reason, ...hits].slice(0, query.count), query, () =>
      whyNoContent(turn, query.text, { own, shared }),
    );
  }

  return [
    { kind: 'search', name: 'myCourses', answer: searchOwn },
    { kind: 'search', name: 'catalog', answer: searchCatalog },
  ];
}

/** Searches for the text as typed, then for an external id, then for similar words. */
async function findOwn({ text, index, findNamed }: OwnCourses): Promise<readonly Course[]> {
  const found = index().search(text);
  if (found.length > 0) return found;
  const [named] = await Promise.allSettled([findNamed()]);
  if (named.status === 'fulfilled' && named.value !== undefined) return [named.value];
  const near = index().searchNear(text);
  if (near.length === 0 && named.status === 'rejected') throw named.reason;
  return near;
}

/**
 * Returns a page of what matches the text. Without a text: recently assigned courses, then the shared catalog if any,
 * then all of the user's own courses.
 */
function findContents(
  { now }: SignedInTurn,
  { own, shared }: Searched,
  { text, ...page }: SearchQuery,
): readonly CourseContent[] {
  if (text === '') {
    const newest = [...(own?.titled ?? [])].sort(byNewestAssignment);
    const isRecent = ({ activity: { assignedDateTime = '' } }: Course): boolean =>
      now.getTime() - Date.parse(assignedDateTime) < RECENT_MS;
    return takePage([toContents(newest.filter(isRecent)), shared?.all(), toContents(newest)], page);
  }
  const find = (how: 'search' | 'searchNear'): readonly CourseContent[] =>
    takePage([shared?.[how](text), toContents(own?.index()[how](text))], page);
  const asTyped = find('search');
  return asTyped.length > 0 || page.skip > 0 ? asTyped : find('searchNear');
}

function byNewestAssignment(a: TitledCourse, b: TitledCourse): number {
  return (b.activity.assignedDateTime ?? '').localeCompare(a.activity.assignedDateTime ?? '', 'en');
}

function toContents(courses: readonly TitledCourse[] = []): readonly CourseContent[] {
  return courses.map(({ content }) => content);
}

/** Returns a page of the concatenated lists without duplicates; reads no further than the page. */
function takePage(
  lists: readonly (Iterable<CourseContent> | undefined)[],
  { skip, count }: Pick<SearchQuery, 'skip' | 'count'>,
): readonly CourseContent[] {
  const contents = new Map<string, CourseContent>();
  for (const list of lists) {
    for (const content of list ?? []) {
      if (contents.size === skip + count) break;
      contents.set(contentKey(content), content);
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
