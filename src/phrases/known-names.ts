import { toSpellingKey } from '../lib/search-terms';
import { cleanPhrase } from './clean-phrase';
import { ambiguousNames, givenNames } from './given-names';
import { toTokens } from './tokens';

const words = /[\p{L}\p{M}\p{N}]+/gu;
/** Separators within one name: "Doe, John", "Jean-Luc". */
const gap = /^[ ,.'-]{1,2}$/;

interface Word {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Marks the full names of people in a cleaned phrase like mentions, whatever their words mean ("Grace Law", "Will May"),
 * with the surname first or last, quoted or not. A part of a name is not marked.
 */
export function markNames(clean: string, people: readonly string[]): string {
  if (people.length === 0) return clean;
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
  for (const name of people.flatMap(toForms)) {
    const [first] = name;
    if (first === undefined || name.length < 2) continue;
    names.set(first, [...(names.get(first) ?? []), name]);
  }
  for (const forms of names.values()) forms.sort((a, b) => b.length - a.length);
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
  const typed = [...part.matchAll(words)].map(({ 0: word, index }): Word => ({
    key: toSpellingKey(word),
    from: index,
    to: index + word.length,
  }));
  let marked = '';
  let end = 0;
  for (const [at, { key, from }] of typed.entries()) {
    const length = names.get(key)?.find((name) => isTyped(name, typed.slice(at), part))?.length ?? 0;
    const last = typed[at + length - 1];
    if (from < end || length === 0 || last === undefined) continue;
    const quote = part[from - 1] === '"' && part[last.to] === '"' ? 1 : 0;
    marked += `${part.slice(end, from - quote)}<${part.slice(from, last.to)}>`;
    end = last.to + quote;
  }
  return marked + part.slice(end);
}

function isTyped(name: readonly string[], typed: readonly Word[], part: string): boolean {
  return name.every((word, place) => {
    const [one, before] = [typed[place], typed[place - 1]];
    return one?.key === word && (before === undefined || gap.test(part.slice(before.to, one.from)));
  });
}

/** Whether a phrase has a word that is a given name and nothing else. */
export function holdsGivenName(phrase: string): boolean {
  return toTokens(cleanPhrase(phrase)).some(({ word }) => givenNames.has(word) && !ambiguousNames.has(word));
}
