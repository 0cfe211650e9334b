import type { Course } from '../../src/domain/course-activity';
import { sortByUrgency, summarise } from '../../src/domain/learning-summary';
import { aCourse, anActivity } from '../support/courses';

const at = { now: new Date('2026-11-25T12:00:00Z'), zone: 'UTC' };

describe('summarise', () => {
  it('counts overdue within open', () => {
    const summary = summarise(
      [
        aCourse('Fire safety', { due: { kind: 'day', date: '2026-11-20' } }),
        aCourse('Fire safety', { due: { kind: 'day', date: '2026-11-27' } }),
        aCourse('Fire safety', { due: { kind: 'day', date: '2027-03-01' } }),
        aCourse('Fire safety', { status: 'unknown' }),
        aCourse('Fire safety', { status: 'completed', due: { kind: 'day', date: '2026-11-20' } }),
      ],
      at,
    );

    expect(summary).toEqual({ overdue: 1, open: 4, completed: 1 });
  });
});

describe('sortByUrgency', () => {
  it('sorts by urgency', () => {
    const courses = [
      aCourse('completed long ago', { status: 'completed', completedDateTime: '2024-01-01T00:00:00Z' }),
      aCourse('not started'),
      aCourse('completed lately', { status: 'completed', completedDateTime: '2026-11-01T00:00:00Z' }),
      aCourse('due in a week', { due: { kind: 'day', date: '2026-12-02' } }),
      aCourse('overdue by a day', { due: { kind: 'day', date: '2026-11-24' } }),
      aCourse('due today by the hour', { due: { kind: 'instant', dateTime: '2026-11-25T16:00:00Z' } }),
      aCourse('due today', { due: { kind: 'day', date: '2026-11-25' } }),
      aCourse('started', { status: 'inProgress' }),
      aCourse('overdue for years', { due: { kind: 'instant', dateTime: '2022-09-22T16:05:00Z' } }),
    ];

    expect(sortByUrgency(courses, at).map(({ content }) => content?.title)).toEqual([
      'overdue for years',
      'overdue by a day',
      'due today by the hour',
      'due today',
      'due in a week',
      'started',
      'not started',
      'completed lately',
      'completed long ago',
    ]);
  });

  it('sorts a whole due day after the instants of that day', () => {
    const inBerlin = { ...at, zone: 'Europe/Berlin' };
    const courses = [
      aCourse('due on the day', { due: { kind: 'instant', dateTime: '2026-11-26T23:00:00Z' } }),
      aCourse('due by the hour', { due: { kind: 'instant', dateTime: '2026-11-27T16:00:00Z' } }),
    ];

    expect(sortByUrgency(courses, inBerlin).map(({ content }) => content?.title)).toEqual([
      'due by the hour',
      'due on the day',
    ]);
  });

  it('sorts equally urgent courses by title, untitled last', () => {
    const nameless = { activity: anActivity() };

    const sorted = sortByUrgency<Course>([nameless, aCourse('beta'), aCourse('Alpha')], at);

    expect(sorted.map((course) => course.content?.title)).toEqual(['Alpha', 'beta', undefined]);
  });
});
