import { toPage } from '../../../src/cards/parts/list';

describe('toPage', () => {
  it.each([
    [0, 1, [1, 1, 0]],
    [10, 1, [1, 1, 10]],
    [11, 2, [2, 2, 1]],
    [25, 3, [3, 3, 5]],
    [25, 9_999, [3, 3, 5]],
    [25, 0, [1, 3, 10]],
  ])('of %i items, number %i', (length, asked, expected) => {
    const { number, count, items } = toPage(Array.from({ length }), asked);

    expect([number, count, items.length]).toEqual(expected);
  });
});
