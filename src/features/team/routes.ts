import {
  acceptedFile,
  cardAction,
  question,
  type Reply,
  type Route,
  type SignedInTurn,
} from '../../bot/routes';
import type { ListPage } from '../../cards/actions';
import { noticeCard } from '../../cards/notice';
import { disclosedMembers, teamCard, type TeamView } from '../../cards/team';
import type { TeammateOutcome } from '../../domain/ports';
import { toViewer } from '../../i18n/course-text';
import { createLookAtTeam, type TeamDependencies } from './look-at-team';
import { createTeamFile } from './team-file';

/** "team", "who is overdue?", "who hasn't finished fire safety?": shows all direct reports of the user. */
export function teamRoutes(dependencies: TeamDependencies): readonly Route[] {
  const look = createLookAtTeam(dependencies);
  const file = createTeamFile(look);

  async function show(turn: SignedInTurn, { filter, page }: ListPage, forceRefresh = false): Promise<Reply> {
    const snapshot = await look.load(turn, forceRefresh);
    if (typeof snapshot === 'string') return noticeCard({ locale: turn.locale, sentence: snapshot });
    const outcomes = [...snapshot.outcomes.values()];
    const view: TeamView = {
      ...(await look.rate(turn, snapshot, { filter })),
      filter,
      page,
      managerUserId: turn.userId,
      readAt: snapshot.readAt,
      reports: snapshot.reports.length,
      read: snapshot.outcomes.size,
      hasAllReports: snapshot.hasAllReports,
      isComplete: outcomes.every((outcome) => outcome.kind === 'unreadable' || outcome.isComplete),
      unreadable: outcomes.reduce((sum, outcome) => sum + unreadableOf(outcome), 0),
      ...toViewer(turn),
    };
    await look.record(turn, 'team', disclosedMembers(view));
    return teamCard(view);
  }

  const turnTo = (turn: SignedInTurn, place: ListPage): Promise<Reply> => show(turn, place);
  return [
    question('teamStatus', (turn, { filter }) => show(turn, { filter, page: 1 })),
    cardAction('team/filter', turnTo),
    cardAction('team/page', turnTo),
    cardAction('team/refresh', (turn, place) => show(turn, place, true)),
    cardAction('team/course', (turn, { filter, course = '' }) =>
      show(turn, { filter: { ...filter, text: course.toLowerCase() }, page: 1 }),
    ),
    cardAction('team/export', (turn, place) => file.offer(turn, place)),
    acceptedFile('team/export', (turn, { filter }) => file.create(turn, filter)),
  ];
}

function unreadableOf(outcome: TeammateOutcome): number {
  return outcome.kind === 'read' ? (outcome.unreadable ?? 0) : 0;
}
