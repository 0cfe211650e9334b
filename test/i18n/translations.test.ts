import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import en from '../../locales/en.json';
import { languages, textsFor, type TextKey } from '../../src/i18n/catalog';
import { samplesOf } from './samples';

const others = languages.filter((language) => language !== 'en');

/** Texts that are correctly the same as in English. */
const SAME_IN: Readonly<Record<string, readonly TextKey[]>> = {
  de: ['team.file.columns.status'],
  es: ['course.answers.no'],
  fr: ['course.pages'],
};

/** Texts that consist of symbols, and phrases that people type in English. */
const SAME_EVERYWHERE = /^(?:phrase\..*|courseList\.chosenFilter|course\.dateWhen)$/u;
const SIGNS_ALONE = /^(?:\{\w+(?:, number)?\}|[^\p{L}{}])*$/u;

/** The app package's texts in a language, without phrases that are typed in English. */
function manifestTextsOf(language: string): readonly (readonly [path: string, text: string])[] {
  const file = join(__dirname, `../../appPackage/${language}.json`);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  return Object.entries(texts).filter(([path]) => !/\.prompt$|^\$schema$/u.test(path));
}

/** Every formatted text, without phrases and values. */
function readTextsOf(language: string): readonly (readonly [path: string, text: string])[] {
  const { t } = textsFor(language);
  const phrases = (Object.keys(en) as readonly TextKey[])
    .filter((key) => key.startsWith('phrase.'))
    .map((key) => t(key))
    .sort((a, b) => b.length - a.length);
  const withoutPhrases = (text: string): string =>
    phrases.reduce((rest, phrase) => rest.replaceAll(phrase, 'Kiwi'), text);
  return samplesOf(language)
    .filter(({ key }) => !key.startsWith('phrase.'))
    .map(({ key, text }) => [key, withoutPhrases(text)]);
}

it('the app package has the same languages as the bot', () => {
  const file = join(__dirname, '../../appPackage/manifest.json');
  const { localizationInfo } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly localizationInfo: { readonly additionalLanguages: readonly { readonly languageTag: string }[] };
  };
  const tags = localizationInfo.additionalLanguages.map(({ languageTag }) => languageTag);

  expect(tags.sort()).toEqual([...others].sort());
});

describe.each(others)('the translation into %s', (language) => {
  it('leaves nothing in English', () => {
    const english = samplesOf('en');
    const same = samplesOf(language)
      .filter(({ text }, index) => english[index]?.text === text)
      .map(({ key }) => key)
      .filter(
        (key) => !SAME_EVERYWHERE.test(key) && !SIGNS_ALONE.test(en[key].replace(/\{phrase_\w+\}/gu, '')),
      )
      .filter((key) => SAME_IN[language]?.includes(key) !== true);

    expect([...new Set(same)]).toEqual([]);
  });
});

describe.each(['ja', 'ar'])('the translation into %s', (language) => {
  it('uses Latin letters only for names', () => {
    const names =
      /Viva( Learning)?|Coursemate|Teams|Microsoft( Graph)?|MIT|ID|JavaScript|CSV|Excel|OneDrive|Kiwi\d?/gu;
    const read = readTextsOf(language);

    expect(read.filter(([, text]) => /[a-z]/iu.test(text.replace(names, '')))).toEqual([]);
  });
});

/** Patterns that do not belong in a language: foreign punctuation, and the form of address that Teams does not use. */
const FOREIGN_TO: Readonly<Record<string, RegExp>> = {
  ar: /[\u0600-\u06FF][,;?]/u,
  de: /\b(?:du|dich|dir|dein\w*)\b|"/iu,
  es: /\b(?:usted(?:es)?|pregunte|obtenga|encuentre|añada|escriba|inténtelo)\b|"/iu,
  fr: /(?<!\u00A0)[:;?!»](?=\s|$)|«(?!\u00A0)|'|(?<!\p{L})(?:tu|toi|ton|tes)(?!\p{L})/iu,
  ja: /[？！（）：，．]/u,
};

describe.each(Object.entries(FOREIGN_TO))('the texts in %s', (language, foreign) => {
  it('follow the language’s punctuation and form of address', () => {
    const read = [...readTextsOf(language), ...manifestTextsOf(language)];

    expect(read.filter(([, text]) => foreign.test(text))).toEqual([]);
  });
});
