import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, textsFor } from '../../src/i18n/catalog';
import { understand } from '../../src/phrases/understand';
import { findMessageProblems, type Locale } from '../../tools/texts/message-problems';
import { filters, samplesOf } from './samples';

const LOCALES = join(__dirname, '../../locales');

function readLocale(language: string): Locale {
  const json = JSON.parse(readFileSync(join(LOCALES, `${language}.json`), 'utf8')) as Record<string, string>;
  return new Map(Object.entries(json));
}

describe('locales', () => {
  it('has a file for each language that people are answered in, and no other', () => {
    const files = readdirSync(LOCALES).filter((name) => name.endsWith('.json'));

    expect(files.sort()).toEqual(languages.map((language) => `${language}.json`).sort());
  });
});

describe.each(languages)('the texts of %s', (language) => {
  it('fit the English ones, placeholder by placeholder', () => {
    expect(findMessageProblems(language, readLocale(language), readLocale('en'))).toEqual([]);
  });

  it('show each value that they are given, and nothing that is not text', () => {
    for (const { key, values, text } of samplesOf(language)) {
      expect([key, text]).toEqual([key, expect.stringMatching(/^\S.*\S$/su)]);
      expect([key, text]).toEqual([key, expect.not.stringMatching(/undefined|NaN|\[object|[#{}]| {2}/u)]);
      for (const value of Object.values(values)) {
        if (typeof value === 'object') expect([key, text]).toEqual([key, expect.stringContaining(value.own)]);
      }
    }
  });

  it('tell numbers apart', () => {
    const numbered = ['course.dueIn', 'course.dueWhen', 'course.overdueFor', 'course.pages', 'team.soFar'];
    for (const key of numbered) {
      const samples = samplesOf(language).filter((sample) => sample.key === key);
      expect([key, new Set(samples.map(({ text }) => text)).size]).toEqual([key, samples.length]);
    }
  });

  it('tell questions apart exactly where English does', () => {
    for (const key of ['courseList.heading', 'team.heading'] as const) {
      const firstAlike = (lang: string): readonly number[] => {
        const { t } = textsFor(lang);
        const all = filters.map(({ status, due, kind }) => t(key, { status, due, kind }));
        return all.map((heading) => all.indexOf(heading));
      };

      expect([key, firstAlike(language)]).toEqual([key, firstAlike('en')]);
    }
  });

  it('end each sentence about a fault as a sentence', () => {
    for (const { key, text } of samplesOf(language)) {
      if (key.startsWith('faults.')) expect([key, text]).toEqual([key, expect.stringMatching(/[.。]$/u)]);
    }
  });

  it('show no status code and no technical word', () => {
    for (const { key, values, text } of samplesOf(language)) {
      // The pages about privacy call what is read and kept by its name.
      if (Object.keys(values).length > 0 || key.startsWith('about.')) continue;
      expect([key, text]).toEqual([
        key,
        expect.not.stringMatching(/\b[1-5]\d\d\b|\b(exception|token|HTTP|Graph|API|null)\b/iu),
      ]);
    }
  });

  it('quote buttons by the words that are on them', () => {
    const { t } = textsFor(language);

    expect(t('team.soFar', { read: 1, total: 3 })).toContain(t('team.showTheRest'));
    for (const outcome of ['StateMismatch', 'SignInFailed'] as const) {
      expect(t(`pages.signIn.outcomes.${outcome}`)).toContain(t('signIn.button'));
    }
  });

  it('have phrases that the bot understands', () => {
    const { t } = textsFor(language);
    const now = { now: new Date('2026-11-17T12:00:00Z'), zone: 'UTC', locale: language };
    const intents = {
      'phrase.myCourses': 'myCourses',
      'phrase.allMyCourses': 'myCourses',
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
    } as const;

    for (const [key, intent] of Object.entries(intents)) {
      expect([key, understand(t(key as keyof typeof intents), now).intent]).toEqual([key, intent]);
    }
  });
});
