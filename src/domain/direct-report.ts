import { distance } from 'fastest-levenshtein';
import { fold } from './search-terms';

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

/**
 * The reports whom a typed name, a user principal name or an object id may mean. Somebody of exactly that name is meant
 * before those whose name begins so, and these before those whose name is a slip away.
 */
export function findReports(reports: readonly DirectReport[], typed: string): readonly DirectReport[] {
  const wanted = toWords(typed.slice(0, NAME_CHARACTERS));
  if (wanted.length === 0) return [];
  const exact = reports.filter((report) => isNamed(report, typed, wanted));
  if (exact.length > 0) return exact;
  const together = reports.filter(({ displayName }) =>
    holdsTogether(toWords(displayName ?? ''), wanted.join('')),
  );
  if (together.length > 0) return together;
  for (const isMeantBy of [isWholeWord, isBeginning, isSlip]) {
    const found = reports.filter(({ displayName }) => {
      const held = toWords(displayName ?? '');
      return wanted.every((word) => held.some((candidate) => isMeantBy(word, candidate)));
    });
    if (found.length > 0) return found;
  }
  return [];
}

function isNamed(
  { userId, userPrincipalName, displayName }: DirectReport,
  typed: string,
  words: readonly string[],
): boolean {
  const ids = [userId, userPrincipalName?.toLowerCase()];
  return ids.includes(typed.trim().toLowerCase()) || toWords(displayName ?? '').join(' ') === words.join(' ');
}

/** Neighbouring words, written without the space between them as some scripts do. */
function holdsTogether(held: readonly string[], joined: string): boolean {
  return held.some((_, from) =>
    held.slice(from).some((_, more) => held.slice(from, from + more + 1).join('') === joined),
  );
}

function isWholeWord(word: string, candidate: string): boolean {
  return candidate === word;
}

function isBeginning(word: string, candidate: string): boolean {
  return candidate.startsWith(word);
}

function isSlip(word: string, candidate: string): boolean {
  return word.length >= 4 && distance(word, candidate) <= (word.length < 6 ? 1 : 2);
}

function toWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
