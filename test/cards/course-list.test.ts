import { courseListCard } from '../../src/cards/course-list';
import type { CourseFilter } from '../../src/domain/question';
import {
  aCourse,
  aCourseList,
  anActivity,
  learnerUserId,
  now,
  openFilter,
  someCourses,
  without,
} from './samples';

describe('the course list card', () => {
  it('counts the whole list, and colors only the overdue count', () => {
    const summary = { overdue: 0, dueSoon: 2, open: 1234, completed: 12 };

    const counts = courseListCard.toData(aCourseList({ summary })).counts;

    expect(counts).toEqual([
      { count: '0', label: 'Overdue', color: 'default' },
      { count: '2', label: 'Due soon', color: 'default' },
      { count: '1,234', label: 'Open', color: 'default' },
      { count: '12', label: 'Done', color: 'default' },
    ]);
    expect(courseListCard.toData(aCourseList({ summary: { ...summary, overdue: 1 } })).counts[0]?.color).toBe(
      'attention',
    );
  });

  it.each([
    { page: 1, rows: 10, range: '1–10 of 23', neighbors: ['Next 2'] },
    { page: 2, rows: 10, range: '11–20 of 23', neighbors: ['Previous 1', 'Next 3'] },
    { page: 3, rows: 3, range: '21–23 of 23', neighbors: ['Previous 2'] },
  ])('offers the pages before and after page $page', ({ page, rows, range, neighbors }) => {
    const data = courseListCard.toData(aCourseList({ courses: someCourses(23), page }));

    expect(data.rows).toHaveLength(rows);
    expect(data.subtitle).toBe(`${range} · As of 2:05 PM`);
    expect(data.navigation.map(({ title, data: to }) => `${title} ${to.page}`)).toEqual(neighbors);
  });

  it.each([
    [0, 1],
    [-1, 1],
    [99, 3],
    [2.9, 2],
    [Number.NaN, 1],
  ])('reads page %p as page %i', (page, shown) => {
    expect(courseListCard.toData(aCourseList({ courses: someCourses(23), page })).refresh.data.page).toBe(
      shown,
    );
  });

  it('has no page buttons when everything fits', () => {
    const data = courseListCard.toData(aCourseList({ courses: someCourses(10) }));

    expect(data).toMatchObject({ navigation: [], subtitle: 'As of 2:05 PM' });
  });

  it('offers five filters and marks the current one', () => {
    const filter: CourseFilter = { ...openFilter, due: 'overdue', text: 'security' };

    const { filters, heading, subtitle } = courseListCard.toData(aCourseList({ filter }));

    expect(heading).toBe('Overdue courses');
    expect(subtitle).toBe('Matching “security” · As of 2:05 PM');
    expect(filters.map(({ title }) => title)).toEqual([
      'All open',
      '✓ Overdue',
      'Due soon',
      'Required',
      'Completed',
    ]);
    expect(filters.map(({ data }) => data.filter)).toEqual([
      openFilter,
      filter,
      { ...openFilter, due: 'soon', text: 'security' },
      { ...openFilter, kind: 'required', text: 'security' },
      { ...openFilter, status: 'completed', text: 'security' },
    ]);
  });

  it('sends only ids and the question with its buttons', () => {
    const data = courseListCard.toData(aCourseList({ courses: someCourses(23), page: 2 }));

    const sent = [...data.filters, ...data.navigation, data.refresh].map((action) => action.data);

    for (const action of sent) expect(Object.keys(action).sort()).toEqual(['filter', 'learner', 'page']);
    for (const { open } of data.rows)
      expect(Object.keys(open.data).sort()).toEqual(['activity', 'filter', 'learner', 'page']);
  });

  it('names a teammate, and sends only ids with its buttons', () => {
    const teammate = { managerUserId: '00000000-0000-4000-8000-0000000000aa', name: 'Ben [Carter](x)' };
    const data = courseListCard.toData(aCourseList({ teammate }));

    expect(data).toMatchObject({ person: 'Ben [Carter](x)', heading: 'Open courses' });
    expect(data.speak).not.toContain('](');
    expect(data.refresh.verb).toBe('teammate/refresh');
    for (const { verb, data: sent } of [...data.filters, data.refresh]) {
      expect(verb).toMatch(/^teammate\//);
      expect(sent).toMatchObject({ manager: teammate.managerUserId, learner: learnerUserId });
      expect(JSON.stringify(sent)).not.toContain('Carter');
    }
  });

  it('says when courses or titles were not loaded in time', () => {
    const warnings = (overrides: object): unknown => courseListCard.toData(aCourseList(overrides)).warnings;

    expect(warnings({})).toEqual([]);
    expect(warnings({ isComplete: false })).toEqual([
      { text: 'Some courses couldn’t be loaded in time. Refresh to see them all.' },
    ]);
    expect(warnings({ missing: { reason: 'notInTime' } })).toEqual([
      { text: 'Some titles couldn’t be loaded in time. Refresh to see them.' },
    ]);
  });

  it.each([
    [{ reason: 'refused' as const }, []],
    [{ reason: 'failed' as const }, ['I couldn’t load some titles. Refresh to try again.']],
    [
      { reason: 'throttled' as const, waitMs: 3_500_000 },
      ['Viva Learning is very busy, so some titles are missing. Refresh in 59 minutes to see them.'],
    ],
  ])('says why titles are missing: %j', (missing, sentences) => {
    expect(courseListCard.toData(aCourseList({ missing })).warnings.map(({ text }) => text)).toEqual(
      sentences,
    );
  });

  it('counts unreadable courses, and does not say that everything is done', () => {
    const list = aCourseList({ courses: [], unreadable: 2 });

    expect(courseListCard.toData(list)).toMatchObject({
      warnings: [
        { text: '2 entries couldn’t be read, so the list and the counts may be missing something.' },
      ],
      emptyText: 'Nothing to show among the courses I could read.',
    });
    expect(courseListCard.toText(list)).toContain('2 entries couldn’t be read');
  });

  it.each([
    ['yoga', 'Nothing to show among the courses I could read.'],
    ['', 'Nothing’s open right now. You’re all caught up.'],
  ])('does not say that no course matches %j while titles are missing', (text, emptyText) => {
    const missing = { reason: 'refused' } as const;

    expect(
      courseListCard.toData(aCourseList({ courses: [], missing, filter: { ...openFilter, text } })),
    ).toMatchObject({
      emptyText,
    });
  });

  it('says that nothing matches', () => {
    const data = courseListCard.toData(
      aCourseList({ courses: [], filter: { ...openFilter, due: 'overdue' } }),
    );

    expect(data).toMatchObject({
      emptyText: 'Nothing’s overdue. Nice work!',
      rows: [],
      navigation: [],
    });
  });

  it('has a spoken summary without course titles', () => {
    expect(courseListCard.toData(aCourseList()).speak).toBe(
      'Open courses. You have 1 overdue, 2 due soon, 9 open and 12 completed.',
    );
  });

  it('names the time zone when the viewer’s is unknown', () => {
    expect(courseListCard.toData(aCourseList({ zone: 'UTC', readAt: now })).subtitle).toBe(
      'As of 1:05 PM UTC',
    );
  });
});

describe('the text of the course list card', () => {
  it('lists the courses of the page', () => {
    const courses = [
      ...someCourses(10),
      aCourse(
        { due: { kind: 'instant', dateTime: '2026-11-18T16:05:00Z' } },
        { title: 'Ethics <at>Ada</at>' },
      ),
      { activity: anActivity({ status: 'notStarted', kind: 'assigned' }) },
    ];

    expect(courseListCard.toText(aCourseList({ courses, page: 2 }))).toBe(
      [
        'Open courses. You have 1 overdue, 2 due soon, 9 open and 12 completed.',
        '11–12 of 12 · As of 2:05 PM',
        '11. Ethics ‹at›Ada‹/at› · In progress · Required · 40% done · Due Nov 18, 2026 (tomorrow)',
        '12. Assigned course (title not available) · Not started · Assigned · 40% done · Due Nov 12, 2026 (5 days overdue)',
      ].join('\n'),
    );
  });

  it('says when there is nothing to show', () => {
    expect(courseListCard.toText(aCourseList({ courses: [], isComplete: false }))).toBe(
      [
        'Open courses. You have 1 overdue, 2 due soon, 9 open and 12 completed.',
        'Some courses couldn’t be loaded in time. Refresh to see them all.',
        'As of 2:05 PM',
        'Nothing to show among the courses I could read.',
      ].join('\n'),
    );
  });
});

const rowOf = (course: ReturnType<typeof aCourse>): unknown =>
  courseListCard.toData(aCourseList({ courses: [course] })).rows[0];

describe('the row of a course', () => {
  it('shows title, status, progress and due date of a course', () => {
    expect(rowOf(aCourse())).toEqual({
      title: 'Fire safety',
      hint: '',
      icon: '◐',
      iconColor: 'accent',
      status: 'In progress · Required',
      date: 'Due Nov 12, 2026',
      relative: '5 days overdue',
      relativeColor: 'attention',
      relativeWeight: 'bolder',
      progressBar: '━━━━━━━━────────────',
      progress: '40% done',
      open: {
        title: 'Fire safety',
        verb: 'course/open',
        data: { learner: learnerUserId, filter: openFilter, page: 1, activity: anActivity().id },
      },
    });
  });

  it('shows when a completed course was completed, and no bar', () => {
    const course = aCourse({
      status: 'completed',
      completionPercentage: 100,
      completedDateTime: '2026-11-01T23:30:00Z',
    });

    expect(rowOf(course)).toMatchObject({
      icon: '✓',
      status: 'Completed · Required',
      date: 'Nov 2, 2026',
      relative: '',
      progressBar: '',
      progress: '',
    });
  });

  it('does not show a missing percentage as zero', () => {
    const activity = without(anActivity(), 'completionPercentage');

    expect(rowOf({ ...aCourse(), activity })).toMatchObject({ progressBar: '', progress: '' });
    expect(rowOf(aCourse({ completionPercentage: 0 }))).toMatchObject({
      progress: '0% done',
    });
  });

  it('names a course without a title by its kind, and tells it apart by its note', () => {
    const activity = anActivity({ kind: 'recommended', note: 'For the audit' });

    expect(rowOf({ activity })).toMatchObject({
      title: 'Recommended course (title not available)',
      hint: 'For the audit',
    });
    expect(rowOf(aCourse({ note: 'For the audit' }, { title: ' \u200B ' }))).toMatchObject({
      title: 'Required course (title not available)',
      hint: 'For the audit',
    });
  });
});
