import type { CourseKind, CourseStatus } from '../domain/course-activity';
import type { LearningSummary } from '../domain/learning-summary';
import { about } from './en-about';
import { faults } from './en-faults';
import { emptyList, filterHeading } from './en-filter';
import { pages } from './en-pages';
import { team } from './en-team';
import { isolate } from './isolate';
import { counted } from './plural';
import { createSpans } from './spans';

const kinds: Readonly<Record<CourseKind, string>> = {
  required: 'Required',
  recommended: 'Recommended',
  peerRecommended: 'Recommended by a colleague',
  assigned: 'Assigned',
  selfInitiated: 'Self-started',
};

const kindHeadings: Readonly<Record<CourseKind, string>> = {
  required: 'Required course',
  recommended: 'Recommended course',
  peerRecommended: 'Course recommended by a colleague',
  assigned: 'Assigned course',
  selfInitiated: 'Self-started course',
};

const statuses: Readonly<Record<CourseStatus, string>> = {
  notStarted: 'Not started',
  inProgress: 'In progress',
  completed: 'Completed',
  unknown: 'Status not known',
};

const spans = createSpans('en');
const language = { lang: 'en', rtl: false } as const;

/**
 * Every sentence a user can read, in English. Parameters are already fit to be shown. Those that may be of another
 * language than the sentence are isolated in it.
 */
export const en = {
  /** For documents and cards: the language, and whether it is written from right to left. */
  language,
  /** A thing and what it is, in plain text. */
  labelled: (label: string, value: string): string => `${label}: ${isolate(value, language)}`,
  /** A heading or sentence without its full stop, and a sentence that follows it. */
  followed: (first: string, second: string): string => `${isolate(first, language)}. ${second}`,

  course: {
    kinds,
    kindHeadings,
    statuses,
    /** Stands for a title that the provider does not let us read. */
    untitled: (kind: CourseKind): string => `${kindHeadings[kind]} (details not shared by the provider)`,
    titleNotShared: 'Details not shared by the provider',
    due: (date: string): string => `Due ${date}`,
    /** With the words of `dueIn`. */
    dueWhen: (relative: string): string => `Due ${relative}`,
    noDueDate: 'No due date',
    wasDue: 'Was due on',
    completedOn: (date: string): string => `Completed on ${date}`,
    /** Below the word "Completed". */
    onDay: (date: string): string => `On ${date}`,
    noCompletionDate: 'Date not known',
    dueIn: (days: number): string => spans.ahead(days),
    /** Due earlier on the day that it is now when `days` is 0. */
    overdueFor: (days: number): string =>
      days === 0 ? 'overdue since today' : `${spans.long(days)} overdue`,
    progress: (percent: string): string => `${percent} done`,
    pages: (pages: number): string => counted(pages, 'page', 'pages'),
    levels: { beginner: 'Beginner', intermediate: 'Intermediate', advanced: 'Advanced' },
    thumbnailAlt: 'Picture of the course',
    assignedBy: 'Assigned by',
    assignedOn: 'Assigned on',
    startedOn: 'Started on',
    note: 'Note',
    open: 'Open course',
    share: 'Share',
    refresh: 'Refresh',
    back: 'Back to my courses',
  },

  courseList: {
    heading: filterHeading,
    matching: (text: string): string => `Matching “${isolate(text, language)}”`,
    counts: { overdue: 'Overdue', dueSoon: 'Due soon', open: 'Open', completed: 'Done' },
    filters: {
      allOpen: 'All open',
      overdue: 'Overdue',
      dueSoon: 'Due soon',
      required: 'Required',
      completed: 'Completed',
    },
    /** The filter that the list shows; a sign, because hosts do not style a pressed button. */
    chosenFilter: (name: string): string => `✓ ${name}`,
    empty: emptyList,
    shown: (from: number, to: number, total: number): string => `${from}–${to} of ${total}`,
    previousPage: 'Previous',
    nextPage: 'Next',
    refresh: 'Refresh',
    asOf: (time: string): string => `As of ${time}`,
    notAllLoaded: 'Not all courses could be loaded in time. Refresh to see the rest.',
    contentsMissing: 'Some titles could not be loaded in time. Refresh to see them.',
    /** The same where it was no matter of time. */
    contentsFailed: 'I couldn’t load some titles. Refresh to try again.',
    contentsThrottled: (minutes: number): string =>
      `Viva Learning is very busy, so some titles are missing. Refresh ${spans.inMinutes(minutes)} to see them.`,
    unreadable: (count: number): string =>
      `${counted(count, 'entry', 'entries')} couldn’t be read, so the list and the counts may be missing something.`,
    /** Of a list that was not read whole. */
    noneReadable: 'Nothing to show among the courses I could read.',
    /** One sentence for who listens, and for notifications. */
    summary: (heading: string, { overdue, dueSoon, open, completed }: LearningSummary): string =>
      `${heading}. You have ${overdue} overdue, ${dueSoon} due soon, ${open} open and ${completed} completed.`,
  },

  sharedCourse: {
    heading: 'Course in Viva Learning',
    own: (words: string): string => `You: ${words}`,
    notYours: 'Not in your courses',
    /** Stands for the description of a course that cannot be read. */
    noDetails: 'Its details cannot be shown right now.',
    onlyYou: 'Only you see this.',
    seeMine: 'See my status',
    refresh: 'Refresh',
    anonymous: 'A course in Viva Learning. Add Coursemate to see where you stand.',
  },

  search: {
    nothingFound: (text: string): string =>
      `No course fits “${isolate(text, language)}”. Try fewer or other words.`,
    nothingYet: 'There are no courses here yet.',
    untitled:
      'The titles of your courses cannot be read here, so there is none to find or share. Ask me “my courses” in our chat to see them.',
    stillLoading: 'Your courses are still loading. Type on, or try again in a moment.',
    titlesFailed: 'I couldn’t load the titles of your courses. Try again in a moment.',
    /** Some titles, or a part of the catalogue, could not be read. */
    noneReadable: (text: string): string =>
      `None of the titles I can read match “${isolate(text, language)}”. Some titles aren’t available right now.`,
    nothingReadable: 'I can’t read the courses here right now. Try again in a few minutes.',
    onlyOwn: {
      title: 'These are the courses on your own list',
      text: 'No provider is set up here whose courses everybody may see.',
    },
  },

  help: {
    headings: {
      help: 'What you can ask me',
      greeting: 'Hello, I am Coursemate',
      notUnderstood: 'I did not understand that',
    },
    intros: {
      help: 'I show you your Viva Learning courses: where you stand and what is due. Ask in your own words.',
      greeting:
        'I show you your Viva Learning courses: where you stand and what is due. Ask in your own words.',
      notUnderstood: 'I know about your Viva Learning courses. You could try one of these:',
    },
    topics: [
      { label: 'Everything you have open', example: '“my courses”' },
      { label: 'What is late or due soon', example: '“what is overdue?” · “what is due this week?”' },
      { label: 'One kind or subject', example: '“required courses” · “my security courses”' },
      { label: 'A single course', example: '“tell me about the data privacy training”' },
      { label: 'What you have finished', example: '“completed courses”' },
      { label: 'Those who report to you', example: '“my team” · “who is overdue?” · “status of Ben”' },
      { label: 'Who looked at your courses', example: '“who looked at my courses?”' },
      { label: 'Signing out', example: '“sign out”' },
    ],
    suggestions: {
      myCourses: { title: 'My courses', phrase: 'my courses' },
      overdue: { title: 'What is overdue?', phrase: 'what is overdue?' },
      dueThisWeek: { title: 'Due this week', phrase: 'what is due this week?' },
      required: { title: 'Required courses', phrase: 'required courses' },
      completed: { title: 'Completed courses', phrase: 'completed courses' },
      help: { title: 'What can I ask?', phrase: 'help' },
    },
  },

  signIn: {
    prompt: 'Sign in to see your courses',
    button: 'Sign in',
    signedOut: 'You are signed out. Your next question signs you in again.',
    askAgain: 'You are signed in, but I no longer know what you asked. Please ask again.',
    clientFailed:
      'Teams could not sign you in to Coursemate. Ask again; if it happens again, your administrator can check that the app is allowed and installed for you.',
    canceled: 'Sign-in was canceled, so I can’t show your courses. Ask again whenever you’re ready.',
    adminConsent: 'Ask an administrator',
  },

  notice: {
    reference: (id: string): string => `Reference: ${isolate(id, language)}`,
    personalChatOnly: 'I show learning records only in a chat between you and me. Ask me there.',
    answeredInPersonalChat:
      'I show learning records only in a chat between you and me. Your answer is there.',
    openChat: 'Open our chat',
    unknownSender: 'Teams did not tell me who you are, so I cannot show learning records here.',
    foreignCard: 'This card was made for somebody else. Ask me “my courses” to get your own.',
    unknownAction: 'I do not know this button any more. Ask me “my courses” for a new card.',
  },

  file: {
    askAgain: 'I no longer know you are signed in. Ask me for the list again, then for the file.',
  },

  team,
  faults,
  pages,
  about,

  outcomes: {
    adminConsentNeeded:
      'Only an administrator can allow Coursemate to read learning records here. Please ask yours.',
    notAssigned: 'Your account is not among those that may use Coursemate. Your administrator can add it.',
    courseNotFound: (text: string): string =>
      `I found no course of yours matching “${isolate(text, language)}”. Ask for “all my courses” to see the whole list.`,
    /** Not among the titles that could be read. */
    courseUnsure: (text: string): string =>
      `I couldn’t find “${isolate(text, language)}” among the titles I can read, but some aren’t available right now. Ask for “all my courses” to see the whole list.`,
  },
} as const;
