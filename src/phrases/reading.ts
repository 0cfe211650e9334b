import { findPerson, isGivenName, type PersonSpan } from './person';
import { courseNouns, has, isOneOf, isTopic, type Concept, type Term, type Terms } from './terms';
import { findTitle, isOpenVerb, type TitleSpan } from './title';

/** A sentence taken apart: who it is about, which title it names, and the words around both. */
export interface Reading {
  /** Lower case; undefined when no colleague is meant. */
  readonly person: string | undefined;
  /** Lower-case words of the title, empty when none is named. */
  readonly text: string;
  /** Everything but the title; a name is one term of its own. */
  readonly around: Terms;
  /** The title stands where only a title can ("tell me about …"), or its words are known from titles. */
  readonly isTitleCertain: boolean;
  /** The title names one course to open, not words to search for. */
  readonly isOneCourse: boolean;
  /** A question that is answered with yes or no. */
  readonly isWhether: boolean;
}

/** Undefined when a word is neither understood nor part of a title or name. */
export function readSentence(terms: Terms, clean: string): Reading | undefined {
  const person = findPerson(terms);
  const sentence = person === undefined ? terms : withPerson(terms, person);
  const title = findTitle(sentence);
  const words = sentence.slice(title.from, title.to);
  const around = sentence.filter((term) => !words.includes(term));
  if (has(around, 'other', 'wrongVerb', 'wrongNoun') || isNoTitle(sentence, title)) return undefined;
  return {
    person: person?.name,
    text: textOf(words, clean),
    around,
    isTitleCertain: title.opener === 'named' || (isKnownTitle(words) && isPlain(around)),
    isOneCourse: words.length > 0 && isOneCourse(sentence, around),
    isWhether: isWhether(sentence),
  };
}

function withPerson(terms: Terms, person: PersonSpan): Terms {
  const name = terms.slice(person.from, person.to).map((term): Term => ({ ...term, concept: 'person' }));
  return [...terms.slice(0, person.from), ...name.slice(-1), ...terms.slice(person.to)];
}

function textOf(title: Terms, clean: string): string {
  const [first] = title;
  const last = title.at(-1);
  if (first === undefined || last === undefined) return '';
  if (title.length === 1 && first.concept === 'title') return first.word;
  return clean.slice(first.from, last.to).replace(/["<>]/g, '').toLowerCase();
}

const subjects: readonly Concept[] = ['i', 'we', 'you', 'who', 'anyone', 'everyone', 'team'];

/** Whether the words are not a title: people's names, or a verb ("what should I wear"). */
function isNoTitle(sentence: Terms, title: TitleSpan): boolean {
  const words = sentence.slice(title.from, title.to);
  const [first] = words;
  if (first === undefined || title.opener === 'named') return false;
  if (title.opener === 'bare' && words.some((term) => isGivenName(term.word))) return true;
  // "my manager's name": the words own something other than a course.
  if (words.at(-1)?.possessive === true && !isOneOf(sentence[title.to], ...courseNouns)) return true;
  return !first.capital && !isKnownTitle([first]) && asksForVerb(sentence, title.from);
}

/** Whether a verb belongs at this position: after a subject or after "to". */
function asksForVerb(sentence: Terms, at: number): boolean {
  const previous = sentence[at - 1];
  if (previous === undefined) return false;
  if (isOneOf(previous, 'person')) return !previous.possessive && has(sentence, 'do', 'did');
  return (
    isOneOf(previous, ...subjects) || (isOneOf(previous, 'need', 'modal') && / to$|^\w+$/.test(previous.word))
  );
}

function isKnownTitle(words: Terms): boolean {
  return words.some((term) => term.concept === 'title' || isTopic(term.word));
}

// prettier-ignore
const plain: readonly Concept[] = [
  'show', 'look', 'article', 'filler', 'me', 'my', 'for', 'details', 'about', 'have', 'do', 'who', 'anyone', 'everyone',
  'team', 'we', 'person', 'thing', 'all', 'and', 'third', 'to', 'open', 'incomplete', 'title',
];

/** Whether the phrase only names the title ("show me fire safety") or is about me; not "how does … work". */
function isPlain(around: Terms): boolean {
  return has(around, 'i') || around.every((term) => isOneOf(term, ...plain));
}

function isOneCourse(sentence: Terms, around: Terms): boolean {
  if (isOpenVerb(sentence, 0)) return true;
  return !has(around, 'courses') && (has(around, 'details') || !has(around, 'thing', 'all'));
}

/** "has Ben finished…", "whether Ben …"; not "is there anyone who has not…". */
function isWhether(sentence: Terms): boolean {
  if (has(sentence, 'whether')) return true;
  const head = sentence.find((term) => !isOneOf(term, 'show', 'me', 'filler', 'and'));
  if (isOneOf(head, 'be', 'have', 'did')) return !has(sentence, 'anyone') || !has(sentence, 'not', 'need');
  return isOneOf(head, 'do') && !has(sentence, 'have');
}
