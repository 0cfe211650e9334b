import { contentKey, type CourseActivity, type CourseContent } from '../../src/domain/course-activity';
import type { DirectReport } from '../../src/domain/direct-report';
import type { TeammateOutcome } from '../../src/domain/ports';
import type { CourseFilter } from '../../src/domain/question';
import { rateTeam, refsOfTeam, type TeamStanding } from '../../src/domain/team-standing';
import { anActivity, PROVIDER } from '../support/courses';

const at = { now: new Date('2026-11-23T12:00:00Z'), zone: 'UTC' };
const ANY: CourseFilter = { status: 'any', due: 'any', kind: 'any', text: '' };
const OVERDUE: CourseFilter = { ...ANY, status: 'open', due: 'overdue' };

const titles = {
  fire: 'Fire safety',
  wardens: 'Fire safety for wardens',
  privacy: 'Data privacy basics',
  excel: 'Excel for analysts',
};
type Title = keyof typeof titles;

const contents = new Map<string, CourseContent>(
  Object.entries(titles).map(([contentId, title]) => [
    contentKey({ contentId, providerId: PROVIDER }),
    { contentId, providerId: PROVIDER, title, skillTags: [] },
  ]),
);

function due(day: string): Pick<CourseActivity, 'due'> {
  return { due: { kind: 'instant', dateTime: `${day}T12:00:00Z` } };
}

function open(contentId: Title, day?: string): CourseActivity {
  return anActivity({ contentId, ...(day !== undefined && due(day)) });
}

function done(contentId: Title): CourseActivity {
  return anActivity({ contentId, status: 'completed', completionPercentage: 100 });
}

const overdue = (contentId: Title): CourseActivity => open(contentId, '2026-11-20');

type List = readonly CourseActivity[] | Extract<TeammateOutcome, { kind: 'unreadable' }>['reason'];

function rate(lists: Readonly<Record<string, List>>, filter: CourseFilter = ANY): TeamStanding {
  const names = Object.keys(lists);
  const outcomes = new Map<string, TeammateOutcome>(
    Object.entries(lists).map(([name, list]) => [
      name,
      typeof list === 'string'
        ? { kind: 'unreadable', reason: list }
        : { kind: 'read', activities: list, isComplete: true },
    ]),
  );
  return rateTeam({ reports: names.map(toReport), outcomes }, contents, { filter, at });
}

function toReport(name: string): DirectReport {
  return { userId: name, displayName: name, isEnabled: true };
}

function namesOf({ members }: TeamStanding): readonly (string | undefined)[] {
  return members.map(({ report }) => report.displayName);
}

describe('the order of people', () => {
  it('is by overdue count, then next due date, then open count, then name', () => {
    const standing = rate({
      Finished: [done('fire')],
      Unread: 'failed',
      Later: [open('fire', '2026-12-20'), open('excel', '2026-12-21')],
      Zoe: [open('fire')],
      Sooner: [open('fire', '2026-11-25')],
      Adam: [open('fire')],
      Late: [overdue('fire')],
      'Very late': [overdue('fire'), overdue('privacy')],
      Busy: [open('fire'), open('privacy')],
      License: 'unlicensed',
    });

    expect(namesOf(standing)).toEqual([
      'Very late',
      'Late',
      'Sooner',
      'Later',
      'Busy',
      'Adam',
      'Zoe',
      'Finished',
      'License',
      'Unread',
    ]);
  });

  it('sorts names alphabetically, whatever their accents', () => {
    expect(namesOf(rate({ Zoe: [], Émile: [], adam: [], Frida: [] }))).toEqual([
      'adam',
      'Émile',
      'Frida',
      'Zoe',
    ]);
  });

  it('accepts people without a name', () => {
    const report = { userId: 'x', isEnabled: true };
    const outcomes = new Map([['x', { kind: 'read', activities: [], isComplete: true } as const]]);

    expect(rateTeam({ reports: [report], outcomes }, contents, { filter: ANY, at }).members).toHaveLength(1);
  });
});

describe('the totals', () => {
  it('include everyone who was read, even people whom the filter hides', () => {
    const lists = {
      A: [overdue('fire'), overdue('privacy'), open('excel')],
      B: [done('fire')],
      C: 'unlicensed',
    } as const;

    const counts = { people: 2, unreadable: 1, late: 1, overdue: 2 };
    expect(rate(lists).counts).toEqual({ ...counts, matching: 2 });
    expect(rate(lists, OVERDUE).counts).toEqual({ ...counts, matching: 1 });
  });

  it('of one course are about the people who have it', () => {
    const lists = { A: [overdue('fire')], B: [done('fire')], C: [open('excel')], D: 'forbidden' } as const;
    const { counts } = rate(lists, { ...ANY, status: 'open', text: 'fire safety' });

    expect(counts).toEqual({ people: 2, unreadable: 1, late: 1, overdue: 1, matching: 1 });
  });

  it('count no one as unassigned whose list is not whole: the course may be missing from it', () => {
    const reports = ['A', 'B', 'C'].map(toReport);
    const list = { kind: 'read', activities: [open('excel')], isComplete: true } as const;
    const outcomes = new Map<string, TeammateOutcome>([
      ['A', list],
      ['B', { ...list, isComplete: false }],
      ['C', { ...list, unreadable: 1 }],
    ]);

    const filter = { ...ANY, text: 'excel for analysts' };
    const about = rateTeam({ reports, outcomes }, contents, { filter: { ...ANY, text: 'fire safety' }, at });
    const inList = rateTeam({ reports, outcomes }, contents, { filter, at });

    expect(about.courseCounts?.notAssigned).toBe(1);
    expect(about.counts.unreadable).toBe(2);
    expect(inList.counts).toMatchObject({ people: 3, unreadable: 0 });
  });

  it('leave out people who are still loading', () => {
    const reports = ['A', 'B'].map(toReport);
    const outcomes = new Map([['A', { kind: 'read', activities: [], isComplete: true } as const]]);

    const standing = rateTeam({ reports, outcomes }, contents, { filter: ANY, at });

    expect(namesOf(standing)).toEqual(['A']);
    expect(standing.counts.people).toBe(1);
  });
});

describe('a filter by status', () => {
  const lists = {
    Late: [overdue('fire')],
    'Late by choice': [{ ...overdue('fire'), kind: 'recommended' as const }],
    'On time': [open('fire', '2026-12-20')],
    Finished: [done('fire')],
    None: [],
    Unread: 'forbidden',
  } as const;

  it.each<[string, CourseFilter, readonly string[]]>([
    ['everyone', ANY, ['Late', 'Late by choice', 'On time', 'Finished', 'None', 'Unread']],
    ['who is overdue', OVERDUE, ['Late', 'Late by choice', 'Unread']],
    ['whose required courses are overdue', { ...OVERDUE, kind: 'required' }, ['Late', 'Unread']],
    ['who has something open', { ...ANY, status: 'open' }, ['Late', 'Late by choice', 'On time', 'Unread']],
    ['who has finished something', { ...ANY, status: 'completed' }, ['Finished', 'Unread']],
    ['who is due this month', { ...ANY, due: 'nextMonth' }, ['On time', 'Unread']],
  ])('hides people without a match, and keeps those who could not be read: %s', (_, filter, names) => {
    expect(namesOf(rate(lists, filter))).toEqual(names);
  });

  it('counts only courses of the type asked for', () => {
    const [member] = rate({ A: lists['Late by choice'] }, { ...ANY, kind: 'required' }).members;

    expect(member).toMatchObject({ kind: 'read', summary: { overdue: 0, open: 0 } });
  });
});

describe('a question about one course', () => {
  const lists = {
    Finished: [done('fire'), overdue('privacy')],
    Begun: [anActivity({ contentId: 'fire', status: 'inProgress' })],
    'Not begun': [open('fire'), done('privacy')],
    'Not assigned': [overdue('privacy')],
    'Wardens alone': [done('wardens')],
    Unread: 'failed',
  } as const;
  const asked = (text: string): CourseFilter => ({ ...ANY, text });

  it('says who has finished it, is in progress, has not started or is not assigned', () => {
    const { members, courseCounts } = rate(lists, asked('fire safety'));

    expect(
      members.map((member) => [
        member.report.displayName,
        member.kind === 'read' ? member.course : member.reason,
      ]),
    ).toEqual([
      ['Not begun', 'notStarted'],
      ['Begun', 'inProgress'],
      ['Finished', 'finished'],
      ['Not assigned', 'notAssigned'],
      ['Wardens alone', 'notAssigned'],
      ['Unread', 'failed'],
    ]);
    expect(courseCounts).toEqual({ finished: 1, inProgress: 1, notStarted: 1, notAssigned: 2 });
  });

  it('means the same course for everyone: an exact title on one list counts on all', () => {
    const { members } = rate({ A: [done('wardens')], B: [done('fire')] }, asked('fire safety'));

    expect(members.find(({ report }) => report.userId === 'A')).toMatchObject({ course: 'notAssigned' });
  });

  it('means several courses when only some words match', () => {
    const { members } = rate({ A: [done('wardens')], B: [open('fire')] }, asked('fire'));

    expect(members).toMatchObject([{ course: 'notStarted' }, { course: 'finished' }]);
  });

  it.each<[string, CourseFilter['status'], readonly string[]]>([
    ['who has not finished it', 'open', ['Not begun', 'Begun', 'Unread']],
    ['who has finished it', 'completed', ['Finished', 'Unread']],
  ])('%s', (_, status, names) => {
    expect(namesOf(rate(lists, { ...asked('fire safety'), status }))).toEqual(names);
  });

  it('is unfinished until both of two assignments are finished', () => {
    const [member] = rate({ A: [done('fire'), open('fire')] }, asked('fire safety')).members;

    expect(member).toMatchObject({ course: 'notStarted' });
  });

  it.each<[CourseFilter['status'], readonly string[]]>([
    ['completed', ['Once']],
    ['open', ['Again']],
    ['notStarted', ['Again']],
    ['inProgress', []],
  ])('is unfinished for someone who has to repeat it: %s', (status, names) => {
    const repeated = { Again: [done('fire'), open('fire')], Once: [done('fire')] };

    expect(namesOf(rate(repeated, { ...asked('fire safety'), status }))).toEqual(names);
  });

  it.each([
    ['fire safety', ['Fire safety']],
    ['fire', ['Fire safety', 'Fire safety for wardens']],
    ['underwater welding', []],
    ['', []],
  ])('is shown by its titles when asked for as “%s”', (text, titles) => {
    expect(rate(lists, asked(text)).askedTitles).toEqual(titles);
  });

  it('is assigned to no one when no list has it', () => {
    const { members, courseCounts } = rate(lists, asked('underwater welding'));

    expect(courseCounts).toEqual({ finished: 0, inProgress: 0, notStarted: 0, notAssigned: 5 });
    expect(members).toHaveLength(6);
  });
});

describe('refsOfTeam', () => {
  it('lists the most common first, each once, up to a limit', () => {
    const lists = [
      [open('excel'), open('fire')],
      [open('fire'), anActivity({ contentId: 'FIRE' })],
      [open('privacy'), open('fire')],
      [open('privacy')],
    ];
    const outcomes = new Map<string, TeammateOutcome>(
      lists.map((activities, index) => [String(index), { kind: 'read', activities, isComplete: true }]),
    );

    expect(refsOfTeam({ outcomes }).map(({ contentId }) => contentId.toLowerCase())).toEqual([
      'fire',
      'privacy',
      'excel',
    ]);
    expect(refsOfTeam({ outcomes }, 1)).toHaveLength(1);
  });
});
