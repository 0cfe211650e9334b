import type { Course } from './course-activity';
import { isOpen } from './due';

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

/** Whole minutes that are left of a started course; `undefined` where its duration or progress is not known. */
export function minutesLeft(course: Course): number | undefined {
  const { status, completionPercentage = 0 } = course.activity;
  const isStarted = status === 'inProgress' && completionPercentage > 0 && completionPercentage < 100;
  const minutes = isStarted ? toMinutesLeft(course) : undefined;
  return minutes === undefined ? undefined : Math.max(1, Math.round(minutes));
}

function toMinutesLeft({ activity, content }: Course): number | undefined {
  const { status, completionPercentage = status === 'notStarted' ? 0 : undefined } = activity;
  const { durationMinutes } = content ?? {};
  return durationMinutes === undefined || completionPercentage === undefined
    ? undefined
    : durationMinutes * (1 - completionPercentage / 100);
}
