import { sharedCourseCard } from '../../src/cards/shared-course';
import * as fc from 'fast-check';
import type { CourseActivity, CourseContent } from '../../src/domain/course-activity';
import { VIVA_LEARNING_URL } from '../../src/lib/teams-links';
import { aContent, anActivity, aSharedCourse, cardViewer, without } from './samples';

const personal = ['speak', 'own', 'links', 'seeMine', 'refresh', 'view'];

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
  const content = aContent({ sourceName: 'Contoso Academy', description: 'What to do when it burns.' });
  const vivaLearning = { title: 'Open in Viva Learning ↗', url: VIVA_LEARNING_URL, style: 'default' };

  it('shows the course without personal data', () => {
    const { viewData: data } = aSharedCourse();
    const view = [{ title: 'See my status', verb: 'shared-course/view', data }];

    expect(sharedCourseCard.toData(aSharedCourse({ content }))).toEqual({
      speak: 'Fire safety',
      iconUrl: 'https://bot.contoso.com/icon.png',
      heading: 'Coursemate · Course in Viva Learning',
      title: 'Fire safety',
      facts: 'Contoso Academy · 1 hr 30 min · Beginner',
      thumbnailUrl: 'https://learn.contoso.com/fire-safety.png',
      thumbnailAlt: 'Course image',
      description: 'What to do when it burns.',
      own: [],
      hint: '',
      view,
      seeMine: view,
      links: [
        {
          title: 'Open in Contoso Academy ↗',
          url: 'https://learn.contoso.com/fire-safety',
          style: 'default',
        },
        vivaLearning,
      ],
      refresh: [],
    });
  });

  it.each<[string, Partial<CourseActivity>, object]>([
    [
      'Your status: In progress · 40% done · Due Nov 20, 2026 (in 3 days)',
      { due: { kind: 'day', date: '2026-11-20' } },
      {
        status: 'Your status: In progress · 40% done',
        date: 'Due Nov 20, 2026',
        badge: { text: 'Friday', style: 'Warning', color: 'warning' },
        bar: [expect.objectContaining({ value: 40, percent: '40%' })],
      },
    ],
    [
      'Your status: In progress · 40% done · Due Nov 12, 2026 (5 days overdue)',
      {},
      { date: 'Due Nov 12, 2026', badge: { text: '5 days overdue', style: 'Attention', color: 'attention' } },
    ],
    [
      'Your status: Not started · 0% done · Due Jan 20, 2027 (in 64 days)',
      { status: 'notStarted', completionPercentage: 0, due: { kind: 'day', date: '2027-01-20' } },
      {
        status: 'Your status: Not started',
        date: 'Due Jan 20, 2027 (in 64 days)',
        badge: expect.objectContaining({ text: '' }) as object,
        bar: [],
      },
    ],
    [
      'Your status: Completed on Nov 1, 2026',
      { status: 'completed', completedDateTime: '2026-11-01T10:00:00Z' },
      { status: 'Your status: Completed on Nov 1, 2026', icon: '✓', date: '', bar: [] },
    ],
    [
      'Your status: Completed · Date unknown',
      { status: 'completed' },
      { status: 'Your status: Completed', date: 'Date unknown', bar: [] },
    ],
  ])('tells a viewer "%s"', (words, activity, own) => {
    const shared = aSharedCourse({ viewer: { ...cardViewer, activity: anActivity(activity) } });

    expect(sharedCourseCard.toData(shared)).toMatchObject({
      own: [{ ...own, onlyYou: 'Only you can see this.' }],
      seeMine: [],
      refresh: [{ title: 'Refresh' }],
    });
    expect(sharedCourseCard.toText(shared)).toBe(`Fire safety · ${words}`);
  });

  it.each([
    ['notStarted', 'Start ↗'],
    ['inProgress', 'Continue ↗'],
    ['completed', 'Review ↗'],
    ['unknown', 'Continue ↗'],
  ] as const)('offers a viewer whose status is %s "%s" first', (status, title) => {
    const completionPercentage = status === 'notStarted' ? 0 : 40;
    const shared = aSharedCourse({
      content,
      viewer: { ...cardViewer, activity: anActivity({ status, completionPercentage }) },
    });

    expect(sharedCourseCard.toData(shared).links).toEqual([
      { title, url: 'https://learn.contoso.com/fire-safety', style: 'positive' },
      vivaLearning,
    ]);
  });

  it('offers a viewer who does not have the course a next step', () => {
    const data = sharedCourseCard.toData(aSharedCourse({ content, viewer: cardViewer }));

    expect(data).toMatchObject({ own: [{ status: 'Not in your courses.', icon: '', badge: { text: '' } }] });
    expect(data.links[0]).toMatchObject({ title: 'Open in Contoso Academy ↗', style: 'positive' });
  });

  it('opens Viva Learning when the provider’s address is unknown', () => {
    const data = sharedCourseCard.toData(
      aSharedCourse({ content: without(content, 'webUrl'), viewer: cardViewer }),
    );

    expect(data.links).toEqual([{ ...vivaLearning, style: 'positive' }]);
  });

  it('names no provider in the button when there is none, and a long one in short', () => {
    const titleWith = (part: Partial<CourseContent>): string | undefined =>
      sharedCourseCard.toData(aSharedCourse({ content: aContent(part) })).links[0]?.title;

    expect(titleWith({})).toBe('Open course ↗');
    expect(titleWith({ sourceName: 'Contoso '.repeat(30) })).toMatch(/^Open in (Contoso ){4}Contoso… ↗$/);
  });

  it('does not say that the course is not theirs when the list is incomplete', () => {
    const cutShort = { ...cardViewer, isComplete: false };

    expect(sharedCourseCard.toData(aSharedCourse({ viewer: cutShort }))).toMatchObject({
      own: [{ status: 'Some courses couldn’t be loaded in time. Refresh to see them all.', icon: '' }],
    });
    expect(
      sharedCourseCard.toData(aSharedCourse({ viewer: { ...cutShort, activity: anActivity() } })).own[0]
        ?.status,
    ).toMatch(/^Your status: In progress/);
  });

  it('asks a person without the app to add it, and has nothing to sign in for', () => {
    const { card, text } = sharedCourseCard(without(aSharedCourse({ content }), 'viewData'));

    expect(text).toBe('Fire safety · A course in Viva Learning. Add Coursemate to see your status.');
    expect(card).not.toHaveProperty('refresh');
    expect(JSON.stringify(card)).not.toContain('Action.Execute');
    expect(card['actions']).toMatchObject([
      { title: 'Open in Contoso Academy ↗', style: 'positive' },
      { title: 'Open in Viva Learning ↗' },
    ]);
  });

  it('has at most three buttons', () => {
    for (const viewer of [cardViewer, { ...cardViewer, activity: anActivity() }])
      expect(sharedCourseCard(aSharedCourse({ content, viewer })).card['actions']).toHaveLength(3);
    expect(sharedCourseCard(aSharedCourse({ content })).card['actions']).toHaveLength(3);
  });

  it('differs between viewers only in their own status', () => {
    const neutral = sharedCourseCard.toData(aSharedCourse());
    fc.assert(
      fc.property(anyActivity, (activity) => {
        const data = sharedCourseCard.toData(aSharedCourse({ viewer: { ...cardViewer, activity } }));

        expect(withoutPersonal(data)).toEqual(withoutPersonal(neutral));
        expect(data.view[0]?.data).toEqual(neutral.view[0]?.data);
        expect(data.links.map(({ url }) => url)).toEqual(neutral.links.map(({ url }) => url));
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
      facts: '',
      thumbnailUrl: '',
      description: 'Details aren’t available right now.',
      links: [{ url: VIVA_LEARNING_URL }],
    });
  });

  it('links to and shows https addresses only', () => {
    const unsafe = aContent({ webUrl: 'javascript:alert(1)', thumbnailUrl: 'http://contoso.com/a.png' });

    expect(sharedCourseCard.toData(aSharedCourse({ content: unsafe }))).toMatchObject({
      links: [{ url: VIVA_LEARNING_URL }],
      thumbnailUrl: '',
    });
  });

  it('cuts a long description', () => {
    const wordy = aContent({ description: 'word '.repeat(1000) });

    const { description } = sharedCourseCard.toData(aSharedCourse({ content: wordy }));

    expect(description.length).toBeLessThanOrEqual(240);
    expect(description.endsWith('…')).toBe(true);
  });
});
