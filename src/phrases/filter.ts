import { upcomingWindows, type CourseFilter } from '../domain/question';
import type { Reading } from './reading';
import { isStatusAsked, readStatus, type Status } from './status';
import { has, isOneOf, type Concept, type Term, type Terms } from './terms';

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
