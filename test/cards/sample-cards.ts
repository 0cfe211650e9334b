import { toNoticeData } from '../../src/cards/notice';
import type { CardData, CardName } from '../../src/cards/card-data';
import { toHelpData } from '../../src/features/help/card-data';
import { toSharedCourseData } from '../../src/features/share-course/card-data';
import { toTeamData } from '../../src/features/team/card-data';
import { toChoiceData } from '../../src/features/teammate/choice';
import { toLooksData } from '../../src/features/who-looked/card-data';
import { textFor } from '../../src/text/text-for';
import { toCourseData } from '../../src/views/course';
import { toCourseListData } from '../../src/views/course-list';
import {
  aCourse,
  aCourseList,
  aCourseView,
  anActivity,
  aSharedCourse,
  cardViewer,
  learnerUserId,
  now,
  openFilter,
  someCourses,
  viewer,
  without,
} from './samples';
import {
  deceivingText,
  someContents,
  aStanding,
  aTeammate,
  aTeamView,
  managerUserId,
  someLooks,
  someReports,
} from './team-samples';

const oneCourse = { ...openFilter, status: 'any', text: 'fire safety' } as const;

type SampleCard = { [N in CardName]: readonly [scenario: string, name: N, data: CardData[N]] }[CardName];

const ownCardsFor = (locale: string): readonly SampleCard[] => [
  [
    'a full list',
    'course-list',
    toCourseListData(aCourseList({ locale, courses: someCourses(23), page: 2 })),
  ],
  [
    'an empty list that was cut short',
    'course-list',
    toCourseListData(
      aCourseList({
        locale,
        courses: [],
        isComplete: false,
        missing: { reason: 'notInTime' },
        unreadable: 2,
      }),
    ),
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
    toSharedCourseData(aSharedCourse({ locale, viewer: { ...cardViewer, locale, activity: anActivity() } })),
  ],
  [
    'a shared course that is none of the viewer’s',
    'shared-course',
    toSharedCourseData(aSharedCourse({ locale, viewer: { ...cardViewer, locale } })),
  ],
  [
    'a shared course that cannot be read',
    'shared-course',
    toSharedCourseData({
      ...without(aSharedCourse({ locale }), 'content'),
      viewer: { ...cardViewer, locale },
    }),
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

const managersCardsFor = (locale: string): readonly SampleCard[] => [
  ['a team', 'team', toTeamData(aTeamView({ locale }))],
  ['the end of a team', 'team', toTeamData(aTeamView({ locale, page: 2 }))],
  [
    'a team that is still loading and has nobody to show',
    'team',
    toTeamData(
      aTeamView({
        locale,
        standing: aStanding({ reports: [], contents: [] }),
        reports: 12,
        hasAllReports: false,
      }),
    ),
  ],
  [
    'a team in one course',
    'team',
    toTeamData(aTeamView({ locale, filter: oneCourse, standing: aStanding({ filter: oneCourse }) })),
  ],
  [
    'a team of deceiving names and courses',
    'team',
    toTeamData(
      aTeamView({
        locale,
        standing: aStanding({
          reports: someReports(9, deceivingText),
          contents: someContents(25, deceivingText),
        }),
      }),
    ),
  ],
  [
    'a teammate’s list',
    'course-list',
    toCourseListData(aCourseList({ ...aTeammate(), locale, courses: someCourses(23), page: 2 })),
  ],
  [
    'a teammate’s empty list',
    'course-list',
    toCourseListData(aCourseList({ ...aTeammate(), locale, courses: [] })),
  ],
  ['a teammate’s course', 'course', toCourseData(aCourseView({ ...aTeammate(), locale }))],
  [
    'several of one deceiving name',
    'choice',
    toChoiceData({ reports: someReports(12, deceivingText), managerUserId, filter: openFilter, locale }),
  ],
  ['looks by a deceiving name', 'looks', toLooksData(someLooks(deceivingText, 50), { ...viewer, locale })],
  [
    'a course of a teammate with a deceiving name',
    'course',
    toCourseData(aCourseView({ ...aTeammate(deceivingText), locale })),
  ],
  [
    'several of one name',
    'choice',
    toChoiceData({ reports: someReports(3), managerUserId, filter: openFilter, locale }),
  ],
  ['looks of all sorts', 'looks', toLooksData(someLooks(), { ...viewer, locale })],
  [
    'no look',
    'looks',
    toLooksData({ entries: [], isComplete: true, names: new Map() }, { ...viewer, locale }),
  ],
];

/** Every template with the data that shows most of it and the data that shows least, for a reader of that locale. */
export const sampleCardsFor = (locale: string): readonly SampleCard[] => [
  ...ownCardsFor(locale),
  ...managersCardsFor(locale),
];

export const sampleCards = sampleCardsFor(viewer.locale);
