import { toAction } from '../../src/cards/actions';
import { choiceCard } from '../../src/cards/choice';
import { courseCard } from '../../src/cards/course';
import { courseListCard } from '../../src/cards/course-list';
import type { CardDefinition, CardReply } from '../../src/cards/define-card';
import { helpCard } from '../../src/cards/help';
import { viewLogCard } from '../../src/cards/view-log';
import { noticeCard } from '../../src/cards/notice';
import { sharedCourseCard } from '../../src/cards/shared-course';
import { teamCard } from '../../src/cards/team';
import { textsFor } from '../../src/i18n/catalog';
import { VIVA_LEARNING_URL } from '../../src/lib/teams-links';
import { mixed } from './list-samples';
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
  someViews,
  someReports,
} from './team-samples';

const helpLinks = {
  privacyUrl: 'https://bot.contoso.com/privacy',
  chatUrl: 'https://teams.microsoft.com/l/chat/0/0?users=28:00000000-0000-4000-8000-0000000000b0',
};
const oneCourse = { ...openFilter, status: 'any', text: 'fire safety' } as const;

/** The chat with a teammate. */
const aMessage = {
  message: { title: 'Message Amara ↗', url: 'https://teams.microsoft.com/l/chat/0/0?users=a%40b.c' },
};

/** A card with the view that it shows. */
interface SampleCard {
  readonly template: string;
  readonly data: object;
  readonly reply: CardReply;
}

type Sample = readonly [scenario: string, card: SampleCard];

function sample<View, Data extends object>(
  scenario: string,
  card: CardDefinition<View, Data>,
  view: View,
): Sample {
  return [scenario, { template: card.template, data: card.toData(view), reply: card(view) }];
}

const ownCardsFor = (locale: string): readonly Sample[] => [
  sample('a full list', courseListCard, aCourseList({ locale, courses: someCourses(23), page: 2 })),
  sample('a list with every group', courseListCard, aCourseList({ locale, courses: mixed, page: 2 })),
  sample('a list that goes on', courseListCard, aCourseList({ locale, courses: someCourses(40), page: 4 })),
  sample(
    'a search without results',
    courseListCard,
    aCourseList({ locale, filter: { ...openFilter, due: 'thisWeek', kind: 'required', text: 'yoga' } }),
  ),
  sample(
    'an empty list that was cut short',
    courseListCard,
    aCourseList({
      locale,
      courses: [],
      isComplete: false,
      missing: { reason: 'notInTime' },
      unreadable: 2,
    }),
  ),
  sample(
    'a course with everything',
    courseCard,
    aCourseView({
      locale,
      course: aCourse(
        {
          assignedDateTime: '2026-10-20T10:00:00Z',
          startedDateTime: '2026-10-21T10:00:00Z',
          assignerUserId: managerUserId,
          note: 'Before the audit, please.',
        },
        { description: 'What to do when it burns.', pages: 24 },
      ),
      assignerAccount: 'adele@contoso.com',
      siblings: [
        aCourse({ id: 'another' }),
        aCourse({ id: 'earlier', status: 'completed', completedDateTime: '2025-11-20T10:00:00Z' }),
      ],
      shareUrl: 'https://teams.microsoft.com/share?href=https%3A%2F%2Fbot.contoso.com%2Fc%2Fa%2Fb',
    }),
  ),
  sample(
    'a course that is not started and due in a while',
    courseCard,
    aCourseView({
      locale,
      course: aCourse({
        status: 'notStarted',
        completionPercentage: 0,
        due: { kind: 'day', date: '2026-12-30' },
      }),
    }),
  ),
  sample(
    'a completed course',
    courseCard,
    aCourseView({
      locale,
      course: aCourse({ status: 'completed', completedDateTime: '2026-11-01T10:00:00Z' }),
    }),
  ),
  sample('a course with nothing', courseCard, {
    ...viewer,
    locale,
    course: {
      activity: { id: 'a', learnerUserId, contentId: 'c', kind: 'assigned', status: 'unknown' },
    },
    learnerUserId,
    readAt: now,
  }),
  sample('a shared course', sharedCourseCard, aSharedCourse({ locale })),
  ...Object.entries({
    'who is overdue': anActivity(),
    'who has time left': anActivity({ due: { kind: 'day', date: '2027-01-20' } }),
    'who has not started': anActivity({ status: 'notStarted', completionPercentage: 0 }),
    'who has completed it': anActivity({ status: 'completed', completedDateTime: '2026-11-01T10:00:00Z' }),
    'whose status is unknown': without(anActivity({ status: 'unknown' }), 'completionPercentage'),
  }).map(([who, activity]) =>
    sample(
      `a shared course for a viewer ${who}`,
      sharedCourseCard,
      aSharedCourse({ locale, viewer: { ...cardViewer, locale, activity } }),
    ),
  ),
  sample(
    'a shared course for a person without the app',
    sharedCourseCard,
    without(aSharedCourse({ locale }), 'viewData'),
  ),
  sample(
    'a shared course of which a person without the app is told nothing',
    sharedCourseCard,
    without(
      aSharedCourse({ locale, content: { providerId: '', contentId: '', title: '', skillTags: [] } }),
      'viewData',
    ),
  ),
  sample(
    'a shared course that is none of the viewer’s',
    sharedCourseCard,
    aSharedCourse({ locale, viewer: { ...cardViewer, locale } }),
  ),
  sample('a shared course that cannot be read', sharedCourseCard, {
    ...without(aSharedCourse({ locale }), 'content'),
    viewer: { ...cardViewer, locale },
  }),
  sample('help', helpCard, { occasion: 'help', locale }),
  sample('help for a manager', helpCard, { occasion: 'help', hasReports: true, locale, ...helpLinks }),
  sample('help after a greeting', helpCard, { occasion: 'greeting', locale, ...helpLinks }),
  sample('help after a greeting of a manager', helpCard, { occasion: 'greeting', hasReports: true, locale }),
  sample('help after a question not understood', helpCard, { occasion: 'notUnderstood', locale }),
  sample('help after a question with words that are known', helpCard, {
    occasion: 'notUnderstood',
    locale,
    hasReports: true,
    recognized: { words: [deceivingText.slice(0, 60), 'overdue'], near: ['whoIsOverdue', 'myTeam'] },
  }),
  sample('help among others', helpCard, { occasion: 'group', locale, ...helpLinks }),
  sample('a notice', noticeCard, {
    locale,
    sentence: textsFor(locale).t('outcomes.courseNotFound', { text: 'Fire safety' }),
  }),
  sample('a notice of something done', noticeCard, {
    locale,
    tone: 'done',
    sentence: textsFor(locale).t('signIn.signedOut'),
  }),
  sample('a notice with a retry', noticeCard, {
    locale,
    tone: 'problem',
    sentence: textsFor(locale).t('faults.graphContract'),
    reference: textsFor(locale).t('notice.reference', { id: '7F3A9C21' }),
    action: toAction(textsFor(locale).t('notice.tryAgain'), 'question/ask', {
      learner: learnerUserId,
      question: { intent: 'myCourses', filter: openFilter },
      phrase: 'my courses',
    }),
  }),
  sample('a notice with a link', noticeCard, {
    locale,
    sentence: textsFor(locale).t('outcomes.adminConsentNeeded'),
    link: {
      title: textsFor(locale).t('signIn.adminConsent'),
      url: 'https://login.microsoftonline.com/consent',
    },
  }),
];

const managersCardsFor = (locale: string): readonly Sample[] => [
  sample('a team', teamCard, aTeamView({ locale })),
  sample('more of a team', teamCard, aTeamView({ locale, page: 2 })),
  sample('the end of a team', teamCard, aTeamView({ locale, page: 3 })),
  sample(
    'a team where no one is behind',
    teamCard,
    aTeamView({ locale, standing: aStanding({ reports: [], contents: [] }) }),
  ),
  sample(
    'a team that is still loading and has no one to show',
    teamCard,
    aTeamView({
      locale,
      standing: aStanding({ reports: [], contents: [] }),
      reports: 12,
      hasAllReports: false,
    }),
  ),
  sample(
    'a team in one course',
    teamCard,
    aTeamView({ locale, filter: oneCourse, standing: aStanding({ filter: oneCourse }) }),
  ),
  sample(
    'a team of deceiving names and courses',
    teamCard,
    aTeamView({
      locale,
      standing: aStanding({
        reports: someReports(9, deceivingText),
        contents: someContents(25, deceivingText),
      }),
    }),
  ),
  sample(
    'a teammate’s list',
    courseListCard,
    aCourseList({ ...aTeammate(), ...aMessage, locale, courses: someCourses(23), page: 2 }),
  ),
  sample(
    'a teammate’s list with every group',
    courseListCard,
    aCourseList({ ...aTeammate(), locale, courses: mixed, filter: { ...openFilter, status: 'any' } }),
  ),
  sample('a teammate’s empty list', courseListCard, aCourseList({ ...aTeammate(), locale, courses: [] })),
  sample('a teammate’s course', courseCard, aCourseView({ ...aTeammate(), locale })),
  sample(
    'a teammate’s course with a message',
    courseCard,
    aCourseView({ ...aTeammate(), locale, message: { title: 'Message Amara ↗', url: VIVA_LEARNING_URL } }),
  ),
  sample('several of one deceiving name', choiceCard, {
    name: deceivingText,
    reports: someReports(12, deceivingText),
    managerUserId,
    filter: openFilter,
    locale,
  }),
  sample('views by a deceiving name', viewLogCard, someViews(deceivingText, 50, locale)),
  sample(
    'a course of a teammate with a deceiving name',
    courseCard,
    aCourseView({ ...aTeammate(deceivingText), locale }),
  ),
  sample('several of one name', choiceCard, {
    name: 'ben',
    reports: someReports(3),
    managerUserId,
    filter: openFilter,
    locale,
  }),
  sample('views of all sorts', viewLogCard, someViews('Katherine Walsh', 5, locale)),
  sample('the latest of many views', viewLogCard, {
    ...someViews('Katherine Walsh', 200, locale),
    hasOlder: true,
  }),
  sample('no views', viewLogCard, {
    ...viewer,
    locale,
    entries: [],
    isComplete: true,
    hasOlder: false,
    names: new Map(),
  }),
];

/** Every template with its fullest and its emptiest data, for a reader of that locale. */
export const sampleCardsFor = (locale: string): readonly Sample[] => [
  ...ownCardsFor(locale),
  ...managersCardsFor(locale),
];

export const sampleCards = sampleCardsFor(viewer.locale);
