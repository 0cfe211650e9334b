import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, textsFor } from '../../src/i18n/catalog';
import { readQuestion } from '../../src/phrases/read-question';
import { findMessageProblems, type Locale } from '../../tools/texts/message-problems';
import { filters, samplesOf } from './samples';

const LOCALES = join(__dirname, '../../locales');

function readLocale(language: string): Locale {
  const json = JSON.parse(readFileSync(join(LOCALES, `${language}.json`), 'utf8')) as Record<string, string>;
  return new Map(Object.entries(json));
}

describe('locales', () => {
  it('has exactly one file for each supported language', () => {
    const files = readdirSync(LOCALES).filter((name) => name.endsWith('.json'));

    expect(files.sort()).toEqual(languages.map((language) => `${language}.json`).sort());
  });
});

describe.each(languages)('the texts of %s', (language) => {
  it('have the same placeholders as the English ones', () => {
    expect(findMessageProblems(language, readLocale(language), readLocale('en'))).toEqual([]);
  });

  const samples = samplesOf(language);

  it('contain each text that they are given, and nothing but text', () => {
    const wrong = samples.filter(
      ({ values, text }) =>
        !/^\S.*\S$/su.test(text) ||
        /undefined|NaN|\[object|[#{}]| {2}/u.test(text) ||
        Object.values(values).some((value) => typeof value === 'object' && !text.includes(value.own)),
    );

    expect(wrong).toEqual([]);
  });

  it('differ for different numbers', () => {
    for (const key of ['course.dueIn', 'course.dueWhen', 'course.overdueFor', 'course.pages', 'team.soFar']) {
      // Spans of 0 months or 0 years do not occur.
      const texts = samples
        .filter((sample) => sample.key === key)
        .filter(({ values: { unit = 'day', count } }) => unit === 'day' || count !== 0)
        .map(({ text }) => text);

      expect([key, new Set(texts).size]).toEqual([key, texts.length]);
    }
  });

  it('differ between filters exactly where English does', () => {
    for (const key of ['courseList.heading', 'team.answers.due'] as const) {
      const firstAlike = (lang: string): readonly number[] => {
        const { t } = textsFor(lang);
        const all = filters.map(({ status, due, kind }) =>
          t(key, { status, due, kind, count: 3, people: 8 }),
        );
        return all.map((heading) => all.indexOf(heading));
      };

      expect([key, firstAlike(language)]).toEqual([key, firstAlike('en')]);
    }
  });

  it('name each count of courses differently exactly where English does', () => {
    for (const [key, count] of [
      ['courseList.answer', 1],
      ['courseList.answer', 2],
      ['courseList.answer', 5],
      ['courseList.none', 0],
    ] as const) {
      const firstAlike = (lang: string): readonly number[] => {
        const { t } = textsFor(lang);
        const all = filters.map(({ status, due, kind }) => t(key, { count, status, due, kind }));
        return all.map((heading) => all.indexOf(heading));
      };

      expect([key, count, firstAlike(language)]).toEqual([key, count, firstAlike('en')]);
    }
  });

  it('end each fault’s sentence with a period', () => {
    const faults = samples.filter(({ key }) => key.startsWith('faults.'));

    expect(faults.filter(({ text }) => !/[.。]$/u.test(text))).toEqual([]);
  });

  it('contain no status codes or technical words', () => {
    const technical = /\b[1-5]\d\d\b|\b(exception|token|HTTP|Graph|API|null)\b/iu;
    // The privacy pages name the data and services.
    const plain = samples.filter(
      ({ key, values }) => Object.keys(values).length === 0 && !key.startsWith('about.'),
    );

    expect(plain.filter(({ text }) => technical.test(text))).toEqual([]);
  });

  it('quote buttons by their titles', () => {
    const { t } = textsFor(language);

    expect(t('team.soFar', { read: 1, total: 3 })).toContain(t('team.showTheRest'));
    for (const outcome of ['StateMismatch', 'SignInFailed'] as const) {
      expect(t(`pages.signIn.outcomes.${outcome}`)).toContain(t('signIn.button'));
    }
  });

  it('contain only phrases that the bot understands', () => {
    const { t } = textsFor(language);
    const now = { now: new Date('2026-11-17T12:00:00Z'), zone: 'UTC', locale: language };
    const intents = {
      'phrase.myCourses': 'myCourses',
      'phrase.overdue': 'myCourses',
      'phrase.dueThisWeek': 'myCourses',
      'phrase.required': 'myCourses',
      'phrase.topic': 'myCourses',
      'phrase.course': 'courseDetails',
      'phrase.completed': 'myCourses',
      'phrase.myTeam': 'teamStatus',
      'phrase.whoIsOverdue': 'teamStatus',
      'phrase.statusOf': 'teammateStatus',
      'phrase.whoLooked': 'whoLooked',
      'phrase.help': 'help',
      'phrase.signOut': 'signOut',
      'phrase.feedback': 'feedback',
    } as const;

    for (const [key, intent] of Object.entries(intents)) {
      expect([key, readQuestion(t(key as keyof typeof intents), now).intent]).toEqual([key, intent]);
    }
  });
});
