import { toPersonLine, toPersonRow } from '../../../src/cards/parts/person-row';
import type { CourseActivity } from '../../../src/domain/course-activity';
import type { DirectReport } from '../../../src/domain/direct-report';
import type { TeammateOutcome } from '../../../src/domain/ports';
import type { CourseFilter } from '../../../src/domain/question';
import { anActivity, openFilter, without } from '../samples';
import { aStanding, aTeamView, someReports } from '../team-samples';

const ANY: CourseFilter = { ...openFilter, status: 'any' };

function aList(...activities: readonly Partial<CourseActivity>[]): TeammateOutcome {
  return { kind: 'read', activities: activities.map((activity) => anActivity(activity)), isComplete: true };
}

interface Asked {
  readonly filter?: CourseFilter;
  readonly reports?: readonly DirectReport[];
}

function rowOf(list: TeammateOutcome, { filter = ANY, reports = someReports(1) }: Asked = {}) {
  const standing = aStanding({ reports, outcomes: [list], filter });
  const [member] = standing.members;
  if (member === undefined) throw new Error('The team is empty.');
  const view = aTeamView({ standing, filter });
  return { ...toPersonRow(member, view), text: toPersonLine(member, view) };
}

describe('the row of a person', () => {
  it('names the course that is overdue longest, the finished share, and how many are overdue', () => {
    const row = rowOf(
      aList(
        { due: { kind: 'day', date: '2026-11-16' } },
        { due: { kind: 'day', date: '2026-11-12' } },
        { status: 'completed' },
        { due: { kind: 'day', date: '2026-12-24' } },
      ),
    );

    expect(row).toMatchObject({
      initials: 'AD',
      name: 'Amara Diallo',
      line: 'Oldest: Fire safety · 25% of 4 done',
      badge: { text: '2 overdue', style: 'Attention', color: 'attention' },
    });
    expect(row.open.title).toBe('Amara Diallo, Oldest: Fire safety · 25% of 4 done, 2 overdue');
    expect(row.text).toBe('Amara Diallo · 2 overdue · Oldest: Fire safety · 25% of 4 done');
  });

  it('names the next course and when it is due when nothing is overdue', () => {
    const list = aList(
      { due: { kind: 'day', date: '2026-12-24' } },
      { due: { kind: 'day', date: '2026-11-19' } },
    );

    expect(rowOf(list)).toMatchObject({
      line: 'Next: Fire safety · in 2 days',
      badge: { text: 'On time', style: 'Default', color: 'default' },
    });
  });

  it('shows the share where nothing is due', () => {
    expect(rowOf(aList({ status: 'completed' }, { status: 'completed' })).line).toBe('100% of 2 done');
    const open = without(anActivity({ status: 'notStarted' }), 'due');
    const list: TeammateOutcome = {
      kind: 'read',
      activities: [open, anActivity({ status: 'completed' })],
      isComplete: true,
    };

    expect(rowOf(list).line).toBe('Next: Fire safety · 50% of 2 done');
  });

  it('never calls a share whole before everything is finished', () => {
    const many = Array.from({ length: 299 }, () => ({ status: 'completed' as const }));

    expect(rowOf(aList(...many, { status: 'notStarted' })).line).toContain('99% of 300 done');
  });

  it('shows a dash, which is not read aloud, without courses or a readable list', () => {
    const none = rowOf(aList());
    const unread = rowOf({ kind: 'unreadable', reason: 'failed', waitMs: 150_000 });

    expect(none).toMatchObject({ line: 'No courses', badge: { text: '—' } });
    expect(none.open.title).toBe('Amara Diallo, No courses');
    expect(unread).toMatchObject({
      line: 'Not available right now · try again in 3 minutes',
      badge: { text: '—' },
    });
  });

  it('does not call someone on time whose list is not whole', () => {
    const list = { ...aList({ due: { kind: 'day', date: '2026-11-19' } }), isComplete: false };

    expect(rowOf(list)).toMatchObject({
      line: 'Next: Fire safety · in 2 days · not everything loaded',
      badge: { text: '—' },
    });
  });

  it('says that an account is disabled', () => {
    const reports = [{ userId: 'x', displayName: 'Ben', isEnabled: false }];

    expect(rowOf(aList(), { reports }).line).toBe('No courses · Account disabled');
  });

  it('opens every course of the kind and title that the list is about', () => {
    const filter: CourseFilter = { ...ANY, status: 'open', kind: 'required', text: 'fire safety' };
    const { open } = rowOf(aList({}), { filter });

    expect(open.verb).toBe('teammate/open');
    expect(open.data).toEqual({
      manager: expect.any(String) as string,
      learner: expect.any(String) as string,
      filter: { status: 'any', due: 'any', kind: 'required', text: 'fire safety' },
      page: 1,
    });
  });
});

describe('the row of a person in one course', () => {
  const filter: CourseFilter = { ...ANY, text: 'fire safety' };

  it.each<[string, Partial<CourseActivity>, string, string]>([
    [
      'overdue',
      { due: { kind: 'day', date: '2026-11-12' }, completionPercentage: 40 },
      'In progress · 40% done · Due Nov 12',
      '5 days',
    ],
    [
      'due tomorrow',
      { status: 'notStarted', completionPercentage: 0, due: { kind: 'day', date: '2026-11-18' } },
      'Not started · Due Nov 18',
      'Tomorrow',
    ],
    [
      'finished',
      { status: 'completed', completedDateTime: '2026-08-28T10:00:00Z' },
      'Completed on Aug 28, 2026',
      'Finished',
    ],
  ])('says where they stand: %s', (...[, changes, line, badge]) => {
    const activity = { ...without(anActivity(), 'completionPercentage'), ...changes };
    const row = rowOf({ kind: 'read', activities: [activity], isComplete: true }, { filter });

    expect(row.line).toBe(line);
    expect(row.badge.text).toBe(badge);
  });

  it('does not say that a course is not assigned when the list is not whole', () => {
    const other = { contentId: 'other', externalId: 'other' };

    expect(rowOf(aList(other), { filter }).line).toBe('Not assigned');
    expect(rowOf({ ...aList(other), unreadable: 1 } as TeammateOutcome, { filter }).line).toBe(
      'Not available right now',
    );
  });
});
