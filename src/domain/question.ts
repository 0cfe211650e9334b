import * as z from 'zod/v4';

/** Due windows that lie ahead; tighter ones come before `soon`, which includes them. */
export const upcomingWindows = [
  'today',
  'tomorrow',
  'thisWeek',
  'nextWeek',
  'thisMonth',
  'nextMonth',
  'soon',
] as const;
/** Calendar days ahead that `soon` covers. */
export const SOON_DAYS = 7;
export type UpcomingWindow = (typeof upcomingWindows)[number];

const text = z.string().max(300);

/** In characters. A longer phrase is not a title or name, and would make what carries it too long. */
export const LONGEST_PHRASE = 200;

/** Questions that the words of a phrase may lead to when it asks none. */
export const nearQuestions = [
  'whoIsOverdue',
  'myTeam',
  'whoLooked',
  'overdue',
  'dueThisWeek',
  'required',
  'completed',
  'myCourses',
] as const;
export type NearQuestion = (typeof nearQuestions)[number];
export const MOST_RECOGNIZED = 3;

/** What of a phrase was recognized that asks nothing: words as typed, and the questions that they may lead to. */
const recognized = z.object({
  words: z.array(z.string().max(60)).max(MOST_RECOGNIZED).readonly(),
  near: z.array(z.enum(nearQuestions)).max(nearQuestions.length).readonly(),
});
export type Recognized = Readonly<z.infer<typeof recognized>>;

/** Which courses a question is about. All four fields are always present. */
export const courseFilter = z.object({
  status: z.enum(['any', 'open', 'notStarted', 'inProgress', 'completed']),
  due: z.enum(['any', 'overdue', ...upcomingWindows]),
  kind: z.enum(['any', 'required', 'recommended', 'selfInitiated']),
  /** Lower case words of a title; empty means any course. */
  text,
});
export type CourseFilter = Readonly<z.infer<typeof courseFilter>>;

/** Every course on a list. */
export const anyCourse: CourseFilter = { status: 'any', due: 'any', kind: 'any', text: '' };

/** Every course that is not completed. */
export const openCourses: CourseFilter = { ...anyCourse, status: 'open' };

/** A mentioned person: a member of the conversation by Entra object id, or a person whom Teams does not know there. */
const mentioned = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member'), userId: z.string().min(1).max(100) }),
  z.object({ kind: z.literal('unknown') }),
]);
export type Mentioned = Readonly<z.infer<typeof mentioned>>;

/** What is asked about one course, if not for all about it. Answered by a sentence before the card. */
const askedOfCourse = ['finished', 'whenFinished', 'overdue', 'when', 'howLong', 'who', 'mandatory'] as const;
export type AskedOfCourse = (typeof askedOfCourse)[number];

/** What is asked about a list with yes or no: is there a course like this, is all like this finished. */
const askedOfList = ['any', 'allFinished'] as const;
export type AskedOfList = (typeof askedOfList)[number];

/**
 * What a person asks of the bot: one entry an intent. A question travels through the client while its asker signs in,
 * so what comes back is parsed.
 */
export const questionSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('myCourses'),
    filter: courseFilter,
    asks: z.enum(askedOfList).optional(),
  }),
  z.object({
    intent: z.literal('courseDetails'),
    text,
    /** The text in the letters that were typed: a provider may tell capital and small letters of an id apart. */
    typed: text.optional(),
    asks: z.enum(askedOfCourse).optional(),
  }),
  z.object({ intent: z.literal('teamStatus'), filter: courseFilter }),
  z.object({
    intent: z.literal('teammateStatus'),
    /** Lower case, as typed. */
    person: text,
    /** Present when the person was mentioned. */
    mentioned: mentioned.optional(),
    filter: courseFilter,
  }),
  z.object({ intent: z.literal('whoLooked') }),
  /** The team as a file. */
  z.object({ intent: z.literal('export') }),
  z.object({ intent: z.literal('help') }),
  z.object({ intent: z.literal('greeting') }),
  z.object({ intent: z.literal('feedback') }),
  z.object({ intent: z.literal('signOut') }),
  z.object({ intent: z.literal('unknown'), recognized: recognized.optional() }),
]);
export type Question = Readonly<z.infer<typeof questionSchema>>;
export type Intent = Question['intent'];

/** The question of one intent. */
export type QuestionOf<I extends Intent> = Extract<Question, { readonly intent: I }>;
