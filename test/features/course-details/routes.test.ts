import { createDispatcher } from '../../../src/bot/dispatch';
import type { CourseSnapshot } from '../../../src/courses/learner-courses';
import { courseDetailsRoutes } from '../../../src/features/course-details/routes';
import { aCourse, anActivity } from '../../support/courses';
import { turn } from '../share-course/share-rig';

/** The answer to "tell me about pottery". */
function answer(snapshot: Partial<CourseSnapshot>): Promise<unknown> {
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
  return route.answer(turn, { intent: 'courseDetails', text: 'pottery' });
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
