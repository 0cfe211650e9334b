import type { Course, CourseActivity, CourseContent } from '../../src/domain/course-activity';

export const LEARNER = 'abcd0000-0000-4000-8000-00000000000e';
export const PROVIDER = '00000000-0000-4000-8000-0000000000a1';

let next = 1;

/** A required course that is neither started nor due, with the test's changes. */
export function anActivity(
  overrides: Partial<CourseActivity> = {},
): CourseActivity & { readonly contentId: string } {
  const number = String(next++).padStart(12, '0');
  return {
    id: `00000000-0000-4000-8001-${number}`,
    learnerUserId: LEARNER,
    contentId: `00000000-0000-4000-8002-${number}`,
    providerId: PROVIDER,
    kind: 'required',
    status: 'notStarted',
    ...overrides,
  };
}

export function aCourse(
  title: string,
  activity: Partial<CourseActivity> = {},
  content: Partial<CourseContent> = {},
): Course {
  const whole = anActivity(activity);
  return {
    activity: whole,
    content: { contentId: whole.contentId, providerId: PROVIDER, title, skillTags: [], ...content },
  };
}
