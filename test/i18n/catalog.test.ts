import en from '../../locales/en.json';
import { languages, textsFor } from '../../src/i18n/catalog';
import { complete } from '../../src/i18n/languages';
import type { CourseFilter } from '../../src/domain/question';
import { filters } from './samples';

describe('textsFor', () => {
  it('finds the language of a locale, whatever its region and script', () => {
    for (const language of languages) {
      for (const locale of [language, language.toUpperCase(), `${language}-419`, `${language}-Latn-US`]) {
        expect(textsFor(locale).language.lang).toBe(language);
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
  ])('uses English for the locale %p', (locale) => {
    expect(textsFor(locale as string | undefined).language).toEqual({ lang: 'en', rtl: false });
  });
});

describe('t', () => {
  it('fills in what people type to the bot', () => {
    const { t } = textsFor('en');

    expect(t('help.topics.team.example')).toContain(`“${t('phrase.myTeam')}”`);
  });

  it('formats numbers for the region', () => {
    expect(textsFor('en-US').t('course.pages', { count: 12345 })).toBe('12,345 pages');
    expect(textsFor('en-IN').t('course.pages', { count: 123456 })).toBe('1,23,456 pages');
  });
});

describe('complete', () => {
  it('does not compile with missing or additional texts', () => {
    const { 'course.open': open, ...fewer } = en;

    // @ts-expect-error `course.open` is missing.
    complete(fewer);
    // @ts-expect-error `course.opened` is in no other language.
    complete({ ...en, 'course.opened': open });

    expect(complete(en)).toBe(en);
  });
});

describe('the headings in English', () => {
  const adjectives: Readonly<Record<string, string>> = {
    open: 'open',
    completed: 'completed',
    required: 'required',
    recommended: 'recommended',
    selfInitiated: 'self-started',
  };
  const tails: Readonly<Record<string, string>> = {
    notStarted: 'not started yet',
    inProgress: 'in progress',
    today: 'due today',
    tomorrow: 'due tomorrow',
    thisWeek: 'due this week',
    nextWeek: 'due next week',
    thisMonth: 'due this month',
    nextMonth: 'due next month',
    soon: 'due in the next 7 days',
  };

  /** Composes "overdue required courses in progress" word by word; the messages have whole phrases. */
  function toPhrase({ status, due, kind }: CourseFilter): string {
    const isOpenImplied = status === 'open' && due !== 'any';
    return [
      due === 'overdue' ? due : undefined,
      isOpenImplied ? undefined : adjectives[status],
      adjectives[kind],
      'courses',
      tails[status],
      tails[due],
    ]
      .filter((word) => word !== undefined)
      .join(' ');
  }

  const { t } = textsFor('en');

  it.each(filters.map((filter) => [toPhrase(filter), filter] as const))('read "%s"', (phrase, filter) => {
    const { status, due, kind } = filter;
    const choices = { status, due, kind };
    const heading = phrase === 'courses' ? 'All courses' : phrase.charAt(0).toUpperCase() + phrase.slice(1);

    expect(t('courseList.heading', choices)).toBe(heading);
    expect(t('courseList.noneMatching', { ...choices, text: 'yoga' })).toBe(
      `You don’t have any ${phrase} matching “yoga”.`,
    );
  });
});
