import fc from 'fast-check';
import { createCourseIndex, type CourseIndex, type IndexedText } from '../../src/search/course-index';

type Item = IndexedText & { readonly key: string };

function build(...texts: readonly IndexedText[]): CourseIndex<Item> {
  const index = createCourseIndex<Item>({ keyOf: ({ key }) => key, textOf: (item) => item });
  index.add(texts.map((text, index) => ({ ...text, key: String(index) })));
  return index;
}

function titles(found: readonly Item[]): readonly string[] {
  return found.map(({ title }) => title);
}

const index = build(
  {
    title: 'Data Privacy Basics',
    ids: ['ACT-20931'],
    tags: ['Compliance'],
    provider: 'Contoso Academy',
  },
  { title: 'Excel for analysts', description: 'Pivot tables and privacy of data' },
  { title: 'Privacy', provider: 'Fabrikam Learning' },
  { title: 'Résumé writing' },
  { title: 'Straßenverkehr für Fahrer' },
  { title: 'Fuehrung im Alltag' },
  { title: 'Smørrebrød og Łódź' },
  { title: '情報セキュリティ入門' },
  { title: 'مُقَدِّمة في تحليل البيانات' },
  { title: '정보 보안 기초' },
);

describe('search', () => {
  it.each([
    ['privacy', ['Privacy', 'Data Privacy Basics', 'Excel for analysts']],
    ['PRIVACY bas', ['Data Privacy Basics']],
    ['exc', ['Excel for analysts']],
    ['an exc', ['Excel for analysts']],
    ['compliance', ['Data Privacy Basics']],
    ['fabrikam', ['Privacy']],
    ['ACT-20931', ['Data Privacy Basics']],
    ['resume', ['Résumé writing']],
    ['RÉSUMÉ', ['Résumé writing']],
    ['strassenverkehr', ['Straßenverkehr für Fahrer']],
    ['fahrer fur', ['Straßenverkehr für Fahrer']],
    ['fuer fahrer', ['Straßenverkehr für Fahrer']],
    ['führung', ['Fuehrung im Alltag']],
    ['fuehrung', ['Fuehrung im Alltag']],
    ['smorrebrod', ['Smørrebrød og Łódź']],
    ['lodz', ['Smørrebrød og Łódź']],
    ['セキュリティ', ['情報セキュリティ入門']],
    ['情報', ['情報セキュリティ入門']],
    ['مقدمة', ['مُقَدِّمة في تحليل البيانات']],
    ['بيانات', ['مُقَدِّمة في تحليل البيانات']],
    ['تحليل الب', ['مُقَدِّمة في تحليل البيانات']],
    ['보안', ['정보 보안 기초']],
    ['pirvacy', []],
    ['pottery', []],
    ['', []],
    ['"\\\'* OR', []],
  ])('finds by %j', (text, expected) => {
    const found = titles(index.search(text));

    expect(found).toEqual(expected);
  });

  it.each([
    ['pirvacy', ['Privacy', 'Data Privacy Basics', 'Excel for analysts']],
    ['pirva', ['Privacy', 'Data Privacy Basics', 'Excel for analysts']],
    ['excl', ['Excel for analysts']],
    ['anlysts excell', ['Excel for analysts']],
    ['strasenverkehr', ['Straßenverkehr für Fahrer']],
    ['cat', []],
    ['pottery', []],
    ['', []],
  ])('finds despite typos by %j', (text, expected) => {
    expect(titles(index.searchNear(text))).toEqual(expected);
  });

  it.each([
    ['the title that was typed', 'data', ['Data', 'Data protection']],
    ['a title that begins so', 'data privacy', ['Data privacy', 'Privacy of data']],
    ['the word that was typed', 'excel', ['Excel tips', 'Excellence']],
  ])('puts %s first', (_, text, expected) => {
    const ranked = build(...[...expected].reverse().map((title) => ({ title })));

    expect(titles(ranked.search(text))).toEqual(expected);
  });

  it('treats two typos in four letters as another word', () => {
    expect(titles(build({ title: 'Risk' }).searchNear('rusk'))).toEqual(['Risk']);
    expect(build({ title: 'Risk' }).searchNear('rust')).toEqual([]);
  });

  it('finds a new item among very many', () => {
    const large = build();
    const words = (index: number): string => `word${index} other${index * 7}`;
    for (let index = 0; index < 9_000; index++) large.add([{ key: `k${index}`, title: words(index) }]);

    expect([0, 4_321, 8_999].map((index) => large.search(words(index)).map(({ title }) => title))).toEqual(
      [0, 4_321, 8_999].map((index) => [words(index)]),
    );
    expect(large.search('word')).toHaveLength(500);
    expect(titles(large.search('word')).slice(0, 2)).toEqual([words(0), words(1)]);
  });

  it('shows the latest version of an item', () => {
    const changing = build({ title: 'Old title' });
    changing.add([{ key: '0', title: 'New title' }]);

    expect(titles(changing.search('new'))).toEqual(['New title']);
    expect(changing.search('old')).toEqual([]);
  });

  it('never throws on any input', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1_000, unit: 'grapheme' }), (text) => {
        expect(Array.isArray(index.search(text))).toBe(true);
        expect(Array.isArray(index.searchNear(text))).toBe(true);
      }),
    );
  });
});
