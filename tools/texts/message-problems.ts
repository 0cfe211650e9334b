import * as icu from '@formatjs/icu-messageformat-parser';
import { parseMessage, type Message, type Placeholder } from '../../src/i18n/message';

/** A locale file as it stands: texts by key. */
export type Locale = ReadonlyMap<string, string>;

export interface Problem {
  /** The file or place. */
  readonly where: string;
  readonly what: string;
}

/** Direction marks are added when a message is shown; a straight apostrophe quotes in ICU messages. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/'/u, 'has a straight apostrophe: write ’'],
  [
    /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u,
    'has an invisible direction mark: they are added when it is shown',
  ],
  [/^\s|\s$/u, 'begins or ends with a space'],
  [/^$/u, 'is empty'],
];
/** Numbers that a text is likely to be shown with. */
const USUAL_NUMBERS = Array.from({ length: 1000 }, (_, number) => number);

/** What is wrong with a language's messages, compared with the English ones. */
export function findMessageProblems(language: string, locale: Locale, english: Locale): readonly Problem[] {
  const where = `locales/${language}.json`;
  const missing = [...english.keys()].filter((key) => !locale.has(key)).map((key) => `${key} is missing`);
  const others = [...locale].flatMap(([key, source]) => {
    const original = english.get(key);
    if (original === undefined) return [`${key} is not in en.json`];
    const problems = findProblems({ language, source, original });
    return problems.map((problem) => `${key} ${problem}`);
  });
  return [...missing, ...others].map((what) => ({ where, what }));
}

/** Undefined where it is no ICU message. */
export function tryParse(source: string): Message | undefined {
  try {
    return parseMessage(source);
  } catch {
    return undefined;
  }
}

function findProblems({
  language,
  source,
  original,
}: {
  readonly language: string;
  readonly source: string;
  readonly original: string;
}): readonly string[] {
  const message = tryParse(source);
  if (message === undefined) return ['is no ICU message'];
  const written = FORBIDDEN.filter(([pattern]) => pattern.test(source)).map(([, what]) => what);
  const english = tryParse(original);
  return [
    ...written,
    ...findPlaceholderProblems(message, english ?? message),
    ...listPlurals(message.elements).flatMap((plural) => findPluralProblems(plural, language)),
  ];
}

function findPlaceholderProblems(message: Message, english: Message): readonly string[] {
  const given = new Map(english.placeholders.map(({ name, kind }) => [name, kind]));
  const used = new Set(message.placeholders.map(({ name }) => name));
  const unused = [...given.keys()].filter((name) => !used.has(name)).map((name) => `lacks {${name}}`);
  const wrong = message.placeholders.flatMap(({ name, kind }: Placeholder) => {
    const expected = given.get(name);
    if (kind === 'unsupported') return [`formats {${name}} itself: dates come formatted`];
    if (expected === undefined) return [`has {${name}}, which English does not have`];
    return expected === kind ? [] : [`uses {${name}} as a ${kind}; it is a ${expected}`];
  });
  return [...new Set([...unused, ...wrong])];
}

function listPlurals(elements: readonly icu.MessageFormatElement[]): readonly icu.PluralElement[] {
  return elements.flatMap((element) => {
    if (!icu.isSelectElement(element) && !icu.isPluralElement(element)) return [];
    const inner = Object.values(element.options).flatMap(({ value }) => listPlurals(value));
    return icu.isPluralElement(element) ? [element, ...inner] : inner;
  });
}

/** `#` in the last branch is a number that the words agree with, so the language's other forms have to be there. */
function findPluralProblems(plural: icu.PluralElement, language: string): readonly string[] {
  const rules = new Intl.PluralRules(language, { type: plural.pluralType ?? 'cardinal' });
  const categories = new Set<string>(rules.resolvedOptions().pluralCategories);
  const options = new Map(Object.entries(plural.options));
  const unknown = [...options.keys()].filter((option) => !option.startsWith('=') && !categories.has(option));
  const agrees = options.get('other')?.value.some(icu.isPoundElement) === true;
  const needed = USUAL_NUMBERS.filter((number) => !options.has(`=${number}`)).map((number) =>
    rules.select(number),
  );
  const missing = agrees ? [...new Set<string>(needed)].filter((category) => !options.has(category)) : [];
  return [
    ...unknown.map((option) => `has the plural form "${option}", which ${language} does not have`),
    ...missing.map((category) => `lacks the plural form "${category}" of {${plural.value}}`),
  ];
}
