import { upcomingWindows, type CourseFilter } from '../domain/question';
import type { Reading } from './reading';
import { courseNouns, has, isOneOf, type Concept, type Term, type Terms } from './terms';

type Status = CourseFilter['status'];
type Due = CourseFilter['due'];
type Kind = CourseFilter['kind'];

/**
 * Status, window and kind that a phrase names. `unspoken` is the status when none is named: `open` for my own courses,
 * `any` for others' (docs/reference/phrases.md#filter). "Has Ben finished …" asks for the status, so it is `any`.
 */
export function readFilter({ around, text, isWhether }: Reading, unspoken: 'open' | 'any'): CourseFilter {
  const kind = readKind(around);
  const spoken = readStatus(kind === 'selfInitiated' ? withoutPicking(around) : around);
  const isStatusOpen = isWhether && isStatusAsked(around);
  // With finished courses a window tells when they were finished, not when they are due.
  const due = spoken === 'completed' && !isStatusOpen ? 'any' : readDue(around);
  if (spoken !== undefined && !isStatusOpen) return { status: spoken, due, kind, text };
  const status: Status = isStatusOpen || has(around, 'all') ? 'any' : unspoken;
  return { status: due === 'any' ? status : 'open', due, kind, text };
}

/** Without the verbs of choosing a course: "courses I started myself" are self-initiated, of any status. */
function withoutPicking(terms: Terms): Terms {
  return has(terms, 'not') ? terms : terms.filter((term) => !isOneOf(term, 'start', 'started', 'finish'));
}

const kinds: Readonly<Partial<Record<Concept, Kind>>> = {
  required: 'required',
  recommended: 'recommended',
  self: 'selfInitiated',
};

function readKind(terms: Terms): Kind {
  return asserted(terms).flatMap((term) => kinds[term.concept] ?? [])[0] ?? 'any';
}

/** The terms that are not negated: "not overdue" is nothing to filter by. */
function asserted(terms: Terms): Terms {
  return terms.filter((_, at) => !isOneOf(terms[at - 1], 'not'));
}

function readDue(terms: Terms): Due {
  const said = asserted(terms).filter((term) => !isNextThing(term, terms));
  const isDue = has(said, 'due', 'dueDate');
  if (has(said, 'overdue') || isMissedDuty(said) || (isDue && has(said, 'past'))) return 'overdue';
  const window = upcomingWindows.find((one) => has(said, one));
  if (window !== undefined) return window;
  return isDue && !has(said, 'someday') ? 'soon' : 'any';
}

/** "what should I do next" asks for an order, not for a week. */
function isNextThing(term: Term, terms: Terms): boolean {
  const previous = terms[terms.indexOf(term) - 1];
  return term.word === 'next' && isOneOf(previous, 'do', 'finish', 'complete', 'start', 'need');
}

/** "what should I have finished". */
function isMissedDuty(terms: Terms): boolean {
  const duty = terms.findIndex((term) => /^(?:should|supposed to|ought to)$/.test(term.word));
  const later = duty < 0 ? [] : terms.slice(duty + 1).filter((term) => !isOneOf(term, 'filler', 'past'));
  return later.some(
    (term, at) => isOneOf(term, 'have') && isOneOf(later[at + 1], 'finished', 'finish', 'complete'),
  );
}

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
function readStatus(terms: Terms): Status | undefined {
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
function isStatusAsked(terms: Terms): boolean {
  return terms.some((term, at) => {
    const isAttribute = isOneOf(terms[at - 1], ...beforeAttribute) && isOneOf(terms[at + 1], ...courseNouns);
    return isOneOf(term, ...verbs) && !isAttribute;
  });
}
