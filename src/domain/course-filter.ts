import * as z from 'zod/v4';
import { upcomingWindows, type CourseFilter } from './question';

/** Parses a course filter that comes back from a client. */
export const courseFilter = z.object({
  status: z.enum(['any', 'open', 'notStarted', 'inProgress', 'completed']),
  due: z.enum(['any', 'overdue', ...upcomingWindows]),
  kind: z.enum(['any', 'required', 'recommended', 'selfInitiated']),
  text: z.string().max(300),
}) satisfies z.ZodType<CourseFilter>;

/** Every course on a list. */
export const anyCourse: CourseFilter = { status: 'any', due: 'any', kind: 'any', text: '' };

/** Every course that is not completed. */
export const openCourses: CourseFilter = { ...anyCourse, status: 'open' };
