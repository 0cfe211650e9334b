import { toTeamButtons } from '../../../src/cards/parts/team-actions';
import { teamCard } from '../../../src/cards/team';
import type { CourseFilter } from '../../../src/domain/question';
import { anActivity, viewer } from '../samples';
import { aStanding, aTeamView, someReports } from '../team-samples';

const ANY: CourseFilter = { status: 'any', due: 'any', kind: 'any', text: '' };

const page = { items: [], number: 1, count: 1, start: 0, total: 0 };
const message = { title: 'Message', url: 'https://teams.microsoft.com/l/chat/0/0' };

describe('a part of the question that only words can choose', () => {
  it.each<[string, Partial<CourseFilter>]>([
    ['✓ Due this week', { status: 'open', due: 'thisWeek' }],
    ['✓ In progress', { status: 'inProgress' }],
    ['✓ Open', { status: 'open' }],
    ['✓ Completed', { status: 'completed' }],
    ['✓ Overdue', { status: 'open', due: 'overdue', text: 'fire safety' }],
    ['✓ Not started', { status: 'notStarted', text: 'fire safety' }],
  ])('is shown as %s, and can be taken back', (title, asked) => {
    const filter = { ...ANY, ...asked };
    const buttons = toTeamButtons({
      ...viewer,
      filter,
      managerUserId: 'm',
      page,
      isLoading: false,
      message,
    });
    const { actions, more, nextLinks, moreLinks, hasChooser } = buttons;
    const titles = [...actions, ...more].map((button) => button.title);
    const visible = actions.length + nextLinks.length + Number(hasChooser);

    expect(actions[0]).toMatchObject({ title, data: { filter: { ...filter, status: 'any', due: 'any' } } });
    expect(titles.filter((one) => one.startsWith('✓'))).toEqual([title]);
    expect(visible).toBeLessThanOrEqual(3);
    expect(visible + more.length + moreLinks.length).toBeLessThanOrEqual(6);
  });
});

describe('who is behind on one course', () => {
  it('is who the button writes to, not everyone who has not finished it', () => {
    const outcomes = ['2026-11-12', '2026-11-12', '2026-11-19'].map(
      (date) =>
        ({
          kind: 'read',
          activities: [anActivity({ due: { kind: 'day', date } })],
          isComplete: true,
        }) as const,
    );
    const filter: CourseFilter = { ...ANY, status: 'open', due: 'overdue', text: 'fire safety' };
    const reports = someReports(3).map((report) => ({ ...report, isEnabled: true }));
    const standing = aStanding({ reports, outcomes, filter });
    const { heading, nextLinks } = teamCard.toData(aTeamView({ standing, filter, reports: 3, read: 3 }));

    expect(heading).toBe('2 of 3 people are behind');
    expect(nextLinks.map(({ title }) => title)).toEqual(['Message the 2 who are behind ↗']);
    expect(new URL(nextLinks[0]?.url ?? '').searchParams.get('message')).toContain(
      '“Fire safety” (due Nov 12, 2026)',
    );
  });
});
