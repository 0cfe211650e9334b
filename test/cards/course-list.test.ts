import { courseListCard } from '../../src/cards/course-list';
import type { CourseFilter } from '../../src/domain/question';
import { done, due, mixed } from './list-samples';
import { aContent, aCourse, aCourseList, anActivity, now, openFilter, someCourses, without } from './samples';

type Asked = Parameters<typeof aCourseList>[0];

const teammate = { managerUserId: '00000000-0000-4000-8000-0000000000aa', name: 'Ben [Carter](x)' };

const dataOf = (asked: Asked = {}): ReturnType<typeof courseListCard.toData> =>
  courseListCard.toData(aCourseList(asked));

describe('the heading of the course list', () => {
  it.each([
    [{}, '2 courses are overdue', '3 more due this week · 7 open · about 3 hr 30 min left'],
    [
      { courses: mixed.slice(2) },
      '1 course is due today',
      '2 more due this week · 5 open · about 2 hr 30 min left',
    ],
    [
      { courses: mixed.slice(3) },
      '1 course is due tomorrow',
      '1 more due this week · 4 open · about 2 hr left',
    ],
    [{ courses: mixed.slice(4) }, '1 course is due this week', '3 open · about 1 hr 30 min left'],
    [{ courses: mixed.slice(5) }, '2 courses are open', 'About 1 hr left'],
    [{ courses: mixed.slice(7), filter: { status: 'any' } }, 'You finished 2 courses', ''],
    [
      { filter: { status: 'any' } },
      '2 courses are overdue',
      '3 more due this week · 7 open · 2 completed · about 3 hr 30 min left',
    ],
    [{ filter: { due: 'overdue' } }, '2 courses are overdue', 'About 1 hr left'],
    [{ filter: { due: 'thisWeek' } }, '3 courses are due this week', '2 overdue · about 2 hr 30 min left'],
    [{ filter: { due: 'tomorrow' } }, '1 course is due tomorrow', 'About 30 min left'],
    [
      { filter: { kind: 'required' } },
      '6 required courses are open',
      '1 overdue · 3 due this week · about 3 hr left',
    ],
    [
      { filter: { kind: 'required', due: 'soon' } },
      '3 required courses are due in the next 7 days',
      '1 overdue · about 2 hr left',
    ],
    [{ filter: { status: 'completed' } }, 'You finished 2 courses', ''],
    [
      { filter: { status: 'notStarted' } },
      '7 courses are not started yet',
      '2 overdue · 3 due this week · about 3 hr 30 min left',
    ],
    [
      { filter: { text: 'due 22' } },
      '1 course is open',
      'Matching “due 22” · 1 due this week · about 30 min left',
    ],
    [
      { courses: mixed.slice(0, 1), filter: { due: 'thisWeek' } },
      'Nothing is due this week',
      '1 overdue · about 30 min left',
    ],
    [{ courses: [] }, 'Nothing is open', ''],
  ] as const)('answers %j from the data', (asked, heading, details) => {
    const filter: CourseFilter = { ...openFilter, ...('filter' in asked ? asked.filter : {}) };
    const data = dataOf({ courses: mixed, ...asked, filter });

    expect(data.heading).toBe(heading);
    expect(data.subtitle).toBe(details === '' ? 'As of 2:05 PM' : `${details} · As of 2:05 PM`);
  });

  it('counts only what is left of the courses whose duration is known', () => {
    const begun = due(18, { status: 'inProgress', completionPercentage: 50 });
    const unknown = { activity: anActivity({ id: 'u' }) };

    expect(dataOf({ courses: [begun] }).subtitle).toBe('About 15 min left · As of 2:05 PM');
    expect(dataOf({ courses: [begun, unknown] }).subtitle).toContain('at least 15 min left');
    expect(dataOf({ courses: [unknown] }).subtitle).toBe('As of 2:05 PM');
  });

  it.each([
    [{ isComplete: false }, openFilter, 'Open courses'],
    [{ unreadable: 1 }, { ...openFilter, due: 'overdue' }, 'Overdue courses'],
    [{ missing: { reason: 'refused' } }, { ...openFilter, text: 'due' }, 'Open courses'],
  ] as const)('has no number when the list was not read whole: %j', (gaps, filter, heading) => {
    const data = dataOf({ courses: mixed, ...gaps, filter });

    expect(data.heading).toBe(heading);
    expect(data.subtitle.replace('“due”', '')).toMatch(/^(?:Matching {2}· )?As of 2:05 PM$/u);
    expect([...data.actions, ...data.more].map(({ title }) => title).join()).not.toMatch(/\(\d/u);
  });

  it.each([
    ['', 'No courses yet', /^As of /],
    ['juggling', 'No matching courses', /^Matching “juggling” · As of /],
  ])('says only in its heading that a teammate has nothing for “%s”', (text, heading, subtitle) => {
    const data = dataOf({ courses: [], teammate, filter: { ...openFilter, status: 'any', text } });

    expect(data).toMatchObject({ heading, emptyText: '' });
    expect(data.subtitle).toMatch(subtitle);
  });

  it('names a teammate above it, and does not speak to the reader', () => {
    const data = dataOf({ courses: [done('A')], teammate, filter: { ...openFilter, status: 'completed' } });

    expect(data).toMatchObject({ person: 'Ben [Carter](x)', heading: '1 course is finished', start: [] });
    expect(data.speak).toBe('Ben [Carter]\u2060(x): 1 course is finished');
  });

  it('names the time zone when the viewer’s is unknown', () => {
    expect(dataOf({ courses: [], zone: 'UTC', readAt: now }).subtitle).toBe('As of 1:05 PM UTC');
  });
});

describe('a row without a picture', () => {
  const bare = { ...due(20), content: without(aContent(), 'thumbnailUrl') };

  it.each([
    ['stands in line with rows that have one', [due(12), due(18), bare], [false, true]],
    ['begins at the edge where no row has one', [due(12), bare], [false]],
  ])('%s', (_case, courses, expected) => {
    const rows = dataOf({ courses }).groups.flatMap((group) => group.rows);

    expect(rows.map(({ isIndented }) => isIndented)).toEqual(expected);
  });
});

describe('the course to start with', () => {
  it('is the most urgent one, with its button to the provider, and is not repeated below', () => {
    const data = dataOf({ courses: mixed });

    expect(data.start).toMatchObject([
      {
        label: 'Start here',
        title: 'Due 12',
        facts: 'Required · 30 min · ',
        urgency: '5\u00a0days\u00a0overdue',
        urgencyColor: 'attention',
        links: [{ title: 'Start ↗', url: 'https://learn.contoso.com/fire-safety' }],
        opens: [],
        open: {
          title: 'Start here, Due 12, Required · 30 min · 5\u00a0days\u00a0overdue',
          verb: 'course/open',
        },
      },
    ]);
    expect(data.groups.flatMap(({ rows }) => rows).map(({ title }) => title)).not.toContain('Due 12');
  });

  it('is continued once begun, and opened here when the provider’s address is unknown', () => {
    const begun = aCourse();
    const unlinked = { ...begun, content: without(aContent(), 'webUrl') };

    expect(dataOf({ courses: [begun] }).start[0]?.links[0]?.title).toBe('Continue ↗');
    expect(dataOf({ courses: [unlinked] }).start[0]).toMatchObject({
      links: [],
      opens: [{ title: 'Open', verb: 'course/open', data: { activity: begun.activity.id } }],
    });
  });

  it.each([
    ['a teammate’s list', { courses: mixed, teammate }],
    ['completed courses', { courses: mixed, filter: { ...openFilter, status: 'completed' } }],
    ['an empty list', { courses: [] }],
    ['the next window', { courses: someCourses(23), page: 4 }],
  ] as const)('is not on %s', (_, asked) => {
    expect(dataOf(asked).start).toEqual([]);
  });
});

describe('the groups of the course list', () => {
  const groupsOf = (asked: Asked): readonly (readonly [string, number])[] =>
    dataOf(asked).groups.map(({ name, rows }) => [name, rows.length]);

  it('stand under their names', () => {
    const filter = { ...openFilter, status: 'any' } as const;

    expect(groupsOf({ courses: mixed, page: 2, filter })).toEqual([
      ['Overdue', 1],
      ['Today', 1],
      ['This week', 2],
      ['Later', 1],
      ['No due date', 1],
      ['Completed', 2],
    ]);
  });

  it('have no name when there is only one, and the heading says what it is', () => {
    const overdue = { ...openFilter, due: 'overdue' } as const;
    expect(groupsOf({ courses: someCourses(4), filter: overdue })).toEqual([['', 3]]);
    expect(groupsOf({ courses: someCourses(4) })).toEqual([['Overdue', 3]]);
    expect(groupsOf({ courses: [] })).toEqual([]);
  });
});

describe('the pages of the course list', () => {
  const titlesOf = ({ groups }: ReturnType<typeof dataOf>): readonly string[] =>
    groups.flatMap(({ rows }) => rows).map(({ title }) => title);
  const manyDone = Array.from({ length: 40 }, (_, index) => done(`Done ${index}`));
  const filter = { ...openFilter, status: 'completed' } as const;

  it('add rows in place, and then begin a new window', () => {
    const first = dataOf({ courses: manyDone, filter });
    const second = dataOf({ courses: manyDone, filter, page: 2 });
    const third = dataOf({ courses: manyDone, filter, page: 3 });
    const fourth = dataOf({ courses: manyDone, filter, page: 4 });

    expect(titlesOf(first)).toHaveLength(5);
    expect(first.actions[0]).toMatchObject({
      title: 'Show 5 more',
      verb: 'my-courses/page',
      data: { page: 2 },
    });
    expect(titlesOf(second)).toHaveLength(10);
    expect(titlesOf(second).slice(0, 5)).toEqual(titlesOf(first));
    expect(third.actions[0]).toMatchObject({ title: 'Next', data: { page: 4 } });
    expect(titlesOf(fourth)).not.toContain(titlesOf(third).at(-1));
    expect(fourth.subtitle).toMatch(/^\d+–\d+ of 40 · As of/u);
    expect(fourth.more).toContainEqual(expect.objectContaining({ title: 'Previous' }));
    expect(fourth.more.find(({ title }) => title === 'Previous')?.data.page).toBe(3);
  });

  it('show each course once, in order, down to the last page', () => {
    const shown: string[] = [];
    for (let page = 1; page < 40; page++) {
      const data = dataOf({ courses: manyDone, filter, page });
      for (const title of titlesOf(data)) if (!shown.includes(title)) shown.push(title);
      if (!data.actions.some(({ verb, data: to }) => verb === 'my-courses/page' && to.page === page + 1))
        break;
    }

    expect(shown).toEqual(
      aCourseList({ courses: manyDone, filter }).selection.courses.map(({ content }) => content?.title),
    );
  });

  it('end with the nearest page when the asked one does not exist', () => {
    expect(titlesOf(dataOf({ courses: manyDone, filter, page: 9_999 }))).toContain('Done 9');
  });

  it('have no button when everything fits', () => {
    const titles = dataOf({ courses: someCourses(6) }).actions.map(({ title }) => title);

    expect(titles.join()).not.toMatch(/more|Next/u);
  });
});

describe('an empty course list', () => {
  it.each([
    [{}, 'Nothing is open', 'You’re all caught up.'],
    [{ status: 'any' }, 'No courses yet', 'New assignments will show up here.'],
    [{ due: 'overdue' }, 'Nothing is overdue', 'Nice work!'],
    [{ due: 'soon' }, 'Nothing is due in the next 7 days', 'You’re on track.'],
    [{ due: 'nextWeek' }, 'Nothing is due next week', 'Take a look at everything that’s open instead.'],
    [{ text: 'yoga' }, 'No matching courses', 'You don’t have any open courses matching “yoga”.'],
  ] as const)('says so for %j', (asked, heading, emptyText) => {
    const data = dataOf({ courses: [], filter: { ...openFilter, ...asked } });

    expect(data).toMatchObject({ heading, emptyText, groups: [] });
  });

  it.each([
    ['yoga', 'Nothing to show among the courses I could read.'],
    ['', 'You’re all caught up.'],
  ])('does not say that no course matches %j while titles are missing', (text, emptyText) => {
    const missing = { reason: 'refused' } as const;

    expect(dataOf({ courses: [], missing, filter: { ...openFilter, text } })).toMatchObject({ emptyText });
  });

  it('does not say that everything is done when courses could not be read', () => {
    const list = aCourseList({ courses: [], unreadable: 2 });

    expect(courseListCard.toData(list)).toMatchObject({
      warnings: [
        { text: '2 entries couldn’t be read, so the list and the counts may be missing something.' },
      ],
      emptyText: 'Nothing to show among the courses I could read.',
    });
    expect(courseListCard.toText(list)).toContain('2 entries couldn’t be read');
  });
});

describe('the warnings of the course list', () => {
  const warningsOf = (asked: Asked): readonly string[] => dataOf(asked).warnings.map(({ text }) => text);

  it.each([
    [{}, []],
    [{ isComplete: false }, ['Some courses couldn’t be loaded in time. Refresh to see them all.']],
    [{ missing: { reason: 'notInTime' } }, ['Some titles couldn’t be loaded in time. Refresh to see them.']],
    [{ missing: { reason: 'refused' } }, []],
    [{ missing: { reason: 'failed' } }, ['I couldn’t load some titles. Refresh to try again.']],
    [
      { missing: { reason: 'throttled', waitMs: 3_500_000 } },
      ['Viva Learning is very busy, so some titles are missing. Refresh in 59 minutes to see them.'],
    ],
  ] as const)('say what is missing: %j', (gaps, sentences) => {
    expect(warningsOf(gaps)).toEqual(sentences);
  });
});

describe('the text of the course list card', () => {
  it('follows the card', () => {
    const nameless = {
      activity: without(anActivity({ id: 'n', kind: 'assigned', status: 'notStarted' }), 'due'),
    };
    const courses = [
      due(12),
      due(18, { status: 'inProgress', completionPercentage: 40 }, 'Ethics <at>Ada</at>'),
      nameless,
    ];

    expect(courseListCard.toText(aCourseList({ courses }))).toBe(
      [
        '1 course is overdue',
        '1 more due this week · 3 open · at least 48 min left · As of 2:05 PM',
        'Start here',
        '1. Due 12 · Not started · Required · Due Nov 12, 2026 (5 days overdue)',
        'This week',
        '2. Ethics ‹at›Ada‹/at› · In progress · Required · 40% done · Due Nov 18, 2026 (tomorrow)',
        'No due date',
        '3. Assigned course (title not available) · Not started · Assigned · 40% done · No due date',
      ].join('\n'),
    );
  });

  it('says when there is nothing to show', () => {
    expect(courseListCard.toText(aCourseList({ courses: [], isComplete: false }))).toBe(
      [
        'Open courses',
        'Some courses couldn’t be loaded in time. Refresh to see them all.',
        'As of 2:05 PM',
        'Nothing to show among the courses I could read.',
      ].join('\n'),
    );
  });
});
