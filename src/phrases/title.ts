import { courseNouns, isOneOf, type Concept, type Term } from './terms';
import { topicWords } from './topic-words';

type Terms = readonly Term[];

/** The terms `from` up to, not including, `to` name a course. */
export interface TitleSpan {
  readonly from: number;
  readonly to: number;
  /** How the title is brought in: named outright, as what somebody does or finishes, or by its words alone. */
  readonly opener: 'named' | 'object' | 'bare';
}

const titleWords: readonly Concept[] = ['other', 'title'];
// prettier-ignore
const connectors: readonly Concept[] = ['for', 'to', 'and', 'article', 'wrongVerb', 'wrongNoun', 'about', 'you'];
// prettier-ignore
const statuses: readonly Concept[] = [
  'finished', 'complete', 'started', 'inProgress', 'notStarted', 'incomplete',
];
/** Verbs whose object is a title: the first one opens it, for a title can hold such words itself. */
const completionVerbs: readonly Concept[] = [...statuses, 'finish', 'start'];
/** Words that can stand before a title without a verb of their own: the last one opens it. */
// prettier-ignore
const linkVerbs: readonly Concept[] = [
  'need', 'have', 'overdue', 'doing', 'status', 'dueDate', 'assigned', 'did', 'due', 'self',
];
/** Terms of the sentence around a title: none of them is ever part of one. */
// prettier-ignore
const boundaries: readonly Concept[] = [
  'i', 'me', 'we', 'who', 'anyone', 'everyone', 'person', 'be', 'have', 'do', 'did', 'modal', 'need', 'not', 'but', 'what',
  'when', 'where', 'how', 'howMany', 'howLong', 'whether', 'there', 'self', 'courses',
];
const attributes: readonly Concept[] = ['required', 'recommended', 'overdue', 'due', 'dueDate'];
/** What may stand between the opener and the first word of the title without being part of it. */
// prettier-ignore
const lead: readonly Concept[] = [
  ...attributes, 'article', 'my', 'we', 'me', 'third', 'for', 'to', 'and', 'about', 'details', 'show', 'open', 'course',
  'learning', 'all', 'thing', 'filler', 'status',
];

const none: TitleSpan = { opener: 'bare', from: 0, to: 0 };

/** Finds the words of a title, inner words of our own vocabulary included ("excel for analysts"); may be empty. */
export function findTitle(terms: Terms): TitleSpan {
  const first = terms.findIndex((term) => isOneOf(term, ...titleWords) && !term.mention);
  if (first < 0) return none;
  const openers = reachableOpeners(terms, first);
  const named = openers.find((at) => isNaming(terms, at));
  if (named !== undefined) return openedSpan(terms, { opener: 'named', from: named + 1, first });
  const object = openers.find((at) => isOneOf(terms[at], ...completionVerbs)) ?? lastLink(terms, openers);
  if (object !== undefined) return openedSpan(terms, { opener: 'object', from: object + 1, first });
  return { opener: 'bare', from: startByCapitals(terms, first), to: endOfTitle(terms, first, isBareEnd) };
}

/** "open" at the head is a verb, unless it goes with several courses ("open courses"). */
export function isOpenVerb(terms: Terms, at: number): boolean {
  const term = terms[at];
  if (term?.concept === 'open') return true;
  return term?.word === 'open' && at === 0 && !isOneOf(terms[1], 'courses', 'learning');
}

function isNaming(terms: Terms, at: number): boolean {
  return isOneOf(terms[at], 'details', 'about', 'course') || isOpenVerb(terms, at);
}

/** Places before the title with nothing in between that ends a title, from left to right. */
function reachableOpeners(terms: Terms, first: number): readonly number[] {
  const places: number[] = [];
  for (let at = first - 1; at >= 0; at--) {
    places.unshift(at);
    if (isBreak(terms, at)) break;
  }
  return places;
}

function lastLink(terms: Terms, openers: readonly number[]): number | undefined {
  return openers.findLast((at) => isOneOf(terms[at], ...linkVerbs));
}

/** A team is spoken of around a title, unless a title word follows at once ("team agreements"). */
function isBreak(terms: Terms, at: number): boolean {
  const term = terms[at];
  if (!isOneOf(term, 'team')) return isOneOf(term, ...boundaries);
  return !/^(?:team|people|members)$/.test(term?.word ?? '') || !isOneOf(terms[at + 1], 'other');
}

interface Opening {
  readonly opener: TitleSpan['opener'];
  readonly from: number;
  readonly first: number;
}

function openedSpan(terms: Terms, { opener, from, first }: Opening): TitleSpan {
  const to = endOfTitle(terms, first, isOpenedEnd);
  const skipped = isOneOf(terms[to], ...courseNouns) ? [...lead, ...statuses] : lead;
  let start = from;
  while (start < first && isOneOf(terms[start], ...skipped) && !isCapitalAttribute(terms[start])) start++;
  return { opener, from: start, to };
}

/** "Due diligence": with a capital inside the phrase the attribute is part of the title. */
function isCapitalAttribute(term: Term | undefined): boolean {
  return term?.capital === true && isOneOf(term, ...attributes);
}

/** "show me Completed staff work": words of ours with a capital belong to the title that follows. */
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

/** Our own words at the end of a title: "leading teams", or with a capital where only titles have them. */
function closesTitle(terms: Terms, at: number): boolean {
  const term = terms[at];
  if (term === undefined) return false;
  return /^(?:teams?|people)$/.test(term.word) || (term.capital && !isBreak(terms, at));
}
