import { fold, toSpellings, toTerms } from '../lib/search-terms';
import { createTermIndex } from './term-index';

/** What of an item is searched, the most telling first. */
export interface IndexedText {
  readonly title: string;
  /** Ids under which providers know it. */
  readonly ids?: readonly string[];
  readonly tags?: readonly string[];
  readonly provider?: string;
  readonly description?: string;
}

/** Items found by words of their texts. */
export interface CourseIndex<T> {
  /** An item with a known key takes the place of the former. */
  add(items: readonly T[]): void;
  /**
   * The items that hold every word, or one that begins with it; best first, at most 500. Empty for a text without a
   * letter or digit. Never throws, whatever is typed.
   */
  search(text: string): readonly T[];
  /** The same with a slip or two in each word. */
  searchNear(text: string): readonly T[];
}

interface Options<T> {
  readonly keyOf: (item: T) => string;
  readonly textOf: (item: T) => IndexedText;
}

/** Nobody scrolls further. */
const MOST_FOUND = 500;
/** Enough to say what a course is about; whole descriptions would be most of the memory. */
const DESCRIPTION_CHARACTERS = 200;
const QUERY_CHARACTERS = 100;
const QUERY_WORDS = 8;
const WEIGHTS = { titleStart: 15, title: 12, ids: 10, tags: 5, provider: 3, description: 1 };

/** Typo-tolerant, blind to accents and case, and at home in scripts without spaces. */
export function createCourseIndex<T>({ keyOf, textOf }: Options<T>): CourseIndex<T> {
  const places = new Map<string, number>();
  /** By place; an item that was replaced leaves a gap. */
  const items: (T | undefined)[] = [];
  /** Of each place, as `titlesFirst` compares it. */
  const titles: string[] = [];
  const index = createTermIndex();

  function find(text: string, forEach: 'forEachWithPrefix' | 'forEachNear'): readonly T[] {
    const words = [...new Set(toTerms(text.slice(0, QUERY_CHARACTERS)))].slice(0, QUERY_WORDS);
    if (words.length === 0) return [];
    const scores = words
      .map((word) => {
        const best = new Float32Array(items.length);
        const keepBest = (place: number, weight: number, likeness: number): void => {
          const score = weight * (0.5 + likeness / 2);
          if (score > (best[place] ?? 0)) best[place] = score;
        };
        for (const spelling of toSpellings(word)) {
          index.forEachWithPrefix(spelling, keepBest);
          if (forEach === 'forEachNear') index.forEachNear(spelling, keepBest);
        }
        return best;
      })
      .reduce(addWhereBoth);
    const typed = fold(text).trim();
    return titlesFirst(bestPlaces(scores), typed, titles).flatMap((place) => items[place] ?? []);
  }

  return {
    add(added) {
      for (const item of added) {
        const former = places.get(keyOf(item));
        if (former !== undefined) items[former] = undefined;
        const place = items.push(item) - 1;
        places.set(keyOf(item), place);
        titles.push(fold(textOf(item).title));
        index.add(place, toWeights(textOf(item)));
      }
    },
    search: (text) => find(text, 'forEachWithPrefix'),
    searchNear: (text) => find(text, 'forEachNear'),
  };
}

/** Every term of a text with the weight of the most telling place where it stands. */
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
  return sums.map((sum, place) => {
    const score = scores[place] ?? 0;
    return sum > 0 && score > 0 ? sum + score : 0;
  });
}

/** The places with the highest scores, the highest first; equal ones in their order. */
function bestPlaces(scores: Scores): readonly number[] {
  const { lowest, mostOfLowest } = findCut(scores);
  const places: number[] = [];
  let ofLowest = 0;
  scores.forEach((score, place) => {
    const step = toStep(score);
    if (step > lowest || (score > 0 && step === lowest && ofLowest++ < mostOfLowest)) places.push(place);
  });
  return places.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

const STEPS_PER_POINT = 8;
const MOST_STEPS = STEPS_PER_POINT * WEIGHTS.titleStart * QUERY_WORDS;

function toStep(score: number): number {
  return Math.floor(score * STEPS_PER_POINT);
}

/** Counts by score, which is much quicker than sorting tens of thousands of them: where the best 500 end. */
function findCut(scores: Scores): { readonly lowest: number; readonly mostOfLowest: number } {
  const counts = new Uint32Array(MOST_STEPS + 1);
  for (const score of scores) {
    const step = toStep(score);
    if (score > 0) counts[step] = (counts[step] ?? 0) + 1;
  }
  let left = MOST_FOUND;
  let lowest = MOST_STEPS;
  for (; lowest > 0 && (counts[lowest] ?? 0) <= left; lowest--) left -= counts[lowest] ?? 0;
  return { lowest, mostOfLowest: left };
}

/** A title that is, or begins with, what was typed comes before all others. */
function titlesFirst(places: readonly number[], typed: string, titles: readonly string[]): readonly number[] {
  const isTyped = (place: number): boolean => titles[place] === typed;
  const begins = (place: number): boolean => !isTyped(place) && titles[place]?.startsWith(typed) === true;
  return [
    ...places.filter(isTyped),
    ...places.filter(begins),
    ...places.filter((place) => !isTyped(place) && !begins(place)),
  ];
}
