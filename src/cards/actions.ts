import * as z from 'zod/v4';
import { courseFilter, LONGEST_PHRASE, questionSchema } from '../domain/question';

/** Graph ids are opaque; a course id may contain any character. */
const id = z.string().min(1).max(300);
const userId = z.guid();

/** A page of a filtered list; the first page is 1. */
const listPage = { filter: courseFilter, page: z.number().int().min(1).max(10_000) };

const ownList = z.object({ learner: userId, ...listPage });
const team = z.object({ manager: userId, ...listPage });
const teammateList = team.extend({ learner: userId });

/** Only the learner may select it: `learner` must be the verified sender. */
function own<S extends z.ZodType<{ learner: string }>>(data: S) {
  return { audience: 'own', data } as const;
}

/** The same, in their personal chat only: the answer may show their team. */
function personal<S extends z.ZodType<{ learner: string }>>(data: S) {
  return { audience: 'personal', data } as const;
}

/** Only the manager may select it, in their personal chat: `manager` must be the verified sender. */
function manager<S extends z.ZodType<{ manager: string }>>(data: S) {
  return { audience: 'manager', data } as const;
}

/** Everyone in the conversation may select it; each person sees only their own answer. */
function shared<S extends z.ZodType<object>>(data: S) {
  return { audience: 'shared', data } as const;
}

/**
 * Every `Action.Execute` of the cards: its verb, who may select it, and the data it sends back. Data holds ids and the
 * question, never anything shown. A client can send anything, so the data is parsed before use.
 */
export const actions = {
  /** Asks a typed question again; `phrase` is what was typed. */
  'question/ask': personal(
    z.object({
      learner: userId,
      question: questionSchema,
      phrase: z.string().max(LONGEST_PHRASE).optional(),
    }),
  ),
  'my-courses/page': own(ownList),
  'my-courses/filter': own(ownList),
  'my-courses/refresh': own(ownList),
  /** `filter` and `page` are the list to go back to. */
  'course/open': own(ownList.extend({ activity: id })),
  'course/refresh': own(ownList.extend({ activity: id })),
  'team/page': manager(team),
  'team/filter': manager(team),
  'team/refresh': manager(team),
  'team/export': manager(team),
  /** `course` is the title chosen in the card's list of courses. */
  'team/course': manager(team.extend({ course: z.string().max(300).optional() })),
  /** `learner` is the direct report. */
  'teammate/open': manager(teammateList),
  'teammate/page': manager(teammateList),
  'teammate/filter': manager(teammateList),
  'teammate/refresh': manager(teammateList),
  'teammate/course': manager(teammateList.extend({ activity: id })),
  /** `ticket` proves that this bot made the card. */
  'shared-course/view': shared(z.object({ provider: id, content: id, ticket: z.string().max(100) })),
} as const;

export type Verb = keyof typeof actions;

export type Audience = (typeof actions)[Verb]['audience'];

export type VerbOf<A extends Audience> = {
  [V in Verb]: (typeof actions)[V] extends { readonly audience: A } ? V : never;
}[Verb];

export type ActionDataOf<V extends Verb> = Readonly<z.output<(typeof actions)[V]['data']>>;

/** A page of a filtered list; for a page that does not exist (any more) a card shows the nearest one. */
export type ListPage = Pick<ActionDataOf<'my-courses/page'>, 'filter' | 'page'>;

/** An `Action.Execute` as the templates bind it. */
export interface CardAction<V extends Verb = Verb> {
  readonly title: string;
  readonly verb: V;
  readonly data: ActionDataOf<V>;
}

export function toAction<V extends Verb>(title: string, verb: V, data: ActionDataOf<V>): CardAction<V> {
  return { title, verb, data };
}

/** Narrows the verb that a client sent. */
export function isVerb(verb: string): verb is Verb {
  return Object.hasOwn(actions, verb);
}
