import type { SignedInTurn } from '../../bot/routes';
import { toAuditEntries } from '../../domain/audit-entries';
import { withDeadline } from '../../lib/with-deadline';
import type { AuditLog, LearningCatalog, MissingContents } from '../../domain/ports';
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
  /** False where looking at other people's courses is switched off. */
  readonly isOn: boolean;
}

/** A manager's look at everybody who reports to them. */
export interface LookAtTeam {
  /** Returns the team as far as it could be read in time, or the sentence that this user has none. */
  load(turn: SignedInTurn, forceRefresh: boolean): Promise<TeamSnapshot | string>;
  /** How the team stands, and whether titles are missing. `mostContents` bounds those that are looked up. */
  rate(
    turn: SignedInTurn,
    snapshot: TeamSnapshot,
    asked: { readonly filter: CourseFilter; readonly mostContents?: number },
  ): Promise<{ readonly standing: TeamStanding; readonly missing?: MissingContents }>;
  /** Puts on record whom the manager is about to see. */
  record(turn: SignedInTurn, what: 'team' | 'export', members: readonly TeammateStanding[]): Promise<void>;
}

/** Of the time that a button's answer may take; the rest is for titles. */
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
      return { standing, ...(missing !== undefined && { missing }) };
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
