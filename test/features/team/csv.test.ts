import type { Course, CourseActivity } from '../../../src/domain/course-activity';
import type { TeammateStanding } from '../../../src/domain/team-standing';
import { toTeamCsv } from '../../../src/features/team/csv';
import { aCourse, anActivity } from '../../support/courses';

const now = new Date('2026-11-23T12:00:00Z');
const english = { locale: 'en-US', zone: 'UTC', now };
const ANY = { status: 'any', due: 'any', kind: 'any', text: '' } as const;
const SUMMARY = { overdue: 0, dueSoon: 0, open: 0, completed: 0, total: 0 };

function member(displayName: string, courses: readonly Course[]): TeammateStanding {
  const report = { userId: 'x', displayName, userPrincipalName: 'ada@contoso.example', isEnabled: true };
  return { report, kind: 'read', isWhole: true, courses, summary: SUMMARY };
}

function csvOf(
  members: readonly TeammateStanding[],
  { filter = ANY, viewer = english }: Partial<Parameters<typeof toTeamCsv>[1]> = {},
): string {
  return toTeamCsv(members, { filter, viewer }).toString('utf8');
}

/** The cells of one person's only course. */
function cellsOf(
  activity: Partial<CourseActivity>,
  title = 'Fire safety',
  viewer = english,
): readonly string[] {
  const lines = csvOf([member('Ada', [aCourse(title, activity)])], { viewer }).split('\r\n');
  return (lines[1] ?? '').split(viewer.locale === 'en-US' ? ',' : ';');
}

const due = { due: { kind: 'instant', dateTime: '2026-11-20T12:00:00Z' } } as const;

describe('the file', () => {
  it('starts with a byte order mark and ends lines with CR LF', () => {
    const bytes = toTeamCsv([member('Ada', [aCourse('Fire safety')])], { filter: ANY, viewer: english });

    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(bytes.toString('utf8').endsWith('\r\n')).toBe(true);
  });

  it.each([
    ['en-US', ','],
    ['en-GB', ','],
    ['ja-JP', ','],
    ['de-DE', ';'],
    ['fr-CA', ';'],
    ['pt-BR', ';'],
    ['no locale at all', ','],
  ])('separates cells for %s by “%s”', (locale, delimiter) => {
    const [header = ''] = csvOf([], { viewer: { ...english, locale } }).split('\r\n');

    expect(header.split(delimiter)).toHaveLength(11);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])(
    'keeps %j in a name or title from becoming a formula',
    (text) => {
      const csv = csvOf([member(text, [aCourse(text)])]);

      for (const line of csv.split('\r\n').slice(1))
        for (const cell of line.split(','))
          expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    },
  );

  it.each([
    ['en-US', 'x;=1+1', "x; '=1+1"],
    ['de-DE', 'x, @SUM(A1)', "x, '@SUM(A1)"],
    ['en-US', 'Health, safety; more - and so on', '"Health, safety; more - and so on"'],
  ])('keeps text from becoming a formula with separators other than %s, too: %j', (locale, text, cell) => {
    expect(csvOf([member(text, [aCourse('Fire')])], { viewer: { ...english, locale } })).toContain(
      `\r\n${cell}`,
    );
  });

  it('has a name for a person without one', () => {
    expect(csvOf([member(' \u200B ', [aCourse('Fire')])])).toContain('\r\nUnnamed colleague,');
  });

  it('quotes cells with quotes, separators and line ends', () => {
    const csv = csvOf([member('Ada "the boss", Ito', [aCourse('Safety;\nor else')])]);

    expect(csv).toContain('"Ada ""the boss"", Ito",');
    expect(csv).toContain('Safety; or else');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
  });

  it('keeps names of any script, without direction marks', () => {
    const csv = csvOf([member('\u202Eليلى حداد', [aCourse('情報セキュリティの基礎')])]);

    expect(csv).toContain('\r\nليلى حداد,');
    expect(csv).toContain(',情報セキュリティの基礎,');
  });
});

describe('a line', () => {
  it('is a course, with dates in ISO format', () => {
    expect(
      cellsOf({
        ...due,
        status: 'inProgress',
        completionPercentage: 40,
        assignedDateTime: '2026-10-01T08:00:00Z',
      }),
    ).toEqual([
      'Ada',
      'ada@contoso.example',
      'Fire safety',
      'Required',
      'In progress',
      '40%',
      '2026-10-01',
      '2026-11-20',
      'yes',
      '',
      '',
    ]);
  });

  it('has dates in the viewer’s time zone', () => {
    const viewer = { ...english, zone: 'Asia/Tokyo' };
    const cells = cellsOf({ status: 'completed', completedDateTime: '2026-11-01T20:00:00Z' }, 'x', viewer);

    expect(cells[9]).toBe('2026-11-02');
  });

  it('names a course without a title, and leaves out an unreported percentage', () => {
    const line = csvOf([member('Ada', [{ activity: anActivity() }])]).split('\r\n')[1];

    expect(line).toContain('Required course (title not available),Required,Not started,,');
  });

  it('is only the person when there are no courses to list', () => {
    const report = { userId: 'y', displayName: 'Wei', isEnabled: true };
    const csv = csvOf([member('Ada', []), { report, kind: 'unreadable', reason: 'unlicensed' }]);

    expect(csv.split('\r\n').slice(1, 3)).toEqual([
      'Ada,ada@contoso.example,,,,,,,,,No courses',
      'Wei,,,,,,,,,,No Viva Learning license',
    ]);
  });

  it('is left out when it does not match the filter', () => {
    const courses = [aCourse('Late', due), aCourse('On time')];
    const filter = { ...ANY, status: 'open', due: 'overdue' } as const;

    expect(csvOf([member('Ada', courses)], { filter })).not.toContain('On time');
  });
});
