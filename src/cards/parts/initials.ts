const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Scripts in which the first letters of two words are read as initials. */
const INITIALS =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}]/u;

/** "BL", "佐": one or two letters for a person, without what stands in parentheses; "?" for a name without letters. */
export function toInitials(name: string): string {
  const letters = name
    .replace(/\([^)]*(?:\)|$)/gu, ' ')
    .split(/\s+/u)
    .flatMap((word) => firstLetter(word) ?? []);
  const [first = '?'] = letters;
  const last = letters.length > 1 ? letters.at(-1) : undefined;
  const isPair = last !== undefined && [first, last].every((letter) => INITIALS.test(letter));
  return (isPair ? `${first}${last}` : first).toUpperCase();
}

function firstLetter(word: string): string | undefined {
  for (const { segment } of graphemes.segment(word.slice(0, 20))) {
    if (/^\p{L}\p{M}{0,3}$/u.test(segment)) return segment.normalize('NFC');
  }
  return undefined;
}
