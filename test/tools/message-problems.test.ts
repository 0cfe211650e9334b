import { findMessageProblems } from '../../tools/texts/message-problems';

/** The problems of a message, compared with the English one. */
function problemsOf(source: string, original: string, language = 'de'): readonly string[] {
  const problems = findMessageProblems(language, new Map([['a', source]]), new Map([['a', original]]));
  return problems.map(({ what }) => what);
}

describe('findMessageProblems', () => {
  it('finds nothing wrong with a message that says the same in other words', () => {
    expect(problemsOf('Von {total, number}: {from, number}', '{from, number} of {total, number}')).toEqual(
      [],
    );
    expect(problemsOf('{count, plural, one {# Kurs} other {# Kurse}}', '{count, number} courses')).toEqual(
      [],
    );
    expect(problemsOf('{x, select, a {A} other {B}}', '{x, select, a {A} b {B} other {C}}')).toEqual([]);
  });

  it('finds missing and additional texts', () => {
    const problems = findMessageProblems('de', new Map([['b', 'x']]), new Map([['a', 'x']]));

    expect(problems).toEqual([
      { where: 'locales/de.json', what: 'a is missing' },
      { where: 'locales/de.json', what: 'b is not in en.json' },
    ]);
  });

  it.each([
    ['{count', 'count', ['a is no ICU message']],
    ['{x, select, a {A}}', '{x, select, other {A}}', ['a is no ICU message']],
    ['', 'x', ['a is empty']],
    ['x ', 'x', ['a begins or ends with a space']],
    ["l'an", 'year', ['a has a straight apostrophe: write ’']],
    ['\u200Fx', 'x', ['a has an invisible direction mark: they are added when it is shown']],
    ['Fällig', 'Due {date}', ['a lacks {date}']],
    ['Fällig {day}', 'Due {date}', ['a lacks {date}', 'a has {day}, which English does not have']],
    ['{count} Kurse', '{count, number} courses', ['a uses {count} as a text; it is a number']],
    ['{date, date}', '{date}', ['a formats {date} itself: dates come formatted']],
  ])('finds what is wrong with "%s"', (source, original, problems) => {
    expect(problemsOf(source, original)).toEqual(problems);
  });

  it.each([
    ['en', 'one {# a} other {# b}', []],
    ['en', 'other {# b}', ['one']],
    ['en', '=1 {a} other {# b}', []],
    ['en', 'other {b}', []],
    ['ja', 'other {# b}', []],
    ['fr', '=0 {a} =1 {a} other {# b}', []],
    ['ar', 'one {a} two {b} other {# c}', ['zero', 'few', 'many']],
  ])('asks for the plural forms of %s in "%s"', (language, forms, missing) => {
    const message = `{n, plural, ${forms}}`;

    expect(problemsOf(message, '{n, number}', language)).toEqual(
      missing.map((category) => `a lacks the plural form "${category}" of {n}`),
    );
  });

  it('knows which plural forms a language does not have', () => {
    expect(problemsOf('{n, plural, few {a} one {# b} other {# c}}', '{n, number}')).toEqual([
      'a has the plural form "few", which de does not have',
    ]);
  });
});
