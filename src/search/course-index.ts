import { fold, toSpellings, toTerms } from '../lib/search-terms';
import { createTermIndex } from './term-index';

/** The searched texts of an item, the most important first. */
export interface IndexedText {
  readonly title: string;
  /** Providers' own ids of it. */
  readonly ids?: readonly (string | undefined)[];
  readonly tags?: readonly string[] | undefined;
  readonly provider?: string | undefined;
  readonly description?: string | undefined;
}

/** Items found by words of their texts. */
export interface CourseIndex<T> {
  /** Adds items; an item with a known key replaces the former one. */
  add(items: readonly T[]): void;
  /**
   * The items with every word, as a whole or as a prefix; best first, at most 500. Empty for a text without a letter or
   * digit. Never throws.
   */
  search(text: string): readonly T[];
  /** The same with one or two typos in each word. */
  searchNear(text: string): readonly T[];
}

interface Options<T> {
  readonly keyOf: (item: T) => string;
  readonly textOf: (item: T) => IndexedText;
}

/** Nobody scrolls further. */
const MOST_FOUND = 500;
/** Whole descriptions would take most of the memory. */
const DESCRIPTION_CHARACTERS = 200;
const QUERY_CHARACTERS = 100;
const QUERY_WORDS = 8;
const WEIGHTS = { titleStart: 15, title: 12, ids: 10, tags: 5, provider: 3, description: 1 };

/** An index that ignores accents and case, and works for scripts without spaces. */
export function createCourseIndex<T>({ keyOf, textOf }: Options<T>): CourseIndex<T> {
  const positions = new Map<string, number>();
  /** By position; an item that was replaced leaves a gap. */
  const items: (T | undefined)[] = [];
  /** Of each position, as `titlesFirst` compares it. */
  const titles: string[] = [];
  const index = createTermIndex();

  function find(text: string, { hasTypos }: { readonly hasTypos: boolean }): readonly T[] {
    const words = [...new Set(toTerms(text.slice(0, QUERY_CHARACTERS)))].slice(0, QUERY_WORDS);
    if (words.length === 0) return [];
    const scores = words
      .map((word) => {
        const best = new Float32Array(items.length);
        const keepBest = (position: number, weight: number, likeness: number): void => {
          const score = weight * (0.5 + likeness / 2);
          if (score > (best[position] ?? 0)) best[position] = score;
        };
        for (const spelling of toSpellings(word)) {
          index.forEachWithPrefix(spelling, keepBest);
          if (hasTypos) index.forEachNear(spelling, keepBest);
        }
        return best;
      })
      .reduce(addWhereBoth);
    const typed = fold(text).trim();
    return titlesFirst(bestPositions(scores), typed, titles).flatMap((position) => items[position] ?? []);
  }

  return {
    add(added) {
      for (const item of added) {
        const former = positions.get(keyOf(item));
        if (former !== undefined) items[former] = undefined;
        const position = items.push(item) - 1;
        const text = textOf(item);
        positions.set(keyOf(item), position);
        titles.push(fold(text.title));
        index.add(position, toWeights(text));
      }
    },
    search: (text) => find(text, { hasTypos: false }),
    searchNear: (text) => find(text, { hasTypos: true }),
  };
}

/** Every term of an item with the weight of the most important field that has it. */
function toWeights({
  title,
  ids = [],
  tags = [],
  provider = '',
  description = '',
}: IndexedText): ReadonlyMap<string, number> {
  const titleTerms = toTerms(title);
  const fields: readonly (readonly [keyof typeof WEIGHTS, readonly string[]])[] = [
    ['titleStart', titleTerms.slice(0, 1)],
    ['title', titleTerms.slice(1)],
    ['ids', toTerms(ids.join(' '))],
    ['tags', toTerms(tags.join(' '))],
    ['provider', toTerms(provider)],
    ['description', toTerms(description.slice(0, DESCRIPTION_CHARACTERS))],
  ];
  const weights = new Map<string, number>();
  for (const [field, terms] of fields) {
    for (const term of terms.flatMap(toSpellings)) {
      if (!weights.has(term)) weights.set(term, WEIGHTS[field]);
    }
  }
  return weights;
}

type Scores = Float32Array<ArrayBuffer>;

function addWhereBoth(sums: Scores, scores: Scores): Scores {
  return sums.map((sum, position) => {
    const score = scores[position] ?? 0;
    return sum > 0 && score > 0 ? sum + score : 0;
  });
}

const STEPS_PER_POINT = 8;
const MOST_STEPS = STEPS_PER_POINT * WEIGHTS.titleStart * QUERY_WORDS;

/**
 * The positions with the highest scores, the highest first; equal ones in their order. Sorts the best 500 only: the others
 * are left out by steps of the score, because sorting tens of thousands takes longer than the search.
 */
function bestPositions(scores: Scores): readonly number[] {
  const steps = Array.from({ length: MOST_STEPS + 1 }, (): number[] => []);
  scores.forEach((score, position) => {
    if (score > 0) steps[Math.floor(score * STEPS_PER_POINT)]?.push(position);
  });
  const best: number[] = [];
  for (const positions of steps.reverse()) best.push(...positions.slice(0, MOST_FOUND - best.length));
  return best.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

/** A title that is, or begins with, what was typed comes before all others. */
function titlesFirst(
  positions: readonly number[],
  typed: string,
  titles: readonly string[],
): readonly number[] {
  const rank = (position: number): number => {
    if (titles[position] === typed) return 0;
    return titles[position]?.startsWith(typed) === true ? 1 : 2;
  };
  return positions.toSorted((a, b) => rank(a) - rank(b));
}
