import { textsFor } from '../../src/i18n/catalog';
import { formatDay, formatDuration, formatNumber } from '../../src/i18n/format';

describe('formatDay', () => {
  it.each([
    ['de-DE', '2026-11-12', '12.11.2026'],
    ['ja-JP', '2026-11-12', '2026/11/12'],
    ['ar-SA', '2026-11-12', '12 نوفمبر 2026'],
    ['fr-FR', '2026-12-01', '1er déc. 2026'],
    ['fr-FR', '2026-12-11', '11 déc. 2026'],
  ])('follows the conventions of %s', (locale, day, text) => {
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

describe('formatNumber', () => {
  it('follows the language', () => {
    expect(formatNumber(1234, { locale: 'de-DE' })).toBe('1.234');
  });
});

describe('a percentage', () => {
  const progressIn = (locale: string): string => textsFor(locale).t('course.progress', { percent: 40 });

  it('follows the language', () => {
    expect(progressIn('de-DE')).toContain('40\u00A0%');
  });

  it('is written in the same way in every Arabic region', () => {
    expect(progressIn('ar-SA')).toBe(progressIn('ar'));
  });
});
