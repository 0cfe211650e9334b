const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}]+|[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+|\p{N}+/gu;

/** Letters that Unicode does not decompose, as people without them on their keyboard type them. */
const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ħ: 'h',
    ı: 'i',
    أ: 'ا',
    إ: 'ا',
    آ: 'ا',
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ک: 'ك',
    ة: 'ه',
  }),
);
const FOLDED = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'gu');

/** The folded words of a text; in scripts without spaces, every two neighboring characters. */
export function toTerms(text: string): string[] {
  return (fold(text).match(RUNS) ?? []).flatMap((run) => (UNSPACED.test(run) ? toPairs(run) : [run]));
}

/**
 * The folded term and its other spelling, if any: an umlaut written with two letters ("fuer" for "für", which folds to
 * "fur"), an Arabic noun without its article.
 */
export function toSpellings(term: string): readonly string[] {
  const other = term.replace(/([aou])e/gu, '$1').replace(/^ال(?=..)/u, '');
  return other === term ? [term] : [term, other];
}

/** The text without case, accents, letter variants, Arabic vowel signs and tatweel: equal for words that readers take for the same. */
export function fold(text: string): string {
  return toPlainMarks(text)
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(FOLDED, (letter) => PLAIN.get(letter) ?? letter);
}

/** The text with the quotation marks, apostrophes and dashes of keyboards. */
export function toPlainMarks(text: string): string {
  return text
    .replace(/[‘’‚‛′`´ʼ＇]/g, "'")
    .replace(/[“”„‟«»″「」『』]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-');
}

/** A key that all spellings of a word share. */
export function toSpellingKey(word: string): string {
  return toSpellings(fold(word)).at(-1) ?? '';
}

/** A key that all spellings of a title share, without the marks around it and at its end; may be empty. */
export function toTitleKey(title: string): string {
  return fold(title)
    .replace(/^[\s"']+|[\s"'.?!…]+$/g, '')
    .split(/\s+/)
    .map(toSpellingKey)
    .join(' ');
}

/** Whether two folded terms may be the same word: "fuer" and "für", "mueller" and "Müller". */
export function isSpeltAlike(typed: string, term: string): boolean {
  const spellings = toSpellings(term);
  return toSpellings(typed).some((spelling) => spellings.includes(spelling));
}

function toPairs(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
