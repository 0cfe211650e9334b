import type { BotRoutes, Reply, SignedInTurn } from '../../bot/routes';
import type { ListPage } from '../../cards/actions';
import { courseListCard, type CourseList } from '../../cards/course-list';
import { selectCourses } from '../../domain/course-search';
import { aMinuteBefore, type CourseSnapshot, type LearnerCourses } from '../../courses/learner-courses';
import { sortByUrgency, summarise } from '../../domain/learning-summary';

interface Dependencies {
  readonly courses: LearnerCourses;
}

/** "my courses", "what is overdue?": the learner's own list, and its buttons. */
export function registerMyCourses(bot: BotRoutes, { courses }: Dependencies): void {
  async function show(turn: SignedInTurn, notBefore: Date, asked: ListPage): Promise<Reply> {
    return courseListCard(toCourseList(turn, await courses.load(turn, notBefore), asked));
  }

  bot.question('myCourses', (turn, { filter }) => show(turn, turn.askedAt, { filter, page: 1 }));
  for (const verb of ['my-courses/filter', 'my-courses/page']) {
    bot.ownCardAction(verb, (turn, place) => show(turn, aMinuteBefore(turn.now), place));
  }
  bot.ownCardAction('my-courses/refresh', (turn, place) => show(turn, turn.now, place));
}

function toCourseList(
  turn: SignedInTurn,
  { courses, ...snapshot }: CourseSnapshot,
  { filter, page }: ListPage,
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
