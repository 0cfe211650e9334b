import { isolate } from '../i18n/bidi';
import { textsFor } from '../i18n/catalog';
import type { Locale } from '../i18n/format';

/** Invisible and direction-changing characters, except the joiners and direction marks that real scripts need. */
const DECEIVING = /[\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
/** The same characters, without the marks that isolate text of the other direction. */
const DECEIVING_IN_SENTENCE =
  /[\u200B\u202A-\u202E\u2060-\u2067\u206A-\u206F\uFEFF\uFFF9-\uFFFB]|\u2068(?![^\u2066-\u2069]*\u2069)|(?<!\u2068[^\u2066-\u2069]*)\u2069/gu;
const SPACE_AND_CONTROL = /[\s\p{Cc}]+/gu;
const BREAKING_SPACE_AND_CONTROL = /(?:(?!\u00A0)[\s\p{Cc}])+/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** More marks on one letter than any script needs ("zalgo"). */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** The functions which a client still evaluates in a TextRun. */
const CARD_FUNCTION = /\{(?=\{)/gu;
const WORD_JOINER = '\u2060';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Untrusted text, made fit for a `TextRun`: one line, nothing in it that hides, reverses or evaluates, at most `max`
 * characters as a reader counts them (and never more than twice as many UTF-16 units, so that a card's size is bounded).
 */
export function toPlainText(text: string, max: number): string {
  return clean(text, max, { hidden: DECEIVING, space: SPACE_AND_CONTROL });
}

/** The same beside text of ours, which may run in the other direction; '' without text. */
export function toIsolatedText(text: string | undefined, max: number, { locale }: Locale): string {
  return isolate(toPlainText(text ?? '', max), textsFor(locale).language);
}

/** A sentence of ours, made fit for a `TextRun` too: isolated parts stay isolated, and spaces that do not break stay so. */
export function toPlainSentence(sentence: string, max: number): string {
  return clean(sentence, max, { hidden: DECEIVING_IN_SENTENCE, space: BREAKING_SPACE_AND_CONTROL });
}

function clean(
  text: string,
  max: number,
  { hidden, space }: { readonly hidden: RegExp; readonly space: RegExp },
): string {
  const plain = text
    .slice(0, max * 8)
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(hidden, '')
    .replace(space, ' ')
    .replace(STACKED_MARKS, '$1')
    .trim();
  return cut(plain, max).replace(CARD_FUNCTION, `{${WORD_JOINER}`);
}

const RIGHT_TO_LEFT_MARK = '\u200F';

/**
 * The lines that are not empty, made fit for a message's `text`. In a language that is written from right to left each line begins with a mark:
 * without it, a line that begins with a Latin title would run from left to right.
 */
export function toMessageLines(lines: readonly string[], { locale }: Locale): string {
  const { rtl } = textsFor(locale).language;
  const start = rtl ? RIGHT_TO_LEFT_MARK : '';
  const filled = lines.filter((line) => line !== '').map((line) => `${start}${line}`);
  return toMessageText(filled.join('\n'));
}

/** Plain text made fit for a message's `text`, which clients read as Markdown with html in it: no tags, no links. */
export function toMessageText(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('](', `]${WORD_JOINER}(`);
}

/** What a client makes a link of by itself begins with this. */
const WEB_ADDRESS = /(:(?=\/\/)|\bwww(?=\.))/giu;

/** The same for a sentence that stands in a chat, where a client would make a link of a bare address too. */
export function toChatText(text: string): string {
  return toMessageText(text).replace(WEB_ADDRESS, `$1${WORD_JOINER}`);
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  let count = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    const next = index + segment.length;
    if (count + 1 > max || next > max * 2) return `${text.slice(0, end).trimEnd()}…`;
    count += 1;
    if (count < max) end = next;
  }
  return text;
}
