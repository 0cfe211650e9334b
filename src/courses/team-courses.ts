import { LRUCache } from 'lru-cache';
import type { DirectReport } from '../domain/direct-report';
import type { GraphAccess, TeammateOutcome, TeammateRecords } from '../domain/ports';
import { activitiesOf, type TeamSnapshot } from '../domain/team-standing';
import { userKey, type User } from '../domain/user-key';
import { createSingleFlight } from '../lib/single-flight';
import { untilDeadline, within } from '../lib/deadline';
import type { ReportingLine } from './reporting-line';

/** The course activities of a manager's direct reports, kept for a minute so that paging and filtering cost no call. */
export interface TeamCourses {
  /**
   * All that is loaded when loading ends or the deadline of `access` comes; the rest goes on loading for the next call.
   * With `forceRefresh`, everything is read again unless a read is open.
   */
  load(access: GraphAccess, forceRefresh: boolean): Promise<TeamSnapshot | 'guest'>;
  /** The list of one report whom the reporting line has confirmed; from the kept team when it has one. */
  loadOne(
    access: GraphAccess,
    report: DirectReport,
    forceRefresh: boolean,
  ): Promise<{ readonly outcome: TeammateOutcome; readonly readAt: Date }>;
  forget(manager: User): void;
}

interface Team extends TeamSnapshot {
  readonly outcomes: Map<string, TeammateOutcome>;
}

/** A team whose reporting line is known; `done` settles when all lists are read. */
interface Loading {
  readonly team: Team;
  readonly done: Promise<unknown>;
}

interface Dependencies {
  readonly reportingLine: ReportingLine;
  readonly records: Pick<TeammateRecords, 'readLists'>;
  /** Most course activities kept, over all managers. */
  readonly cacheSize: number;
}

const KEPT_MS = 60_000;
/** A slower reporting line may hang: later callers start their own read. */
const LINE_PATIENCE_MS = 3_000;
/** The lists of a large team may load for this long, also when nobody waits any more. */
const LISTS_PATIENCE_MS = 60_000;

export function createTeamCourses({ reportingLine, records, cacheSize }: Dependencies): TeamCourses {
  const starts = createSingleFlight<Loading | 'guest' | undefined>();
  const lists = createSingleFlight<unknown, Team>();
  const kept = new LRUCache<string, Team>({
    maxSize: cacheSize,
    sizeCalculation: ({ outcomes }) =>
      [...outcomes.values()].reduce((size, one) => size + 1 + activitiesOf(one).length, 1),
    ttl: KEPT_MS,
  });

  async function start(
    access: GraphAccess,
    notBefore: Date,
    isCurrent: () => boolean,
  ): Promise<Loading | 'guest'> {
    const key = userKey(access);
    const readAt = new Date();
    const line = await reportingLine.list(access, notBefore);
    if (line.kind === 'guest') return 'guest';
    const outcomes = new Map<string, TeammateOutcome>();
    const team: Team = { reports: line.reports, hasAllReports: line.isComplete, outcomes, readAt };
    const ids = line.reports.map(({ userId }) => userId);
    const readLists = async (isWanted: () => boolean): Promise<void> => {
      await within(LISTS_PATIENCE_MS, (signal) =>
        records.readLists({ ...access, signal }, ids, (userId, outcome) => outcomes.set(userId, outcome)),
      );
      // A manager who has signed out is forgotten; one without reports may just be getting a team.
      if (isWanted() && ids.length > 0) kept.set(key, team);
    };
    return { team, done: isCurrent() ? lists.start(key, readLists, team) : readLists(() => false) };
  }

  /** Reads the reporting line once for all who ask at the same time; undefined when it takes too long. */
  function startOnce(access: GraphAccess, notBefore: Date): Promise<Loading | 'guest' | undefined> {
    return starts.share(userKey(access), (isCurrent) =>
      within(LINE_PATIENCE_MS, (signal) => start({ ...access, signal }, notBefore, isCurrent)),
    );
  }

  function findKnown(key: string, forceRefresh: boolean): Loading | undefined {
    const open = lists.find(key);
    if (open !== undefined) return { team: open.details, done: open.result };
    const team = forceRefresh ? undefined : kept.get(key);
    return team && { team, done: Promise.resolve() };
  }

  return {
    async load(access, forceRefresh) {
      const notBefore = new Date(Date.now() - (forceRefresh ? 0 : KEPT_MS));
      const known =
        findKnown(userKey(access), forceRefresh) ??
        (await untilDeadline(startOnce(access, notBefore), access.signal));
      // With no time left, a start of our own fails at once with Graph's time-out.
      const loading = known ?? (await start(access, notBefore, () => false));
      if (loading === 'guest') return loading;
      const { team, done } = loading;
      await untilDeadline(done, access.signal).catch((error: unknown) => {
        if ([...team.outcomes.values()].every(hasFailed)) throw error;
      });
      // A copy, because loading goes on while the caller counts.
      return { ...team, outcomes: new Map(team.outcomes) };
    },

    async loadOne(access, { userId }, forceRefresh) {
      const team = forceRefresh ? undefined : kept.get(userKey(access));
      const known = team?.outcomes.get(userId);
      if (team !== undefined && known !== undefined && !hasFailed(known)) {
        return { outcome: known, readAt: team.readAt };
      }
      const readAt = new Date();
      let outcome: TeammateOutcome = FAILED;
      await records.readLists(access, [userId], (_, read) => (outcome = read));
      if (!hasFailed(outcome)) kept.get(userKey(access))?.outcomes.set(userId, outcome);
      return { outcome, readAt };
    },

    forget(manager) {
      starts.forget(userKey(manager));
      lists.forget(userKey(manager));
      kept.delete(userKey(manager));
      reportingLine.forget(manager);
    },
  };
}

const FAILED: TeammateOutcome = { kind: 'unreadable', reason: 'failed' };

function hasFailed(outcome: TeammateOutcome): boolean {
  return outcome.kind === 'unreadable' && outcome.reason === 'failed';
}
