import type { Course } from '../../src/domain/course-activity';
import { toTimeLeft } from '../../src/domain/time-left';
import { aCourse, anActivity } from '../support/courses';

describe('toTimeLeft', () => {
  const lasting = (durationMinutes: number | undefined, overrides: Partial<Course['activity']>): Course => {
    const { activity, content } = aCourse('Fire safety', overrides);
    if (content === undefined) throw new Error('no content');
    return { activity, content: { ...content, ...(durationMinutes !== undefined && { durationMinutes }) } };
  };

  it('adds up what is not done of each open course', () => {
    const some = [
      lasting(60, { status: 'inProgress', completionPercentage: 75 }),
      lasting(30, { status: 'notStarted' }),
      lasting(90, { status: 'completed', completionPercentage: 0 }),
    ];

    expect(toTimeLeft(some)).toEqual({ minutes: 45, isExact: true });
  });

  it.each([
    ['duration', lasting(undefined, { status: 'notStarted' })],
    ['progress', lasting(20, { status: 'inProgress' })],
    ['content', { activity: anActivity({ status: 'notStarted' }) }],
  ])('knows that it takes more when the %s of a course is unknown', (_, unknown) => {
    expect(toTimeLeft([lasting(30, { status: 'notStarted' }), unknown])).toEqual({
      minutes: 30,
      isExact: false,
    });
  });
});
