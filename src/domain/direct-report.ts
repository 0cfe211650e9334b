import { distance } from 'fastest-levenshtein';
import { fold, isSpeltAlike, toSpellings } from '../lib/search-terms';

/** Someone who reports to the caller, from Graph's `directReports`. */
export interface DirectReport {
  /** Entra object id, lower case. */
  readonly userId: string;
  /** Untrusted; absent where Graph does not tell it. */
  readonly displayName?: string;
  /** What to call the person in a message. Untrusted. */
  readonly givenName?: string;
  /** The account, which is unique. Untrusted. */
  readonly userPrincipalName?: string;
  /** Distinguishes people of the same name, too; needs more permission than names do. Untrusted. */
  readonly jobTitle?: string;
  /** False only when Graph says that the account is disabled. */
  readonly isEnabled: boolean;
}

const NAME_CHARACTERS = 100;
/** "ben@contoso.com", or the object id of a person. */
const ACCOUNT = /@|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/**
 * The reports that match a typed name, a user principal name or an object id. Exact names win over prefixes, and these
 * over names with a typo; an account has no near matches.
 */
export function findReports(reports: readonly DirectReport[], typed: string): readonly DirectReport[] {
  const account = typed.trim().toLowerCase();
  if (ACCOUNT.test(account)) {
    return reports.filter(
      ({ userId, userPrincipalName }) => userId === account || userPrincipalName?.toLowerCase() === account,
    );
  }
  const wanted = toWords(typed.slice(0, NAME_CHARACTERS));
  if (wanted.length === 0) return [];
  const people = reports.map((report) => ({ report, held: toWords(report.displayName ?? '') }));
  const tests: readonly ((held: readonly string[]) => boolean)[] = [
    ...[isSameWord, isSpeltAlike].map(
      (matches) => (held: readonly string[]) =>
        held.length === wanted.length && wanted.every((word, index) => matches(word, held[index] ?? '')),
    ),
    (held) => holdsTogether(held, wanted.join('')),
    ...[isSameWord, isSpeltAlike, isBeginning, isTypo].map(
      (matches) => (held: readonly string[]) =>
        wanted.every((word) => held.some((candidate) => matches(word, candidate))),
    ),
  ];
  for (const matchesTyped of tests) {
    const found = people.filter(({ held }) => matchesTyped(held));
    if (found.length > 0) return found.map(({ report }) => report);
  }
  return [];
}

/** Whether neighboring words, written without a space between them as in some scripts, are what was typed. */
function holdsTogether(held: readonly string[], joined: string): boolean {
  return held.some((_, from) =>
    held.slice(from).some((_, more) => held.slice(from, from + more + 1).join('') === joined),
  );
}

function isSameWord(word: string, candidate: string): boolean {
  return candidate === word;
}

function isBeginning(word: string, candidate: string): boolean {
  const spellings = toSpellings(candidate);
  return toSpellings(word).some((typed) => spellings.some((spelling) => spelling.startsWith(typed)));
}

function isTypo(word: string, candidate: string): boolean {
  return word.length >= 4 && distance(word, candidate) <= (word.length < 6 ? 1 : 2);
}

function toWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
