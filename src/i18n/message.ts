import * as icu from '@formatjs/icu-messageformat-parser';
import { formatToParts, IntlMessageFormat, type Formatters } from 'intl-messageformat';
import { isolate } from './bidi';
import { dateFormat, numberFormat, pluralRulesOf } from './intl';

/** Our own text, already in the reader's language: a formatted date or another message. */
export interface OwnText {
  readonly own: string;
}

/** Marks our own text, which a message inserts unchanged. Every other string is outside text and is isolated. */
export function own(text: string): OwnText {
  return { own: text };
}

/** A value of a message. A string is outside text (a title, a name, typed text) or the choice of a `select`. */
export type MessageValue = string | number | OwnText;
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** What a message does with a value: shows it, formats or counts it, or chooses by it. */
export type PlaceholderKind = 'text' | 'number' | 'choice' | 'unsupported';

export interface Placeholder {
  readonly name: string;
  readonly kind: PlaceholderKind;
}

export interface Message {
  readonly elements: icu.MessageFormatElement[];
  /** In the order of the message; a name may come several times. */
  readonly placeholders: readonly Placeholder[];
  /** The names of those that are shown as text. */
  readonly shown: ReadonlySet<string>;
  /** The whole text, if it is the same for all values. */
  readonly fixed: string | undefined;
}

/** Parses an ICU message. Throws a `SyntaxError` if it is invalid. */
export function parseMessage(source: string): Message {
  const elements = icu.parse(source, { ignoreTag: true });
  const placeholders = toPlaceholders(elements);
  const shown = placeholders.filter(({ kind }) => kind === 'text').map(({ name }) => name);
  const [first, ...others] = elements;
  const fixed = first && icu.isLiteralElement(first) && others.length === 0 ? first.value : undefined;
  return { elements, placeholders, shown: new Set(shown), fixed };
}

function toPlaceholders(elements: readonly icu.MessageFormatElement[]): readonly Placeholder[] {
  return elements.flatMap((element): readonly Placeholder[] => {
    if (icu.isLiteralElement(element) || icu.isPoundElement(element)) return [];
    const placeholder = { name: element.value, kind: toKind(element) };
    if (!icu.isSelectElement(element) && !icu.isPluralElement(element)) return [placeholder];
    const branches = Object.values(element.options);
    return [placeholder, ...branches.flatMap(({ value }) => toPlaceholders(value))];
  });
}

/** Dates come formatted, because a message does not know the reader's time zone. */
function toKind(element: icu.MessageFormatElement): PlaceholderKind {
  if (icu.isArgumentElement(element)) return 'text';
  if (icu.isNumberElement(element) || icu.isPluralElement(element)) return 'number';
  return icu.isSelectElement(element) ? 'choice' : 'unsupported';
}

/** Throws when a value is missing. */
export function renderMessage(
  { elements, shown }: Message,
  values: MessageValues,
  { locale, rtl }: { readonly locale: string; readonly rtl: boolean },
): string {
  const prepared = Object.entries(values).map(([name, value]): readonly [string, string | number] => {
    if (typeof value === 'object') return [name, value.own];
    return [name, typeof value === 'string' && shown.has(name) ? isolate(value, { rtl }) : value];
  });
  const parts = formatToParts<string>(
    elements,
    locale,
    formatters,
    IntlMessageFormat.formats,
    Object.fromEntries(prepared),
  );
  return parts.map(({ value }) => value).join('');
}

const formatters: Formatters = {
  getNumberFormat: (locale, options) => numberFormat(String(locale), options),
  getDateTimeFormat: (locale, options) => dateFormat(String(locale), options ?? {}),
  getPluralRules: (locale, options) => pluralRulesOf(String(locale), options),
};
