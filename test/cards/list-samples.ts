import type { Course, CourseActivity } from '../../src/domain/course-activity';
import { aContent, aCourse, anActivity, without } from './samples';

/** A course of 30 minutes that is not begun, due on a day of November 2026 (today is Tuesday, the 17th). */
export function due(
  day: number | undefined,
  activity: Partial<CourseActivity> = {},
  title = `Due ${day}`,
): Course {
  const date = day === undefined ? {} : { due: { kind: 'day', date: `2026-11-${day}` } as const };
  const bare = without(without(anActivity(), 'due'), 'completionPercentage');
  return {
    activity: { ...bare, id: title, status: 'notStarted', ...date, ...activity },
    content: aContent({ title, durationMinutes: 30 }),
  };
}

export const done = (title: string): Course =>
  aCourse({ id: title, status: 'completed', completedDateTime: '2026-11-01T23:30:00Z' }, { title });

/** Two overdue, one today, one tomorrow, one on Sunday, one later, one without a date, two completed. */
export const mixed = [
  due(12),
  due(14, { kind: 'recommended' }),
  due(17),
  due(18),
  due(22),
  due(28),
  due(undefined),
  done('A'),
  done('B'),
];
