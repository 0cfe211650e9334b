import { distance } from 'fastest-levenshtein';

/** The documents of each term, with the term's weight in the document. */
export interface TermIndex {
  /** `document` is a small number; a document is added once. `weights` is by term, in whole numbers from 1 to 15. */
  add(document: number, weights: ReadonlyMap<string, number>): void;
  /** Calls back with every document that holds a term beginning with `prefix`; several times when it holds several. */
  forEachWithPrefix(prefix: string, visit: Visit): void;
  /** The same for terms that are, or begin, one or two typos away from `word`. */
  forEachNear(word: string, visit: Visit): void;
}

/** `likeness` is 1 when the term is exactly what was typed, and less the more they differ. */
type Visit = (document: number, weight: number, likeness: number) => void;

/** How many terms wait to be sorted in. */
const MOST_UNSORTED = 4_000;
const WEIGHT_BITS = 4;
const WEIGHT_MASK = (1 << WEIGHT_BITS) - 1;
/** The likeness of a term with one typo. */
const SLIP_LIKENESS = 0.5;

/**
 * An in-memory index for tens of thousands of documents. Terms are sorted, so that those with one prefix are neighbors;
 * postings are packed numbers, so that a term of half the documents takes a millisecond.
 */
export function createTermIndex(): TermIndex {
  const postings = new Map<string, number[]>();
  let sorted: string[] = [];
  let unsorted: string[] = [];

  function sortIn(): void {
    // The engine's sort merges two sorted runs in one pass.
    sorted = sorted.concat(unsorted.sort()).sort();
    unsorted = [];
  }

  function visitTerm(term: string, likeness: number, visit: Visit): void {
    for (const posting of postings.get(term) ?? []) {
      visit(posting >>> WEIGHT_BITS, posting & WEIGHT_MASK, likeness);
    }
  }

  return {
    add(document, weights) {
      for (const [term, weight] of weights) {
        const posting = (document << WEIGHT_BITS) | weight;
        const known = postings.get(term);
        if (known === undefined) {
          postings.set(term, [posting]);
          unsorted.push(term);
        } else {
          known.push(posting);
        }
      }
      if (unsorted.length > MOST_UNSORTED) sortIn();
    },

    forEachWithPrefix(prefix, visit) {
      const visitPrefixed = (term: string): void => {
        visitTerm(term, prefix.length / term.length, visit);
      };
      for (let at = firstNotBefore(sorted, prefix); sorted[at]?.startsWith(prefix) === true; at++) {
        visitPrefixed(sorted[at] ?? '');
      }
      unsorted.filter((term) => term.startsWith(prefix)).forEach(visitPrefixed);
    },

    forEachNear(word, visit) {
      const most = mostSlips(word);
      if (most === 0) return;
      const letters = toLetters(word);
      for (const terms of [sorted, unsorted]) {
        for (const term of terms) {
          if (lacksMoreThan(most, letters, term)) continue;
          const slips = Math.min(distance(word, term), distance(word, term.slice(0, word.length)));
          if (slips <= most) visitTerm(term, SLIP_LIKENESS / slips, visit);
        }
      }
    },
  };
}

/** The typos that a word may have; short words have too many neighbors, and numbers have no typos. */
function mostSlips(word: string): number {
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length === 4 ? 1 : 2;
}

function firstNotBefore(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The letters of a word, each as one of 32 bits. */
function toLetters(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** A cheap test before the comparison: each typo explains one letter that the term lacks. */
function lacksMoreThan(most: number, letters: number, term: string): boolean {
  let missing = letters & ~toLetters(term);
  let count = 0;
  for (; missing !== 0; missing &= missing - 1) count++;
  return count > most;
}
