import { createDispatcher } from '../../../src/bot/dispatch';
import type { CourseSnapshot } from '../../../src/courses/learner-courses';
import { courseDetailsRoutes } from '../../../src/features/course-details/routes';
import type { AskedOfCourse } from '../../../src/domain/question';
import { aCourse, anActivity } from '../../support/courses';
import { turn } from '../share-course/share-rig';

/** The answer to "tell me about pottery", or to a question about it. */
function answer(snapshot: Partial<CourseSnapshot>, asks?: AskedOfCourse): Promise<unknown> {
  const whole = { courses: [aCourse('Fire safety')], isComplete: true, readAt: turn.now, ...snapshot };
  const nothing = (): Promise<undefined> => Promise.resolve(undefined);
  const routes = courseDetailsRoutes({
    courses: {
      load: () => Promise.resolve(whole),
      loadActivities: () => Promise.resolve({ ...whole, activities: [] }),
      replace: () => undefined,
      loadedSoFar: () => undefined,
      findKept: () => undefined,
      forget: () => undefined,
    },
    records: {
      listOwn: () => Promise.resolve({ activities: [], isComplete: true }),
      findOwn: nothing,
      findOwnByExternalId: nothing,
    },
    catalog: {
      findContents: () => Promise.resolve({ contents: new Map() }),
      knownContents: () => new Map(),
      findContentByExternalId: nothing,
      findSharedContent: nothing,
      async *listContents() {
        // An empty catalog.
      },
      findProviderName: nothing,
    },
    directory: {
      findDisplayName: nothing,
      findPerson: nothing,
      listDirectReports: () => Promise.resolve({ reports: [], isComplete: true }),
      isGuest: () => Promise.resolve(false),
    },
    links: { toLink: () => '' },
  });
  const route = createDispatcher(routes).get('question', 'courseDetails');
  return route.answer(turn, { intent: 'courseDetails', text: 'pottery', asks });
}

describe('a course that is not found', () => {
  const unsure = /couldn’t find “pottery” among the titles I can read, but some/;

  it.each([
    ['all titles were read', {}, /^I couldn’t find “pottery” in your courses\./],
    ['titles are refused', { courses: [{ activity: anActivity() }], missing: { reason: 'refused' } }, unsure],
    ['titles were not there in time', { missing: { reason: 'notInTime' } }, unsure],
    ['Graph wants to wait', { missing: { reason: 'throttled', waitMs: 60_000 } }, /Try again in 1 minute\.$/],
    ['the list was cut short', { isComplete: false }, unsure],
    ['an entry could not be read', { unreadable: 1 }, unsure],
  ] as const)(
    'is reported as missing only as far as the list could be read: %s',
    async (_, snapshot, sentence) => {
      expect(await answer(snapshot)).toMatchObject({ text: expect.stringMatching(sentence) as string });
    },
  );
});

describe('an answer that the unread part of the list may change', () => {
  const open = aCourse('Pottery', { due: { kind: 'day', date: '2999-01-01' } });
  const late = aCourse('Pottery', { due: { kind: 'day', date: '2001-01-01' } });
  const done = aCourse('Pottery', { status: 'completed', completedDateTime: '2025-01-07T10:00:00Z' });
  const partly = /^I couldn’t read your whole list\. In the part I could read: /;

  it.each([
    ['finished', open],
    ['finished', done],
    ['overdue', open],
    ['overdue', done],
    ['when', done],
    ['mandatory', done],
  ] as const)('says so: %s (%#)', async (asks, course) => {
    for (const gap of [{ isComplete: false }, { unreadable: 1 }]) {
      const sentence = expect.stringMatching(partly) as string;
      expect(await answer({ courses: [course], ...gap }, asks)).toMatchObject({ sentence });
    }
    const sentence = expect.not.stringMatching(partly) as string;
    expect(await answer({ courses: [course] }, asks)).toMatchObject({ sentence });
  });

  it.each([
    ['overdue', late],
    ['when', open],
    ['mandatory', open],
    ['howLong', done],
  ] as const)('is not said of what it cannot change: %s', async (asks, course) => {
    const sentence = expect.not.stringMatching(partly) as string;
    expect(await answer({ courses: [course], isComplete: false }, asks)).toMatchObject({ sentence });
  });
});
