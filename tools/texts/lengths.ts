import * as icu from '@formatjs/icu-messageformat-parser';
import { tryParse, type Locale } from './message-problems';

/** A text that needs more space than in English. Widths are in letters; a wide one counts as two. */
export interface LongText {
  readonly key: string;
  readonly width: number;
  readonly englishWidth: number;
}

const PLACEHOLDER_WIDTH = 8;
const NUMBER_WIDTH = 2;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60]/gu;
const MOST = 15;

/** The texts that grew most, labels and sentences alike, the most grown first. */
export function listLongTexts(locale: Locale, english: Locale): readonly LongText[] {
  return [...locale]
    .map(([key, source]) => ({ key, width: widthOf(source), englishWidth: widthOf(english.get(key) ?? '') }))
    .filter(({ width, englishWidth }) => width > englishWidth)
    .sort((a, b) => b.width / b.englishWidth - a.width / a.englishWidth)
    .slice(0, MOST);
}

function widthOf(source: string): number {
  return widest(tryParse(source)?.elements ?? []);
}

/** The width of the longest branches. */
function widest(elements: readonly icu.MessageFormatElement[]): number {
  const widths = elements.map((element) => {
    if (icu.isLiteralElement(element)) return element.value.length + (element.value.match(WIDE)?.length ?? 0);
    if (icu.isPoundElement(element) || icu.isNumberElement(element)) return NUMBER_WIDTH;
    if (!icu.isSelectElement(element) && !icu.isPluralElement(element)) return PLACEHOLDER_WIDTH;
    return Math.max(...Object.values(element.options).map(({ value }) => widest(value)));
  });
  return widths.reduce((sum, width) => sum + width, 0);
}
