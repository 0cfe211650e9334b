/**
 * The rows that a card shows. Each page adds rows to those before it until the card is full; the next page begins a new
 * window.
 */
export interface ListWindow {
  /** The first page is 1. */
  readonly page: number;
  /** Index of the first row in the list, and of the one after the last. */
  readonly start: number;
  readonly end: number;
  /** How many rows the next page adds, or shows in their place; 0 on the last page. */
  readonly more: number;
  /** Whether the next page adds its rows to these. */
  readonly isGrowing: boolean;
  /** The last page of the window before. */
  readonly previous?: number;
}

export interface RowsToFit {
  readonly total: number;
  /** Characters of each row in the card, as far as the page after the asked one may reach. */
  readonly sizes: readonly number[];
  /** Characters that a window has for its rows. */
  readonly roomFrom: (start: number) => number;
}

export const ROWS_A_PAGE = 5;
const MOST_ROWS = 20;

type Reached = Pick<ListWindow, 'page' | 'start' | 'end' | 'previous'>;

/** Returns the window of a page, or of the last page if that page does not exist. */
export function toListWindow(rows: RowsToFit, asked: number): ListWindow {
  let reached: Reached = { page: 1, start: 0, end: countFitting(rows, 0, 0) };
  while (reached.page < asked && reached.end < rows.total) reached = toNext(rows, reached);
  const { start, end } = reached;
  const next = end < rows.total ? toNext(rows, reached) : reached;
  return { ...reached, more: next.end - end, isGrowing: next.start === start };
}

function toNext(rows: RowsToFit, { page, start, end, ...before }: Reached): Reached {
  const added = countFitting(rows, start, end);
  return added > 0
    ? { ...before, page: page + 1, start, end: end + added }
    : { page: page + 1, start: end, end: end + countFitting(rows, end, end), previous: page };
}

/** How many rows a page adds to a window that reaches from `start` to `end`; a window has at least one. */
function countFitting({ total, sizes, roomFrom }: RowsToFit, start: number, end: number): number {
  const most = Math.min(end + ROWS_A_PAGE, start + MOST_ROWS, total);
  let room = roomFrom(start);
  for (let index = start; index < most; index++) {
    room -= sizes[index] ?? 0;
    if (room < 0 && index > start) return Math.max(0, index - end);
  }
  return Math.max(0, most - end);
}
