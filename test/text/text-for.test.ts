import { languages, textFor } from '../../src/text/text-for';

describe('textFor', () => {
  it('finds the language of a locale, whatever its region and script', () => {
    for (const language of languages) {
      for (const locale of [language, language.toUpperCase(), `${language}-419`, `${language}-Latn-US`]) {
        expect(textFor(locale).language.lang).toBe(language);
      }
    }
  });

  it.each([
    'zz-ZZ',
    'en_US',
    '',
    '*',
    '../../etc',
    'constructor',
    '__proto__',
    `de-${'x'.repeat(8)}${'-abcdefgh'.repeat(9)}`,
    {},
    undefined,
  ])('speaks English to the locale %p', (locale) => {
    expect(textFor(locale as string | undefined).language.lang).toBe('en');
  });
});
