import { upcomingWindows } from '../domain/question';
import { ambiguousNames, givenNames } from './given-names';
import { completionVerbs, courseNouns, isOneOf, isTopic, type Concept, type Term, type Terms } from './terms';

/** The terms `from` up to, not including, `to` name a colleague. */
export interface PersonSpan {
  readonly from: number;
  readonly to: number;
  /** Lower case, as typed, without a possessive ending. */
  readonly name: string;
}

/** Words that could be a name, and what stands around them. */
interface Candidate extends PersonSpan {
  readonly words: Terms;
  readonly likeness: 'person' | 'course' | 'unclear';
  readonly before: Term | undefined;
  readonly beforeThat: Term | undefined;
  readonly after: Terms;
}

const verbs: readonly Concept[] = ['have', 'do', 'did', 'modal', 'need'];
const subjects: readonly Concept[] = ['i', 'we', 'you', 'anyone', 'everyone'];
const participles: readonly Concept[] = ['finished', 'started', 'not', 'self'];
// prettier-ignore
const predicates: readonly Concept[] = [
  ...verbs, ...completionVerbs, 'be', 'not', 'assigned', 'overdue', 'due', 'doing', 'all', 'thing', 'required', 'filler',
  'status', 'for',
];
// prettier-ignore
const attributes: readonly Concept[] = [
  ...courseNouns, 'status', 'overdue', 'due', 'dueDate', 'required', 'recommended', 'self', 'finished', 'complete',
  'incomplete', 'inProgress', 'notStarted', 'history', 'doing', 'details', ...upcomingWindows,
];
// prettier-ignore
const beforeSubject: readonly Concept[] = [
  ...courseNouns, 'what', 'how', 'whether', 'thing', 'when', 'all', 'article', 'show', 'howMany',
];
const nouns: readonly Concept[] = [...courseNouns, 'other', 'title', 'status', 'thing', 'all', 'filler'];

const signs: readonly ((candidate: Candidate) => boolean)[] = [
  ({ words }) => words[0]?.mention === true,
  ownsSomething,
  hasStatus,
  followsPreposition,
  isAskedAbout,
  isSubject,
  isAskedFor,
  isKnownName,
];

/** The colleague that a phrase is about, told by the position of the name and by how the name looks. */
export function findPerson(terms: Terms): PersonSpan | undefined {
  const candidates = terms.flatMap((_, at) => candidatesAt(terms, at));
  return signs.flatMap((isPerson) => candidates.find(isPerson) ?? [])[0];
}

export function isGivenName(word: string): boolean {
  return givenNames.has(word.split('-')[0] ?? word);
}

function candidatesAt(terms: Terms, at: number): readonly Candidate[] {
  const from = afterJobTitle(terms, at);
  const to = endOfName(terms, from);
  const words = terms.slice(from, to);
  const [first] = words;
  if (first === undefined) return [];
  const owner = ownerWithoutApostrophe(first.word);
  return [
    {
      from: at,
      to,
      name: owner ?? words.map((term) => term.word).join(' '),
      words: owner === undefined ? words : [{ ...first, word: owner, possessive: true }],
      likeness: likenessOf(words),
      before: terms[at - 1],
      beforeThat: terms[at - 2],
      after: terms.slice(to),
    },
  ];
}

/** Skips "my colleague", "our team member" before a name. */
function afterJobTitle(terms: Terms, at: number): number {
  const from = isOneOf(terms[at], 'my', 'we', 'article') ? at + 1 : at;
  return isOneOf(terms[from], 'teammate') ? from + 1 : at;
}

/** A name has at most four words. A possessive, an account or a topic ("ben fire safety") ends it. */
function endOfName(terms: Terms, from: number): number {
  let to = from;
  while (to < from + 4 && continuesName(terms, from, to)) {
    to++;
    const last = terms[to - 1];
    if (last === undefined || last.possessive || last.wholeName || isAccount(last)) break;
    if (ownerWithoutApostrophe(last.word) !== undefined) break;
  }
  return to;
}

function continuesName(terms: Terms, from: number, at: number): boolean {
  const term = terms[at];
  if (term === undefined) return false;
  if (at === from) return beginsName(terms, at, term);
  if (/\d/.test(term.word) || term.concept !== 'other' || term.clauseStart || term.wholeName) return false;
  return !(isTopic(term.word) && likenessOf(terms.slice(from, at)) === 'person');
}

function beginsName(terms: Terms, at: number, term: Term): boolean {
  if (term.mention || isAccount(term)) return true;
  return !/\d/.test(term.word) && (term.concept === 'other' || isNameByPosition(terms, at, term));
}

/** "ben@contoso.com", or the object id of a person. */
function isAccount({ word }: Term): boolean {
  return word.includes('@') || /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/.test(word);
}

/** Whether a word such as "will", "may" or "an" is a name at this position. */
function isNameByPosition(terms: Terms, at: number, term: Term): boolean {
  if (!ambiguousNames.has(term.word)) return false;
  if (term.capital || term.possessive) return true;
  if (isOneOf(term, 'modal')) return isOneOf(terms[at - 1], ...verbs, 'be', 'for');
  return !isOneOf(term, 'article') || !isOneOf(terms[at + 1], ...nouns);
}

function likenessOf(words: Terms): Candidate['likeness'] {
  const [first] = words;
  if (first === undefined) return 'unclear';
  if (first.mention || isAccount(first) || isGivenName(first.word)) return 'person';
  if (words.length > 3 || words.some((term) => isTopic(term.word))) return 'course';
  return words.every((term) => term.capital) ? 'person' : 'unclear';
}

/** "bens" → "ben", where the name is a known one. */
function ownerWithoutApostrophe(word: string): string | undefined {
  const stem = word.slice(0, -1);
  return word.endsWith('s') && givenNames.has(stem) && !givenNames.has(word) ? stem : undefined;
}

/** "Ben's courses", "ana lopez's status", "bens trainings"; not "beginner's guide". */
function ownsSomething({ words, after }: Candidate): boolean {
  const last = words.at(-1);
  if (last?.possessive !== true || words.some((term) => isTopic(term.word))) return false;
  const isName = words.length > 1 || isGivenName(last.word) || last.capital;
  return isName || after.length === 0 || isOneOf(after[0], ...attributes);
}

/** "status of Ben Carter": a name even if it is unknown. */
function hasStatus({ before, beforeThat, after, likeness }: Candidate): boolean {
  if (!isOneOf(beforeThat, 'status') || !isOneOf(before, 'for') || isOneOf(after[0], ...courseNouns))
    return false;
  return before?.word === 'of' || likeness === 'person';
}

/** "courses for Ana", "what is overdue from Ben", "trainings of kofi". */
function followsPreposition({ before, beforeThat, after, likeness }: Candidate): boolean {
  if (!/^(?:for|of|from|by|with)$/.test(before?.word ?? '')) return false;
  const owns = before?.word === 'of' && after.length === 0 && isOneOf(beforeThat, 'courses', 'learning');
  return likeness === 'person' || (likeness === 'unclear' && owns);
}

/** "has Ben finished…", "what does Ana have overdue", "how is Li doing", "is Ben late". */
function isAskedAbout({ before, beforeThat, after, likeness }: Candidate): boolean {
  const [verb, lead] = isOneOf(before, 'not') ? [beforeThat, undefined] : [before, beforeThat];
  if (verb === undefined || !isOneOf(verb, ...verbs, 'be') || likeness === 'course') return false;
  if (after.length === 0) return likeness === 'person' && isOneOf(lead, 'how', 'status');
  return isOneOf(after[0], ...predicates) && (likeness === 'person' || isSaidOfPeople(verb, after));
}

/** Whether only people can be the subject: courses are done or due, people are late, have and do. */
function isSaidOfPeople(verb: Term | undefined, [first, ...rest]: Terms): boolean {
  if (first === undefined) return false;
  if (isOneOf(first, 'be')) return isSaidOfPeople(first, rest);
  if (!isOneOf(verb, 'be')) return true;
  if (isOneOf(first, 'overdue')) return /late|behind/.test(first.word);
  if (isOneOf(first, 'finished')) return isOneOf(rest[0], 'for');
  return isOneOf(first, 'doing', 'inProgress', 'assigned', 'for');
}

/** "whether Ben has finished…", "what Ana still needs to do", "courses Li has completed". */
function isSubject({ before, words, after, likeness }: Candidate): boolean {
  const isInPosition = before === undefined || isOneOf(before, ...beforeSubject);
  if (!isInPosition || likeness === 'course' || isOneOf(words[0], 'modal')) return false;
  const [verb, ...rest] = isOneOf(after[0], 'filler') ? after.slice(1) : after;
  if (isOneOf(rest[0], ...subjects)) return false;
  if (likeness === 'person') return isOneOf(verb, ...verbs, ...participles, 'be');
  return isSaidByPosition(verb, rest) || (before !== undefined && isOneOf(verb, ...participles));
}

function isSaidByPosition(verb: Term | undefined, rest: Terms): boolean {
  return isOneOf(verb, 'be') ? isSaidOfPeople(verb, rest) : isOneOf(verb, ...verbs);
}

/** "check on Ben", "show ana lopez's", "what about Li". */
function isAskedFor({ before, words, after, likeness }: Candidate): boolean {
  if (!isOneOf(before, 'show', 'look', 'details', 'about') || likeness === 'course') return false;
  if (/^check (?:\w+ )?on$|me up on|me in on/.test(before?.word ?? '')) return true;
  return likeness === 'person' && (isGivenName(words[0]?.word ?? '') || isOneOf(after[0], ...attributes));
}

/** A known given name anywhere else: "ben overdue", "overdue courses ana". */
function isKnownName({ before, words: [first] }: Candidate): boolean {
  if (first?.concept !== 'other' || !isGivenName(first.word)) return false;
  return before === undefined || first.clauseStart || isOneOf(before, ...attributes, 'show', 'not');
}
