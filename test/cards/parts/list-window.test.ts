import { toListWindow } from '../../../src/cards/parts/list-window';

/** Rows of one size in a card that has room for `fitting` of them. */
function windowOf(total: number, page: number, fitting = 100): ReturnType<typeof toListWindow> {
  return toListWindow(
    { total, sizes: Array.from({ length: total }, () => 10), roomFrom: () => fitting * 10 },
    page,
  );
}

describe('toListWindow', () => {
  it.each([
    [0, 1, { page: 1, start: 0, end: 0, more: 0 }],
    [3, 1, { page: 1, start: 0, end: 3, more: 0 }],
    [5, 1, { page: 1, start: 0, end: 5, more: 0 }],
    [12, 1, { page: 1, start: 0, end: 5, more: 5, isGrowing: true }],
    [12, 2, { page: 2, start: 0, end: 10, more: 2, isGrowing: true }],
    [12, 3, { page: 3, start: 0, end: 12, more: 0 }],
    [12, 9_999, { page: 3, start: 0, end: 12, more: 0 }],
  ])('of %i rows adds five a page: page %i', (total, page, expected) => {
    expect(windowOf(total, page)).toMatchObject(expected);
  });

  it.each([
    [4, { page: 4, start: 0, end: 20, more: 5, isGrowing: false }],
    [5, { page: 5, start: 20, end: 25, more: 5, isGrowing: true, previous: 4 }],
    [6, { page: 6, start: 20, end: 30, more: 0, previous: 4 }],
  ])('begins a new window after twenty rows: page %i', (page, expected) => {
    expect(windowOf(30, page)).toMatchObject(expected);
  });

  it.each([
    [1, { start: 0, end: 5, more: 2, isGrowing: true }],
    [2, { start: 0, end: 7, more: 5, isGrowing: false }],
    [3, { start: 7, end: 12, more: 2, isGrowing: true, previous: 2 }],
    [4, { start: 7, end: 14, more: 1, isGrowing: false, previous: 2 }],
    [5, { start: 14, end: 15, more: 0, previous: 4 }],
  ])('begins a new window when the card is full: page %i', (page, expected) => {
    expect(windowOf(15, page, 7)).toMatchObject(expected);
  });

  it('shows fewer rows when five do not fit, and never none', () => {
    expect(windowOf(15, 1, 3)).toMatchObject({ start: 0, end: 3, more: 3, isGrowing: false });
    expect(windowOf(15, 2, 3)).toMatchObject({ start: 3, end: 6, previous: 1 });
    expect(windowOf(2, 1, 0)).toMatchObject({ start: 0, end: 1, more: 1, isGrowing: false });
  });

  it('gives the first window less room', () => {
    const rows = {
      total: 9,
      sizes: Array<number>(9).fill(10),
      roomFrom: (from: number) => (from === 0 ? 20 : 40),
    };

    expect(toListWindow(rows, 1)).toMatchObject({ start: 0, end: 2, more: 4, isGrowing: false });
    expect(toListWindow(rows, 2)).toMatchObject({ start: 2, end: 6 });
  });
});
