import { toProgressBar } from '../../../src/cards/parts/status-style';

const countFilled = (bar: string): number => bar.replaceAll('─', '').length;

describe('toProgressBar', () => {
  it.each([
    [0, 0],
    [1, 1],
    [40, 8],
    [50, 10],
    [99, 19],
    [100, 20],
  ])('fills %i percent with %i signs', (percentage, filled) => {
    const bar = toProgressBar(percentage);

    expect(countFilled(bar)).toBe(filled);
    expect(bar).toHaveLength(20);
  });
});
