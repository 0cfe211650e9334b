import MiniSearch from 'minisearch';

/** What of an item is searched, the most telling first. */
export interface IndexedText {
  readonly title: string;
  readonly externalId?: string;
  readonly tags?: readonly string[];
  readonly provider?: string;
  readonly description?: string;
}

/** Items found by words of their texts. */
export interface CourseIndex<T> {
  /** An item with a known key takes the place of the former. */
  add(items: readonly T[]): void;
  /** Best first; empty for a text without a letter or digit. Never throws, whatever is typed. */
  search(text: string): readonly T[];
}

interface Options<T> {
  readonly keyOf: (item: T) => string;
  readonly textOf: (item: T) => IndexedText;
}

/** Enough to say what a course is about; whole descriptions would be most of the memory. */
const DESCRIPTION_CHARACTERS = 200;
const QUERY_CHARACTERS = 100;
/** A word this short has too many neighbours one slip away. */
const SHORTEST_WITH_SLIPS = 4;
const BOOST = { title: 8, externalId: 6, tags: 3, provider: 2, description: 1 };

/** Typo-tolerant, blind to accents and case, and at home in scripts without spaces. */
export function createCourseIndex<T>({ keyOf, textOf }: Options<T>): CourseIndex<T> {
  const items = new Map<string, T>();
  const index = new MiniSearch<{ readonly key: string; readonly text: IndexedText }>({
    idField: 'key',
    fields: Object.keys(BOOST),
    extractField: (document, field) => (field === 'key' ? document.key : toField(document.text, field)),
    tokenize: toTerms,
    processTerm: (term) => term,
    searchOptions: {
      boost: BOOST,
      combineWith: 'AND',
      prefix: (_, place, terms) => place === terms.length - 1,
    },
  });

  function find(words: string, mayHaveSlips: boolean): readonly T[] {
    const fuzzy = (term: string): number => (term.length < SHORTEST_WITH_SLIPS ? 0 : 0.3);
    return index
      .search(words, mayHaveSlips ? { fuzzy, maxFuzzy: 2 } : {})
      .flatMap(({ id }) => items.get(String(id)) ?? []);
  }

  return {
    add(added) {
      for (const item of added) {
        const key = keyOf(item);
        const document = { key, text: textOf(item) };
        if (items.has(key)) index.replace(document);
        else index.add(document);
        items.set(key, item);
      }
    },
    search(text) {
      const words = text.slice(0, QUERY_CHARACTERS);
      if (toTerms(words).length === 0) return [];
      const found = find(words, false);
      return titlesFirst(found.length > 0 ? found : find(words, true), words, textOf);
    },
  };
}

/** A title that is, or begins with, what was typed comes before all others. */
function titlesFirst<T>(found: readonly T[], words: string, textOf: (item: T) => IndexedText): readonly T[] {
  const typed = fold(words).trim();
  const rank = (item: T): number => {
    const title = fold(textOf(item).title);
    if (title === typed) return 0;
    return title.startsWith(typed) ? 1 : 2;
  };
  return found
    .map((item, place) => ({ item, place, rank: rank(item) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ item }) => item);
}

function toField(text: IndexedText, field: string): string {
  switch (field) {
    case 'title':
      return text.title;
    case 'externalId':
      return text.externalId ?? '';
    case 'tags':
      return (text.tags ?? []).join(' ');
    case 'provider':
      return text.provider ?? '';
    default:
      return (text.description ?? '').slice(0, DESCRIPTION_CHARACTERS);
  }
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}]+|[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+|\p{N}+/gu;

/** Words; in scripts without spaces, every two neighbouring characters. */
function toTerms(text: string): string[] {
  return (fold(text).match(RUNS) ?? []).flatMap((run) => (UNSPACED.test(run) ? toPairs(run) : [run]));
}

function toPairs(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, place) => `${characters[place] ?? ''}${character}`);
}

/** One spelling for what readers take for the same: case, accents, ß, Arabic vowel signs, tatweel and forms of alef. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .toLowerCase()
    .replace(/ß/gu, 'ss');
}
