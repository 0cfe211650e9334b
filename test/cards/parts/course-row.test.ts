import { courseListCard } from '../../../src/cards/course-list';
import type { Course } from '../../../src/domain/course-activity';
import { done, due } from '../list-samples';
import { aContent, aCourse, aCourseList, anActivity, learnerUserId, openFilter, without } from '../samples';
import { aTeammate } from '../team-samples';

/** The row of a course below another one. */
const rowOf = (course: Course, others: readonly Course[] = [due(1, {}, 'First of all')]): unknown =>
  courseListCard
    .toData(aCourseList({ courses: [...others, course], filter: { ...openFilter, status: 'any' } }))
    .groups.flatMap(({ rows }) => rows)
    .at(-1);

/** The completed one of two courses of one title, the other of which is open. */
function dataOfYearly(): readonly { readonly facts: string }[] {
  const courses = [aCourse({ assignedDateTime: '2026-11-03T10:00:00Z' }), done('Fire safety')];
  const list = aCourseList({ courses, filter: { ...openFilter, status: 'any' } });
  return courseListCard.toData(list).groups.flatMap(({ rows }) => rows);
}

describe('the row of a course', () => {
  it('shows title, facts, progress and urgency', () => {
    expect(rowOf(aCourse())).toEqual({
      title: 'Fire safety',
      hint: '',
      facts: 'Required · 1 hr 30 min · 40% done',
      thumbnailUrl: 'https://learn.contoso.com/fire-safety.png',
      thumbnailAlt: 'Course image',
      bar: [{ value: 40, filled: '━'.repeat(5), rest: '━'.repeat(7), percent: '40%' }],
      badge: { text: '5 days', style: 'Attention', color: 'attention' },
      date: '',
      isIndented: false,
      open: {
        title: 'Fire safety, Required · 1 hr 30 min · 40% done, 5 days overdue',
        verb: 'course/open',
        data: {
          learner: learnerUserId,
          filter: { ...openFilter, status: 'any' },
          page: 1,
          activity: anActivity().id,
        },
      },
    });
  });

  it('leaves out what its group says', () => {
    expect(rowOf(due(14), [due(12), due(13)])).toMatchObject({
      badge: { text: '3 days' },
    });
    const { groups } = courseListCard.toData(aCourseList({ courses: [due(12), due(14), due(18)] }));
    expect(groups[0]?.rows[0]?.badge.text).toBe('3 days');
  });

  it.each([
    [due(28), 'Nov 28'],
    [aCourse({ due: { kind: 'day', date: '2028-02-01' } }), 'Feb 1, 2028'],
    [due(undefined), ''],
    [done('A'), 'Nov 2'],
    [aCourse({ status: 'completed', completedDateTime: '2025-11-20T10:00:00Z' }), 'Nov 20, 2025'],
    [aCourse({ status: 'completed' }), ''],
  ])('names a later day, and the day of completion', (course, date) => {
    expect(rowOf(course)).toMatchObject({ date, badge: { text: '' } });
  });

  it('shows progress only once begun and not finished', () => {
    const unreported = without(anActivity(), 'completionPercentage');

    expect(rowOf(aCourse({ status: 'completed', completionPercentage: 100 }))).toMatchObject({ bar: [] });
    expect(rowOf(aCourse({ status: 'notStarted', completionPercentage: 0 }))).toMatchObject({
      bar: [],
      facts: 'Required · 1 hr 30 min',
    });
    expect(rowOf({ ...aCourse(), activity: unreported })).toMatchObject({
      bar: [],
      facts: 'Required · 1 hr 30 min · In progress',
    });
  });

  it('stands without a picture, and without a duration', () => {
    const content = aContent({ thumbnailUrl: 'http://learn.contoso.com/x.png' });

    expect(rowOf({ ...aCourse(), content: without(content, 'durationMinutes') })).toMatchObject({
      thumbnailUrl: '',
      facts: 'Required · 40% done',
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

  it('shows a manager no note', () => {
    const activity = anActivity({ note: 'For the audit' });
    const list = aCourseList({ ...aTeammate(), courses: [{ activity }] });

    expect(JSON.stringify(courseListCard.toData(list))).not.toContain('audit');
  });

  it('tells courses of one title apart by when they were assigned or started', () => {
    const assigned = aCourse({ id: 'b', assignedDateTime: '2026-11-03T10:00:00Z' });
    const started = aCourse({ id: 'c', startedDateTime: '2026-10-02T10:00:00Z' });

    expect(rowOf(assigned, [aCourse()])).toMatchObject({
      facts: 'Required · 1 hr 30 min · 40% done · assigned Nov 3',
      open: {
        title: 'Fire safety, Required · 1 hr 30 min · 40% done · assigned Nov 3, 5 days overdue',
      },
    });
    expect(rowOf(started, [aCourse()])).toMatchObject({
      facts: 'Required · 1 hr 30 min · 40% done · started Oct 2',
    });
    expect(rowOf(assigned)).toMatchObject({ facts: 'Required · 1 hr 30 min · 40% done' });
    expect(dataOfYearly().map(({ facts }) => facts)).toEqual(['Required · 1 hr 30 min']);
  });
});
