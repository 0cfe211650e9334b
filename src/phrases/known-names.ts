import { toSpellingKey } from '../lib/search-terms';
import { cleanPhrase } from './clean-phrase';
import { ambiguousNames, givenNames } from './given-names';
import { toTokens } from './tokens';

const words = /[\p{L}\p{M}\p{N}]+/gu;
/** Separators within one name: "Doe, John", "Jean-Luc". */
const gap = /^[ ,.'-]{1,2}$/;

/**
 * Marks the full names of people in a cleaned phrase like mentions, whatever their words mean ("Grace Law", "Will May"),
 * with the surname first or last, quoted or not. A part of a name is not marked.
 */
export function markNames(clean: string, people: readonly string[]): string {
  const names = toNames(people);
  return clean
    .split(/(<[^<>]*>)/)
    .map((part) => (part.startsWith('<') ? part : markIn(part, names)))
    .join('');
}

/** By their first word. */
type Names = ReadonlyMap<string, readonly (readonly string[])[]>;

function toNames(people: readonly string[]): Names {
  const names = new Map<string, (readonly string[])[]>();
  const full = people.flatMap(toForms).filter((name) => name.length > 1);
  for (const name of full.sort((a, b) => b.length - a.length)) {
    const [first = ''] = name;
    names.set(first, [...(names.get(first) ?? []), name]);
  }
  return names;
}

/** "Doe, John (Sales)" → "doe john", "john doe". */
function toForms(displayName: string): readonly (readonly string[])[] {
  const [before = '', after = ''] = displayName.replace(/\([^()]*\)/g, ' ').split(',', 2);
  const [surname, given] = [toWords(before), toWords(after)];
  if (given.length > 0) return [surname.concat(given), given.concat(surname)];
  return [surname, surname.slice(-1).concat(surname.slice(0, -1))];
}

function toWords(text: string): readonly string[] {
  return (text.match(words) ?? []).map(toSpellingKey);
}

function markIn(part: string, names: Names): string {
  // Words at the odd positions, what separates them at the even ones.
  const pieces = part.split(/([\p{L}\p{M}\p{N}]+)/u);
  const keys = pieces.map((piece, at) => (at % 2 === 1 ? toSpellingKey(piece) : piece));
  let marked = pieces[0] ?? '';
  let next = 1;
  while (next < pieces.length) {
    const typed = keys.slice(next);
    const name = names.get(typed[0] ?? '')?.find((one) => startsWithName(typed, one)) ?? [];
    const end = next + Math.max(1, 2 * name.length - 1);
    const words = pieces.slice(next, end).join('');
    const after = pieces[end] ?? '';
    if (name.length === 0) marked += words + after;
    else if (marked.endsWith('"') && after.startsWith('"'))
      marked = `${marked.slice(0, -1)}<${words}>${after.slice(1)}`;
    else marked += `<${words}>${after}`;
    next = end + 1;
  }
  return marked;
}

/** Whether words at the even positions, with what separates them between, begin with a name. */
function startsWithName(typed: readonly string[], name: readonly string[]): boolean {
  return name.every((word, at) => typed[2 * at] === word && (at === 0 || gap.test(typed[2 * at - 1] ?? '')));
}

/** Whether a phrase has a word that is a given name and nothing else. */
export function holdsGivenName(phrase: string): boolean {
  return toTokens(cleanPhrase(phrase)).some(({ word }) => givenNames.has(word) && !ambiguousNames.has(word));
}
