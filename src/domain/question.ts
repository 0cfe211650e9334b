import * as z from 'zod/v4';

/** Due windows that lie ahead; tighter ones come before `soon`, which includes them. */
export const upcomingWindows = [
  'today',
  'tomorrow',
  'thisWeek',
  'nextWeek',
  'thisMonth',
  'nextMonth',
  /** the next 7 days */
  'soon',
] as const;
export type UpcomingWindow = (typeof upcomingWindows)[number];

const text = z.string().max(300);

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

/**
 * What a person asks of the bot: one entry an intent. A question travels through the client while its asker signs in,
 * so what comes back is parsed.
 */
export const questionSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('myCourses'), filter: courseFilter }),
  z.object({
    intent: z.literal('courseDetails'),
    text,
    /** The text in the letters that were typed: a provider may tell capital and small letters of an id apart. */
    typed: text.optional(),
  }),
  z.object({ intent: z.literal('teamStatus'), filter: courseFilter }),
  z.object({
    intent: z.literal('teammateStatus'),
    /** Lower case, as typed. */
    person: text,
    /** Entra object id when the person was mentioned; empty when it could not be found out. */
    personId: z.string().max(100).optional(),
    filter: courseFilter,
  }),
  z.object({ intent: z.literal('whoLooked') }),
  z.object({ intent: z.literal('help') }),
  z.object({ intent: z.literal('signOut') }),
  z.object({ intent: z.literal('unknown') }),
]);
export type Question = Readonly<z.infer<typeof questionSchema>>;
export type Intent = Question['intent'];

/** The question of one intent. */
export type QuestionOf<I extends Intent> = Extract<Question, { readonly intent: I }>;
