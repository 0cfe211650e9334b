import { sharedCourseCard } from '../../src/cards/shared-course';
import * as fc from 'fast-check';
import type { CourseActivity } from '../../src/domain/course-activity';
import { aContent, anActivity, aSharedCourse, cardViewer, without } from './samples';

const personal = ['speak', 'icon', 'iconColor', 'ownStatus', 'view'];

function withoutPersonal(data: object): object {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !personal.includes(name)));
}

const anyActivity: fc.Arbitrary<CourseActivity> = fc
  .record({
    status: fc.constantFrom('notStarted', 'inProgress', 'completed', 'unknown'),
    kind: fc.constantFrom('required', 'recommended', 'peerRecommended', 'assigned', 'selfInitiated'),
    completionPercentage: fc.integer({ min: 0, max: 100 }),
    completedDateTime: fc.constant('2026-11-01T10:00:00Z'),
    note: fc.constant('between us'),
    externalId: fc.constant('ACT-20931'),
    assignerUserId: fc.constant('the-assigner'),
  } as const)
  .map(anActivity);

describe('the shared course card', () => {
  it('shows the course without personal data', () => {
    const content = aContent({ sourceName: 'Contoso Academy', description: 'What to do when it burns.' });

    expect(sharedCourseCard.toData(aSharedCourse({ content }))).toEqual({
      speak: 'Fire safety',
      heading: 'Course in Viva Learning',
      title: 'Fire safety',
      provider: 'Contoso Academy',
      details: '1 hr 30 min · Beginner',
      thumbnailUrl: 'https://learn.contoso.com/fire-safety.png',
      thumbnailAlt: 'Course image',
      description: 'What to do when it burns.',
      icon: '–',
      iconColor: 'default',
      ownStatus: '',
      onlyYou: 'Only you can see this.',
      openTitle: 'Open course',
      openUrl: 'https://learn.contoso.com/fire-safety',
      view: {
        title: 'See my status',
        verb: 'shared-course/view',
        data: { provider: content.providerId, content: content.contentId, ticket: 'x'.repeat(43) },
      },
    });
  });

  it.each<[string, Partial<CourseActivity>]>([
    [
      'Your status: In progress · 40% done · Due Nov 20, 2026 (in 3 days)',
      { due: { kind: 'day', date: '2026-11-20' } },
    ],
    ['Your status: In progress · 40% done · Due Nov 12, 2026 (5 days overdue)', {}],
    [
      'Your status: Completed on Nov 1, 2026',
      { status: 'completed', completedDateTime: '2026-11-01T10:00:00Z' },
    ],
  ])('tells a viewer "%s"', (words, activity) => {
    const shared = aSharedCourse({ viewer: { ...cardViewer, activity: anActivity(activity) } });

    expect(sharedCourseCard.toData(shared)).toMatchObject({
      ownStatus: words,
      onlyYou: 'Only you can see this.',
      view: { title: 'Refresh' },
    });
    expect(sharedCourseCard.toText(shared)).toBe(`Fire safety · ${words}`);
  });

  it('tells a viewer that the course is not in their courses', () => {
    const data = sharedCourseCard.toData(aSharedCourse({ viewer: cardViewer }));

    expect(data).toMatchObject({ ownStatus: 'Not in your courses.', icon: '–' });
  });

  it('does not say that when the list is incomplete', () => {
    const cutShort = { ...cardViewer, isComplete: false };

    expect(sharedCourseCard.toData(aSharedCourse({ viewer: cutShort }))).toMatchObject({
      ownStatus: 'Some courses couldn’t be loaded in time. Refresh to see them all.',
      icon: '–',
    });
    expect(
      sharedCourseCard.toData(aSharedCourse({ viewer: { ...cutShort, activity: anActivity() } })).ownStatus,
    ).toMatch(/^Your status: In progress/);
  });

  it('differs between viewers only in their own status', () => {
    const neutral = sharedCourseCard.toData(aSharedCourse());
    fc.assert(
      fc.property(anyActivity, (activity) => {
        const data = sharedCourseCard.toData(aSharedCourse({ viewer: { ...cardViewer, activity } }));

        expect(withoutPersonal(data)).toEqual(withoutPersonal(neutral));
        expect(data.view.data).toEqual(neutral.view.data);
        expect(JSON.stringify(data)).not.toMatch(/between us|ACT-20931|the-assigner/u);
        expect(JSON.stringify(data)).not.toContain(activity.id);
        expect(JSON.stringify(data)).not.toContain(activity.learnerUserId);
      }),
    );
  });

  it('is complete for a course that cannot be read', () => {
    const shared = without(aSharedCourse({ viewer: cardViewer }), 'content');

    expect(sharedCourseCard.toData(shared)).toMatchObject({
      speak: 'Course in Viva Learning · Not in your courses.',
      title: '',
      details: '',
      thumbnailUrl: '',
      description: 'Details aren’t available right now.',
      openUrl: '',
    });
  });

  it('links to and shows https addresses only', () => {
    const content = aContent({ webUrl: 'javascript:alert(1)', thumbnailUrl: 'http://contoso.com/a.png' });

    expect(sharedCourseCard.toData(aSharedCourse({ content }))).toMatchObject({
      openUrl: '',
      thumbnailUrl: '',
    });
  });

  it('cuts a long description', () => {
    const content = aContent({ description: 'word '.repeat(1000) });

    const { description } = sharedCourseCard.toData(aSharedCourse({ content }));

    expect(description.length).toBeLessThanOrEqual(240);
    expect(description.endsWith('…')).toBe(true);
  });
});
