import { distance } from 'fastest-levenshtein';
import { fold, isSpeltAlike, toSpellings } from '../lib/search-terms';

/** Somebody who reports to the caller, as Graph's `directReports` tells it. */
export interface DirectReport {
  /** Entra object id, lower case. */
  readonly userId: string;
  /** Untrusted; absent where Graph does not tell it. */
  readonly displayName?: string;
  /** For telling people of one name apart. Untrusted. */
  readonly userPrincipalName?: string;
  /** False only when Graph says that the account is disabled. */
  readonly isEnabled: boolean;
}

const NAME_CHARACTERS = 100;
/** "ben@contoso.com", or the object id of a person. */
const ACCOUNT = /@|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/**
 * The reports whom a typed name, a user principal name or an object id may mean. Somebody of exactly that name is meant
 * before those whose name begins so, and these before those whose name is a slip away; an account has no near misses.
 */
export function findReports(reports: readonly DirectReport[], typed: string): readonly DirectReport[] {
  const account = typed.trim().toLowerCase();
  if (ACCOUNT.test(account)) return reports.filter((report) => hasAccount(report, account));
  const wanted = toWords(typed.slice(0, NAME_CHARACTERS));
  if (wanted.length === 0) return [];
  const people = reports.map((report) => ({ report, held: toWords(report.displayName ?? '') }));
  const tests: readonly ((held: readonly string[]) => boolean)[] = [
    (held) => isNamed(held, wanted, isSameWord),
    (held) => isNamed(held, wanted, isSpeltAlike),
    (held) => holdsTogether(held, wanted.join('')),
    ...[isSameWord, isSpeltAlike, isBeginning, isSlip].map(
      (isMeantBy) => (held: readonly string[]) =>
        wanted.every((word) => held.some((candidate) => isMeantBy(word, candidate))),
    ),
  ];
  for (const isMeant of tests) {
    const found = people.filter(({ held }) => isMeant(held));
    if (found.length > 0) return found.map(({ report }) => report);
  }
  return [];
}

function hasAccount({ userId, userPrincipalName }: DirectReport, account: string): boolean {
  return userId === account || userPrincipalName?.toLowerCase() === account;
}

function isNamed(
  held: readonly string[],
  wanted: readonly string[],
  isSame: (word: string, candidate: string) => boolean,
): boolean {
  return held.length === wanted.length && wanted.every((word, place) => isSame(word, held[place] ?? ''));
}

/** Neighbouring words, written without the space between them as some scripts do. */
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

function isSlip(word: string, candidate: string): boolean {
  return word.length >= 4 && distance(word, candidate) <= (word.length < 6 ? 1 : 2);
}

function toWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
