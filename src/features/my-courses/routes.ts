import { cardAction, question, type Reply, type Route, type SignedInTurn } from '../../bot/routes';
import type { ListPage } from '../../cards/actions';
import { courseListCard } from '../../cards/course-list';
import { selectForList } from '../../domain/course-selection';
import { oldestAcceptableRead, type LearnerCourses } from '../../courses/learner-courses';
import { toViewer } from '../../i18n/course-text';

/** "my courses", "what is overdue?": shows the learner's own list, and handles its buttons. */
export function myCoursesRoutes({ courses }: { readonly courses: LearnerCourses }): readonly Route[] {
  async function show(turn: SignedInTurn, notBefore: Date, { filter, page }: ListPage): Promise<Reply> {
    const { courses: all, ...snapshot } = await courses.load(turn, notBefore);
    return courseListCard({
      selection: selectForList(all, filter, turn),
      filter,
      page,
      learnerUserId: turn.userId,
      ...snapshot,
      ...toViewer(turn),
    });
  }

  const turnTo = (turn: SignedInTurn, asked: ListPage): Promise<Reply> =>
    show(turn, oldestAcceptableRead(turn.now), asked);
  return [
    question('myCourses', (turn, { filter }) => show(turn, turn.askedAt, { filter, page: 1 })),
    cardAction('my-courses/filter', turnTo),
    cardAction('my-courses/page', turnTo),
    cardAction('my-courses/refresh', (turn, asked) => show(turn, turn.now, asked)),
  ];
}
