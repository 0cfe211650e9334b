import fc from 'fast-check';
import { createCourseIndex, type CourseIndex, type IndexedText } from '../../src/domain/course-index';

type Item = IndexedText & { readonly key: string };

function build(...texts: readonly IndexedText[]): CourseIndex<Item> {
  const index = createCourseIndex<Item>({ keyOf: ({ key }) => key, textOf: (item) => item });
  index.add(texts.map((text, place) => ({ ...text, key: String(place) })));
  return index;
}

function titles(found: readonly Item[]): readonly string[] {
  return found.map(({ title }) => title);
}

const index = build(
  {
    title: 'Data Privacy Basics',
    externalId: 'ACT-20931',
    tags: ['Compliance'],
    provider: 'Contoso Academy',
  },
  { title: 'Excel for analysts', description: 'Pivot tables and privacy of data' },
  { title: 'Privacy', provider: 'Fabrikam Learning' },
  { title: 'Résumé writing' },
  { title: 'Straßenverkehr für Fahrer' },
  { title: '情報セキュリティ入門' },
  { title: 'مُقَدِّمة في تحليل البيانات' },
);

describe('search', () => {
  it.each([
    ['privacy', ['Privacy', 'Data Privacy Basics', 'Excel for analysts']],
    ['PRIVACY bas', ['Data Privacy Basics']],
    ['exc', ['Excel for analysts']],
    ['pirvacy', ['Privacy', 'Data Privacy Basics', 'Excel for analysts']],
    ['excl', ['Excel for analysts']],
    ['compliance', ['Data Privacy Basics']],
    ['fabrikam', ['Privacy']],
    ['ACT-20931', ['Data Privacy Basics']],
    ['resume', ['Résumé writing']],
    ['RÉSUMÉ', ['Résumé writing']],
    ['strassenverkehr', ['Straßenverkehr für Fahrer']],
    ['fahrer fur', ['Straßenverkehr für Fahrer']],
    ['セキュリティ', ['情報セキュリティ入門']],
    ['情報', ['情報セキュリティ入門']],
    ['مقدمة', ['مُقَدِّمة في تحليل البيانات']],
    ['pottery', []],
    ['', []],
    ['"\\\'* OR', []],
  ])('finds by %j', (text, expected) => {
    const found = titles(index.search(text));

    expect(found).toEqual(expected);
  });

  it('shows an item that was added again as it is now', () => {
    const changing = build({ title: 'Old title' });
    changing.add([{ key: '0', title: 'New title' }]);

    expect(titles(changing.search('new'))).toEqual(['New title']);
    expect(changing.search('old')).toEqual([]);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1_000, unit: 'grapheme' }), (text) => {
        expect(Array.isArray(index.search(text))).toBe(true);
      }),
    );
  });
});
