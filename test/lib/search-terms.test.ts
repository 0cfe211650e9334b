import { findCoursesByWords } from '../../src/domain/course-search';
import { findReports } from '../../src/domain/direct-report';
import { markNames } from '../../src/phrases/known-names';
import { toTitleKey } from '../../src/lib/search-terms';
import { createCourseIndex } from '../../src/search/course-index';
import { aCourse } from '../support/courses';

/** Texts that people type, and their spelling in a title or name. */
const SPELLINGS = [
  ['strasse', 'Straße'],
  ['fur', 'Für'],
  ['fuer', 'Für'],
  ['mueller', 'Müller'],
  ['resume', 'Résumé'],
  ['smorrebrod', 'Smørrebrød'],
  ['lodz', 'Łódź'],
  ['aero', 'Æro'],
  ['oeuvre', 'Œuvre'],
  ['thor', 'Þór'],
  ['istanbul', 'İstanbul'],
  ['امن', 'أمن'],
  ['اسلام', 'إسلام'],
  ['اداب', 'آداب'],
  ['مسوول', 'مسؤول'],
  ['مدرسه', 'مدرسة'],
  ['ﾃﾞｰﾀ', 'データ'],
] as const;

describe.each(SPELLINGS)('%s', (typed, written) => {
  it(`finds "Alpha ${written}" in search, by a question, as a whole title and as a name`, () => {
    const title = `Alpha ${written}`;
    const index = createCourseIndex<string>({ keyOf: (text) => text, textOf: (text) => ({ title: text }) });
    index.add([title, 'Beta']);
    const report = { userId: '1', displayName: title, isEnabled: true };

    expect(index.search(typed)).toEqual([title]);
    expect(findCoursesByWords([aCourse(title), aCourse('Beta')], typed)).toHaveLength(1);
    expect(toTitleKey(`alpha ${typed}?`)).toBe(toTitleKey(title));
    expect(findReports([report], typed)).toEqual([report]);
    expect(markNames(`status of alpha ${typed}`, [title])).toBe(`status of <alpha ${typed}>`);
  });
});
