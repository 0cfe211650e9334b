import { completionVerbs, courseNouns, isOneOf, type Concept, type Term, type Terms } from './terms';
import { topicWords } from './topic-words';

/** The terms `from` up to, not including, `to` name a course. */
export interface TitleSpan {
  readonly from: number;
  readonly to: number;
  /** What comes before the title: words that name a course, a verb or link, or nothing that opens a title. */
  readonly opener: 'named' | 'object' | 'bare';
}

const titleWords: readonly Concept[] = ['other', 'title'];
// prettier-ignore
const connectors: readonly Concept[] = ['for', 'to', 'and', 'article', 'wrongVerb', 'wrongNoun', 'about', 'you'];
/** Words that link to a title without a verb of completion. The last one opens it. */
// prettier-ignore
const linkVerbs: readonly Concept[] = [
  'need', 'have', 'overdue', 'doing', 'status', 'dueDate', 'assigned', 'did', 'due', 'self',
];
/** Terms that are never part of a title. */
// prettier-ignore
const boundaries: readonly Concept[] = [
  'i', 'me', 'we', 'who', 'anyone', 'everyone', 'person', 'be', 'have', 'do', 'did', 'modal', 'need', 'not', 'but', 'what',
  'when', 'where', 'how', 'howMany', 'howLong', 'whether', 'there', 'self', 'courses',
];
const attributes: readonly Concept[] = ['required', 'recommended', 'overdue', 'due', 'dueDate'];
/** Terms that are skipped between the opener and the first word of the title. */
// prettier-ignore
const lead: readonly Concept[] = [
  ...attributes, 'article', 'my', 'we', 'me', 'third', 'for', 'to', 'and', 'about', 'details', 'show', 'open', 'course',
  'learning', 'all', 'thing', 'filler', 'status',
];

/** Finds the words of a title, with words of the vocabulary inside it ("excel for analysts"); may be empty. */
export function findTitle(terms: Terms): TitleSpan {
  const first = terms.findIndex((term) => isOneOf(term, ...titleWords) && !term.mention);
  if (first < 0) return { opener: 'bare', from: 0, to: 0 };
  const openers = reachableOpeners(terms, first);
  const named = openers.find((at) => isNaming(terms, at));
  if (named !== undefined) return openedSpan(terms, first, { opener: 'named', from: named + 1 });
  // The first verb opens a title, because a title can contain such words itself.
  const object =
    openers.find((at) => isOneOf(terms[at], ...completionVerbs)) ??
    openers.findLast((at) => isOneOf(terms[at], ...linkVerbs));
  if (object !== undefined) return openedSpan(terms, first, { opener: 'object', from: object + 1 });
  return { opener: 'bare', from: startByCapitals(terms, first), to: endOfTitle(terms, first, isBareEnd) };
}

/** Whether "open" is a verb here: at the start, unless courses follow ("open courses"). */
export function isOpenVerb(terms: Terms, at: number): boolean {
  const term = terms[at];
  if (term?.concept === 'open') return true;
  return term?.word === 'open' && at === 0 && !isOneOf(terms[1], 'courses', 'learning');
}

function isNaming(terms: Terms, at: number): boolean {
  return isOneOf(terms[at], 'details', 'about', 'course') || isOpenVerb(terms, at);
}

/** Positions before the title, from the last break on, left to right. */
function reachableOpeners(terms: Terms, first: number): readonly number[] {
  const positions = [...terms.keys()].slice(0, first);
  const lastBreak = positions.findLastIndex((at) => isBreak(terms, at));
  return positions.slice(Math.max(0, lastBreak));
}

/** Whether a term ends a title. A team does, unless a title word follows at once ("team agreements"). */
function isBreak(terms: Terms, at: number): boolean {
  const term = terms[at];
  if (!isOneOf(term, 'team')) return isOneOf(term, ...boundaries);
  return !/^(?:team|people|members)$/.test(term?.word ?? '') || !isOneOf(terms[at + 1], 'other');
}

function openedSpan(terms: Terms, first: number, { opener, from }: Omit<TitleSpan, 'to'>): TitleSpan {
  const to = endOfTitle(terms, first, isOpenedEnd);
  const skipped = isOneOf(terms[to], ...courseNouns) ? [...lead, ...completionVerbs] : lead;
  let start = from;
  while (start < first && isOneOf(terms[start], ...skipped) && !isCapitalAttribute(terms[start])) start++;
  return { opener, from: start, to };
}

/** An attribute with a capital is part of the title: "Due diligence". */
function isCapitalAttribute(term: Term | undefined): boolean {
  return term?.capital === true && isOneOf(term, ...attributes);
}

/** Words with a capital belong to the title that follows: "show me Completed staff work". */
function startByCapitals(terms: Terms, first: number): number {
  let from = first;
  while (terms[from]?.clauseStart === false && terms[from - 1]?.capital === true && !isBreak(terms, from - 1))
    from--;
  return from;
}

function endOfTitle(terms: Terms, first: number, isEnd: (terms: Terms, at: number) => boolean): number {
  let to = first + 1;
  for (let at = to; at < terms.length; at++) {
    if (isTitleWord(terms, at) || (at === to && closesTitle(terms, at))) to = at + 1;
    else if (isEnd(terms, at)) break;
  }
  return to;
}

function isBareEnd(terms: Terms, at: number): boolean {
  return !isOneOf(terms[at], ...connectors);
}

function isOpenedEnd(terms: Terms, at: number): boolean {
  return isBareEnd(terms, at) && (isBreak(terms, at) || isOneOf(terms[at], 'course'));
}

function isTitleWord(terms: Terms, at: number): boolean {
  const term = terms[at];
  return term?.mention !== true && (isOneOf(term, ...titleWords) || topicWords.has(term?.word ?? ''));
}

/** Whether a word of the vocabulary ends the title: "leading teams", or one with a capital. */
function closesTitle(terms: Terms, at: number): boolean {
  const term = terms[at];
  if (term === undefined) return false;
  return /^(?:teams?|people)$/.test(term.word) || (term.capital && !isBreak(terms, at));
}
