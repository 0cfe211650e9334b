import type { BotRoutes, Reply, SignedInTurn } from '../../bot/routes';
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
export function registerMyCourses(bot: BotRoutes, { courses, renderCard }: Dependencies): void {
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

  bot.question('myCourses', (turn, { filter }) => show(turn, turn.askedAt, { filter, page: 1 }));
  for (const verb of ['my-courses/filter', 'my-courses/page']) {
    bot.ownCardAction(verb, (turn, place) => show(turn, aMinuteBefore(turn.now), place));
  }
  bot.ownCardAction('my-courses/refresh', (turn, place) => show(turn, turn.now, place));
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
