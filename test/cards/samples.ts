import type { CourseView } from '../../src/cards/course';
import type { CourseList } from '../../src/cards/course-list';
import type { SharedCourse } from '../../src/cards/shared-course';
import type { Course, CourseActivity, CourseContent } from '../../src/domain/course-activity';
import { selectForList } from '../../src/domain/course-selection';
import type { CourseFilter } from '../../src/domain/question';

/** Tuesday, 17 November 2026, 14:05 in Berlin. */
export const now = new Date('2026-11-17T13:05:00Z');
export const viewer = { now, locale: 'en-US', zone: 'Europe/Berlin' };
/** The viewer of a shared card, who sees their own status. */
export const cardViewer = { ...viewer, isComplete: true };
export const learnerUserId = '00000000-0000-4000-8000-000000000001';
export const openFilter: CourseFilter = { status: 'open', due: 'any', kind: 'any', text: '' };

export function anActivity(overrides: Partial<CourseActivity> = {}): CourseActivity {
  return {
    id: '00000000-0000-4000-8000-000000000101',
    learnerUserId,
    contentId: '00000000-0000-4000-8000-000000000201',
    providerId: '00000000-0000-4000-8000-000000000301',
    kind: 'required',
    status: 'inProgress',
    completionPercentage: 40,
    due: { kind: 'day', date: '2026-11-12' },
    ...overrides,
  };
}

export function aContent(overrides: Partial<CourseContent> = {}): CourseContent {
  return {
    contentId: '00000000-0000-4000-8000-000000000201',
    providerId: '00000000-0000-4000-8000-000000000301',
    title: 'Fire safety',
    webUrl: 'https://learn.contoso.com/fire-safety',
    thumbnailUrl: 'https://learn.contoso.com/fire-safety.png',
    durationMinutes: 90,
    level: 'beginner',
    skillTags: [],
    ...overrides,
  };
}

export function aCourse(
  activity: Partial<CourseActivity> = {},
  content: Partial<CourseContent> = {},
): Course {
  return { activity: anActivity(activity), content: aContent(content) };
}

/** A copy without a property, which `exactOptionalPropertyTypes` does not allow to be `undefined`. */
export function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const rest = { ...whole };
  Reflect.deleteProperty(rest, key);
  return rest;
}

export function someCourses(count: number, title = 'Fire safety'): readonly Course[] {
  return Array.from({ length: count }, (_, index) =>
    aCourse({ id: `activity-${index}` }, { title: `${title} ${index}` }),
  );
}

/** The list card of someone with these courses. */
export function aCourseList({
  courses = [aCourse()],
  ...overrides
}: Partial<CourseList> & { readonly courses?: readonly Course[] } = {}): CourseList {
  const list = { ...viewer, filter: openFilter, ...overrides };
  return {
    selection: selectForList(courses, list.filter, list),
    page: 1,
    learnerUserId,
    readAt: now,
    isComplete: true,
    ...list,
  };
}

export function aCourseView(overrides: Partial<CourseView> = {}): CourseView {
  return {
    ...viewer,
    course: aCourse(),
    learnerUserId,
    providerName: 'Contoso Academy',
    assignerName: 'Adele Vance',
    readAt: now,
    ...overrides,
  };
}

export function aSharedCourse(overrides: Partial<SharedCourse> = {}): SharedCourse {
  const content = aContent({ description: 'What to do when it burns.' });
  return {
    locale: viewer.locale,
    content,
    viewData: { provider: content.providerId, content: content.contentId, ticket: 'x'.repeat(43) },
    iconUrl: 'https://bot.contoso.com/icon.png',
    ...overrides,
  };
}
