import * as fc from 'fast-check';
import { createResultPages, type ResultPages } from '../../../src/features/search/result-pages';
import { useFakeTime } from '../../support/fake-time';

const ada = { tenantId: 'tenant', userId: 'ada' };
const ben = { ...ada, userId: 'ben' };
const letters = ['a', 'b', 'c', 'd', 'e'];

interface Asked {
  readonly user?: typeof ada;
  readonly text?: string;
  readonly skip?: number;
  readonly count?: number;
}

function take(
  pages: ResultPages,
  items: readonly string[],
  { user = ada, text = '', skip = 0, count = 2 }: Asked,
): readonly string[] {
  const query = { list: 'catalog', text, skip, count } as const;
  return pages.take(user, query, { items, keyOf: (item) => item }).items;
}

describe('createResultPages', () => {
  useFakeTime();

  it('continues after what was shown, whatever was added, removed or moved', () => {
    const pages = createResultPages();
    take(pages, letters, {});

    expect(take(pages, ['new', 'b', 'c', 'd', 'e'], { skip: 2 })).toEqual(['new', 'c']);
    expect(take(pages, ['e', 'd', 'c', 'new'], { skip: 4 })).toEqual(['e', 'd']);
    expect(take(pages, letters, { skip: 6 })).toEqual([]);
  });

  it.each<[string, Asked]>([
    ['another user', { user: ben }],
    ['another text', { text: 'typed' }],
  ])('goes by position for %s', (_, asked) => {
    const pages = createResultPages();
    take(pages, letters, {});

    expect(take(pages, ['new', ...letters], { ...asked, skip: 2 })).toEqual(['b', 'c']);
  });

  it('goes by position once what was shown is forgotten', () => {
    const pages = createResultPages();
    const isKnown = (): boolean =>
      pages.isContinued(ada, { list: 'catalog', text: '', skip: 2, count: 2 }) &&
      take(pages, ['new', ...letters], { skip: 2 })[0] === 'new';
    take(pages, letters, {});
    expect(isKnown()).toBe(true);

    pages.forget(ada);
    expect(isKnown()).toBe(false);

    take(pages, letters, {});
    jest.advanceTimersByTime(61_000);
    expect(isKnown()).toBe(false);
  });

  it('reads no further than the page', () => {
    function* endless(): Generator<string> {
      for (let number = 0; ; number++) yield String(number);
    }
    const query = { list: 'catalog', text: '', skip: 3, count: 2 } as const;

    const page = createResultPages().take(ada, query, { items: endless(), keyOf: (item) => item });

    expect(page).toEqual({ items: ['3', '4'], isEmpty: false });
  });

  it('tells an empty list from an empty page', () => {
    const pages = createResultPages();
    const isEmpty = (items: readonly string[], skip: number): boolean =>
      pages.take(ada, { list: 'catalog', text: '', skip, count: 2 }, { items, keyOf: (item) => item })
        .isEmpty;

    expect(isEmpty([], 0)).toBe(true);
    expect(isEmpty(['a'], 2)).toBe(false);
  });

  it('shows each item of changing lists at most once, and each that stays', () => {
    const list = fc.uniqueArray(fc.integer({ min: 1, max: 12 }).map(String), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(list, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        (lists, count) => {
          const pages = createResultPages();
          const shown: string[] = [];
          let last = lists[0] ?? [];
          for (let time = 0; ; time++) {
            last = lists[Math.min(time, lists.length - 1)] ?? [];
            const page = take(pages, last, { skip: shown.length, count });
            shown.push(...page);
            if (page.length === 0) break;
          }

          expect(new Set(shown).size).toBe(shown.length);
          for (const item of last) {
            if (lists.every((each) => each.includes(item))) expect(shown).toContain(item);
          }
        },
      ),
    );
  });
});
