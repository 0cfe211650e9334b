import { toNoticeData } from '../../src/cards/notice';
import type { CardData, CardName } from '../../src/cards/card-data';
import type { Course, CourseActivity, CourseContent } from '../../src/domain/course-activity';
import type { CourseFilter } from '../../src/domain/question';
import { toCourseData, type CourseView } from '../../src/views/course';
import { toHelpData } from '../../src/features/help/card-data';
import { toCourseListData, type CourseList } from '../../src/views/course-list';
import { toSharedCourseData, type SharedCourse } from '../../src/features/share-course/card-data';
import { textFor } from '../../src/text/text-for';

/** Tuesday, 17 November 2026, 14:05 in Berlin. */
export const now = new Date('2026-11-17T13:05:00Z');
export const viewer = { now, locale: 'en-US', zone: 'Europe/Berlin' };
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

/** A copy that lacks a property, which `exactOptionalPropertyTypes` does not let be `undefined`. */
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

export function aCourseList(overrides: Partial<CourseList> = {}): CourseList {
  return {
    ...viewer,
    courses: [aCourse()],
    summary: { overdue: 1, dueSoon: 2, open: 9, completed: 12 },
    filter: openFilter,
    page: 1,
    learnerUserId,
    readAt: now,
    isComplete: true,
    hasAllContents: true,
    ...overrides,
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
  return { locale: viewer.locale, content, ref: content, ticket: 'x'.repeat(43), ...overrides };
}

type SampleCard = { [N in CardName]: readonly [scenario: string, name: N, data: CardData[N]] }[CardName];

/** Every template with the data that shows most of it and the data that shows least, for a reader of that locale. */
export const sampleCardsFor = (locale: string): readonly SampleCard[] => [
  [
    'a full list',
    'course-list',
    toCourseListData(aCourseList({ locale, courses: someCourses(23), page: 2 })),
  ],
  [
    'an empty list that was cut short',
    'course-list',
    toCourseListData(aCourseList({ locale, courses: [], isComplete: false, hasAllContents: false })),
  ],
  [
    'a course with everything',
    'course',
    toCourseData(
      aCourseView({
        locale,
        course: aCourse({
          assignedDateTime: '2026-10-20T10:00:00Z',
          startedDateTime: '2026-10-21T10:00:00Z',
          note: 'Before the audit, please.',
        }),
        shareUrl: 'https://teams.microsoft.com/share?href=https%3A%2F%2Fbot.contoso.com%2Fc%2Fa%2Fb',
      }),
    ),
  ],
  [
    'a course with nothing',
    'course',
    toCourseData({
      ...viewer,
      locale,
      course: {
        activity: { id: 'a', learnerUserId, contentId: 'c', kind: 'assigned', status: 'unknown' },
      },
      learnerUserId,
      readAt: now,
    }),
  ],
  ['a shared course', 'shared-course', toSharedCourseData(aSharedCourse({ locale }))],
  [
    'a shared course for one viewer',
    'shared-course',
    toSharedCourseData(aSharedCourse({ locale, viewer: { ...viewer, locale, activity: anActivity() } })),
  ],
  [
    'a shared course that is none of the viewer’s',
    'shared-course',
    toSharedCourseData(aSharedCourse({ locale, viewer: { ...viewer, locale } })),
  ],
  [
    'a shared course that cannot be read',
    'shared-course',
    toSharedCourseData({ ...without(aSharedCourse({ locale }), 'content'), viewer: { ...viewer, locale } }),
  ],
  ['help', 'help', toHelpData('help', locale)],
  ['help after a greeting', 'help', toHelpData('greeting', locale)],
  ['help after a question not understood', 'help', toHelpData('notUnderstood', locale)],
  ['a notice', 'notice', toNoticeData({ sentence: textFor(locale).outcomes.courseNotFound('Fire safety') })],
  [
    'a notice with a retry',
    'notice',
    toNoticeData({
      sentence: textFor(locale).faults.graphContract,
      reference: textFor(locale).notice.reference('7F3A9C21'),
      button: {
        kind: 'retry',
        title: textFor(locale).course.refresh,
        verb: 'my-courses/refresh',
        data: { learner: learnerUserId },
      },
    }),
  ],
  [
    'a notice with a link',
    'notice',
    toNoticeData({
      sentence: textFor(locale).outcomes.adminConsentNeeded,
      button: {
        kind: 'link',
        title: textFor(locale).signIn.adminConsent,
        url: 'https://login.microsoftonline.com/consent',
      },
    }),
  ],
];

export const sampleCards = sampleCardsFor(viewer.locale);
