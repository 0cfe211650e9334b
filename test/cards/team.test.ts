import { disclosedMembers, teamCard, type TeamView } from '../../src/cards/team';
import type { TeammateStanding } from '../../src/domain/team-standing';
import { aContent } from './samples';
import { aStanding, aTeamView, someReports } from './team-samples';

const ANY = { status: 'any', due: 'any', kind: 'any', text: '' } as const;
const now = new Date('2026-11-23T12:00:00Z');

function members(count: number): readonly TeammateStanding[] {
  const summary = { overdue: 0, dueSoon: 0, open: 1, completed: 1, total: 2 };
  return Array.from({ length: count }, (_, index) => ({
    report: { userId: String(index), displayName: `Person ${index + 1}`, isEnabled: true },
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
    isComplete: true,
    unreadable: 0,
    locale: 'en-US',
    zone: 'UTC',
    now,
    ...changes,
  };
}

describe('disclosedMembers', () => {
  const unread = { ...members(1)[0], kind: 'unreadable', reason: 'failed' } as TeammateStanding;

  it.each<[string, number, readonly TeammateStanding[], number]>([
    ['a page alone is that page', 3, [], 3],
    ['one person on the next page is in the counts too', 11, [], 11],
    ['two on the next page are not told apart', 12, [], 10],
    ['someone whom the filter hides is in the counts, too', 0, members(1), 1],
    ['two left out are not told apart', 2, members(2), 2],
    ['someone who was not read is not in the counts', 10, [unread], 10],
    ['someone who was not read hides no one', 0, [unread, ...members(1)], 1],
  ])('%s', (...[, count, leftOut, seen]) => {
    const view = aTeam({}, count);

    expect(disclosedMembers({ ...view, standing: { ...view.standing, leftOut } })).toHaveLength(seen);
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
    expect(teamCard.toData(asked(titles)).subtitle).toBe(subtitle);
    expect(teamCard.toText(asked(titles))).toContain(subtitle);
  });

  it('isolates each of its titles in Arabic', () => {
    const { subtitle } = teamCard.toData(asked(['Fire safety', 'السلامة'], { locale: 'ar' }));

    expect(subtitle).toContain('«\u2068privacy\u2069»');
    expect(subtitle).toContain('\u2068Fire safety\u2069 / \u2068السلامة\u2069 · ');
  });

  it('is not called unassigned while titles are missing', () => {
    const team = { ...asked([]), missing: { reason: 'throttled', waitMs: 60_000 }, unreadable: 1 } as const;

    expect(teamCard.toData(team).warnings.map(({ text }) => text)).toEqual([
      'I couldn’t find that course among the titles I can read.',
      '1 entry couldn’t be read, so the list and the counts may be missing something.',
      'Viva Learning is very busy, so some titles are missing. Refresh in 1 minute to see them.',
    ]);
  });

  it('is called unassigned when no one has it and everyone has been read', () => {
    const sentence = 'I couldn’t find that course on your team’s lists.';

    expect(teamCard.toData(asked([])).warnings).toEqual([{ text: sentence }]);
    expect(teamCard.toText(asked([], { read: 2 }))).not.toContain(sentence);
    expect(teamCard.toText(asked(['A']))).not.toContain(sentence);
    expect(teamCard.toText(aTeam())).not.toContain(sentence);
  });
});

describe('the note about missing people', () => {
  it.each<[string, Partial<TeamView>, string]>([
    [
      'people who are not there yet',
      { read: 47, reports: 60 },
      'Still loading some people: 47 of 60 people so far.',
    ],
    [
      'reports who could not be listed',
      { hasAllReports: false },
      'Some people on your team couldn’t be listed.',
    ],
    ['lists that were cut short', { isComplete: false }, 'Some courses couldn’t be loaded in time.'],
  ])('is shown for %s, on the card and in its text', (_, changes, sentence) => {
    expect(JSON.stringify(teamCard.toData(aTeam(changes)).warnings)).toContain(sentence);
    expect(teamCard.toText(aTeam(changes))).toContain(sentence);
  });

  it('is left out, with its button, when no one is missing', () => {
    const whole = teamCard.toData(aTeam());
    const partial = teamCard.toData(aTeam({ read: 1 }));

    expect(whole.warnings).toEqual([]);
    const titles = [whole, partial].map(({ actions }) => actions.map(({ title }) => title));
    expect(titles[0]).not.toContain('Show everyone');
    expect(titles[1]?.[0]).toBe('Show everyone');
  });
});

describe('the buttons', () => {
  it('offer other filters, mark the current one, and contain only ids and the question', () => {
    const { actions } = teamCard.toData(aTeam({ filter: { ...ANY, kind: 'required' } }));

    expect(actions.map(({ title }) => title)).toEqual([
      'Everyone',
      'Overdue',
      '✓ Required',
      'Export',
      'Refresh',
    ]);
    for (const { data } of actions) expect(Object.keys(data)).toEqual(['manager', 'filter', 'page']);
  });

  it('keep the course that was asked about', () => {
    const { actions } = teamCard.toData(aTeam({ filter: { ...ANY, text: 'fire safety' } }));

    expect(actions.map(({ title }) => title)).toEqual([
      '✓ Everyone',
      'Not finished',
      'Finished',
      'Export',
      'Refresh',
    ]);
    expect(actions.every(({ data }) => data.filter.text === 'fire safety')).toBe(true);
  });
});

describe('the text of the team card', () => {
  it('has a line for each person', () => {
    expect(teamCard.toText(aTeam({}, 2)).split('\n')).toEqual([
      'Your team. 2 people, no one behind.',
      'As of 12:00 PM UTC',
      '1. Person 1 · 1 open',
      '2. Person 2 · 1 open',
    ]);
  });

  it('says when no one matches', () => {
    expect(teamCard.toText(aTeam({}, 0))).toContain('No one on your team matches this filter.');
  });
});

const nobodyYet = { standing: aStanding({ reports: [], contents: [] }), read: 0 };

describe('the rows of a team', () => {
  it('show each person’s status in words and with an icon', () => {
    const standing = aStanding({ reports: someReports(9) });

    const rows = teamCard.toData(aTeamView({ standing })).rows.map((row) => `${row.icon} ${row.status}`);

    expect(rows).toEqual([
      '! 2 overdue · 2 open',
      '◐ 1 open · Account disabled',
      '◐ 1 open · Account disabled',
      '✓ 1 completed',
      '– No courses',
      '– No Viva Learning license · Account disabled',
      '– No access to this person’s courses',
      '– Not found in Viva Learning · Account disabled',
      '– Not available right now',
    ]);
  });

  it('do not say that no one matches while people are still loading', () => {
    const loading = aTeamView({ ...nobodyYet, reports: 12 });
    const done = aTeamView({ ...nobodyYet, reports: 0 });

    expect(teamCard.toData(loading).emptyText).toBe('');
    expect(teamCard.toData(loading).warnings).toHaveLength(1);
    expect(teamCard.toText(loading)).not.toContain('No one on your team');
    expect(teamCard.toData(done)).toMatchObject({
      emptyText: 'No one on your team matches this filter.',
      warnings: [],
    });
    expect(teamCard.toText(done)).toContain('No one on your team matches this filter.');
  });
});

describe('the courses of a team to choose from', () => {
  it('offer each title once, and none without a title', () => {
    const titles = ['Fire safety', 'Fire safety', '\u200B', 'Excel for analysts'];
    const contents = titles.map((title, index) => aContent({ contentId: `content-${index}`, title }));

    const { courses } = teamCard.toData(aTeamView({ standing: aStanding({ contents }) }));

    expect(courses).toEqual([
      { title: 'Fire safety', value: 'Fire safety' },
      { title: 'Excel for analysts', value: 'Excel for analysts' },
    ]);
  });
});
