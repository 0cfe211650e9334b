import { findReports, type DirectReport } from '../../src/domain/direct-report';

const team = [
  report(1, 'Ben Okafor', 'ben@contoso.example'),
  report(2, 'Ben Lindgren', 'benjamin@contoso.example'),
  report(3, 'Benedikt Ray', 'benedikt@contoso.example'),
  report(4, 'ليلى حداد (Layla Haddad)', 'layla@contoso.example'),
  report(5, '佐藤 遥 (Haruka Sato)', 'haruka@contoso.example'),
  report(6, 'Zoë García-Núñez', 'zoe@contoso.example'),
  report(7, 'Wei Chen', 'wei@contoso.example'),
  report(8, 'Jonas Weber', 'jonas@contoso.example'),
  report(9, 'Søren Müller', 'soren@contoso.example'),
  { userId: idOf(10), isEnabled: true },
  report(11, "Seán O'Brien", "sean.o'brien@contoso.example"),
];

function idOf(number: number): string {
  return `00000000-0000-4000-8000-0000000000${String(number).padStart(2, '0')}`;
}

function report(number: number, displayName: string, userPrincipalName: string): DirectReport {
  return { userId: idOf(number), displayName, userPrincipalName, isEnabled: true };
}

describe('findReports', () => {
  it.each<[string, string, readonly number[]]>([
    ['a whole name', 'ben okafor', [1]],
    ['a whole name in any case and spacing', '  BEN   Okafor ', [1]],
    ['a first name that several have, but no one whose name only starts with it', 'ben', [1, 2]],
    ['a surname', 'weber', [8]],
    ['surname first', 'okafor ben', [1]],
    ['the beginning of a name', 'bened', [3]],
    ['first name and the beginning of the surname', 'ben lind', [2]],
    ['a slip', 'jonsa', []],
    ['one letter too many', 'jonass', [8]],
    ['one letter wrong', 'webar', [8]],
    ['two slips in a long name', 'lindgern', [2]],
    ['no slip in a short name', 'wai', []],
    ['a name in Japanese without its space', '佐藤遥', [5]],
    ['two words of a name without their space', 'benokafor', [1]],
    ['a name in Arabic', 'ليلى', [4]],
    ['the same with another final letter', 'ليلي', [4]],
    ['a whole name in Arabic', 'ليلى حداد', [4]],
    ['a name in Japanese', '佐藤', [5]],
    ['a Latin name beside another script', 'haruka sato', [5]],
    ['a name without its accents', 'zoe garcia', [6]],
    ['a name with its accents', 'Zoë García-Núñez', [6]],
    ['letters that Unicode does not take apart', 'soren muller', [9]],
    ['an umlaut written with two letters', 'mueller', [9]],
    ['the beginning of one', 'muell', [9]],
    ['a whole name with them', 'soeren mueller', [9]],
    ['another apostrophe', 'sean o’brien', [11]],
    ['a user principal name with an apostrophe', "Sean.O'Brien@contoso.example", [11]],
    ['a user principal name one letter away', "sean.o'brian@contoso.example", []],
    ['an object id', idOf(7), [7]],
    ['an object id in capitals', idOf(7).toUpperCase(), [7]],
    ['a user principal name', 'WEI@contoso.example', [7]],
    ['someone else', 'katherine', []],
    ['a name among other words', 'ben from support', []],
    ['an unknown id', idOf(77), []],
    ['nothing', '', []],
    ['no letters', '!?', []],
    ['300 characters', 'x'.repeat(300), []],
    ['a name with 300 characters behind it', `ben ${'x'.repeat(300)}`, []],
  ])('%s', (_, typed, numbers) => {
    expect(findReports(team, typed).map(({ userId }) => userId)).toEqual(numbers.map(idOf));
  });

  it('distinguishes people with the same name only by account', () => {
    const twins = [report(1, 'Ada Ito', 'ada@a.example'), report(2, 'Ada Ito', 'ada@b.example')];

    expect(findReports(twins, 'ada ito')).toHaveLength(2);
    expect(findReports(twins, 'ada@b.example')).toEqual([twins[1]]);
  });

  it('prefers exact spelling to similar spelling', () => {
    const alike = [report(1, 'Michael Novak', 'a@a.example'), report(2, 'Michal Novak', 'b@a.example')];

    expect(findReports(alike, 'michal novak')).toEqual([alike[1]]);
    expect(findReports(alike, 'michael')).toEqual([alike[0]]);
  });
});
