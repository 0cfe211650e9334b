import { LRUCache } from 'lru-cache';
import type { DirectReport } from '../domain/direct-report';
import type { Directory, GraphAccess } from '../domain/ports';
import { userKey, type User } from '../domain/user-key';
import { createSingleFlight } from '../lib/single-flight';

/**
 * Decides who may view whose courses, from Graph's answer to the caller's own token. Fails closed: a fault is thrown, and
 * until the line is read nobody counts as a manager.
 */
export interface ReportingLine {
  /** The caller's direct reports as they were at `notBefore` or at most 5 minutes ago, whichever is later. */
  list(access: GraphAccess, notBefore: Date): Promise<Reports>;
  /** The direct reports confirmed in the last 5 minutes, without a call. Does not authorize a view of them. */
  listKept(manager: User): readonly DirectReport[];
  /** The caller's direct report with this id; read again unless confirmed in the last 5 minutes. */
  find(access: GraphAccess, userId: string): Promise<DirectReport | undefined>;
  forget(manager: User): void;
}

export type Reports =
  | { readonly kind: 'manager'; readonly reports: readonly DirectReport[]; readonly isComplete: boolean }
  | { readonly kind: 'guest' };

interface Kept {
  /** When Graph was asked. */
  readonly readAt: Date;
  /** The same by the monotonic clock. */
  readonly readAtMs: number;
  readonly reports: Reports;
}

/** How long a confirmed reporting line is valid (docs/decisions/0015-who-may-view-whose-courses.md). */
const CONFIRMED_MS = 5 * 60_000;
const MOST_MANAGERS = 2_000;

export function createReportingLine(
  directory: Pick<Directory, 'listDirectReports' | 'isGuest'>,
): ReportingLine {
  const confirmed = new LRUCache<string, Kept>({ max: MOST_MANAGERS });
  const readings = createSingleFlight<Reports>();

  /** Never shared; only the newest reading of a manager's line is kept. */
  function read(access: GraphAccess): Promise<Reports> {
    const key = userKey(access);
    const started = { readAt: new Date(), readAtMs: performance.now() };
    return readings.start(key, async (isCurrent) => {
      const [isGuest, list] = await Promise.all([
        directory.isGuest(access),
        directory.listDirectReports(access),
      ]);
      const reports: Reports = isGuest ? { kind: 'guest' } : { kind: 'manager', ...list };
      if (!isCurrent()) return reports;
      // An empty list is not kept: the person may become a manager any moment.
      const isManager = reports.kind === 'manager' && reports.reports.length > 0;
      if (isManager) confirmed.set(key, { ...started, reports });
      else confirmed.delete(key);
      return reports;
    });
  }

  /** The line, unless either clock says that it is too old. */
  function findConfirmed(key: string, notBefore = new Date(0)): Reports | undefined {
    const kept = confirmed.get(key);
    if (kept === undefined || kept.readAt < notBefore) return undefined;
    const ageMs = Date.now() - kept.readAt.getTime();
    const isRecent = ageMs >= 0 && Math.max(ageMs, performance.now() - kept.readAtMs) < CONFIRMED_MS;
    return isRecent ? kept.reports : undefined;
  }

  return {
    async list(access, notBefore) {
      return findConfirmed(userKey(access), notBefore) ?? read(access);
    },
    listKept(manager) {
      const line = findConfirmed(userKey(manager));
      return line?.kind === 'manager' ? line.reports : [];
    },
    async find(access, userId) {
      // A missing report is read again: the person may have become one.
      return findIn(findConfirmed(userKey(access)), userId) ?? findIn(await read(access), userId);
    },
    forget: (manager) => {
      readings.forget(userKey(manager));
      confirmed.delete(userKey(manager));
    },
  };
}

function findIn(reports: Reports | undefined, userId: string): DirectReport | undefined {
  if (reports?.kind !== 'manager') return undefined;
  return reports.reports.find((report) => report.userId === userId.toLowerCase());
}
