import { courseCard, toShareUrl } from '../../src/cards/course';
import { aContent, aCourse, aCourseView, anActivity, learnerUserId, openFilter, without } from './samples';

describe('the course card', () => {
  it('shows all details of an assigned course', () => {
    const course = aCourse(
      {
        due: { kind: 'instant', dateTime: '2026-11-20T16:05:00Z' },
        assignedDateTime: '2026-10-20T10:00:00Z',
        note: 'Before the audit, please.',
      },
      { pages: 24 },
    );

    expect(courseCard.toData(aCourseView({ course }))).toMatchObject({
      heading: 'Required course',
      title: 'Fire safety',
      provider: 'Contoso Academy',
      details: '1 hr 30 min · 24 pages · Beginner',
      thumbnailUrl: 'https://learn.contoso.com/fire-safety.png',
      thumbnailAlt: 'Course image',
      icon: '◐',
      status: 'In progress',
      progress: '40% done',
      date: 'Due Nov 20, 2026, 5:05 PM',
      relative: 'in 3 days',
      relativeColor: 'warning',
      facts: [
        { label: 'Assigned by', value: 'Adele Vance' },
        { label: 'Assigned on', value: 'Oct 20, 2026' },
      ],
      note: 'Before the audit, please.',
      openUrl: 'https://learn.contoso.com/fire-safety',
      asOf: 'As of 2:05 PM',
    });
  });

  it('is complete for a course without details from its provider', () => {
    const activity = anActivity({ note: 'required assignment added for user' });

    expect(courseCard.toData(aCourseView({ course: { activity } }))).toMatchObject({
      heading: 'Required course',
      title: 'Title not available',
      thumbnailUrl: '',
      details: '',
      openUrl: '',
      facts: [{ label: 'Assigned by', value: 'Adele Vance' }],
      note: 'required assignment added for user',
      date: 'Due Nov 12, 2026',
      relative: '5 days overdue',
    });
  });

  it('shows when a course was completed and when it was due', () => {
    const course = aCourse({ status: 'completed', completedDateTime: '2026-11-01T10:00:00Z' });

    expect(courseCard.toData(aCourseView({ course }))).toMatchObject({
      icon: '✓',
      status: 'Completed',
      progress: '',
      date: 'On Nov 1, 2026',
      relative: '',
      facts: [
        { label: 'Assigned by', value: 'Adele Vance' },
        { label: 'Was due on', value: 'Nov 12, 2026' },
      ],
    });
  });

  it('shows when someone started a course on their own', () => {
    const activity = without(
      anActivity({
        kind: 'selfInitiated',
        startedDateTime: '2026-10-02T08:00:00Z',
      }),
      'due',
    );
    const view = without(aCourseView({ course: { activity, content: aContent() } }), 'assignerName');

    expect(courseCard.toData(view)).toMatchObject({
      heading: 'Self-started course',
      date: 'No due date',
      facts: [{ label: 'Started on', value: 'Oct 2, 2026' }],
    });
  });

  it('names the source when the provider has no name', () => {
    const view = without(
      aCourseView({
        course: aCourse({}, { sourceName: 'Contoso Video' }),
      }),
      'providerName',
    );

    expect(courseCard.toData(view).provider).toBe('Contoso Video');
  });

  it('links to and shows https addresses only', () => {
    const course = aCourse({}, { webUrl: 'javascript:alert(1)', thumbnailUrl: 'http://contoso.com/a.png' });

    expect(courseCard.toData(aCourseView({ course }))).toMatchObject({
      openUrl: '',
      thumbnailUrl: '',
    });
  });

  it('goes back to the list that it was opened from', () => {
    const backTo = { filter: { ...openFilter, due: 'soon' }, page: 2 } as const;

    const data = courseCard.toData(aCourseView({ backTo }));

    expect(data.back.data).toEqual({ learner: learnerUserId, ...backTo });
    expect(data.refresh.data).toEqual({ learner: learnerUserId, ...backTo, activity: anActivity().id });
  });

  it('opens the open courses with the Back button by default', () => {
    expect(courseCard.toData(aCourseView()).back.data).toEqual({
      learner: learnerUserId,
      filter: openFilter,
      page: 1,
    });
  });

  it('can be shared when there is a link to share', () => {
    const shareUrl = toShareUrl('https://bot.contoso.com/c/a/b?t=1&u=2');

    expect(shareUrl).toBe(
      'https://teams.microsoft.com/share?href=https%3A%2F%2Fbot.contoso.com%2Fc%2Fa%2Fb%3Ft%3D1%26u%3D2',
    );
    expect(courseCard.toData(aCourseView({ shareUrl }))).toMatchObject({ shareUrl });
    expect(courseCard.toData(aCourseView())).toMatchObject({ shareUrl: '' });
  });

  it('cuts a long note', () => {
    const { note } = courseCard.toData(aCourseView({ course: aCourse({ note: 'word '.repeat(1000) }) }));

    expect(note.length).toBeLessThanOrEqual(500);
    expect(note.endsWith('…')).toBe(true);
  });
});

describe('the text of the course card', () => {
  it('says everything that is on the card', () => {
    const course = aCourse({
      note: 'See [this](https://evil.example)',
      assignedDateTime: '2026-10-20T10:00:00Z',
    });

    expect(courseCard.toText(aCourseView({ course }))).toBe(
      [
        'Fire safety · In progress · Required · 40% done · Due Nov 12, 2026 (5 days overdue)',
        'Contoso Academy · 1 hr 30 min · Beginner',
        'Assigned by: Adele Vance',
        'Assigned on: Oct 20, 2026',
        'Note: See [this]\u2060(https://evil.example)',
        'As of 2:05 PM',
      ].join('\n'),
    );
  });

  it('names a course without a title by its kind', () => {
    const text = courseCard.toText(
      aCourseView({ course: { activity: anActivity({ kind: 'peerRecommended' }) } }),
    );

    expect(text).toMatch(/^Course recommended by a colleague \(title not available\) · /u);
  });
});
