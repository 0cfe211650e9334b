import { contentKey, type CourseActivity } from '../../src/domain/course-activity';
import { createLearnerCourses, type LearnerCourses } from '../../src/courses/learner-courses';
import type { GraphAccess, LearningCatalog, LearningRecords } from '../../src/domain/ports';
import { createPopularity } from '../../src/courses/popularity';
import { anActivity, LEARNER, PROVIDER } from '../support/courses';
import { useFakeTime } from '../support/fake-time';

/** Records that answer when the test tells them to. */
function heldRecords(): LearningRecords & { readonly calls: PromiseWithResolve[] } {
  const calls: PromiseWithResolve[] = [];
  return {
    calls,
    listOwn: () =>
      new Promise((resolve, reject) => {
        calls.push({
          answer: (activities, isComplete = true) => {
            resolve({ activities, isComplete });
          },
          fail: reject,
        });
      }),
    findOwn: () => Promise.resolve(undefined),
    findOwnByExternalId: () => Promise.resolve(undefined),
  };
}

interface PromiseWithResolve {
  answer(activities: readonly CourseActivity[], isComplete?: boolean): void;
  fail(error: Error): void;
}

const noContents: LearningCatalog = {
  findContents: () => Promise.resolve({ contents: new Map() }),
  knownContents: () => new Map(),
  findContentByExternalId: () => Promise.resolve(undefined),
  findSharedContent: () => Promise.resolve(undefined),
  async *listContents() {
    // An empty catalog.
  },
  findProviderName: () => Promise.resolve(undefined),
};

function access(userId = LEARNER, signal = new AbortController().signal): GraphAccess {
  return { userId, tenantId: '00000000-0000-4000-8000-0000000000ff', graphToken: 'token', signal };
}

function build(
  records: LearningRecords,
  { cacheSize = 100, catalog = noContents, popularity = createPopularity() } = {},
): LearnerCourses {
  return createLearnerCourses({ records, catalog, popularity, cacheSize });
}

const longAgo = new Date(0);
const notInTime = { reason: 'notInTime' } as const;
const now = (): Date => new Date();

describe('createLearnerCourses', () => {
  it('reads once for questions that were asked before the read began', async () => {
    const records = heldRecords();
    const courses = build(records);
    const askedAt = now();
    const answers = Array.from({ length: 32 }, () => courses.load(access(), askedAt));
    records.calls[0]?.answer([anActivity()]);

    const snapshots = await Promise.all(answers);

    expect(records.calls).toHaveLength(1);
    expect(new Set(snapshots).size).toBe(1);
    await courses.load(access(), askedAt);
    expect(records.calls).toHaveLength(1);
  });

  it('reads again for a later question, and answers paging from the snapshot', async () => {
    const records = heldRecords();
    const courses = build(records);
    const first = courses.load(access(), now());
    records.calls[0]?.answer([]);
    await first;

    const page = await courses.load(access(), longAgo);
    const later = courses.load(access(), new Date(Date.now() + 1));
    records.calls[1]?.answer([anActivity()]);

    expect(page.courses).toHaveLength(0);
    expect((await later).courses).toHaveLength(1);
  });

  it('never gives one learner another learner’s list, even with the same id in another tenant', async () => {
    const records = heldRecords();
    const courses = build(records);
    const first = courses.load(access(), longAgo);
    records.calls[0]?.answer([anActivity()]);
    await first;

    void courses.load(access('00000000-0000-4000-8000-000000000002'), longAgo);
    void courses.load({ ...access(), tenantId: '00000000-0000-4000-8000-0000000000fe' }, longAgo);

    expect(records.calls).toHaveLength(3);
  });

  it('keeps one list for a learner in any case of the id', async () => {
    const records = heldRecords();
    const courses = build(records);
    const first = courses.load(access(), longAgo);
    records.calls[0]?.answer([anActivity()]);
    await first;

    await courses.load(access(LEARNER.toUpperCase()), longAgo);
    courses.forget(access(LEARNER.toUpperCase()));
    void courses.load(access(), longAgo);

    expect(records.calls).toHaveLength(2);
  });

  it('forgets at sign-out, including a running read', async () => {
    const records = heldRecords();
    const courses = build(records);
    const running = courses.load(access(), longAgo);
    courses.forget(access());
    records.calls[0]?.answer([anActivity()]);
    await running;

    void courses.load(access(), longAgo);

    expect(records.calls).toHaveLength(2);
  });

  it('does not keep a list that was cut short', async () => {
    const records = heldRecords();
    const courses = build(records);
    const cut = courses.load(access(), longAgo);
    records.calls[0]?.answer([anActivity()], false);

    expect((await cut).isComplete).toBe(false);
    void courses.load(access(), longAgo);
    expect(records.calls).toHaveLength(2);
  });

  it('retries missing titles, but not the list', async () => {
    const records = heldRecords();
    let tries = 0;
    const courses = build(records, {
      catalog: {
        ...noContents,
        findContents: () =>
          Promise.resolve({ contents: new Map(), ...(++tries > 1 ? {} : { missing: notInTime }) }),
      },
    });
    const loading = courses.load(access(), longAgo);
    records.calls[0]?.answer([anActivity()]);

    expect((await loading).missing).toEqual(notInTime);
    expect((await courses.load(access(), longAgo)).missing).toBeUndefined();
    await courses.load(access(), longAgo);
    expect(tries).toBe(2);
    expect(records.calls).toHaveLength(1);
  });

  it('reads no contents for activities alone, and shares the list with full reads', async () => {
    const records = heldRecords();
    let tries = 0;
    const courses = build(records, {
      catalog: {
        ...noContents,
        findContents: () => {
          tries++;
          return Promise.resolve({ contents: new Map() });
        },
      },
    });
    const loading = courses.loadActivities(access(), longAgo);
    records.calls[0]?.answer([anActivity()]);

    expect((await loading).activities).toHaveLength(1);
    expect(tries).toBe(0);
    await courses.load(access(), longAgo);
    expect(records.calls).toHaveLength(1);
  });

  it('fails for all who wait, and reads again for the next', async () => {
    const records = heldRecords();
    const courses = build(records);
    const waiting = [courses.load(access(), longAgo), courses.load(access(), longAgo)];
    records.calls[0]?.fail(new Error('down'));

    const outcomes = await Promise.allSettled(waiting);

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    void courses.load(access(), longAgo);
    expect(records.calls).toHaveLength(2);
  });

  it('continues alone when the turn that started the read runs out of time', async () => {
    const records = heldRecords();
    const courses = build(records);
    const hurried = new AbortController();
    const theirs = courses.load(access(LEARNER, hurried.signal), longAgo);
    const ours = courses.load(access(), longAgo);
    hurried.abort();
    records.calls[0]?.fail(new Error('deadline'));
    await expect(theirs).rejects.toThrow('deadline');
    await new Promise(setImmediate);
    records.calls[1]?.answer([anActivity()]);

    expect((await ours).courses).toHaveLength(1);
  });

  it.each([
    ['the new one', [1, 0]],
    ['the old one', [0, 1]],
  ])(
    'starts a second read beside one that may hang, and takes %s when it comes first',
    async (_, [first = 0]) => {
      jest.useFakeTimers({ now: 10_000, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
      const records = heldRecords();
      const courses = build(records);
      void courses.load(access(), longAgo);
      jest.setSystemTime(13_000);
      void courses.load(access(), longAgo);
      expect(records.calls).toHaveLength(1);
      jest.setSystemTime(13_001);
      const ours = courses.load(access(), longAgo);
      records.calls[first]?.answer([anActivity()]);
      jest.useRealTimers();

      expect((await ours).courses).toHaveLength(1);
      expect(records.calls).toHaveLength(2);
    },
  );

  it('waits for another turn’s read only as long as its own deadline', async () => {
    const records = heldRecords();
    const courses = build(records);
    const patient = courses.load(access(), longAgo);
    const hurried = new AbortController();
    const ours = courses.load(access(LEARNER, hurried.signal), longAgo);
    hurried.abort();
    await new Promise(setImmediate);
    // A read without time left ends with this fault.
    records.calls[1]?.fail(new Error('deadline'));

    await expect(ours).rejects.toThrow('deadline');
    records.calls[0]?.answer([anActivity()]);
    expect((await patient).courses).toHaveLength(1);
    await courses.load(access(), longAgo);
    expect(records.calls).toHaveLength(2);
  });

  it('joins each activity with its content', async () => {
    const known = anActivity();
    const unknown = anActivity();
    const content = { contentId: known.contentId, providerId: PROVIDER, title: 'Fire safety', skillTags: [] };
    const records = heldRecords();
    const courses = build(records, {
      catalog: {
        ...noContents,
        findContents: () => Promise.resolve({ contents: new Map([[contentKey(content), content]]) }),
      },
    });
    const loading = courses.load(access(), longAgo);
    records.calls[0]?.answer([known, unknown]);

    expect((await loading).courses).toEqual([{ activity: known, content }, { activity: unknown }]);
  });

  it('keeps at most the configured number of courses', async () => {
    const records = heldRecords();
    const courses = build(records, { cacheSize: 3 });
    for (const user of ['a', 'b']) {
      const loading = courses.load(access(user), longAgo);
      records.calls.at(-1)?.answer([anActivity()]);
      await loading;
    }

    void courses.load(access('a'), longAgo);
    void courses.load(access('b'), longAgo);

    expect(records.calls).toHaveLength(3);
  });

  it('updates a single activity in the list and leaves the others', async () => {
    const records = heldRecords();
    const courses = build(records);
    const [first, second, third] = [anActivity(), anActivity(), anActivity({ status: 'inProgress' })];
    const loading = courses.load(access(), longAgo);
    records.calls[0]?.answer([first, second, third]);
    await loading;
    const replaced = { ...second, status: 'completed' } as const;

    courses.replace(access(), replaced);

    const shown = (await courses.load(access(), longAgo)).courses.map(({ activity }) => activity);
    expect(shown).toEqual([first, replaced, third]);
    expect(records.calls).toHaveLength(1);
  });

  it('does not add an activity that is not in the list', async () => {
    const records = heldRecords();
    const courses = build(records);
    const known = [anActivity(), anActivity()];
    const loading = courses.load(access(), longAgo);
    records.calls[0]?.answer(known);
    await loading;

    courses.replace(access(), anActivity());

    const shown = (await courses.load(access(), longAgo)).courses.map(({ activity }) => activity);
    expect(shown).toEqual(known);
  });
});

describe('a list that was read', () => {
  useFakeTime();

  it('is kept for exactly a minute, even when an activity in it was replaced', async () => {
    const records = heldRecords();
    const courses = build(records);
    const activity = anActivity();
    const loading = courses.load(access(), longAgo);
    records.calls[0]?.answer([activity]);
    await loading;

    jest.advanceTimersByTime(50_000);
    courses.replace(access(), activity);
    jest.advanceTimersByTime(9_000);
    await courses.load(access(), longAgo);
    const readWithin = records.calls.length;
    jest.advanceTimersByTime(2_000);
    void courses.load(access(), longAgo);

    expect([readWithin, records.calls.length]).toEqual([1, 2]);
  });
});

describe('loadedSoFar', () => {
  it('tells what the pages of an open read have brought, with the contents that are cached', () => {
    const known = anActivity();
    const content = { providerId: PROVIDER, contentId: known.contentId, title: 'Fire safety', skillTags: [] };
    let note: ((soFar: readonly CourseActivity[]) => void) | undefined;
    const courses = build(
      {
        ...heldRecords(),
        listOwn: (_, notePages) => {
          note = notePages;
          return new Promise(() => undefined);
        },
      },
      { catalog: { ...noContents, knownContents: () => new Map([[contentKey(content), content]]) } },
    );
    expect(courses.loadedSoFar(access())).toBeUndefined();

    void courses.load(access(), now());
    expect(courses.loadedSoFar(access())).toBeUndefined();
    note?.([known, anActivity()]);

    const part = courses.loadedSoFar(access());
    expect(part).toMatchObject({ isComplete: false, missing: notInTime });
    expect(part?.courses.map((course) => course.content?.title)).toEqual(['Fire safety', undefined]);
    expect(courses.loadedSoFar(access('someone else'))).toBeUndefined();
  });

  it('tells the whole list while its contents are read, and nothing after a sign-out', async () => {
    const records = heldRecords();
    const findContents = (): Promise<never> => new Promise(() => undefined);
    const courses = build(records, { catalog: { ...noContents, findContents } });
    void courses.load(access(), now());
    records.calls[0]?.answer([anActivity()]);
    await new Promise(setImmediate);

    expect(courses.loadedSoFar(access())?.courses).toHaveLength(1);
    courses.forget(access());
    expect(courses.loadedSoFar(access())).toBeUndefined();
  });
});
