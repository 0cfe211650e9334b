import { cardAction, question, type Reply, type Route, type SignedInTurn } from '../../bot/routes';
import type { ListPage } from '../../cards/actions';
import { courseListCard } from '../../cards/course-list';
import { toListSentence } from '../../cards/list-sentence';
import { selectForList } from '../../domain/course-selection';
import { oldestAcceptableRead, type LearnerCourses } from '../../courses/learner-courses';
import { isListedWhole } from '../../domain/ports';
import type { AskedOfList } from '../../domain/question';
import { toViewer } from '../../i18n/course-text';

interface Asked {
  /** Present when the list is asked about with yes or no. */
  readonly asks?: AskedOfList | undefined;
}

/** "my courses", "what is overdue?": shows the learner's own list, and handles its buttons. */
export function myCoursesRoutes({ courses }: { readonly courses: LearnerCourses }): readonly Route[] {
  async function show(turn: SignedInTurn, notBefore: Date, asked: ListPage & Asked): Promise<Reply> {
    const { filter, page, asks } = asked;
    const { courses: all, ...snapshot } = await courses.load(turn, notBefore);
    const selection = selectForList(all, filter, turn);
    const reply = courseListCard({
      selection,
      filter,
      page,
      learnerUserId: turn.userId,
      ...snapshot,
      ...toViewer(turn),
    });
    if (asks === undefined) return reply;
    const answered = { asks, filter, selection, isWhole: isListedWhole(snapshot) };
    return { ...reply, sentence: toListSentence({ ...answered, locale: turn.locale }) };
  }

  const turnTo = (turn: SignedInTurn, asked: ListPage): Promise<Reply> =>
    show(turn, oldestAcceptableRead(turn.now), asked);
  return [
    question('myCourses', (turn, { filter, asks }) => show(turn, turn.askedAt, { filter, asks, page: 1 })),
    cardAction('my-courses/filter', turnTo),
    cardAction('my-courses/page', turnTo),
    cardAction('my-courses/refresh', (turn, asked) => show(turn, turn.now, asked)),
  ];
}
