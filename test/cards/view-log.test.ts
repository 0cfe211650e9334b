import { namedViewers, viewLogCard, type ViewLog } from '../../src/cards/view-log';
import { viewer } from './samples';
import { someViews } from './team-samples';

type View = ViewLog['entries'][number];

function aLog(entries: readonly View[], changes: Partial<ViewLog> = {}): ViewLog {
  const names = new Map(['a', 'b', 'c'].map((id) => [id, `Manager ${id.toUpperCase()}`]));
  return { ...viewer, entries, names, isComplete: true, hasOlder: false, ...changes };
}

function aView(day: number, changes: Partial<View> = {}): View {
  const at = `2026-11-${String(day).padStart(2, '0')}T12:00:00Z`;
  return { at, viewerId: 'a', what: 'team', outcome: 'shown', ...changes };
}

describe('the list of views', () => {
  it('groups them by person and day, with counts', () => {
    const { heading, people, others } = viewLogCard.toData(
      aLog([
        aView(25),
        aView(25, { what: 'teammate' }),
        aView(25),
        aView(25, { viewerId: 'b', what: 'course' }),
        aView(24),
      ]),
    );

    expect(heading).toBe('2 people viewed your courses');
    expect(people).toEqual([
      {
        who: 'Manager A',
        count: '4 views',
        days: [
          { line: 'Nov 25, 2026 · Team overview ×2 · Your list' },
          { line: 'Nov 24, 2026 · Team overview' },
        ],
      },
      { who: 'Manager B', count: '1 view', days: [{ line: 'Nov 25, 2026 · One of your courses' }] },
    ]);
    expect(others).toBe('');
  });

  it('takes the reader’s day', () => {
    const late = aView(25, { at: '2026-11-25T23:30:00Z' });
    const daysOf = (zone: string) => viewLogCard.toData(aLog([late], { zone })).people[0]?.days[0]?.line;

    expect(daysOf('Asia/Tokyo')).toContain('Nov 26');
    expect(daysOf('America/New_York')).toContain('Nov 25');
  });

  it('lists attempts that were refused, but does not count them as views', () => {
    const { heading, people } = viewLogCard.toData(
      aLog([
        aView(25, { what: 'teammate', outcome: 'refused' }),
        aView(25, { what: 'course', outcome: 'unreadable' }),
      ]),
    );

    expect(heading).toBe('No one has viewed your courses');
    expect(people).toEqual([
      {
        who: 'Manager A',
        count: '',
        days: [{ line: 'Nov 25, 2026 · Your list (access denied) · One of your courses (not available)' }],
      },
    ]);
  });

  it('names eight people and five days each at most, and says that there is more', () => {
    const days = Array.from({ length: 7 }, (_, day) => aView(25 - day));
    const others = Array.from({ length: 9 }, (_, index) => aView(10, { viewerId: `x${index}` }));
    const log = aLog([...days, ...others]);
    const data = viewLogCard.toData(log);

    expect(data.people).toHaveLength(8);
    expect(data.people[0]?.days).toHaveLength(6);
    expect(data.people[0]?.days[5]?.line).toBe('Earlier, too');
    expect(data.others).toBe('And 2 more people');
    expect(data.heading).toBe('10 people viewed your courses');
    expect(namedViewers(log.entries)).toEqual(['a', 'x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6']);
  });

  it('names no number of people when older entries are missing', () => {
    const many = someViews('Katherine Walsh', 50);
    const intros = [{ hasOlder: true }, { isComplete: false }].map((changes) => {
      const { heading, intro } = viewLogCard.toData({ ...many, ...changes });
      expect(heading).toBe('Latest views of your courses');
      return intro;
    });

    expect(intros[0]).toMatch(/^Only the 50 most recent entries are shown. Managers can/u);
    expect(intros[1]).toMatch(/^The log is long, so older views couldn’t be loaded in time. Managers can/u);
    expect(viewLogCard.toData(aLog([], { isComplete: false })).heading).toBe('Latest views of your courses');
  });

  it('says so when it is empty', () => {
    expect(viewLogCard.toText(aLog([]))).toBe(
      'No one has viewed your courses. Managers can see the courses of their direct reports. Every view is logged.',
    );
  });

  it('has the same in plain text', () => {
    expect(
      viewLogCard
        .toText(aLog([aView(25)]))
        .split('\n')
        .slice(1),
    ).toEqual(['Manager A · 1 view', '- Nov 25, 2026 · Team overview']);
  });
});
