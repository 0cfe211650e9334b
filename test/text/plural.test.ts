import { textFor } from '../../src/text/text-for';

describe('numbers in words', () => {
  it.each([
    ['en', ['0 pages', '1 page', '2 pages', '3 pages', '11 pages', '100 pages']],
    ['fr', ['0 page', '1 page', '2 pages', '3 pages', '11 pages', '100 pages']],
    ['ja', ['0 ページ', '1 ページ', '2 ページ', '3 ページ', '11 ページ', '100 ページ']],
    ['ar', ['بلا صفحات', 'صفحة واحدة', 'صفحتان', '3 صفحات', '11 صفحة', '100 صفحة']],
  ])('have the plurals of %s', (language, expected) => {
    const { pages } = textFor(language).course;

    expect([0, 1, 2, 3, 11, 100].map(pages)).toEqual(expected);
  });

  it.each([
    ['de', ['seit heute überfällig', '1 Tag überfällig', '5 Tage überfällig', '3 Monate überfällig']],
    ['es', ['vencido desde hoy', '1 día de retraso', '5 días de retraso', '3 meses de retraso']],
    ['ar', ['متأخرة منذ اليوم', 'مدة التأخير: يوم', 'مدة التأخير: 5 أيام', 'مدة التأخير: 3 أشهر']],
  ])('tell in %s for how long a course is overdue', (language, expected) => {
    const { overdueFor } = textFor(language).course;

    expect([0, 1, 5, 100].map(overdueFor)).toEqual(expected);
  });

  it.each([
    [
      'de',
      ['Fällig heute', 'Fällig morgen', 'Fällig in 2 Tagen', 'Fällig in 3 Monaten', 'Fällig in 2 Jahren'],
    ],
    ['ja', ['期限: 今日', '期限: 明日', '期限: 2 日後', '期限: 3 か月後', '期限: 2 年後']],
  ])('tell in %s when a course is due', (language, expected) => {
    const { dueIn, dueWhen } = textFor(language).course;

    expect([0, 1, 2, 100, 800].map((days) => dueWhen(dueIn(days)))).toEqual(expected);
  });
});
