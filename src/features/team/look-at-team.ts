import type { SignedInTurn } from '../../bot/routes';
import { withDeadline } from '../../lib/deadline';
import {
  toAuditEntries,
  type AuditLog,
  type LearningCatalog,
  type MissingContents,
} from '../../domain/ports';
import type { CourseFilter } from '../../domain/question';
import type { TeamCourses } from '../../courses/team-courses';
import {
  rateTeam,
  refsOfTeam,
  type TeammateStanding,
  type TeamSnapshot,
  type TeamStanding,
} from '../../domain/team-standing';
import { textsFor } from '../../i18n/catalog';

export interface TeamDependencies {
  readonly team: TeamCourses;
  readonly catalog: Pick<LearningCatalog, 'findContents'>;
  readonly audit: Pick<AuditLog, 'record'>;
  /** False if viewing other people's courses is turned off. */
  readonly isOn: boolean;
}

/** A manager's view of all direct reports. */
export interface LookAtTeam {
  /** Returns the part of the team that could be read in time, or a sentence that says there is none. */
  load(turn: SignedInTurn, forceRefresh: boolean): Promise<TeamSnapshot | string>;
  /** Returns the team's progress, and whether titles are missing. Looks up at most `mostContents` titles. */
  rate(
    turn: SignedInTurn,
    snapshot: TeamSnapshot,
    asked: { readonly filter: CourseFilter; readonly mostContents?: number },
  ): Promise<{ readonly standing: TeamStanding; readonly missing?: MissingContents | undefined }>;
  /** Logs which people the manager is about to see. */
  record(turn: SignedInTurn, what: 'team' | 'export', members: readonly TeammateStanding[]): Promise<void>;
}

/** Share of a button's answer time for reading the team; the rest is for titles. */
const LISTS_WITHIN_MS = 3_000;

export function createLookAtTeam({ team, catalog, audit, isOn }: TeamDependencies): LookAtTeam {
  return {
    async load(turn, forceRefresh) {
      const { t } = textsFor(turn.locale);
      if (!isOn) return t('team.off');
      const snapshot = await withDeadline(
        LISTS_WITHIN_MS,
        (signal) => team.load({ ...turn, signal }, forceRefresh),
        turn.signal,
      );
      if (snapshot === 'guest') return t('team.guest');
      return snapshot.reports.length === 0 ? t('team.noReports') : snapshot;
    },

    async rate(turn, snapshot, { filter, mostContents }) {
      const refs = refsOfTeam(snapshot, mostContents);
      const { contents, missing } = await catalog.findContents(turn, refs);
      const standing = rateTeam(snapshot, contents, { filter, at: turn });
      return { standing, missing };
    },

    record(turn, what, members) {
      const people = members.map(({ kind, report }) => ({
        personId: report.userId,
        outcome: kind === 'read' ? ('shown' as const) : ('unreadable' as const),
      }));
      return audit.record(toAuditEntries(turn, what, people));
    },
  };
}
