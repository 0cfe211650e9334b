import { findCoursesByWords, holdsWords, selectCourses } from '../../src/domain/course-search';
import type { CourseFilter } from '../../src/domain/question';
import { aCourse } from '../support/courses';

const at = { now: new Date('2026-11-25T12:00:00Z'), zone: 'UTC' };
const anyCourse: CourseFilter = { status: 'any', due: 'any', kind: 'any', text: '' };
const titles = (courses: readonly { content?: { title: string } }[]): unknown[] =>
  courses.map(({ content }) => content?.title);

describe('selectCourses', () => {
  const courses = [
    aCourse('required, overdue', { due: { kind: 'day', date: '2026-11-01' } }),
    aCourse('recommended, started', { kind: 'recommended', status: 'inProgress' }),
    aCourse('peer recommended', { kind: 'peerRecommended' }),
    aCourse('own, completed', { kind: 'selfInitiated', status: 'completed' }),
  ];

  it.each([
    [{ status: 'open' }, ['required, overdue', 'recommended, started', 'peer recommended']],
    [{ status: 'completed' }, ['own, completed']],
    [{ status: 'inProgress' }, ['recommended, started']],
    [{ due: 'overdue' }, ['required, overdue']],
    [{ kind: 'recommended' }, ['recommended, started', 'peer recommended']],
    [{ kind: 'selfInitiated', status: 'open' }, []],
    [{ text: 'required' }, ['required, overdue']],
  ] as const)('keeps what %j asks for', (filter, expected) => {
    expect(titles(selectCourses(courses, { ...anyCourse, ...filter }, at))).toEqual(expected);
  });
});

describe('findCoursesByWords', () => {
  const courses = [
    aCourse('Data Privacy Basics', { externalId: 'ACT-20931' }),
    aCourse('Data Privacy Advanced'),
    aCourse('Résumé Writing', {}, { sourceName: 'Contoso Academy' }),
    aCourse('Straßenverkehr für Fahrer', {}, { externalId: 'CAT-9' }),
    aCourse('情報セキュリティ入門'),
    aCourse('Große Lösung auf Łódź'),
    aCourse('أمن المعلومات'),
    aCourse('What’s New in Excel'),
    aCourse('C++'),
    aCourse('C#'),
    aCourse('Build 20191'),
    aCourse('Build 20192'),
    aCourse('ISO-27001 Awareness', { externalId: 'X-7' }),
  ];

  it('finds an exact external id, and none that contain it', () => {
    const ids = ['ACT-209', 'ACT-20', 'ACT-20-B'];
    const list = ids.map((externalId) => aCourse(`Course ${externalId}`, { externalId }));
    const named = aCourse('ACT 20 for beginners');

    expect(titles(findCoursesByWords([...list, named], 'act-20'))).toEqual(['Course ACT-20']);
  });

  it.each([
    ['data privacy basics', ['Data Privacy Basics']],
    ['data privacy', ['Data Privacy Basics', 'Data Privacy Advanced']],
    ['privcy basics', ['Data Privacy Basics']],
    ['act-20931', ['Data Privacy Basics']],
    ['resume', ['Résumé Writing']],
    ['contoso', ['Résumé Writing']],
    ['fur fahrer', ['Straßenverkehr für Fahrer']],
    ['fuer fahrer', ['Straßenverkehr für Fahrer']],
    ['strassenverkehr', ['Straßenverkehr für Fahrer']],
    ['grosse loesung', ['Große Lösung auf Łódź']],
    ['lodz', ['Große Lösung auf Łódź']],
    ['امن المعلومات', ['أمن المعلومات']],
    ['セキュリティ', ['情報セキュリティ入門']],
    ["what's new in excel?", ['What’s New in Excel']],
    ['“what´s new in excel”', ['What’s New in Excel']],
    ['c++', ['C++']],
    ['c#', ['C#']],
    ['ACT-20931', ['Data Privacy Basics']],
    ['act 20931', ['Data Privacy Basics']],
    ['act-20932', []],
    ['act-2093', []],
    ['act 20932', []],
    ['20931', []],
    ['x-7', ['ISO-27001 Awareness']],
    ['x-8', []],
    ['iso-27001', ['ISO-27001 Awareness']],
    ['iso-27002', []],
    ['build 20192', ['Build 20192']],
    ['cat-9', ['Straßenverkehr für Fahrer']],
    ['情報セキュリティ入門', ['情報セキュリティ入門']],
    ['basics of data privacy for everyone', ['Data Privacy Basics']],
    ['pottery', []],
    ['???', []],
  ])('finds by %j', (text, expected) => {
    expect(titles(findCoursesByWords(courses, text))).toEqual(expected);
  });
});

describe('holdsWords', () => {
  it.each([
    ['fire safety', true],
    ['safety', true],
    ['fire', true],
    ['fir', false],
    ['fire ben', false],
    ['?', false],
  ])('says whether a title contains all of %j', (text, holds) => {
    expect(holdsWords(aCourse('Fire Safety at Work'), text)).toBe(holds);
  });
});
