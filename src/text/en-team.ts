import type { LearningSummary } from '../domain/learning-summary';
import { counted } from './plural';
import { createSpans } from './spans';
import { createTeamHeading } from './team-heading';

const spans = createSpans('en');
/** How many people of a team stand where with one course. */
interface CourseCounts {
  readonly finished: number;
  readonly inProgress: number;
  readonly notStarted: number;
  readonly notAssigned: number;
}

function people(count: number): string {
  return counted(count, 'person', 'people');
}

const heading = createTeamHeading({
  course: 'Your team in one course',
  overdueRequired: 'Your team: overdue required courses',
  overdue: 'Who is overdue',
  due: 'Your team: what is due',
  required: 'Your team: required courses',
  completed: 'Your team: completed courses',
  open: 'Your team: open courses',
  all: 'Your team',
});

/** What managers read of those who report to them. */
export const team = {
  /** Stands for a name that Graph does not tell. */
  nameless: 'A colleague without a name',
  heading,
  counts: { people: 'People', late: 'Behind', overdue: 'Overdue', open: 'Open' },
  courseCounts: {
    finished: 'Finished',
    inProgress: 'In progress',
    notStarted: 'Not started',
    notAssigned: 'Not assigned',
  },
  /** One sentence for who listens, and for notifications. */
  teamSummary: (title: string, counts: { readonly people: number; readonly late: number }): string =>
    `${title}. ${people(counts.people)}, ${counts.late} with overdue courses.`,
  courseSummary: (title: string, counts: CourseCounts): string =>
    `${title}. ${counts.finished} finished, ${counts.inProgress} in progress, ${counts.notStarted} not started, ${counts.notAssigned} not assigned.`,
  summary: (title: string, { overdue, dueSoon, open, completed }: LearningSummary): string =>
    `${title}. ${overdue} overdue, ${dueSoon} due soon, ${open} open and ${completed} completed.`,
  overdue: (count: number): string => `${count} overdue`,
  open: (count: number): string => `${count} open`,
  completed: (count: number): string => `${count} completed`,
  noneAssigned: 'No courses',
  /** How much of what is on somebody's list they have finished. */
  share: (percent: string): string => `${percent} finished`,
  soFar: (count: number, total: number): string =>
    `${count} of ${people(total)} so far. The rest is loading: press “Show the rest” in a moment.`,
  showTheRest: 'Show the rest',
  notEverybody: 'Not everybody who reports to you could be listed.',
  unreadable: {
    unlicensed: 'No licence for Viva Learning',
    forbidden: 'Viva Learning does not let this person’s courses be read',
    notFound: 'Viva Learning does not know this person',
    failed: 'Could not be read right now',
  },
  /** Behind `failed`, where Viva Learning said how long it wants no calls. */
  busy: (minutes: number): string => `try again ${spans.inMinutes(minutes)}`,
  disabled: 'Account disabled',
  filters: {
    all: 'Everybody',
    overdue: 'Overdue',
    required: 'Required',
    unfinished: 'Not finished',
    finished: 'Finished',
  },
  oneCourse: 'One course',
  chooseCourse: 'Choose a course',
  showCourse: 'Show course',
  export: 'Export',
  refresh: 'Refresh',
  back: 'Back to the list',
  backToTeam: 'My team',
  nobody: 'Nobody in your team fits this.',
  noSuchCourse: 'I found no such course on the lists of your team.',
  /** The same where some titles could not be read. */
  noSuchTitle: 'I found no such course among the titles I can read.',
  noCourses: 'There are no such courses on this person’s list.',
  courseGone: 'This course is no longer on this person’s list.',
  noReports:
    'Nobody reports to you in your organisation’s directory, so there is no team for me to show. I can still show you your own courses: ask “my courses”.',
  guest: 'Guests of an organisation cannot look at other people’s courses.',
  off: 'Looking at other people’s courses is switched off in your organisation. Your administrator can switch it on.',
  personalChatOnly: 'I show other people’s courses only in a chat between you and me.',
  /** Says nothing about whether there is such a person. */
  noSuchReport: 'None of the people who report to you is called that. Ask “my team” to see them all.',
  notYourReport: 'This person does not report to you, so I cannot show their courses.',
  severalReports: 'Several people who report to you are called that. Whom do you mean?',
  file: {
    name: 'Team courses',
    description: 'Courses of the people who report to you, as CSV for Excel',
    offered: 'Your file is ready: accept it in the chat, and it is put into your OneDrive.',
    incomplete: 'Not everybody has been read yet. Try again in a moment.',
    columns: {
      person: 'Person',
      account: 'Account',
      course: 'Course',
      kind: 'Kind',
      status: 'Status',
      progress: 'Progress',
      assigned: 'Assigned',
      due: 'Due',
      overdue: 'Overdue',
      completed: 'Completed',
      note: 'Remark',
    },
    yes: 'yes',
  },
  looks: {
    heading: 'Who looked at your courses',
    none: 'Nobody has looked at your courses in Coursemate.',
    partly: 'The record is long: older looks could not be read in time.',
    intro:
      'Managers can look at the courses of those who report to them. Each look is on record. The latest:',
    /** What was looked at. */
    what: {
      team: 'Team list',
      teammate: 'Your list',
      course: 'One of your courses',
      export: 'File of the team’s courses',
    },
    outcomes: { unreadable: 'nothing could be read', refused: 'refused' },
    somebody: 'Somebody in your organisation',
  },
} as const;
