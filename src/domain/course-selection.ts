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

/** The time that courses still take. */
export interface TimeLeft {
  readonly minutes: number;
  /** False when the duration or the progress of some course is unknown: then it takes more. */
  readonly isExact: boolean;
}

/** The time that the open ones of some courses still take: of each the share that is not done. */
export function toTimeLeft(courses: readonly Course[]): TimeLeft {
  const open = courses.filter(({ activity }) => isOpen(activity));
  const known = open.map(toMinutesLeft).filter((minutes) => minutes !== undefined);
  return {
    minutes: Math.round(known.reduce((sum, minutes) => sum + minutes, 0)),
    isExact: known.length === open.length,
  };
}

function toMinutesLeft({ activity, content }: Course): number | undefined {
  const { status, completionPercentage = status === 'notStarted' ? 0 : undefined } = activity;
  const { durationMinutes } = content ?? {};
  return durationMinutes === undefined || completionPercentage === undefined
    ? undefined
    : durationMinutes * (1 - completionPercentage / 100);
}
