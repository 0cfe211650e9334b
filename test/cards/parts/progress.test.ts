import { toBar } from '../../../src/cards/parts/progress';

describe('toBar', () => {
  it.each([
    [0.4, 1],
    [1, 1],
    [40, 8],
    [50, 10],
    [99, 19],
    [99.9, 19],
  ])('fills %d percent with %i of 20 signs', (percentage, filled) => {
    const [bar] = toBar(percentage, 'some');

    expect(bar).toMatchObject({ words: 'some', filled: '━'.repeat(filled), rest: '━'.repeat(20 - filled) });
  });

  it.each([0, 100, Number.NaN])('shows no bar for %d percent', (percentage) => {
    expect(toBar(percentage, 'some')).toEqual([]);
  });
});
