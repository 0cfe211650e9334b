import { selectForList, toCourseGroup } from '../../src/domain/course-selection';
import type { Course } from '../../src/domain/course-activity';
import { anyCourse, openCourses, type CourseFilter } from '../../src/domain/question';
import { aCourse, anActivity } from '../support/courses';

/** A Wednesday. */
const at = { now: new Date('2026-11-25T12:00:00Z'), zone: 'UTC' };
const on = (date: string): Pick<Course['activity'], 'due'> => ({ due: { kind: 'day', date } });

const courses = [
  aCourse('later', { ...on('2026-12-10'), kind: 'recommended' }),
  aCourse('overdue since Monday', on('2026-11-23')),
  aCourse('overdue since last week', { ...on('2026-11-19'), kind: 'recommended' }),
  aCourse('today', on('2026-11-25')),
  aCourse('Sunday', on('2026-11-29')),
  aCourse('started', { status: 'inProgress' }),
  aCourse('done', { status: 'completed', kind: 'required' }),
];

function select(filter: Partial<CourseFilter>): readonly [titles: readonly string[], asked: number] {
  const { courses: selected, asked } = selectForList(courses, { ...openCourses, ...filter }, at);
  return [selected.map(({ content }) => content?.title ?? ''), asked];
}

describe('toCourseGroup', () => {
  it.each([
    [on('2026-11-24'), 'overdue'],
    [{ due: { kind: 'instant', dateTime: '2026-11-25T09:00:00Z' } }, 'overdue'],
    [on('2026-11-25'), 'today'],
    [on('2026-11-26'), 'thisWeek'],
    [on('2026-11-29'), 'thisWeek'],
    [on('2026-11-30'), 'later'],
    [{}, 'noDate'],
    [{ ...on('2026-11-24'), status: 'completed' }, 'completed'],
  ] as const)('of %j is %s', (overrides, group) => {
    expect(toCourseGroup(anActivity(overrides), at)).toBe(group);
  });
});

describe('selectForList', () => {
  it('sorts by urgency, so that groups follow one another', () => {
    const { courses: selected } = selectForList(courses, anyCourse, at);

    expect(selected.map(({ group }) => group)).toEqual([
      'overdue',
      'overdue',
      'today',
      'thisWeek',
      'later',
      'noDate',
      'completed',
    ]);
  });

  it.each([
    ['today', ['overdue since last week', 'overdue since Monday', 'today'], 1],
    ['thisWeek', ['overdue since last week', 'overdue since Monday', 'today', 'Sunday'], 2],
    ['thisMonth', ['overdue since last week', 'overdue since Monday', 'today', 'Sunday'], 2],
    ['soon', ['overdue since last week', 'overdue since Monday', 'today', 'Sunday'], 2],
    ['tomorrow', [], 0],
    ['nextMonth', ['later'], 1],
    ['overdue', ['overdue since last week', 'overdue since Monday'], 2],
  ] as const)('puts what is overdue on top of a window that begins today: %s', (due, titles, asked) => {
    expect(select({ due })).toEqual([titles, asked]);
  });

  it('puts only such overdue courses on top as the rest of the filter asks for', () => {
    expect(select({ due: 'thisWeek', kind: 'recommended' })).toEqual([['overdue since last week'], 0]);
    expect(select({ due: 'thisWeek', text: 'sunday' })).toEqual([['Sunday'], 1]);
    expect(select({ due: 'thisWeek', status: 'inProgress' })).toEqual([[], 0]);
  });

  it.each([
    [{}, 1],
    [{ due: 'overdue' }, 1],
    [{ kind: 'recommended' }, 0],
    [{ text: 'done' }, 1],
    [{ text: 'sunday' }, 0],
  ] as const)('counts what is completed of the same kind and title: %j', (filter, completed) => {
    expect(selectForList(courses, { ...openCourses, ...filter }, at).completed).toBe(completed);
  });
});
