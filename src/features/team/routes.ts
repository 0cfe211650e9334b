import {
  acceptedFile,
  cardAction,
  question,
  type AcceptedFile,
  type Reply,
  type Route,
  type SignedInTurn,
} from '../../bot/routes';
import type { ListPage } from '../../cards/actions';
import { disclosedMembers, teamCard, type TeamView } from '../../cards/team';
import { teamNotice, type TeamRefusal } from '../../cards/team-notice';
import type { TeamCourses } from '../../courses/team-courses';
import { dueDay } from '../../domain/due';
import {
  toAuditEntries,
  type AuditEntry,
  type AuditLog,
  type LearningCatalog,
  type TeammateOutcome,
} from '../../domain/ports';
import { anyCourse, type CourseFilter } from '../../domain/question';
import { rateTeam, refsOfTeam, type TeammateStanding, type TeamSnapshot } from '../../domain/team-standing';
import { textsFor } from '../../i18n/catalog';
import { toViewer } from '../../i18n/course-text';
import { withDeadline } from '../../lib/deadline';
import { toTeamCsv } from './csv';

interface Dependencies {
  readonly team: Pick<TeamCourses, 'load'>;
  readonly catalog: Pick<LearningCatalog, 'findContents'>;
  readonly audit: Pick<AuditLog, 'record'>;
  /** False if viewing other people's courses is turned off. */
  readonly isOn: boolean;
}

/** Share of a button's answer time for reading the team; the rest is for titles. */
const LISTS_WITHIN_MS = 3_000;

/** "team", "who is overdue?", "who hasn't finished fire safety?": shows all direct reports of the user. */
export function teamRoutes(dependencies: Dependencies): readonly Route[] {
  const { catalog, audit } = dependencies;

  async function show(turn: SignedInTurn, { filter, page }: ListPage, forceRefresh = false): Promise<Reply> {
    const snapshot = await loadTeam(dependencies, turn, forceRefresh);
    if (typeof snapshot === 'string') return teamNotice(turn, snapshot);
    const { contents, missing } = await catalog.findContents(turn, refsOfTeam(snapshot));
    const outcomes = [...snapshot.outcomes.values()];
    const view: TeamView = {
      standing: rateTeam(snapshot, contents, { filter, at: turn }),
      ...(missing !== undefined && { missing }),
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
    await audit.record(toViews(turn, 'team', disclosedMembers(view)));
    return teamCard(view);
  }

  /** Returns the people in the file, or why there is none. */
  async function listForFile(
    turn: SignedInTurn,
    filter: CourseFilter,
  ): Promise<readonly TeammateStanding[] | TeamRefusal> {
    const snapshot = await loadTeam(dependencies, turn);
    // Who asks for a file may mean their own courses.
    if (snapshot === 'team.noReports') return 'team.file.noReports';
    if (typeof snapshot === 'string') return snapshot;
    if (snapshot.outcomes.size < snapshot.reports.length) return 'team.file.incomplete';
    const { contents } = await catalog.findContents(turn, refsOfTeam(snapshot, Infinity));
    return rateTeam(snapshot, contents, { filter, at: turn }).members;
  }

  async function offerFile(turn: SignedInTurn, { filter, page }: ListPage): Promise<Reply> {
    const members = await listForFile(turn, filter);
    if (typeof members === 'string') return teamNotice({ ...turn, page: { filter, page } }, members);
    const { t } = textsFor(turn.locale);
    return {
      kind: 'fileOffer',
      name: toFileName(turn),
      description: t('team.file.description'),
      bytes: toTeamCsv(members, { filter, viewer: turn }).length,
      context: { manager: turn.userId, filter, page },
      text: t('team.file.offered'),
    };
  }

  /** Creates the file again when the offer is accepted: nothing is handed out before that. */
  async function createFile(turn: SignedInTurn, { filter, page }: ListPage): Promise<AcceptedFile> {
    const members = await listForFile(turn, filter);
    if (typeof members === 'string') return teamNotice({ ...turn, page: { filter, page } }, members);
    await audit.record(toViews(turn, 'export', members));
    return { kind: 'file', name: toFileName(turn), content: toTeamCsv(members, { filter, viewer: turn }) };
  }

  const turnTo = (turn: SignedInTurn, page: ListPage): Promise<Reply> => show(turn, page);
  return [
    question('teamStatus', (turn, { filter }) => show(turn, { filter, page: 1 })),
    question('export', (turn) => offerFile(turn, { filter: anyCourse, page: 1 })),
    cardAction('team/filter', turnTo),
    cardAction('team/page', turnTo),
    cardAction('team/refresh', (turn, page) => show(turn, page, true)),
    cardAction('team/course', (turn, { filter, course = '' }) =>
      show(turn, { filter: { ...filter, text: course.toLowerCase() }, page: 1 }),
    ),
    cardAction('team/export', offerFile),
    acceptedFile('team/export', createFile),
  ];
}

/** Returns the part of the team that could be read in time, or why there is none. */
async function loadTeam(
  { team, isOn }: Dependencies,
  turn: SignedInTurn,
  forceRefresh = false,
): Promise<TeamSnapshot | TeamRefusal> {
  if (!isOn) return 'team.off';
  const snapshot = await withDeadline(
    LISTS_WITHIN_MS,
    (signal) => team.load({ ...turn, signal }, forceRefresh),
    turn.signal,
  );
  if (snapshot === 'guest') return 'team.guest';
  return snapshot.reports.length === 0 ? 'team.noReports' : snapshot;
}

/** Returns the audit entries for the people that the manager is about to see. */
function toViews(
  turn: SignedInTurn,
  what: 'team' | 'export',
  members: readonly TeammateStanding[],
): readonly AuditEntry[] {
  const people = members.map(({ kind, report }) => ({
    personId: report.userId,
    outcome: kind === 'read' ? ('shown' as const) : ('unreadable' as const),
  }));
  return toAuditEntries(turn, what, people);
}

function toFileName(turn: SignedInTurn): string {
  const today = dueDay({ kind: 'instant', dateTime: turn.now.toISOString() }, turn);
  return `${textsFor(turn.locale).t('team.file.name')} ${today}.csv`;
}

function unreadableOf(outcome: TeammateOutcome): number {
  return outcome.kind === 'read' ? (outcome.unreadable ?? 0) : 0;
}
