import { courseListCard } from '../../../src/cards/course-list';
import { aCourse, aCourseList, anActivity, learnerUserId, openFilter, without } from '../samples';

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
