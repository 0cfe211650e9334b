import { toTeamButtons } from '../../../src/cards/parts/team-actions';
import type { CourseFilter } from '../../../src/domain/question';
import { viewer } from '../samples';

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
