import { cardAction, question, type Reply, type Route, type SignedInTurn } from '../../bot/routes';
import type { CourseListActionData } from '../../cards/action-data';
import type { RenderCard } from '../../cards/render-card';
import { selectCourses } from '../../domain/course-search';
import { aMinuteBefore, type CourseSnapshot, type LearnerCourses } from '../../courses/learner-courses';
import { sortByUrgency, summarise } from '../../domain/learning-summary';
import { textFor } from '../../text/text-for';
import { toCourseListData, toCourseListText, type CourseList } from '../../views/course-list';

interface Dependencies {
  readonly courses: LearnerCourses;
  readonly renderCard: RenderCard;
}

/** "my courses", "what is overdue?": the learner's own list, and its buttons. */
export function myCoursesRoutes({ courses, renderCard }: Dependencies): readonly Route[] {
  async function show(
    turn: SignedInTurn,
    notBefore: Date,
    place: Omit<CourseListActionData, 'learner'>,
  ): Promise<Reply> {
    const list = toCourseList(turn, await courses.load(turn, notBefore), place);
    return {
      kind: 'card',
      card: renderCard('course-list', toCourseListData(list), textFor(turn.locale).language),
      text: toCourseListText(list),
    };
  }

  const turnTo = (turn: SignedInTurn, place: CourseListActionData): Promise<Reply> =>
    show(turn, aMinuteBefore(turn.now), place);
  return [
    question('myCourses', (turn, { filter }) => show(turn, turn.askedAt, { filter, page: 1 })),
    cardAction('my-courses/filter', turnTo),
    cardAction('my-courses/page', turnTo),
    cardAction('my-courses/refresh', (turn, place) => show(turn, turn.now, place)),
  ];
}

function toCourseList(
  turn: SignedInTurn,
  { courses, ...snapshot }: CourseSnapshot,
  { filter, page }: Omit<CourseListActionData, 'learner'>,
): CourseList {
  return {
    courses: sortByUrgency(selectCourses(courses, filter, turn), turn),
    summary: summarise(
      courses.map(({ activity }) => activity),
      turn,
    ),
    filter,
    page,
    learnerUserId: turn.userId,
    ...snapshot,
    locale: turn.locale,
    zone: turn.zone,
    now: turn.now,
  };
}
