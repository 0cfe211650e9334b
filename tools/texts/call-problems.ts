import * as icu from '@formatjs/icu-messageformat-parser';
import type { PlaceholderKind } from '../../src/i18n/message';
import type { GivenValue, TextCall } from './list-calls';
import { tryParse, type Locale, type Problem } from './message-problems';

const PHRASE = 'phrase_';

/** What is wrong with the calls in the code, compared with the English messages; and which texts nobody uses. */
export function findCallProblems(calls: readonly TextCall[], english: Locale): readonly Problem[] {
  const wrong = calls.flatMap((call) =>
    findProblems(call, english).map((what) => ({ where: call.where, what })),
  );
  return [...wrong, ...findUnused(calls, english)];
}

/** Choices in the messages of a language that the code never gives. */
export function findUnknownChoices(
  language: string,
  locale: Locale,
  calls: readonly TextCall[],
): readonly Problem[] {
  const called = new Set(calls.flatMap(({ keys = [] }) => keys));
  return [...locale].flatMap(([key, source]) => {
    if (!called.has(key)) return [];
    const known = new Set(givenChoices(calls, key));
    return choicesOf(source)
      .filter((choice) => !known.has(choice))
      .map((choice) => ({
        where: `locales/${language}.json`,
        what: `${key} has an unknown choice: ${choice}`,
      }));
  });
}

function findProblems({ keys, values }: TextCall, english: Locale): readonly string[] {
  if (keys === undefined || keys.length === english.size)
    return ['can be any text: give the key a narrower type'];
  return keys.flatMap((key) => {
    const source = english.get(key);
    const message = source === undefined ? undefined : tryParse(source);
    if (message === undefined) return [];
    const needed = new Map(message.placeholders.map(({ name, kind }) => [name, kind]));
    const given = new Map(values.map((value) => [value.name, value]));
    const missing = [...needed.keys()].filter((name) => !given.has(name) && !name.startsWith(PHRASE));
    return [
      ...missing.map((name) => `${key} needs {${name}}`),
      ...values.flatMap((value) => findValueProblems(key, value, needed.get(value.name))),
    ];
  });
}

const FITTING: Readonly<Record<PlaceholderKind, readonly string[]>> = {
  text: ['string', 'literal', 'own'],
  number: ['number'],
  choice: ['literal'],
  unsupported: [],
};

function findValueProblems(
  key: string,
  { name, kinds }: GivenValue,
  kind: PlaceholderKind | undefined,
): readonly string[] {
  if (kind === undefined) return [`${key} has no {${name}}`];
  const unfit = [...kinds].filter((given) => !FITTING[kind].includes(given));
  return unfit.map((given) => `${key} takes {${name}} as a ${kind}; it is given: ${given}`);
}

function findUnused(calls: readonly TextCall[], english: Locale): readonly Problem[] {
  const called = calls.flatMap(({ keys = [] }) => (keys.length === english.size ? [] : keys));
  const quoted = [...english.values()].flatMap((source) => [...(tryParse(source)?.shown ?? [])]);
  const phrases = quoted.filter((name) => name.startsWith(PHRASE)).map((name) => name.replace('_', '.'));
  const used = new Set([...called, ...phrases]);
  return [...english.keys()]
    .filter((key) => !used.has(key))
    .map((key) => ({ where: 'locales/en.json', what: `${key} is not used` }));
}

function givenChoices(calls: readonly TextCall[], key: string): readonly string[] {
  return calls
    .filter(({ keys }) => keys?.includes(key))
    .flatMap(({ values }) =>
      values.flatMap(({ name, literals }) => literals.map((literal) => `${name} ${literal}`)),
    );
}

/** "status open" for each `select` and option in a message. */
function choicesOf(source: string): readonly string[] {
  const listChoices = (elements: readonly icu.MessageFormatElement[]): readonly string[] =>
    elements.flatMap((element) => {
      if (!icu.isSelectElement(element) && !icu.isPluralElement(element)) return [];
      const options = Object.entries(element.options);
      const inner = options.flatMap(([, { value }]) => listChoices(value));
      return icu.isSelectElement(element)
        ? [...options.map(([option]) => `${element.value} ${option}`), ...inner]
        : inner;
    });
  return [...new Set(listChoices(tryParse(source)?.elements ?? []))].filter(
    (choice) => !choice.endsWith(' other'),
  );
}
