import { LRUCache } from 'lru-cache';
import type { DirectReport } from '../domain/direct-report';
import type { GraphAccess, TeammateOutcome, TeammateRecords } from '../domain/ports';
import type { TeamSnapshot } from '../domain/team-standing';
import type { ReportingLine } from './reporting-line';
import { untilDeadline, within } from '../lib/until-deadline';

/** The course activities of a manager's direct reports, kept for a minute so that paging and filtering cost no call. */
export interface TeamCourses {
  /**
   * What is there when all of it is, or when the deadline of `access` comes; the rest goes on loading and is there for
   * the next call. With `isAnew`, everything is read again, unless it is being read already.
   */
  load(access: GraphAccess, isAnew: boolean): Promise<TeamSnapshot | 'guest'>;
  /** The list of one report, as `find` of the reporting line gave them. From the team's when that is there. */
  loadOne(
    access: GraphAccess,
    report: DirectReport,
    isAnew: boolean,
  ): Promise<{ readonly outcome: TeammateOutcome; readonly readAt: Date }>;
  forget(manager: Manager): void;
}

type Manager = Pick<GraphAccess, 'tenantId' | 'userId'>;

interface Team extends TeamSnapshot {
  readonly outcomes: Map<string, TeammateOutcome>;
  readonly done: Promise<void>;
}

interface Dependencies {
  readonly reportingLine: ReportingLine;
  readonly records: Pick<TeammateRecords, 'readLists'>;
  /** Most course activities kept, over all managers. */
  readonly cacheSize: number;
}

const KEPT_MS = 60_000;
/** A reporting line that takes longer may hang: whoever asks then does not wait for it, and asks Graph anew. */
const LINE_PATIENCE_MS = 3_000;
/** How long the lists of a large team may go on loading when nobody waits for them any more. */
const LISTS_PATIENCE_MS = 60_000;

export function createTeamCourses({ reportingLine, records, cacheSize }: Dependencies): TeamCourses {
  const starting = new Map<string, Promise<Team | 'guest' | undefined>>();
  const loading = new Map<string, Team>();
  const kept = new LRUCache<string, Team>({
    maxSize: cacheSize,
    sizeCalculation: ({ outcomes }) => [...outcomes.values()].reduce(addSize, 1),
    ttl: KEPT_MS,
  });

  async function start(
    access: GraphAccess,
    notBefore: Date,
    isWanted: () => boolean,
  ): Promise<Team | 'guest'> {
    const key = keyOf(access);
    const readAt = new Date();
    const line = await reportingLine.list(access, notBefore);
    if (line.kind === 'guest') return 'guest';
    const outcomes = new Map<string, TeammateOutcome>();
    const ids = line.reports.map(({ userId }) => userId);
    const done = within(LISTS_PATIENCE_MS, (signal) =>
      records.readLists({ ...access, signal }, ids, (userId, outcome) => outcomes.set(userId, outcome)),
    )
      .then(() => {
        // Unless the manager has signed out meanwhile, or may just be getting a team.
        if (loading.get(key) === team && team.reports.length > 0) kept.set(key, team);
      })
      .finally(() => {
        if (loading.get(key) === team) loading.delete(key);
      });
    // Whoever still waits is told of it below.
    done.catch(() => undefined);
    const team: Team = { reports: line.reports, hasAllReports: line.isComplete, outcomes, readAt, done };
    if (isWanted()) loading.set(key, team);
    return team;
  }

  /** Several who ask at once ask for the reporting line once. Undefined when it does not come for any of them. */
  function startOnce(access: GraphAccess, notBefore: Date): Promise<Team | 'guest' | undefined> {
    const key = keyOf(access);
    const isWanted = (): boolean => starting.get(key) === team;
    const team: Promise<Team | 'guest' | undefined> =
      starting.get(key) ??
      within(LINE_PATIENCE_MS, (signal) => start({ ...access, signal }, notBefore, isWanted)).finally(() => {
        if (isWanted()) starting.delete(key);
      });
    starting.set(key, team);
    return team;
  }

  return {
    async load(access, isAnew) {
      const key = keyOf(access);
      const notBefore = new Date(Date.now() - (isAnew ? 0 : KEPT_MS));
      const known = loading.get(key) ?? (isAnew ? undefined : kept.get(key));
      const started = known ?? (await untilDeadline(startOnce(access, notBefore), access.signal));
      // With no time left, a start of one's own fails at once, as a time-out of Graph.
      const team = started ?? (await start(access, notBefore, () => false));
      if (team === 'guest') return team;
      await untilDeadline(team.done, access.signal).catch((error: unknown) => {
        if ([...team.outcomes.values()].every(hasFailed)) throw error;
      });
      // A copy: what is shown must not change while it is being counted.
      return { ...team, outcomes: new Map(team.outcomes) };
    },

    async loadOne(access, { userId }, isAnew) {
      const team = isAnew ? undefined : kept.get(keyOf(access));
      const known = team?.outcomes.get(userId);
      if (team !== undefined && known !== undefined && !hasFailed(known)) {
        return { outcome: known, readAt: team.readAt };
      }
      const readAt = new Date();
      let outcome: TeammateOutcome = FAILED;
      await records.readLists(access, [userId], (_, read) => (outcome = read));
      if (!hasFailed(outcome)) kept.get(keyOf(access))?.outcomes.set(userId, outcome);
      return { outcome, readAt };
    },

    forget(manager) {
      starting.delete(keyOf(manager));
      loading.delete(keyOf(manager));
      kept.delete(keyOf(manager));
      reportingLine.forget(manager);
    },
  };
}

const FAILED: TeammateOutcome = { kind: 'unreadable', reason: 'failed' };

function hasFailed(outcome: TeammateOutcome): boolean {
  return outcome.kind === 'unreadable' && outcome.reason === 'failed';
}

function addSize(sum: number, outcome: TeammateOutcome): number {
  return sum + (outcome.kind === 'read' ? outcome.activities.length : 0) + 1;
}

function keyOf({ tenantId, userId }: Manager): string {
  return `${tenantId}:${userId}`.toLowerCase();
}
