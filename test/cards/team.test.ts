import { disclosedMembers, teamCard, type TeamView } from '../../src/cards/team';
import type { CourseActivity } from '../../src/domain/course-activity';
import type { DirectReport } from '../../src/domain/direct-report';
import type { TeammateOutcome } from '../../src/domain/ports';
import type { CourseFilter } from '../../src/domain/question';
import type { TeammateStanding } from '../../src/domain/team-standing';
import { aContent, anActivity } from './samples';
import { aStanding, aTeamView, someContents, someReports } from './team-samples';

const ANY: CourseFilter = { status: 'any', due: 'any', kind: 'any', text: '' };
const COURSE: CourseFilter = { ...ANY, text: 'fire safety' };

const late = { due: { kind: 'day', date: '2026-11-12' } } as const;
const soon = { due: { kind: 'day', date: '2026-11-19' } } as const;
const done = { status: 'completed' } as const;

function aList(...activities: readonly Partial<CourseActivity>[]): TeammateOutcome {
  return { kind: 'read', activities: activities.map((activity) => anActivity(activity)), isComplete: true };
}

interface Team extends Partial<Omit<TeamView, 'standing'>> {
  readonly lists: readonly TeammateOutcome[];
  readonly people?: readonly DirectReport[];
}

function aTeam({ lists, people, filter = ANY, ...view }: Team): TeamView {
  const reports = people ?? someReports(lists.length).map((report) => ({ ...report, isEnabled: true }));
  const standing = aStanding({ reports, outcomes: lists, filter });
  return aTeamView({ standing, filter, reports: lists.length, read: lists.length, ...view });
}

function times(count: number, list: TeammateOutcome): readonly TeammateOutcome[] {
  return Array.from({ length: count }, () => list);
}

function headingOf(team: Team): string {
  return teamCard.toData(aTeam(team)).heading;
}

/** Titles of the buttons: on the card, and behind "…". */
function buttonsOf(team: Team) {
  const { navigation, nextLinks, actions, choosers, moreLinks, more } = teamCard.toData(aTeam(team));
  const titlesOf = (buttons: readonly { readonly title: string }[]) => buttons.map(({ title }) => title);
  return {
    visible: [
      ...titlesOf(navigation),
      ...titlesOf(nextLinks),
      ...titlesOf(actions),
      ...choosers.map(({ chooserTitle }) => chooserTitle),
    ],
    more: [...titlesOf(moreLinks), ...titlesOf(more)],
  };
}

const unread: TeammateOutcome = { kind: 'unreadable', reason: 'failed' };

describe('the heading of a team', () => {
  const lists = [aList(late), aList(late, late), aList(soon), aList(done), aList()];

  it.each<[string, Partial<CourseFilter>, string]>([
    ['everyone', {}, '2 of 5 people are behind'],
    ['who is overdue', { status: 'open', due: 'overdue' }, '2 of 5 people are behind'],
    ['a kind', { kind: 'required' }, '2 of 5 people are behind'],
    ['a window', { status: 'open', due: 'thisWeek' }, '1 of 5 people has something due this week'],
    ['open courses', { status: 'open' }, '3 of 5 people have open courses'],
    ['completed courses', { status: 'completed' }, '1 of 5 people has completed courses'],
  ])('answers the question: %s', (_, filter, heading) => {
    expect(headingOf({ lists, filter: { ...ANY, ...filter } })).toBe(heading);
  });

  it.each<[string, Partial<Team>, string]>([
    ['all are read', {}, 'Everyone is on time'],
    ['someone cannot be read', { lists: [aList(soon), unread] }, 'Everyone I could check is on time'],
    ['someone is still loading', { reports: 5 }, 'Everyone I could check is on time'],
    ['not all could be listed', { hasAllReports: false }, 'Everyone I could check is on time'],
    ['a list was cut short', { isComplete: false }, 'Everyone I could check is on time'],
    ['no one can be read', { lists: [unread, unread] }, 'Your team'],
  ])('says that no one is behind only as far as it is known: %s', (_, changes, heading) => {
    expect(headingOf({ lists: [aList(soon), aList(done)], ...changes })).toBe(heading);
  });

  it('says no number that is too low as if it were known', () => {
    expect(headingOf({ lists, unreadable: 1 })).toBe('At least 2 of 5 people are behind');
    expect(headingOf({ lists, unreadable: 1, filter: { ...ANY, status: 'notStarted' } })).toBe('Your team');
  });

  it('counts only people who were read, and says how many were not', () => {
    const team = aTeam({ lists: [...lists, unread] });

    expect(teamCard.toData(team)).toMatchObject({
      heading: '2 of 5 people are behind',
      subtitle: '3 overdue courses · 1 couldn’t be checked · As of 2:05 PM',
    });
    expect(teamCard.toText(team)).toContain('1 couldn’t be checked');
  });
});

describe('the heading of one course', () => {
  const lists = [aList(late), aList({ status: 'notStarted' }), aList(done), aList()];

  it.each<[string, Partial<CourseFilter>, string]>([
    ['everyone', {}, '2 of 3 people haven’t finished'],
    ['who has not finished', { status: 'open' }, '2 of 3 people haven’t finished'],
    ['who has finished', { status: 'completed' }, '1 of 3 people has finished'],
    ['who is overdue', { status: 'open', due: 'overdue' }, '2 of 3 people are behind'],
  ])('counts people who have the course: %s', (_, filter, heading) => {
    expect(headingOf({ lists, filter: { ...COURSE, ...filter } })).toBe(heading);
  });

  it.each<[Partial<Team>, string]>([
    [{}, 'Everyone has finished'],
    [{ lists: [aList(done), unread] }, 'Everyone I could check has finished'],
    [{ missing: { reason: 'notInTime' } }, 'Everyone I could check has finished'],
    [{ missing: { reason: 'refused' } }, 'Everyone has finished'],
    [{ lists: [aList()] }, 'Your team in one course'],
  ])('says that everyone has finished only as far as it is known: %j', (changes, heading) => {
    expect(headingOf({ lists: [aList(done)], filter: COURSE, ...changes })).toBe(heading);
  });

  it('stands under the title, with a chart that has its numbers in words', () => {
    const view = aTeam({ lists, filter: COURSE });
    const { title, headingSize, charts } = teamCard.toData(view);

    expect({ title, headingSize }).toEqual({ title: 'Fire safety', headingSize: 'medium' });
    expect(charts[0]?.parts.map(({ legend, value }) => [legend, value])).toEqual([
      ['Finished', 1],
      ['In progress', 1],
      ['Not started', 1],
      ['Not assigned', 1],
    ]);
    expect(teamCard.toText(view)).toContain('In progress: 1');
    expect(teamCard.toData(aTeam({ lists })).charts).toEqual([]);
  });

  it('groups people, those who are overdue first', () => {
    const { groups } = teamCard.toData(aTeam({ lists: [...lists, unread].reverse(), filter: COURSE }));

    expect(groups.map(({ label, rows }) => [label, rows.length])).toEqual([
      ['Overdue', 2],
      ['Finished', 1],
      ['Not assigned', 1],
      ['Not known', 1],
    ]);
  });
});

describe('what a search found', () => {
  function titleOf(titles: readonly string[], locale = 'en-US'): string {
    const { standing } = aTeam({ lists: [aList(late)], filter: COURSE });
    const filter = { ...ANY, text: 'privacy' };
    return teamCard.toData(aTeamView({ standing: { ...standing, askedTitles: titles }, filter, locale }))
      .title;
  }

  it.each([
    [['Handling customer data'], 'Handling customer data'],
    [['A', 'B'], 'Matching “privacy”: A / B'],
    [['A', 'B', 'C', 'D', 'E'], 'Matching “privacy”: A / B / C / D …'],
    [[], 'Matching “privacy”'],
  ])('is named by its titles, which may differ from the query: %j', (titles, title) => {
    expect(titleOf(titles)).toBe(title);
  });

  it('isolates each of its titles in Arabic', () => {
    const title = titleOf(['Fire safety', 'السلامة'], 'ar');

    expect(title).toContain('«\u2068privacy\u2069»');
    expect(title).toContain('\u2068Fire safety\u2069 / \u2068السلامة\u2069');
  });

  it('is not called unassigned while titles are missing or people are loading', () => {
    const nothing = { lists: [aList()], filter: { ...ANY, text: 'yoga' } };
    const warningsOf = (changes: Partial<Team>) =>
      teamCard.toData(aTeam({ ...nothing, ...changes })).warnings.map(({ text }) => text);

    expect(warningsOf({})).toEqual(['I couldn’t find that course on your team’s lists.']);
    expect(warningsOf({ missing: { reason: 'throttled', waitMs: 60_000 }, unreadable: 1 })).toEqual([
      'I couldn’t find that course among the titles I can read.',
      '1 entry couldn’t be read, so the list and the counts may be missing something.',
      'Viva Learning is very busy, so some titles are missing. Refresh in 1 minute to see them.',
    ]);
    expect(warningsOf({ reports: 2 })).toEqual([expect.stringContaining('Still loading')]);
  });
});

describe('the note about missing people', () => {
  it.each<[string, Partial<Team>, string]>([
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
    const team = aTeam({ lists: [aList()], ...changes });

    expect(JSON.stringify(teamCard.toData(team).warnings)).toContain(sentence);
    expect(teamCard.toText(team)).toContain(sentence);
  });

  it('has a button for who is still loading', () => {
    expect(buttonsOf({ lists: [aList()], reports: 5 }).visible[0]).toBe('Show everyone');
    expect(buttonsOf({ lists: [aList()] }).visible).not.toContain('Show everyone');
  });

  it('does not say that no one matches while people are still loading', () => {
    expect(teamCard.toData(aTeam({ lists: [], reports: 12 })).emptyText).toBe('');
    expect(teamCard.toData(aTeam({ lists: [] })).emptyText).toBe('No one on your team matches this filter.');
    expect(teamCard.toText(aTeam({ lists: [] }))).toContain('No one on your team matches this filter.');
  });

  it('does not say so under a heading that says it already', () => {
    const filter = { ...ANY, status: 'open', due: 'overdue' } as const;
    const text = teamCard.toText(aTeam({ lists: [aList(soon)], filter }));

    expect(text).toContain('Everyone is on time');
    expect(text).not.toContain('No one');
  });
});

describe('the buttons', () => {
  const lists = [aList(late), aList(late), aList(soon)];

  it('are three at most, with the rest behind “…”', () => {
    expect(buttonsOf({ lists })).toEqual({
      visible: ['Only overdue', 'By course'],
      more: ['Message the 2 who are behind ↗', 'Required', 'Refresh', 'Export'],
    });
    expect(buttonsOf({ lists: times(9, aList(late)) })).toEqual({
      visible: ['Show more', 'Only overdue', 'By course'],
      more: ['Required', 'Refresh', 'Export'],
    });
    expect(buttonsOf({ lists, filter: COURSE })).toEqual({
      visible: ['Message the 3 who haven’t finished ↗', 'Not finished', 'My team'],
      more: ['Finished', 'Refresh', 'Export'],
    });
  });

  it.each([1, 8, 9, 11, 12, 60, 1000])('stay within bounds in a team of %d', (size) => {
    for (const filter of [ANY, COURSE, { ...ANY, due: 'today' }, { ...COURSE, due: 'today' }] as const) {
      for (const page of [1, 2, 3, 6]) {
        for (const reports of [size, size + 1]) {
          for (const list of [aList(late), aList(soon)]) {
            const { visible, more } = buttonsOf({ lists: times(size, list), filter, page, reports });

            expect(visible.length).toBeLessThanOrEqual(3);
            expect(visible.length + more.length).toBeLessThanOrEqual(6);
          }
        }
      }
    }
  });

  it('mark the filters that are chosen, keep everything else that was asked, and take themselves back', () => {
    const filter = { ...ANY, status: 'open', due: 'overdue', kind: 'required' } as const;
    const { actions, more } = teamCard.toData(aTeam({ lists, filter }));

    expect(actions[0]).toMatchObject({
      title: '✓ Only overdue',
      data: { filter: { ...ANY, kind: 'required' }, page: 1 },
    });
    expect(more[0]).toMatchObject({ title: '✓ Required', data: { filter: { ...filter, kind: 'any' } } });
  });

  it('keep the course that was asked about', () => {
    const { actions, more } = teamCard.toData(aTeam({ lists, filter: { ...COURSE, status: 'open' } }));

    expect(actions.map(({ title, data }) => [title, data.filter])).toEqual([
      ['✓ Not finished', COURSE],
      ['My team', ANY],
    ]);
    expect(more[0]).toMatchObject({
      title: 'Finished',
      data: { filter: { ...COURSE, status: 'completed' } },
    });
  });

  it('send only ids and the question', () => {
    const { actions, more, navigation } = teamCard.toData(aTeam({ lists: times(30, aList(late)), page: 3 }));

    expect(navigation.map(({ title, data }) => [title, data.page])).toEqual([
      ['Previous', 2],
      ['Next', 4],
    ]);
    for (const { data } of [...actions, ...more, ...navigation])
      expect(Object.keys(data)).toEqual(['manager', 'filter', 'page']);
  });
});

describe('the group chat', () => {
  it('is offered only while everyone in it is on the card', () => {
    const few = [...times(3, aList(late)), ...times(20, aList(soon))];
    const titles = [1, 2, 3].map((page) => buttonsOf({ lists: few, page }).more[0]);

    expect(titles).toEqual(['Message the 3 who are behind ↗', 'Message the 3 who are behind ↗', 'Required']);
    const { more } = buttonsOf({ lists: few, filter: { ...ANY, status: 'completed' } });
    expect(more).toEqual(['Only overdue', 'Required', 'Refresh', 'Export']);
  });

  it('is left to single chats, and the card says so, when more than eight are behind', () => {
    const hint = 'Too many people for one group chat. Select a person to message them.';

    expect(teamCard.toData(aTeam({ lists: times(9, aList(late)) })).hint).toBe(hint);
    expect(teamCard.toData(aTeam({ lists: times(8, aList(late)) })).hint).toBe('');
  });

  it('names the course only where it is the same for all, and the due day only where that is', () => {
    const draftOf = (lists: readonly TeammateOutcome[], filter = ANY): string => {
      const { moreLinks, nextLinks } = teamCard.toData(aTeam({ lists, filter }));
      return new URL([...nextLinks, ...moreLinks][0]?.url ?? '').searchParams.get('message') ?? '';
    };
    const other = { ...late, contentId: 'other' };
    const earlier = { due: { kind: 'day', date: '2026-11-02' } } as const;

    expect(draftOf(times(2, aList(late)))).toContain('“Fire safety” (due Nov 12, 2026)');
    expect(draftOf([aList(late), aList(earlier)], COURSE)).toContain('“Fire safety”. Shout');
    expect(draftOf([aList(late), aList(other)])).toContain('your Viva Learning courses');
  });

  it('has no one in it whose list could not be read', () => {
    const { moreLinks } = teamCard.toData(aTeam({ lists: [aList(late), unread, aList(late)] }));

    const users = new URL(moreLinks[0]?.url ?? '').searchParams.get('users');
    expect(users).toBe('amara.diallo.0@contoso.com,amara.diallo.2@contoso.com');
  });
});

describe('disclosedMembers', () => {
  const reports = (count: number, list: TeammateOutcome) =>
    aTeam({ lists: times(count, list) }).standing.members;

  it.each<[string, number, number, readonly TeammateStanding[], number]>([
    ['a page alone is that page', 3, 1, [], 3],
    ['one person beyond the page is in the counts too', 9, 1, [], 9],
    ['two beyond the page are not told apart', 10, 1, [], 8],
    ['“Show more” shows the first people, too', 25, 2, [], 11],
    ['the last page has the rest', 25, 4, [], 3],
    ['someone whom the filter hides is in the counts, too', 0, 1, reports(1, aList(late)), 1],
    ['two left out are not told apart', 2, 1, reports(2, aList(late)), 2],
    ['someone who was not read is not in the counts', 8, 1, reports(1, unread), 8],
    ['someone who was not read hides no one', 0, 1, [...reports(1, unread), ...reports(1, aList())], 1],
  ])('%s', (...[, count, page, leftOut, seen]) => {
    const view = aTeam({ lists: times(count, aList(late)), page });

    expect(disclosedMembers({ ...view, standing: { ...view.standing, leftOut } })).toHaveLength(seen);
  });

  it('are exactly the people in the rows of each page', () => {
    for (const page of [1, 2, 3, 4]) {
      const view = aTeam({ lists: times(40, aList(late)), page });
      const rows = teamCard.toData(view).groups.flatMap((group) => group.rows);

      expect(disclosedMembers(view).map(({ report }) => report.userId)).toEqual(
        rows.map(({ open }) => (open.data as { readonly learner: string }).learner),
      );
    }
  });
});

describe('the text of the team card', () => {
  it('has a line for each person', () => {
    expect(teamCard.toText(aTeam({ lists: [aList(late), aList(soon)] })).split('\n')).toEqual([
      '1 of 2 people is behind',
      '1 overdue course · As of 2:05 PM',
      '1. Amara Diallo · 1 overdue · Oldest: Fire safety · 0% of 1 done',
      '2. Amara Diallo · On time · Next: Fire safety · in 2 days',
    ]);
  });
});

describe('the courses of a team to choose from', () => {
  it('offer each title once, and none without a title', () => {
    const titles = ['Fire safety', 'Fire safety', '\u200B', 'Excel for analysts'];
    const contents = titles.map((title, index) => aContent({ contentId: `content-${index}`, title }));

    const { choosers } = teamCard.toData(aTeamView({ standing: aStanding({ contents }) }));

    expect(choosers[0]?.courses).toEqual([
      { title: 'Fire safety', value: 'Fire safety' },
      { title: 'Excel for analysts', value: 'Excel for analysts' },
    ]);
  });
});

describe('the size of the card', () => {
  it.each([
    ['usual', 'Amara Diallo'],
    ['Japanese', '佐藤遥子'.repeat(30)],
    ['long', 'Maximiliana-Konstantine von Hohenstein-Waldburg zu Lichtenau'],
    ['drawn', '👩🏽‍🚀'.repeat(60)],
  ])('leaves room in a message for %s names', (_, name) => {
    for (const page of [1, 2, 3]) {
      for (const filter of [ANY, COURSE, { ...ANY, due: 'today' }, { ...COURSE, due: 'today' }] as const) {
        const people = someReports(1000, name).map((report) => ({ ...report, isEnabled: true }));
        const standing = aStanding({
          reports: people,
          outcomes: [aList(late)],
          contents: [aContent({ title: name }), ...someContents(25, name)],
          filter,
        });
        const { card, text } = teamCard(aTeamView({ standing, filter, page, reports: 1000, read: 999 }));

        expect(JSON.stringify(card).length + Math.min(text.length, 1_000)).toBeLessThan(20_000);
      }
    }
  });

  it.each([
    ['of the usual length', 30, 9],
    ['with two languages', 60, 9],
    ['longer than any title', 300, 6],
  ])('leaves room for a course that was asked about in words %s', (_, length, shown) => {
    const title = 'ش'.repeat(200);
    const filter = { ...COURSE, text: 'ش'.repeat(length) };
    const people = someReports(1000, title).map((report) => ({ ...report, isEnabled: true }));
    const finished = aList({ ...done, completedDateTime: '2026-11-01T10:00:00Z' });
    const partly = { kind: 'read', activities: [anActivity(late)], isComplete: false } as const;
    for (const locale of ['en-US', 'de-DE', 'fr-FR', 'ar']) {
      for (const page of [1, 2]) {
        const reports = people.slice(0, 12);
        const standing = aStanding({
          reports,
          outcomes: [...times(5, partly), ...times(7, finished)],
          contents: [aContent({ title })],
          filter,
        });
        const gaps = {
          isComplete: false,
          unreadable: 3,
          missing: { reason: 'throttled', waitMs: 60_000 },
        } as const;
        const { card, text } = teamCard(
          aTeamView({ standing, filter, page, locale, reports: 12, read: 12, ...gaps }),
        );

        expect(JSON.stringify(card).length + Math.min(text.length, 1_010)).toBeLessThan(20_000);
      }
      const { groups } = teamCard.toData(
        aTeamView({
          standing: aStanding({
            reports: people,
            outcomes: [aList(late)],
            contents: [aContent({ title })],
            filter,
          }),
          filter,
          page: 2,
          locale,
        }),
      );
      expect(groups.flatMap(({ rows }) => rows)).toHaveLength(shown);
    }
  });
});
