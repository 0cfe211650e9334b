import type { DirectReport } from '../../src/domain/direct-report';
import type { GraphAccess } from '../../src/domain/ports';
import { createReportingLine } from '../../src/courses/reporting-line';
import { LEARNER } from '../support/courses';

const MINUTE_MS = 60_000;
const LONG_AGO = new Date(0);
const MANAGER = 'abcdef00-0000-4000-8000-00000000000f';
const ben: DirectReport = { userId: LEARNER, displayName: 'Ben', isEnabled: true };

function access(changes: Partial<GraphAccess> = {}): GraphAccess {
  const signal = new AbortController().signal;
  return { userId: MANAGER, tenantId: 'contoso', graphToken: 'token', signal, ...changes };
}

/** A directory whose answers the test changes. */
function aDirectory() {
  const directory = {
    reports: [ben] as readonly DirectReport[],
    guest: false,
    fault: undefined as Error | undefined,
    reads: 0,
    listDirectReports: async () => {
      directory.reads++;
      await Promise.resolve();
      if (directory.fault !== undefined) throw directory.fault;
      return { reports: directory.reports, isComplete: true };
    },
    isGuest: () => Promise.resolve(directory.guest),
  };
  return directory;
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('find', () => {
  it('trusts a report for 5 minutes, and then asks again', async () => {
    const directory = aDirectory();
    const line = createReportingLine(directory);
    await line.find(access(), LEARNER);
    directory.reports = [];

    jest.advanceTimersByTime(5 * MINUTE_MS - 1);
    const within = await line.find(access(), LEARNER);
    jest.advanceTimersByTime(2);
    const after = await line.find(access(), LEARNER);

    expect([within, after]).toEqual([ben, undefined]);
    expect(directory.reads).toBe(2);
  });

  it.each([
    ['before Graph was asked', -60],
    ['by less than has passed', -3],
    ['forward', 60],
  ])('is not trusted for longer when the clock is set %s', async (_, minutes) => {
    const directory = aDirectory();
    const line = createReportingLine(directory);
    await line.find(access(), LEARNER);
    directory.reports = [];

    jest.advanceTimersByTime(4 * MINUTE_MS);
    jest.setSystemTime(Date.now() + minutes * MINUTE_MS);
    jest.advanceTimersByTime(MINUTE_MS);

    expect(await line.find(access(), LEARNER)).toBeUndefined();
  });

  it('counts the 5 minutes from when Graph was asked, however long it took', async () => {
    const directory = aDirectory();
    const { listDirectReports } = directory;
    directory.listDirectReports = async () => {
      jest.advanceTimersByTime(8_000);
      return listDirectReports();
    };
    const line = createReportingLine(directory);
    await line.find(access(), LEARNER);
    directory.reports = [];

    jest.advanceTimersByTime(5 * MINUTE_MS - 7_000);

    expect(await line.find(access(), LEARNER)).toBeUndefined();
  });

  it('never remembers that someone is not a report', async () => {
    const directory = aDirectory();
    directory.reports = [];
    const line = createReportingLine(directory);
    const before = await line.find(access(), LEARNER);
    directory.reports = [ben];

    expect([before, await line.find(access(), LEARNER)]).toEqual([undefined, ben]);
  });

  it('compares ids in any case', async () => {
    const id = 'ABCDEF00-0000-4000-8000-000000000001';
    const directory = aDirectory();
    directory.reports = [{ userId: id.toLowerCase(), isEnabled: true }];

    expect(await createReportingLine(directory).find(access(), id)).toBeDefined();
  });

  it('keeps each manager, and each tenant, apart', async () => {
    const directory = aDirectory();
    const line = createReportingLine(directory);
    await line.find(access(), LEARNER);
    directory.reports = [];

    const others = [access({ userId: LEARNER }), access({ tenantId: 'fabrikam' })];

    expect(await Promise.all(others.map((other) => line.find(other, LEARNER)))).toEqual([
      undefined,
      undefined,
    ]);
    expect(await line.find(access({ userId: MANAGER.toUpperCase() }), LEARNER)).toEqual(ben);
  });

  it('finds no one for a guest, and does not remember it', async () => {
    const directory = aDirectory();
    directory.guest = true;
    const line = createReportingLine(directory);
    const asGuest = await line.find(access(), LEARNER);
    directory.guest = false;

    expect([asGuest, await line.find(access(), LEARNER)]).toEqual([undefined, ben]);
  });

  it.each(['listDirectReports', 'isGuest'] as const)(
    'throws when %s fails, and keeps nothing',
    async (part) => {
      const directory = aDirectory();
      const works = directory[part];
      Object.assign(directory, { [part]: () => Promise.reject(new Error('no answer')) });
      const line = createReportingLine(directory);
      const failed = line.find(access(), LEARNER);

      await expect(failed).rejects.toThrow('no answer');
      Object.assign(directory, { [part]: works, reports: [] });
      expect(await line.find(access(), LEARNER)).toBeUndefined();
    },
  );

  it.each<[string, Partial<ReturnType<typeof aDirectory>>]>([
    ['no one reports to the caller', { reports: [] }],
    ['the caller is a guest', { guest: true }],
  ])('drops what it knew as soon as Graph says that %s', async (_, news) => {
    const directory = aDirectory();
    const line = createReportingLine(directory);
    const before = await line.find(access(), LEARNER);
    jest.advanceTimersByTime(MINUTE_MS);
    Object.assign(directory, news);

    await line.list(access(), new Date());

    expect([before, await line.find(access(), LEARNER)]).toEqual([ben, undefined]);
  });

  it('throws for someone outside the kept list when Graph does not answer', async () => {
    const directory = aDirectory();
    const line = createReportingLine(directory);
    await line.list(access(), LONG_AGO);
    directory.fault = new Error('no answer');

    await expect(line.find(access(), MANAGER)).rejects.toThrow('no answer');
  });
});

describe('list', () => {
  it('is as fresh as required', async () => {
    const directory = aDirectory();
    const line = createReportingLine(directory);
    await line.list(access(), LONG_AGO);
    jest.advanceTimersByTime(MINUTE_MS);
    await line.list(access(), new Date(Date.now() - MINUTE_MS));
    await line.list(access(), new Date());

    expect(directory.reads).toBe(2);
  });

  it.each<[string, Partial<ReturnType<typeof aDirectory>>]>([
    ['no one reports to the caller', { reports: [] }],
    ['the caller is a guest', { guest: true }],
  ])('does not remember that %s', async (_, refusal) => {
    const directory = Object.assign(aDirectory(), refusal);
    const line = createReportingLine(directory);
    await line.list(access(), LONG_AGO);
    Object.assign(directory, { reports: [ben], guest: false });

    expect(await line.list(access(), LONG_AGO)).toMatchObject({ kind: 'manager', reports: [ben] });
  });

  it('asks again for a fresh list, even when the clock was set back', async () => {
    const directory = aDirectory();
    const line = createReportingLine(directory);
    await line.list(access(), LONG_AGO);
    jest.setSystemTime(Date.now() - 60 * MINUTE_MS);
    jest.advanceTimersByTime(1);

    await line.list(access(), new Date());

    expect(directory.reads).toBe(2);
  });

  it('does not replace a newer answer with an older one that arrives later', async () => {
    const directory = aDirectory();
    let answerLate = (): void => undefined;
    const { listDirectReports } = directory;
    directory.listDirectReports = async () => {
      const asked = await listDirectReports();
      await new Promise<void>((resolve) => (answerLate = resolve));
      return asked;
    };
    const line = createReportingLine(directory);
    const late = line.list(access(), LONG_AGO);
    await jest.advanceTimersByTimeAsync(1_000);
    directory.listDirectReports = listDirectReports;
    directory.reports = [];
    await line.list(access(), new Date());
    directory.reports = [{ ...ben, userId: MANAGER }];
    await line.list(access(), new Date());
    answerLate();
    await late;

    expect(await line.list(access(), LONG_AGO)).toMatchObject({ reports: [{ userId: MANAGER }] });
  });

  it('keeps nothing for someone who was forgotten during the read', async () => {
    const directory = aDirectory();
    const line = createReportingLine(directory);
    const reading = line.list(access(), LONG_AGO);
    line.forget(access());
    await reading;
    directory.reports = [];

    expect(await line.list(access(), LONG_AGO)).toMatchObject({ reports: [] });
    expect(directory.reads).toBe(2);
  });
});
