import { distance } from 'fastest-levenshtein';

/** Which documents hold which terms, and how much each of them says about its document. */
export interface TermIndex {
  /** `document` is a small number; a document is added once. `weights` is by term, in whole numbers from 1 to 15. */
  add(document: number, weights: ReadonlyMap<string, number>): void;
  /** Calls back with every document that holds a term beginning with `prefix`; several times when it holds several. */
  forEachWithPrefix(prefix: string, visit: Visit): void;
  /** The same for terms that are, or begin, a slip or two away from `word`. */
  forEachNear(word: string, visit: Visit): void;
}

/** `likeness` is 1 when the term is what was typed, less the more of it is not. */
type Visit = (document: number, weight: number, likeness: number) => void;

/** How many terms wait to be sorted in. */
const MOST_UNSORTED = 4_000;
const WEIGHT_BITS = 4;
const WEIGHT_MASK = (1 << WEIGHT_BITS) - 1;
/** What a slip costs against a term spelt as typed. */
const SLIP_LIKENESS = 0.5;

/**
 * In memory, for tens of thousands of documents: sorted terms, so that all with one beginning lie side by side, and
 * packed numbers, so that a term which half of the documents hold is gone through in a millisecond.
 */
export function createTermIndex(): TermIndex {
  const postings = new Map<string, number[]>();
  let sorted: string[] = [];
  let unsorted: string[] = [];

  function sortIn(): void {
    // Two sorted runs one behind the other are what the engine's sort merges in one pass.
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
      for (let place = firstNotBefore(sorted, prefix); sorted[place]?.startsWith(prefix) === true; place++) {
        visitPrefixed(sorted[place] ?? '');
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

/** A word of three letters has too many neighbours one slip away; another number is another thing. */
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
  for (let place = 0; place < word.length; place++) letters |= 1 << (word.charCodeAt(place) & 31);
  return letters;
}

/** Each slip explains one letter that the term does not have: a look that spares most of the comparing. */
function lacksMoreThan(most: number, letters: number, term: string): boolean {
  let missing = letters & ~toLetters(term);
  let count = 0;
  for (; missing !== 0; missing &= missing - 1) count++;
  return count > most;
}
