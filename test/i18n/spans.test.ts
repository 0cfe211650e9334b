import { textsFor } from '../../src/i18n/catalog';
import { toSpan, toWaitMinutes } from '../../src/i18n/spans';

describe('numbers in words', () => {
  it.each([
    ['en', ['0 pages', '1 page', '2 pages', '3 pages', '11 pages', '100 pages']],
    ['fr', ['0 page', '1 page', '2 pages', '3 pages', '11 pages', '100 pages']],
    ['ja', ['0 ページ', '1 ページ', '2 ページ', '3 ページ', '11 ページ', '100 ページ']],
    ['ar', ['بلا صفحات', 'صفحة واحدة', 'صفحتان', '3 صفحات', '11 صفحة', '100 صفحة']],
  ])('have the plurals of %s', (language, expected) => {
    const { t } = textsFor(language);

    expect([0, 1, 2, 3, 11, 100].map((count) => t('course.pages', { count }))).toEqual(expected);
  });

  it.each([
    ['de', ['seit heute überfällig', '1 Tag überfällig', '5 Tage überfällig', '3 Monate überfällig']],
    ['es', ['venció hoy', 'venció hace 1 día', 'venció hace 5 días', 'venció hace 3 meses']],
    ['ar', ['متأخرة منذ اليوم', 'متأخرة منذ يوم', 'متأخرة منذ 5 أيام', 'متأخرة منذ 3 أشهر']],
  ])('say in %s for how long a course has been overdue', (language, expected) => {
    const { t } = textsFor(language);

    expect([0, 1, 5, 100].map((days) => t('course.overdueFor', { ...toSpan(days) }))).toEqual(expected);
  });

  it.each([
    [
      'de',
      ['Heute fällig', 'Morgen fällig', 'Übermorgen fällig', 'Fällig in 3 Monaten', 'Fällig in 2 Jahren'],
    ],
    ['ja', ['期限: 今日', '期限: 明日', '期限: 2 日後', '期限: 3 か月後', '期限: 2 年後']],
  ])('say in %s when a course is due', (language, expected) => {
    const { t } = textsFor(language);

    expect([0, 1, 2, 100, 800].map((days) => t('course.dueWhen', { ...toSpan(days) }))).toEqual(expected);
  });
});

describe('toWaitMinutes', () => {
  it.each([
    [0, 1],
    [12_000, 1],
    [60_000, 1],
    [60_001, 2],
    [600_000, 10],
  ])('rounds %d ms up to %d whole minutes', (milliseconds, minutes) => {
    expect(toWaitMinutes(milliseconds)).toBe(minutes);
  });
});
