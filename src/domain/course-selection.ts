import type { Course, CourseActivity } from './course-activity';
import { selectCourses } from './course-search';
import { daysLeftInWeek, daysUntilDue, isOpen, isOverdue, type ViewedAt } from './due';
import { sortByUrgency } from './learning-summary';
import { anyCourse, type CourseFilter } from './question';

/** The groups of a list, in its order; `thisWeek` is the rest of the calendar week after today. */
export type CourseGroup = 'overdue' | 'today' | 'thisWeek' | 'later' | 'noDate' | 'completed';

export interface GroupedCourse extends Course {
  readonly group: CourseGroup;
}

/** What a list shows for a filter. */
export interface CourseSelection {
  /** By urgency, so that groups follow one another. */
  readonly courses: readonly GroupedCourse[];
  /** How many of them the filter asks for. The others are overdue and come first, on top of a window that begins today. */
  readonly asked: number;
  /** How many courses of the same kind and title are completed, whatever the status and window asked for. */
  readonly completed: number;
}

const windowsFromToday: readonly CourseFilter['due'][] = ['today', 'thisWeek', 'thisMonth', 'soon'];

/** Whether a due window begins today: its list has what is overdue on top. */
export function isFromToday(due: CourseFilter['due']): boolean {
  return windowsFromToday.includes(due);
}

/** Selects, sorts and groups the courses of a list for a filter. */
export function selectForList(all: readonly Course[], filter: CourseFilter, at: ViewedAt): CourseSelection {
  const { status, due, kind, text } = filter;
  const alike = selectCourses(all, { ...anyCourse, kind, text }, at);
  const asked = selectCourses(alike, { ...anyCourse, status, due }, at);
  const late = isFromToday(due) ? selectCourses(alike, { ...anyCourse, status, due: 'overdue' }, at) : [];
  const courses = sortByUrgency([...new Set([...late, ...asked])], at).map((course) => ({
    ...course,
    group: toCourseGroup(course.activity, at),
  }));
  return {
    courses,
    asked: courses.length - late.length,
    completed: alike.filter(({ activity }) => !isOpen(activity)).length,
  };
}

export function toCourseGroup(activity: CourseActivity, at: ViewedAt): CourseGroup {
  if (!isOpen(activity)) return 'completed';
  if (activity.due === undefined) return 'noDate';
  if (isOverdue(activity, at)) return 'overdue';
  const days = daysUntilDue(activity.due, at);
  if (days === 0) return 'today';
  return days <= daysLeftInWeek(at) ? 'thisWeek' : 'later';
}
