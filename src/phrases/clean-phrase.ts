import { toPlainMarks } from '../lib/search-terms';

const longestPhrase = 600;

/**
 * The phrase as one line of composed characters with plain quotes, without control and format characters (zero width,
 * direction marks), emoji and markup. A mention becomes `<Ada Ito>`. The cuts before and after composing, which can make
 * 18 characters of one, bound the cost of any phrase.
 */
export function cleanPhrase(phrase: string): string {
  return toPlainMarks(phrase.slice(0, longestPhrase))
    .normalize('NFKC')
    .slice(0, longestPhrase)
    .replace(/<at[^<>]*>([^<>]+)<\/at>|<[^<>]*>/gi, (_, name?: string) =>
      name === undefined ? ' ' : ` <${name.trim()}>`,
    )
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(
      /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\ufffd]/gu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

/** A lower-case text as the phrase spells it; undefined when the phrase does not contain it. */
export function asTyped(phrase: string, text: string): string | undefined {
  const clean = cleanPhrase(phrase);
  const from = clean.toLowerCase().indexOf(text);
  const typed = clean.slice(from, from + text.length);
  return from >= 0 && typed.toLowerCase() === text ? typed : undefined;
}
