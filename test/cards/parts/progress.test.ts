import { toBar } from '../../../src/cards/parts/progress';

describe('toBar', () => {
  it.each([
    [0.4, 1],
    [1, 1],
    [40, 5],
    [50, 6],
    [99, 11],
    [99.9, 11],
  ])('fills %d percent with %i of 12 signs', (percentage, filled) => {
    const [bar] = toBar(percentage, { locale: 'en-US' });

    expect(bar).toMatchObject({ filled: '━'.repeat(filled), rest: '━'.repeat(12 - filled) });
  });

  it.each([
    ['en-US', '60%'],
    ['de-DE', '60\u00a0%'],
    ['ar-SA', '60%'],
  ])('says its percentage in %s', (locale, percent) => {
    expect(toBar(60, { locale })[0]?.percent.replace(/\u200e/g, '')).toBe(percent);
  });

  it.each([0, 100, Number.NaN])('shows no bar for %d percent', (percentage) => {
    expect(toBar(percentage, { locale: 'en-US' })).toEqual([]);
  });
});
