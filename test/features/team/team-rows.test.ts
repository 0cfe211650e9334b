import { toTeamData, toTeamText } from '../../../src/features/team/card-data';
import { aContent } from '../../cards/samples';
import { aStanding, aTeamView, someReports } from '../../cards/team-samples';

const nobodyYet = { standing: aStanding({ reports: [], contents: [] }), read: 0 };

describe('the rows of a team', () => {
  it('show each person’s status in words and with an icon', () => {
    const standing = aStanding({ reports: someReports(9) });

    const rows = toTeamData(aTeamView({ standing })).rows.map((row) => `${row.icon} ${row.standing}`);

    expect(rows).toEqual([
      '! 2 overdue · 2 open',
      '◐ 1 open · Account disabled',
      '◐ 1 open · Account disabled',
      '✓ 1 completed',
      '– No courses',
      '– No licence for Viva Learning · Account disabled',
      '– Viva Learning does not let this person’s courses be read',
      '– Viva Learning does not know this person · Account disabled',
      '– Could not be read right now',
    ]);
  });

  it('do not say that nobody matches while people are still loading', () => {
    const loading = aTeamView({ ...nobodyYet, reports: 12 });
    const done = aTeamView({ ...nobodyYet, reports: 0 });

    expect(toTeamData(loading).isEmpty).toBe(false);
    expect(toTeamData(loading).notices).toHaveLength(1);
    expect(toTeamText(loading)).not.toContain('Nobody');
    expect(toTeamData(done)).toMatchObject({ isEmpty: true, notices: [] });
    expect(toTeamText(done)).toContain('Nobody in your team fits this.');
  });
});

describe('the courses of a team to choose from', () => {
  it('offer each title once, and none without a title', () => {
    const titles = ['Fire safety', 'Fire safety', '\u200B', 'Excel for analysts'];
    const contents = titles.map((title, index) => aContent({ contentId: `content-${index}`, title }));

    const { courses } = toTeamData(aTeamView({ standing: aStanding({ contents }) }));

    expect(courses).toEqual([
      { title: 'Fire safety', value: 'Fire safety' },
      { title: 'Excel for analysts', value: 'Excel for analysts' },
    ]);
  });
});
