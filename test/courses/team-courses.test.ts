import { setTimeout as sleep } from 'node:timers/promises';
import type { DirectReport } from '../../src/domain/direct-report';
import type { GraphAccess, TeammateOutcome, TeammateRecords } from '../../src/domain/ports';
import type { Reports, ReportingLine } from '../../src/courses/reporting-line';
import { createTeamCourses, type TeamCourses } from '../../src/courses/team-courses';
import type { TeamSnapshot } from '../../src/domain/team-standing';
import { anActivity } from '../support/courses';

const people = ['ada', 'ben', 'cleo'].map((userId): DirectReport => ({ userId, isEnabled: true }));
const [ada, ben] = people as [DirectReport, DirectReport, DirectReport];

interface Reading {
  readonly userIds: readonly string[];
  readonly signal: AbortSignal;
  /** Delivers one person's list. */
  tell(userId: string, outcome?: TeammateOutcome): void;
  finish(): void;
  fail(error: Error): void;
}

/** Records that answer when the test tells them to. */
function heldRecords(): Pick<TeammateRecords, 'readLists'> & { readonly readings: Reading[] } {
  const readings: Reading[] = [];
  return {
    readings,
    readLists: ({ signal }, userIds, keep) =>
      new Promise((finish, fail) => {
        const tell: Reading['tell'] = (userId, outcome = read()) => {
          keep(userId, outcome);
        };
        readings.push({ userIds, signal, tell, finish, fail });
      }),
  };
}

function read(count = 1): TeammateOutcome {
  return { kind: 'read', activities: Array.from({ length: count }, () => anActivity()), isComplete: true };
}

function access(signal: AbortSignal = new AbortController().signal, userId = 'manager'): GraphAccess {
  return { userId, tenantId: 'contoso', graphToken: 'token', signal };
}

function build({ reports = people, cacheSize = 1_000 } = {}) {
  const records = heldRecords();
  const line = { kind: 'manager', reports, isComplete: true } as Reports;
  const list = jest.fn<Promise<Reports>, [GraphAccess, Date]>(() => Promise.resolve(line));
  const forget = jest.fn<undefined, Parameters<ReportingLine['forget']>>();
  const reportingLine = { list, listKept: () => [], find: () => Promise.resolve(undefined), forget };
  const team = createTeamCourses({ reportingLine, records, cacheSize });
  return { records, reportingLine: { list, forget }, team };
}

/** Runs all pending promise callbacks. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function loadWhole(team: TeamCourses, readings: readonly Reading[]): Promise<TeamSnapshot> {
  const loading = team.load(access(), false);
  await settle();
  const reading = readings.at(-1);
  for (const userId of reading?.userIds ?? []) reading?.tell(userId);
  reading?.finish();
  return asTeam(await loading);
}

function asTeam(snapshot: TeamSnapshot | 'guest'): TeamSnapshot {
  if (snapshot === 'guest') throw new Error('A guest has no team.');
  return snapshot;
}

function namesIn({ outcomes }: TeamSnapshot): readonly string[] {
  return [...outcomes.keys()];
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('load', () => {
  it('returns what is loaded at the deadline, and the rest to the next caller', async () => {
    const { records, team } = build();
    const deadline = new AbortController();
    const first = team.load(access(deadline.signal), false);
    await settle();
    records.readings[0]?.tell('ada');
    deadline.abort();
    const partial = asTeam(await first);
    records.readings[0]?.tell('ben');
    records.readings[0]?.tell('cleo');
    records.readings[0]?.finish();
    const whole = asTeam(await team.load(access(), false));

    expect(partial.reports).toEqual(people);
    expect(namesIn(partial)).toEqual(['ada']);
    expect(namesIn(whole)).toEqual(['ada', 'ben', 'cleo']);
    expect(records.readings).toHaveLength(1);
    expect(records.readings[0]?.signal.aborted).toBe(false);
  });

  it('reads nothing again within a minute, and everything after it', async () => {
    const { records, reportingLine, team } = build();
    await loadWhole(team, records.readings);
    const now = performance.now();
    const clock = jest.spyOn(performance, 'now');

    clock.mockReturnValue(now + 59_000);
    await team.load(access(), false);
    expect(records.readings).toHaveLength(1);
    expect(reportingLine.list).toHaveBeenCalledTimes(1);

    clock.mockReturnValue(now + 61_000);
    // The cache reads the clock once a millisecond.
    await sleep(5);
    void team.load(access(), false);
    await settle();
    expect(records.readings).toHaveLength(2);
  });

  it('reads everything again on refresh, including the reporting line', async () => {
    const { records, reportingLine, team } = build();
    await loadWhole(team, records.readings);
    const askedAt = new Date();

    void team.load(access(), true);
    await settle();

    expect(records.readings).toHaveLength(2);
    const [, notBefore] = reportingLine.list.mock.calls[1] ?? [];
    expect(notBefore?.getTime()).toBeGreaterThanOrEqual(askedAt.getTime());
  });

  it('joins a running read, even on refresh', async () => {
    const { records, reportingLine, team } = build();
    const all = [false, true, false].map((forceRefresh) => team.load(access(), forceRefresh));
    await settle();
    all.push(team.load(access(), true));
    for (const { userId } of people) records.readings[0]?.tell(userId);
    records.readings[0]?.finish();

    const sizes = (await Promise.all(all)).map((snapshot) => asTeam(snapshot).outcomes.size);

    expect(sizes).toEqual([3, 3, 3, 3]);
    expect(records.readings).toHaveLength(1);
    expect(reportingLine.list).toHaveBeenCalledTimes(1);
  });

  it('keeps each manager apart', async () => {
    const { records, team } = build();
    await loadWhole(team, records.readings);

    void team.load(access(undefined, 'another'), false);
    await settle();

    expect(records.readings).toHaveLength(2);
  });

  it('returns a copy that does not change later', async () => {
    const { records, team } = build();
    const deadline = new AbortController();
    const loading = team.load(access(deadline.signal), false);
    await settle();
    deadline.abort();
    const snapshot = asTeam(await loading);
    records.readings[0]?.tell('ada');

    expect(snapshot.outcomes.size).toBe(0);
  });

  it.each<[string, readonly TeammateOutcome[]]>([
    ['nothing is there', []],
    ['all that is there is that it failed', [{ kind: 'unreadable', reason: 'failed' }]],
  ])('throws when %s, and tries again the next time', async (_, outcomes) => {
    const { records, team } = build();
    const loading = team.load(access(), false);
    await settle();
    for (const outcome of outcomes) records.readings[0]?.tell('ada', outcome);
    records.readings[0]?.fail(new Error('throttled'));
    await expect(loading).rejects.toThrow('throttled');

    expect((await loadWhole(team, records.readings)).outcomes.size).toBe(3);
  });

  it.each<[string, TeammateOutcome]>([
    ['someone was read', read()],
    ['someone is known to be unreadable', { kind: 'unreadable', reason: 'unlicensed' }],
  ])('returns what is loaded when %s before the fault, and keeps nothing', async (_, outcome) => {
    const { records, team } = build();
    const loading = team.load(access(), false);
    await settle();
    records.readings[0]?.tell('ada', outcome);
    records.readings[0]?.fail(new Error('throttled'));

    expect(namesIn(asTeam(await loading))).toEqual(['ada']);
    expect((await loadWhole(team, records.readings)).outcomes.size).toBe(3);
  });

  it('throws when the reporting line cannot be read', async () => {
    const { records, reportingLine, team } = build();
    reportingLine.list.mockRejectedValueOnce(new Error('no answer'));

    await expect(team.load(access(), false)).rejects.toThrow('no answer');
    expect((await loadWhole(team, records.readings)).outcomes.size).toBe(3);
  });

  it('waits for a shared reporting line only as long as its own deadline', async () => {
    const { team, reportingLine } = build();
    const late = new Error('too late');
    reportingLine.list.mockImplementation(
      ({ signal }) =>
        new Promise((_, reject) => {
          const stop = (): void => {
            reject(late);
          };
          signal.addEventListener('abort', stop);
          if (signal.aborted) stop();
        }),
    );
    const deadline = new AbortController();
    const patient = team.load(access(), false);
    const asked = team.load(access(deadline.signal), false);
    const isOpen = jest.fn();
    patient.then(isOpen, isOpen);

    deadline.abort();

    await expect(asked).rejects.toBe(late);
    await settle();
    expect(isOpen).not.toHaveBeenCalled();
  });

  it('asks for the reporting line again when an answer never comes', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const { team, reportingLine, records } = build();
    reportingLine.list.mockImplementationOnce(() => new Promise(() => undefined));
    const loading = team.load(access(), false);

    await jest.advanceTimersByTimeAsync(3_000);
    records.readings[0]?.finish();
    const { reports } = asTeam(await loading);
    jest.useRealTimers();

    expect(reports).toEqual(people);
    expect(reportingLine.list).toHaveBeenCalledTimes(2);
  });

  it('recognizes a guest and does not remember it', async () => {
    const { records, reportingLine, team } = build();
    reportingLine.list.mockResolvedValueOnce({ kind: 'guest' });

    expect(await team.load(access(), false)).toBe('guest');
    expect((await loadWhole(team, records.readings)).outcomes.size).toBe(3);
  });

  it('does not remember that there is no team', async () => {
    const { records, reportingLine, team } = build();
    reportingLine.list.mockResolvedValueOnce({ kind: 'manager', reports: [], isComplete: true });

    expect((await loadWhole(team, records.readings)).reports).toEqual([]);
    expect((await loadWhole(team, records.readings)).reports).toEqual(people);
  });

  it('keeps nothing that is too large for the memory', async () => {
    const { records, team } = build({ cacheSize: 3 });
    await loadWhole(team, records.readings);

    void team.load(access(), false);
    await settle();

    expect(records.readings).toHaveLength(2);
  });
});

describe('forget', () => {
  it('makes the next call read everything again, including the reporting line', async () => {
    const { records, reportingLine, team } = build();
    await loadWhole(team, records.readings);

    team.forget(access());
    void team.load(access(), false);
    await settle();

    expect(records.readings).toHaveLength(2);
    expect(reportingLine.forget).toHaveBeenCalledWith(access());
  });

  it('keeps nothing of a running read', async () => {
    const { records, team } = build();
    const loading = team.load(access(), false);
    await settle();
    team.forget(access());
    records.readings[0]?.tell('ada');
    records.readings[0]?.finish();
    await loading;

    void team.load(access(), false);
    await settle();

    expect(records.readings).toHaveLength(2);
  });

  it('keeps nothing of a team whose reporting line is being read', async () => {
    const { records, team } = build();
    const loading = team.load(access(), false);
    team.forget(access());
    await settle();
    records.readings[0]?.tell('ada');
    records.readings[0]?.finish();
    await loading;

    void team.load(access(), false);
    await settle();

    expect(records.readings).toHaveLength(2);
  });
});

describe('loadOne', () => {
  it('takes the list from the team that was just read', async () => {
    const { records, team } = build();
    const { outcomes, readAt } = await loadWhole(team, records.readings);

    expect(await team.loadOne(access(), ada, false)).toEqual({ outcome: outcomes.get('ada'), readAt });
    expect(records.readings).toHaveLength(1);
  });

  it('reads one list without a kept team or on refresh, and updates the team', async () => {
    const { records, team } = build();
    await loadWhole(team, records.readings);
    const refreshed = team.loadOne(access(), ben, true);
    const fresh = read(5);
    records.readings[1]?.tell('ben', fresh);
    records.readings[1]?.finish();

    expect((await refreshed).outcome).toBe(fresh);
    expect(records.readings[1]?.userIds).toEqual(['ben']);
    expect((await team.loadOne(access(), ben, false)).outcome).toBe(fresh);
    expect(asTeam(await team.load(access(), false)).outcomes.get('ben')).toBe(fresh);
  });

  it('reads a person again whose list failed with the team', async () => {
    const { records, team } = build();
    const loading = team.load(access(), false);
    await settle();
    records.readings[0]?.tell('ada');
    records.readings[0]?.tell('ben', { kind: 'unreadable', reason: 'failed' });
    records.readings[0]?.finish();
    await loading;
    const again = team.loadOne(access(), ben, false);
    const fresh = read();
    records.readings[1]?.tell('ben', fresh);
    records.readings[1]?.finish();

    expect((await again).outcome).toBe(fresh);
    expect(asTeam(await team.load(access(), false)).outcomes.get('ben')).toBe(fresh);
  });

  it('keeps the team when refreshing one list fails', async () => {
    const { records, team } = build();
    const { outcomes } = await loadWhole(team, records.readings);
    const refreshed = team.loadOne(access(), ben, true);
    records.readings[1]?.finish();

    expect((await refreshed).outcome).toEqual({ kind: 'unreadable', reason: 'failed' });
    expect(asTeam(await team.load(access(), false)).outcomes.get('ben')).toBe(outcomes.get('ben'));
  });

  it('says that it failed when the deadline comes first', async () => {
    const { records, team } = build();
    const loading = team.loadOne(access(), ben, false);
    records.readings[0]?.finish();

    expect((await loading).outcome).toEqual({ kind: 'unreadable', reason: 'failed' });
  });

  it('throws Graph’s fault', async () => {
    const { records, team } = build();
    const loading = team.loadOne(access(), ben, false);
    records.readings[0]?.fail(new Error('throttled'));

    await expect(loading).rejects.toThrow('throttled');
  });
});
