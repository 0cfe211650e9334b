import type { CourseFilter } from '../domain/question';
import { courseNouns, has, isOneOf, type Concept, type Terms } from './terms';

export type Status = CourseFilter['status'];

/**
 * The status that a word about progress asks for: `pending` when it is negated or still to be done ("not finished", "have
 * to finish"), `past` after "did", else `plain`.
 */
const meanings: Readonly<Partial<Record<Concept, Record<'pending' | 'plain' | 'past', Status>>>> = {
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
/** The first of these that a phrase names is meant: "started but not finished" is in progress. */
const precedence: readonly Status[] = ['inProgress', 'notStarted', 'open', 'completed'];

/** The status that the terms name. A negation applies to the next verb, a duty ("have to", "should") to all that follow. */
export function readStatus(terms: Terms): Status | undefined {
  const unsettled = has(terms, 'did') ? 'past' : 'plain';
  const duty = terms.findIndex((term, at) => isOneOf(term, 'need') || (isOneOf(term, 'modal') && at > 0));
  const found = new Set<Status>();
  let isNegated = false;
  for (const [at, term] of terms.entries()) {
    if (isOneOf(term, 'not')) isNegated = true;
    const meaning = meanings[term.concept];
    if (meaning === undefined) continue;
    const isPending = isNegated || (duty >= 0 && duty < at);
    found.add(meaning[isPending ? 'pending' : unsettled]);
    isNegated = false;
  }
  return precedence.find((status) => found.has(status)) ?? (has(terms, 'need') ? 'open' : undefined);
}

const verbs: readonly Concept[] = ['finish', 'finished', 'complete', 'start', 'started'];
const beforeAttribute: readonly Concept[] = ['article', 'for', 'thing', 'my', 'third', 'filler'];

/** Whether the status is a verb of the question ("has … finished"), not an attribute ("a list of completed courses"). */
export function isStatusAsked(terms: Terms): boolean {
  return terms.some((term, at) => {
    const isAttribute = isOneOf(terms[at - 1], ...beforeAttribute) && isOneOf(terms[at + 1], ...courseNouns);
    return isOneOf(term, ...verbs) && !isAttribute;
  });
}
