import { cardAction, question, type Reply, type Route, type SignedInTurn } from '../../bot/routes';
import { toAction, type ActionDataOf, type ListPage } from '../../cards/actions';
import { courseCard, toShareUrl } from '../../cards/course';
import { toCourseSentence } from '../../cards/course-sentence';
import { toPartialAnswer } from '../../cards/list-sentence';
import { noticeCard } from '../../cards/notice';
import { findNames, toCourse } from '../../courses/join-contents';
import type { Course, CourseActivity, CourseContent } from '../../domain/course-activity';
import { findCurrent, findSiblings } from '../../domain/current-activity';
import { anyCourse, type AskedOfCourse } from '../../domain/question';
import { findCoursesByWords } from '../../domain/course-search';
import { isOpen, isOverdue, type ViewedAt } from '../../domain/due';
import { findByExternalId, isExternalId } from '../../domain/external-id';
import type { CourseSnapshot, LearnerCourses } from '../../courses/learner-courses';
import {
  isListedWhole,
  isReadWhole,
  type Directory,
  type LearningCatalog,
  type LearningRecords,
} from '../../domain/ports';
import { own, textsFor } from '../../i18n/catalog';
import { toViewer } from '../../i18n/course-text';
import { toWaitMinutes } from '../../i18n/spans';

interface Dependencies {
  readonly courses: LearnerCourses;
  readonly records: LearningRecords;
  readonly catalog: LearningCatalog;
  readonly directory: Directory;
  readonly links: { toLink(tenantId: string, content: CourseContent): string };
}

/** What a course is shown for. */
interface Asked {
  /** The learner's list, as far as it is known. */
  readonly list?: CourseSnapshot | undefined;
  readonly asks?: AskedOfCourse | undefined;
  readonly backTo?: ListPage;
}

/** "tell me about the GDPR training", a row of a list, "Refresh": shows one of the learner's own courses. */
export function courseDetailsRoutes(dependencies: Dependencies): readonly Route[] {
  const { courses, records, catalog, links } = dependencies;

  async function show(
    turn: SignedInTurn,
    course: Course,
    { list, asks, backTo }: Asked = {},
  ): Promise<Reply> {
    const view = {
      course,
      ...(await findNames(dependencies, turn, course.activity)),
      siblings: findSiblings(course, list?.courses ?? [], turn),
      learnerUserId: turn.userId,
      readAt: turn.now,
      ...toViewer(turn),
      backTo,
      shareUrl: course.content && toShareUrl(links.toLink(turn.tenantId, course.content)),
    };
    const reply = courseCard(view);
    if (asks === undefined) return reply;
    const answer = toCourseSentence(asks, view);
    const isUnsure =
      list !== undefined && !isListedWhole(list) && maySiblingChange(asks, course.activity, turn);
    return { ...reply, sentence: isUnsure ? toPartialAnswer(answer, turn) : answer };
  }

  async function open(
    turn: SignedInTurn,
    { activity: id, filter, page }: ActionDataOf<'course/open'>,
  ): Promise<Reply> {
    const activity = await records.findOwn(turn, id);
    if (activity?.learnerUserId.toLowerCase() !== turn.userId) {
      const { t } = textsFor(turn.locale);
      const action = toAction(t('course.back'), 'my-courses/page', { learner: turn.userId, filter, page });
      return noticeCard({ locale: turn.locale, sentence: t('faults.graphNotFound'), action });
    }
    courses.replace(turn, activity);
    const list = courses.findKept(turn);
    return show(turn, await toCourse(catalog, turn, activity), { list, backTo: { filter, page } });
  }

  /** Finds a course by external id at its provider, for ids that are not in the list. */
  async function findUnlisted(
    turn: SignedInTurn,
    listed: CourseSnapshot,
    { text, asks }: { readonly text: string; readonly asks: AskedOfCourse | undefined },
  ): Promise<Reply> {
    const activity = isExternalId(text)
      ? await findByExternalId(records, turn, { courses: listed.courses, externalId: text })
      : undefined;
    if (activity !== undefined) {
      return show(turn, await toCourse(catalog, turn, activity), { list: listed, asks });
    }
    const { locale, userId: learner } = turn;
    const all = { learner, filter: anyCourse, page: 1 };
    const action = toAction(textsFor(locale).t('notice.allMyCourses'), 'my-courses/filter', all);
    return noticeCard({ locale, sentence: whyNotFound(locale, listed, text), action });
  }

  async function listTitles(turn: SignedInTurn, mayRead: boolean): Promise<readonly string[]> {
    const kept = courses.findKept(turn);
    const snapshot = kept ?? (mayRead ? await courses.load(turn, turn.askedAt) : undefined);
    return snapshot?.courses.flatMap(toNames) ?? [];
  }

  return [
    { kind: 'knownNames', name: 'titles', list: listTitles },
    question('courseDetails', async (turn, { text, typed = text, asks }) => {
      const list = await courses.load(turn, turn.askedAt);
      const found = findCoursesByWords(list.courses, text);
      if (found.length === 0) return findUnlisted(turn, list, { text: typed, asks });
      const course = findCurrent(found, turn);
      if (course !== undefined) return show(turn, course, { list, asks });
      // Several courses match, so the user gets a list to choose from.
      return { kind: 'ask', question: { intent: 'myCourses', filter: { ...anyCourse, text } } };
    }),
    cardAction('course/open', open),
    cardAction('course/refresh', open),
  ];
}

/**
 * Whether an answer may be another one when a further activity for the same content is on the part of the list that was
 * not read: an earlier completion, or the one of this year.
 */
function maySiblingChange(asks: AskedOfCourse, activity: CourseActivity, at: ViewedAt): boolean {
  if (asks === 'finished' || asks === 'whenFinished') return true;
  if (asks === 'overdue') return !isOverdue(activity, at);
  return !isOpen(activity) && (asks === 'when' || asks === 'mandatory');
}

/** Says that no course matches only if all titles could be read: an unread title may match. */
function whyNotFound(locale: string, listed: CourseSnapshot, text: string): string {
  const { t } = textsFor(locale);
  if (isReadWhole(listed)) return t('outcomes.courseNotFound', { text });
  const { missing } = listed;
  const unsure = t('outcomes.courseUnsure', { text });
  if (missing?.reason !== 'throttled') return unsure;
  const busy = t('faults.graphThrottled', { minutes: toWaitMinutes(missing.waitMs ?? 0) });
  return t('join.sentences', { first: own(unsure), second: own(busy) });
}

/** Returns what identifies a course in a question: its title and its ids. */
function toNames({ activity, content }: Course): readonly string[] {
  return [content?.title, activity.externalId, content?.externalId].filter((name) => name !== undefined);
}
