import type { TeammateStanding } from '../../../src/domain/team-standing';
import { toPage, toSeen, toTeamData, toTeamText, type TeamView } from '../../../src/features/team/card-data';

const ANY = { status: 'any', due: 'any', kind: 'any', text: '' } as const;
const now = new Date('2026-11-23T12:00:00Z');

function members(count: number): readonly TeammateStanding[] {
  const summary = { overdue: 0, dueSoon: 0, open: 1, completed: 1, total: 2 };
  return Array.from({ length: count }, (_, place) => ({
    report: { userId: String(place), displayName: `Person ${place + 1}`, isEnabled: true },
    kind: 'read' as const,
    courses: [],
    summary,
  }));
}

function aTeam(changes: Partial<TeamView> = {}, count = 3): TeamView {
  const counts = { people: count, late: 0, overdue: 0, open: count };
  return {
    standing: { members: members(count), leftOut: [], counts, askedTitles: [], courseTitles: [] },
    filter: ANY,
    page: 1,
    managerUserId: 'manager',
    readAt: now,
    reports: count,
    read: count,
    hasAllReports: true,
    hasAllCourses: true,
    unreadable: 0,
    locale: 'en-US',
    zone: 'UTC',
    now,
    ...changes,
  };
}

describe('toPage', () => {
  it.each([
    [0, 1, [1, 1, 0]],
    [10, 1, [1, 1, 10]],
    [11, 2, [2, 2, 1]],
    [25, 3, [3, 3, 5]],
    [25, 9_999, [3, 3, 5]],
    [25, 0, [1, 3, 10]],
  ])('of %i people, number %i', (people, page, expected) => {
    const { number, count, members: shown } = toPage(aTeam({ page }, people));

    expect([number, count, shown.length]).toEqual(expected);
  });
});

describe('toSeen', () => {
  const unread = { ...members(1)[0], kind: 'unreadable', reason: 'failed' } as TeammateStanding;

  it.each<[string, number, readonly TeammateStanding[], number]>([
    ['a page alone is that page', 3, [], 3],
    ['one person on the next page is in the counts too', 11, [], 11],
    ['two on the next page are not told apart', 12, [], 10],
    ['one whom the question leaves out is in the counts too', 0, members(1), 1],
    ['two left out are not told apart', 2, members(2), 2],
    ['somebody who was not read is not in the counts', 10, [unread], 10],
    ['somebody who was not read hides nobody', 0, [unread, ...members(1)], 1],
  ])('%s', (...[, count, leftOut, seen]) => {
    const view = aTeam({}, count);

    expect(toSeen({ ...view, standing: { ...view.standing, leftOut } })).toHaveLength(seen);
  });
});

describe('one course', () => {
  function asked(askedTitles: readonly string[], changes: Partial<TeamView> = {}): TeamView {
    const { standing } = aTeam();
    return aTeam({ filter: { ...ANY, text: 'privacy' }, standing: { ...standing, askedTitles }, ...changes });
  }

  it.each([
    [['Handling customer data'], 'Handling customer data · As of 12:00 PM UTC'],
    [['A', 'B'], 'Matching “privacy”: A / B · As of 12:00 PM UTC'],
    [['A', 'B', 'C', 'D', 'E'], 'Matching “privacy”: A / B / C / D … · As of 12:00 PM UTC'],
    [[], 'Matching “privacy” · As of 12:00 PM UTC'],
  ])('is shown by its titles, which may differ from the query: %j', (titles, subtitle) => {
    expect(toTeamData(asked(titles)).subtitle).toBe(subtitle);
    expect(toTeamText(asked(titles))).toContain(subtitle);
  });

  it('is not reported as missing while titles are missing', () => {
    const team = { ...asked([]), missing: { reason: 'throttled', waitMs: 60_000 }, unreadable: 1 } as const;

    expect(toTeamData(team).notices.map(({ text }) => text)).toEqual([
      'I found no such course among the titles I can read.',
      '1 entry couldn’t be read, so the list and the counts may be missing something.',
      'Viva Learning is very busy, so some titles are missing. Refresh in 1 minute to see them.',
    ]);
  });

  it('is reported as missing when nobody has it and everyone has been read', () => {
    const sentence = 'I found no such course on the lists of your team.';

    expect(toTeamData(asked([])).notices).toEqual([{ text: sentence }]);
    expect(toTeamText(asked([], { read: 2 }))).not.toContain(sentence);
    expect(toTeamText(asked(['A']))).not.toContain(sentence);
    expect(toTeamText(aTeam())).not.toContain(sentence);
  });
});

describe('the note about missing people', () => {
  it.each<[string, Partial<TeamView>, string]>([
    ['people who are not there yet', { read: 47, reports: 60 }, '47 of 60 people so far.'],
    [
      'reports who could not be listed',
      { hasAllReports: false },
      'Not everybody who reports to you could be listed.',
    ],
    ['lists that were cut short', { hasAllCourses: false }, 'Not all courses could be loaded in time.'],
  ])('is shown for %s, on the card and in its text', (_, changes, sentence) => {
    expect(JSON.stringify(toTeamData(aTeam(changes)).notices)).toContain(sentence);
    expect(toTeamText(aTeam(changes))).toContain(sentence);
  });

  it('is left out, with its button, when nobody is missing', () => {
    const whole = toTeamData(aTeam());
    const partial = toTeamData(aTeam({ read: 1 }));

    expect(whole.notices).toEqual([]);
    const titles = [whole, partial].map(({ actions }) => actions.map(({ title }) => title));
    expect(titles[0]).not.toContain('Show the rest');
    expect(titles[1]?.[0]).toBe('Show the rest');
  });
});

describe('the buttons', () => {
  it('offer other filters, mark the current one, and contain only ids and the question', () => {
    const { actions } = toTeamData(aTeam({ filter: { ...ANY, kind: 'required' } }));

    expect(actions.map(({ title }) => title)).toEqual([
      'Everybody',
      'Overdue',
      '✓ Required',
      'Export',
      'Refresh',
    ]);
    for (const { data } of actions) expect(Object.keys(data)).toEqual(['manager', 'filter', 'page']);
  });

  it('keep the course that was asked about', () => {
    const { actions } = toTeamData(aTeam({ filter: { ...ANY, text: 'fire safety' } }));

    expect(actions.map(({ title }) => title)).toEqual([
      '✓ Everybody',
      'Not finished',
      'Finished',
      'Export',
      'Refresh',
    ]);
    expect(actions.every(({ data }) => data.filter.text === 'fire safety')).toBe(true);
  });
});

describe('toTeamText', () => {
  it('has one line a person', () => {
    expect(toTeamText(aTeam({}, 2)).split('\n')).toEqual([
      'Your team. 2 people, 0 with overdue courses.',
      'As of 12:00 PM UTC',
      '1. Person 1 · 1 open',
      '2. Person 2 · 1 open',
    ]);
  });

  it('says when nobody matches', () => {
    expect(toTeamText(aTeam({}, 0))).toContain('Nobody in your team fits this.');
  });
});
