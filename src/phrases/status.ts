import type { CourseFilter } from '../domain/question';
import { has, isOneOf, type Concept, type Term } from './terms';

type Terms = readonly Term[];
export type Status = CourseFilter['status'];

/** How a word about progress is meant, besides as it stands. */
interface Manner {
  /** Negated, or still to be done: "not finished", "have to finish". */
  readonly pending: Status;
  /** Without an ending or a past around it: "finish" asks for what is open. */
  readonly plain: Status;
  readonly past: Status;
}

const manners: Readonly<Partial<Record<Concept, Manner>>> = {
  inProgress: { pending: 'open', plain: 'inProgress', past: 'inProgress' },
  notStarted: { pending: 'notStarted', plain: 'notStarted', past: 'notStarted' },
  incomplete: { pending: 'open', plain: 'open', past: 'open' },
  finished: { pending: 'open', plain: 'completed', past: 'completed' },
  complete: { pending: 'open', plain: 'completed', past: 'completed' },
  finish: { pending: 'open', plain: 'open', past: 'completed' },
  started: { pending: 'notStarted', plain: 'inProgress', past: 'inProgress' },
  start: { pending: 'notStarted', plain: 'notStarted', past: 'inProgress' },
  history: { pending: 'completed', plain: 'completed', past: 'completed' },
};
/** Where several are spoken of, the first of these is meant: "started but not finished" is in progress. */
const precedence: readonly Status[] = ['inProgress', 'notStarted', 'open', 'completed'];

/** The status the terms speak of. A negation holds for the next verb, a duty ("have to", "should") from there on. */
export function readStatus(terms: Terms): Status | undefined {
  const unsettled = has(terms, 'did') ? 'past' : 'plain';
  const duty = terms.findIndex((term, at) => isOneOf(term, 'need') || (isOneOf(term, 'modal') && at > 0));
  const found = new Set<Status>();
  let isNegated = false;
  for (const [at, term] of terms.entries()) {
    if (isOneOf(term, 'not')) isNegated = true;
    const manner = manners[term.concept];
    if (manner === undefined) continue;
    const isPending = isNegated || (duty >= 0 && duty < at);
    found.add(manner[isPending ? 'pending' : unsettled]);
    isNegated = false;
  }
  return precedence.find((status) => found.has(status)) ?? (has(terms, 'need') ? 'open' : undefined);
}

const verbs: readonly Concept[] = ['finish', 'finished', 'complete', 'start', 'started'];
const beforeAttribute: readonly Concept[] = ['article', 'for', 'thing', 'my', 'third', 'filler'];

/** Whether the status is a verb of the question ("has … finished"), not an attribute ("a list of completed courses"). */
export function isStatusAsked(terms: Terms): boolean {
  return terms.some((term, at) => {
    const isAttribute =
      isOneOf(terms[at - 1], ...beforeAttribute) && isOneOf(terms[at + 1], 'courses', 'course', 'learning');
    return isOneOf(term, ...verbs) && !isAttribute;
  });
}
