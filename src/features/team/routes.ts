import {
  acceptedFile,
  cardAction,
  question,
  type Reply,
  type Route,
  type SignedInTurn,
} from '../../bot/routes';
import type { TeamActionData } from '../../cards/action-data';
import { toNoticeData } from '../../cards/notice';
import type { RenderCard } from '../../cards/render-card';
import type { TeammateOutcome } from '../../domain/ports';
import { textFor } from '../../text/text-for';
import { toSeen, toTeamData, toTeamText, type TeamView } from './card-data';
import { createLookAtTeam, type TeamDependencies } from './look-at-team';
import { createTeamFile } from './team-file';

interface Dependencies extends TeamDependencies {
  readonly renderCard: RenderCard;
}

type Place = Omit<TeamActionData, 'manager'>;

/** "team", "who is overdue?", "who hasn't finished fire safety?": everybody who reports to the asker. */
export function teamRoutes(dependencies: Dependencies): readonly Route[] {
  const { renderCard } = dependencies;
  const look = createLookAtTeam(dependencies);
  const file = createTeamFile(look);

  async function show(turn: SignedInTurn, { filter, page }: Place, isAnew = false): Promise<Reply> {
    const snapshot = await look.load(turn, isAnew);
    const { language } = textFor(turn.locale);
    if (typeof snapshot === 'string') {
      return {
        kind: 'card',
        card: renderCard('notice', toNoticeData({ sentence: snapshot }), language),
        text: snapshot,
      };
    }
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
      hasAllCourses: outcomes.every((outcome) => outcome.kind === 'unreadable' || outcome.isComplete),
      unreadable: outcomes.reduce((sum, outcome) => sum + unreadableOf(outcome), 0),
      locale: turn.locale,
      zone: turn.zone,
      now: turn.now,
    };
    await look.record(turn, 'team', toSeen(view));
    return { kind: 'card', card: renderCard('team', toTeamData(view), language), text: toTeamText(view) };
  }

  const turnTo = (turn: SignedInTurn, place: Place): Promise<Reply> => show(turn, place);
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
