import { dateWords, readDates, type Moment } from './dates';
import { givenNames } from './given-names';
import { createSpelling, slipCost } from './spelling';
import type { Token } from './tokens';
import { topicPhrases, topicWords } from './topic-words';
import { conceptOfForm, type VocabularyConcept } from './vocabulary';

/** `other` is a word we have no concept for: a title, a name, or something we do not understand. */
export type Concept = VocabularyConcept | 'other' | 'title' | 'person';

/** One or more words of a phrase that together mean one thing. */
export interface Term extends Omit<Token, 'kind'> {
  readonly concept: Concept;
  /** The form of the vocabulary that was meant; the word as typed where there is none. */
  readonly word: string;
  /** Names somebody outright: a mention, a handle, or the name of an account. */
  readonly mention: boolean;
  /** The whole of a name: no word around it belongs to it. */
  readonly wholeName: boolean;
}

export type Terms = readonly Term[];

const conceptOf: ReadonlyMap<string, Concept> = new Map<string, Concept>([
  ...conceptOfForm,
  ...topicPhrases.map((phrase) => [phrase, 'title'] as const),
]);
const longestForm = Math.max(...[...conceptOf.keys()].map((form) => form.split(' ').length));
const vocabularyWords = new Set([...conceptOf.keys()].flatMap((form) => form.split(/[ -]/)));
const longTopics = [...topicWords].filter((word) => word.length >= 5);
const correct = createSpelling([...vocabularyWords, ...dateWords, ...longTopics]);

/** Matches the longest known forms from left to right, misspelt words included; dates get the window they fall in. */
export function toTerms(tokens: readonly Token[], at: Moment): Terms {
  const words = tokens.map(knownWord);
  const dates = readDates(words, at);
  const terms: Term[] = [];
  for (let next = 0; next < tokens.length;) {
    const date = dates.find((span) => span.from === next);
    const length = date === undefined ? longestAt(tokens, words, next) : date.to - date.from;
    const parts = tokens.slice(next, next + Math.max(length, 1));
    const form = toForm(words.slice(next, next + length));
    const term = joinTokens(parts, form, date?.window ?? conceptOf.get(form));
    if (term !== undefined) terms.push(term);
    next += parts.length;
  }
  return terms.map((term, index) => (isPartOfTitle(terms, index) ? { ...term, concept: 'other' } : term));
}

/** Whether a word of the vocabulary belongs to a title: "time" of "time management". */
function isPartOfTitle(terms: Terms, at: number): boolean {
  const isTopicAt = (index: number) => topicWords.has(terms[index]?.word ?? '');
  return isTopicAt(at) && (isTopicAt(at - 1) || isTopicAt(at + 1));
}

function longestAt(tokens: readonly Token[], words: readonly string[], at: number): number {
  if (tokens[at]?.kind !== 'word') return 0;
  for (let length = Math.min(longestForm, words.length - at); length > 0; length--) {
    const parts = tokens.slice(at, at + length);
    const joined = parts.every((part, index) => part.kind === 'word' && (index === 0 || !part.clauseStart));
    if (joined && conceptOf.has(toForm(words.slice(at, at + length)))) return length;
  }
  return 0;
}

function joinTokens(parts: readonly Token[], form: string, concept: Concept | undefined): Term | undefined {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { kind, ...start } = first;
  return {
    ...start,
    concept: concept ?? (kind === 'quoted' || kind === 'id' ? 'title' : 'other'),
    word: concept === undefined ? start.word : form,
    to: last.to,
    possessive: last.possessive,
    mention: kind === 'mention' || kind === 'handle' || kind === 'account',
    wholeName: kind === 'mention' || kind === 'account',
  };
}

/** Words as the vocabulary holds them: hyphens count as spaces. */
function toForm(words: readonly string[]): string {
  return words.join(' ').replaceAll('-', ' ');
}

/** The vocabulary's word that is meant; the word as typed when it is a name, a topic or unknown. */
function knownWord({ word, kind, capital }: Token): string {
  if (kind !== 'word' || isSpeltRight(word)) return word;
  const squeezed = squeeze(word).find(isKnown);
  if (squeezed !== undefined) return squeezed;
  // A short word with a capital is more likely a name than a misspelling.
  const corrected = capital && word.length < 7 ? word : (correct(word).word ?? word);
  return isKnown(corrected) || dateWords.includes(corrected) ? corrected : word;
}

/** Two spellings with fewer repeated letters: "overdddue" → "overddue", "hiii" → "hi". */
function squeeze(word: string): readonly string[] {
  return [word.replace(/(\p{L})\1{2,}/gu, '$1$1'), word.replace(/(\p{L})\1+$/u, '$1')];
}

function isSpeltRight(word: string): boolean {
  return isKnown(word) || topicWords.has(word) || isGivenName(word);
}

function isKnown(word: string): boolean {
  return conceptOf.has(toForm([word])) || vocabularyWords.has(word);
}

/** Whether a word is a given name, also with the "s" of an owner ("bens courses"). */
function isGivenName(word: string): boolean {
  return givenNames.has(word) || (word.endsWith('s') && givenNames.has(word.slice(0, -1)));
}

/** Whether a word belongs to titles, a misspelt one included. */
export function isTopic(word: string): boolean {
  if (topicWords.has(word)) return true;
  if (conceptOf.has(word) || givenNames.has(word)) return false;
  const correction = correct(word);
  return correction.cost <= slipCost && topicWords.has(correction.word ?? '');
}

export const courseNouns: readonly Concept[] = ['course', 'courses', 'learning'];
// prettier-ignore
export const completionVerbs: readonly Concept[] = [
  'finished', 'complete', 'started', 'inProgress', 'notStarted', 'incomplete', 'finish', 'start',
];

export function has(terms: Terms, ...concepts: readonly Concept[]): boolean {
  return terms.some((term) => concepts.includes(term.concept));
}

export function isOneOf(term: Term | undefined, ...concepts: readonly Concept[]): boolean {
  return term !== undefined && concepts.includes(term.concept);
}
