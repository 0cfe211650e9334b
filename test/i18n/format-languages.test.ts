import { formatDay, formatDuration, formatNumber, formatPercent } from '../../src/i18n/format';

describe('formatDay', () => {
  it.each([
    ['de-DE', '2026-11-12', '12.11.2026'],
    ['ja-JP', '2026-11-12', '2026/11/12'],
    ['ar-SA', '2026-11-12', '12 نوفمبر 2026'],
    ['fr-FR', '2026-12-01', '1er déc. 2026'],
    ['fr-FR', '2026-12-11', '11 déc. 2026'],
  ])('is written as usual in %s', (locale, day, text) => {
    expect(formatDay(day, { locale })).toBe(text);
  });
});

describe('formatDuration', () => {
  it.each([
    ['de-DE', '1 Std. 30 Min.'],
    ['ja-JP', '1 時間 30 分'],
    ['ar-EG', 'ساعة و30 دقيقة'],
  ])('names the units in the language of %s', (locale, text) => {
    expect(formatDuration(90, { locale })).toBe(text);
  });
});

describe('formatNumber and formatPercent', () => {
  it('follow the language', () => {
    expect(formatNumber(1234, { locale: 'de-DE' })).toBe('1.234');
    expect(formatPercent(40, { locale: 'de-DE' })).toBe('40\u00A0%');
  });

  it('write percentages in the same way in every Arabic region', () => {
    expect(formatPercent(40, { locale: 'ar-SA' })).toBe(formatPercent(40, { locale: 'ar' }));
  });
});
