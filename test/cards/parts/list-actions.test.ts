import { courseListCard } from '../../../src/cards/course-list';
import type { CourseFilter } from '../../../src/domain/question';
import { mixed } from '../list-samples';
import { aCourseList, learnerUserId, openFilter, someCourses } from '../samples';

type Asked = Parameters<typeof aCourseList>[0];

const teammate = { managerUserId: '00000000-0000-4000-8000-0000000000aa', name: 'Ben [Carter](x)' };

const dataOf = (asked: Asked = {}): ReturnType<typeof courseListCard.toData> =>
  courseListCard.toData(aCourseList(asked));

describe('the buttons of the course list', () => {
  const buttonsOf = (asked: Asked): readonly [shown: readonly string[], more: readonly string[]] => {
    const { actions, more } = dataOf(asked);
    return [actions.map(({ title }) => title), more.map(({ title }) => title)];
  };
  const targetOf = (asked: Asked, title: string): CourseFilter | undefined => {
    const { actions, more } = dataOf(asked);
    return [...actions, ...more].find((action) => action.title === title)?.data.filter;
  };
  const week = { ...openFilter, due: 'thisWeek' } as const;

  it('offer what would leave something of the list', () => {
    expect(buttonsOf({ courses: mixed })).toEqual([
      ['Show 1 more', 'Completed (2)'],
      ['Required', 'Due this week', 'Refresh'],
    ]);
    expect(buttonsOf({ courses: someCourses(3) })).toEqual([['Refresh'], []]);
  });

  it('keep the question, mark what is chosen, and take it away again', () => {
    const required = { ...week, kind: 'required' } as const;

    expect(targetOf({ courses: mixed, filter: week }, 'Required')).toEqual(required);
    expect(buttonsOf({ courses: mixed, filter: required })[0]).toEqual(['✓ Due this week', '✓ Required']);
    expect(targetOf({ courses: mixed, filter: required }, '✓ Required')).toEqual(week);
    expect(targetOf({ courses: mixed, filter: required }, '✓ Due this week')).toEqual({
      ...openFilter,
      kind: 'required',
    });
  });

  it('do not mark as open what is overdue on a teammate’s list', () => {
    const filter = { ...openFilter, due: 'overdue' } as const;
    const titles = buttonsOf({ courses: mixed, filter, teammate }).flat();

    expect(titles.filter((title) => title.startsWith('✓'))).toEqual(['✓ Overdue']);
  });

  it('count the completed courses of the same kind and title', () => {
    const filter = { ...openFilter, kind: 'recommended' } as const;

    expect(buttonsOf({ courses: mixed, filter }).flat().join()).not.toContain('Completed');
    expect(targetOf({ courses: mixed, filter: week }, 'Completed (2)')).toEqual({
      ...openFilter,
      status: 'completed',
    });
  });

  it('clear a search', () => {
    const filter = { ...openFilter, kind: 'required', text: 'due' } as const;

    expect(targetOf({ courses: mixed, filter }, 'Clear search')).toEqual({ ...filter, text: '' });
  });

  it('lead on from an empty list', () => {
    const lonely = { ...openFilter, due: 'tomorrow', kind: 'recommended' } as const;

    expect(dataOf({ courses: mixed, filter: lonely }).actions[0]).toMatchObject({
      title: 'All open courses',
      style: 'positive',
      data: { filter: openFilter },
    });
    expect(dataOf({ courses: mixed, filter: lonely, teammate }).actions[0]).toMatchObject({
      title: 'All courses',
      data: { filter: { ...openFilter, status: 'any' } },
    });
  });

  it('do not lead from the whole list, which is empty, to a part of it', () => {
    const everything = { ...openFilter, status: 'any' } as const;

    expect(buttonsOf({ courses: [], filter: everything })).toEqual([['Refresh'], []]);
    expect(buttonsOf({ courses: [] })).toEqual([['Refresh'], []]);
  });

  it('take the open courses of a teammate away again, where all is usual', () => {
    expect(targetOf({ courses: mixed, teammate }, '✓ Open')).toEqual({ ...openFilter, status: 'any' });
    expect(buttonsOf({ courses: mixed }).flat()).not.toContain('✓ Open');
  });

  it('show Refresh when something is missing', () => {
    expect(buttonsOf({ courses: mixed, isComplete: false })[0]).toEqual(['Show 1 more', 'Refresh']);
  });

  it('are none of them primary beside the one that writes to a teammate', () => {
    const filter = { ...openFilter, text: 'juggling' };
    const message = { title: 'Message Ben ↗', url: 'https://teams.microsoft.com/l/chat/0/0' };
    const { actions } = dataOf({ courses: [], filter, teammate, message });

    expect(actions[0]).toMatchObject({ title: 'Clear search', style: 'default' });
  });

  it('lead back to the team from a teammate’s list', () => {
    expect(dataOf({ courses: mixed, teammate }).more.at(-1)).toMatchObject({
      title: 'My team',
      verb: 'team/page',
    });
  });

  it.each([
    ['own', {}],
    ['teammate', { teammate }],
  ])('are at most three and six on the list of: %s', (_, whose) => {
    for (const page of [1, 2, 3, 4]) {
      for (const kind of ['any', 'required'] as const) {
        const courses = [...mixed, ...someCourses(60)];
        const { start, actions, more } = dataOf({ courses, page, filter: { ...openFilter, kind }, ...whose });

        expect(start.length + actions.length).toBeLessThanOrEqual(3);
        expect(start.length + actions.length + more.length).toBeLessThanOrEqual(6);
      }
    }
  });

  it('send only ids and the question', () => {
    const { actions, more, groups } = dataOf({ courses: mixed });

    for (const { data } of [...actions, ...more])
      expect(Object.keys(data).sort()).toEqual(['filter', 'learner', 'page']);
    for (const { open } of groups.flatMap(({ rows }) => rows))
      expect(Object.keys(open.data).sort()).toEqual(['activity', 'filter', 'learner', 'page']);
    for (const { verb, data } of dataOf({ courses: mixed, teammate }).actions) {
      expect(verb).toMatch(/^teammate\//u);
      expect(data).toMatchObject({ manager: teammate.managerUserId, learner: learnerUserId });
      expect(JSON.stringify(data)).not.toContain('Carter');
    }
  });
});
