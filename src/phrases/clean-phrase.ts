import { toPlainMarks } from '../lib/search-terms';

const longestPhrase = 600;

/**
 * The phrase as one line of composed characters, typographic quotes made plain, without what cannot be read:
 * control and format characters (zero width, direction marks), emoji and markup. A mention is left as `<Ada Ito>`.
 * Cut at a fixed length before and after composing, which makes 18 characters of one, so that the cost of a phrase is
 * bounded whatever was sent.
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

/** The letters of a phrase in which it holds a lower-case text; undefined when it does not. */
export function asTyped(phrase: string, text: string): string | undefined {
  const clean = cleanPhrase(phrase);
  const from = clean.toLowerCase().indexOf(text);
  const typed = clean.slice(from, from + text.length);
  return from >= 0 && typed.toLowerCase() === text ? typed : undefined;
}
