import {
  cardAction,
  noHits,
  type Reply,
  type Route,
  type SearchReply,
  type SignedInTurn,
  type ToSearchHit,
} from '../../bot/routes';
import type { ActionDataOf } from '../../cards/actions';
import { toCatalogPreview } from '../../cards/search-preview';
import { sharedCourseCard } from '../../cards/shared-course';
import type { CoursePattern } from '../../config/values';
import {
  contentKey,
  type ContentRef,
  type CourseActivity,
  type CourseContent,
  toContentRef,
} from '../../domain/course-activity';
import { toCourse } from '../../courses/join-contents';
import { oldestAcceptableRead, type LearnerCourses } from '../../courses/learner-courses';
import { isListedWhole, type LearningCatalog, type LearningRecords } from '../../domain/ports';
import { toViewer } from '../../i18n/course-text';
import { textsFor } from '../../i18n/catalog';
import type { CourseLinks } from './course-links';
import { matchCourse } from './course-patterns';

interface Dependencies {
  readonly courses: LearnerCourses;
  readonly records: LearningRecords;
  readonly catalog: LearningCatalog;
  readonly links: CourseLinks;
  readonly toHit: ToSearchHit;
  readonly coursePatterns: readonly CoursePattern[];
  /** Providers whose contents everyone in the tenant may see. */
  readonly catalogProviderIds: readonly string[];
}

/** Course cards that everyone in a conversation sees, the private view of each viewer, and links to courses. */
export function shareCourseRoutes(dependencies: Dependencies): readonly Route[] {
  const { courses, records, catalog, links, coursePatterns, catalogProviderIds, toHit } = dependencies;

  async function findReadable(turn: SignedInTurn, ref: ContentRef): Promise<CourseContent | undefined> {
    return (await catalog.findContents(turn, [ref])).contents.get(contentKey(ref));
  }

  /** Reads shared and ticketed contents once for everyone; other contents with the user's own permissions. */
  async function findContent(turn: SignedInTurn, ref: ContentRef, ticket: string) {
    const isShared =
      catalogProviderIds.includes(ref.providerId.toLowerCase()) ||
      links.isTicketFor(ticket, turn.tenantId, ref);
    return isShared ? catalog.findSharedContent(turn, ref) : findReadable(turn, ref);
  }

  async function showOwnStatus(
    turn: SignedInTurn,
    viewData: ActionDataOf<'shared-course/view'>,
  ): Promise<Reply> {
    const { provider: providerId, content: contentId, ticket } = viewData;
    const ref = { providerId, contentId };
    const [content, list] = await Promise.all([
      findContent(turn, ref, ticket),
      courses.loadActivities(turn, oldestAcceptableRead(turn.now)),
    ]);
    const activity = findActivity(list.activities, ref);
    return sharedCourseCard({
      locale: turn.locale,
      viewData,
      iconUrl: links.iconUrl,
      ...(content !== undefined && { content }),
      viewer: {
        ...toViewer(turn),
        isComplete: isListedWhole(list),
        ...(activity !== undefined && { activity }),
      },
    });
  }

  async function findByPattern(turn: SignedInTurn, url: URL): Promise<CourseContent | undefined> {
    const matched = matchCourse(url, coursePatterns);
    if (matched === undefined) return undefined;
    const { providerId, kind, id } = matched;
    if (kind === 'externalContentId') return catalog.findContentByExternalId(turn, providerId, id);
    if (kind === 'contentId') return findReadable(turn, { providerId, contentId: id });
    const activity = await records.findOwnByExternalId(turn, providerId, id);
    return activity && (await toCourse(catalog, turn, activity)).content;
  }

  const isCourse = (url: URL): boolean =>
    links.parse(url) !== undefined || matchCourse(url, coursePatterns) !== undefined;

  async function unfurl(turn: SignedInTurn, url: URL): Promise<SearchReply> {
    const linked = links.parse(url);
    const content =
      linked === undefined
        ? await findByPattern(turn, url)
        : await findContent(turn, linked.ref, linked.ticket);
    return content === undefined ? noHits : { kind: 'results', hits: [toHit(turn, content)] };
  }

  function unfurlAnonymous(url: URL, locale: string | undefined): SearchReply {
    if (!isCourse(url)) return noHits;
    const { t, language } = textsFor(locale);
    const reader = { locale: language.lang };
    const linked = links.parse(url);
    const details = linked === undefined ? { webUrl: url.href } : linked.details;
    const content = { providerId: '', contentId: '', title: '', skillTags: [], ...details };
    const preview =
      content.title === ''
        ? { title: t('sharedCourse.anonymous'), text: '' }
        : toCatalogPreview(content, reader);
    const { card } = sharedCourseCard({ ...reader, content, iconUrl: links.iconUrl });
    return { kind: 'results', hits: [{ card, preview }] };
  }

  return [
    cardAction('shared-course/view', showOwnStatus),
    { kind: 'link', name: '', isOurs: isCourse, answer: unfurl, answerAnonymous: unfurlAnonymous },
  ];
}

/** Returns the viewer's own record of the course; prefers one that is not completed. */
function findActivity(activities: readonly CourseActivity[], ref: ContentRef): CourseActivity | undefined {
  const key = contentKey(ref);
  const own = activities.filter((activity) => {
    const other = toContentRef(activity);
    return other !== undefined && contentKey(other) === key;
  });
  return own.find(({ status }) => status !== 'completed') ?? own[0];
}
