import { teamCard, type TeamView } from '../../../src/cards/team';
import type { CourseActivity } from '../../../src/domain/course-activity';
import type { TeammateOutcome } from '../../../src/domain/ports';
import { anActivity, openFilter } from '../samples';
import { aStanding, aTeamView, someReports } from '../team-samples';

function aList(...activities: readonly Partial<CourseActivity>[]): TeammateOutcome {
  return { kind: 'read', activities: activities.map((activity) => anActivity(activity)), isComplete: true };
}

/** The lines that the team card shows for each person. */
function rowsOf(view: TeamView): readonly (readonly string[])[] {
  const { card } = teamCard(view);
  return (card['body'] as readonly Container[])
    .filter(({ selectAction }) => selectAction?.verb === 'teammate/open')
    .map(({ items }) => items.map(({ inlines }) => inlines.map(({ text }) => text).join('')));
}

interface Container {
  readonly selectAction?: { readonly verb: string };
  readonly items: readonly { readonly inlines: readonly { readonly text: string }[] }[];
}

function rowOf(list: TeammateOutcome, filter = { ...openFilter, status: 'any' as const }): readonly string[] {
  const standing = aStanding({ reports: someReports(1), outcomes: [list], filter });
  const [row] = rowsOf(aTeamView({ standing, filter }));
  return row ?? [];
}

describe('the row of a person', () => {
  it('shows the longest overdue date and the share of finished courses', () => {
    const list = aList(
      { due: { kind: 'day', date: '2026-11-16' } },
      { due: { kind: 'day', date: '2026-11-12' } },
      { status: 'completed' },
      { due: { kind: 'day', date: '2026-12-24' } },
    );

    expect(rowOf(list)).toEqual([
      'Amara Diallo ›',
      '! 2 overdue · 3 open',
      'Due Nov 12, 2026 · 5 days overdue',
      '━━━━━─────────────── 25% finished',
    ]);
  });

  it('shows the next due date when nothing is overdue', () => {
    const list = aList(
      { due: { kind: 'day', date: '2026-12-24' } },
      { due: { kind: 'day', date: '2026-11-19' } },
    );

    expect(rowOf(list)).toEqual([
      'Amara Diallo ›',
      '◐ 2 open',
      'Due Nov 19, 2026 · in 2 days',
      '──────────────────── 0% finished',
    ]);
  });

  it('shows no date when nothing is due', () => {
    expect(rowOf(aList({ status: 'completed' }, { status: 'completed' }))).toEqual([
      'Amara Diallo ›',
      '✓ 2 completed',
      '━━━━━━━━━━━━━━━━━━━━ 100% finished',
    ]);
  });

  it('shows neither date nor share without courses or a readable list', () => {
    expect(rowOf(aList())).toEqual(['Amara Diallo ›', '– No courses']);
    expect(rowOf({ kind: 'unreadable', reason: 'failed' })).toEqual([
      'Amara Diallo ›',
      '– Not available right now',
    ]);
  });

  it('shows the status of the one course that was asked for, without a share', () => {
    const about = { ...openFilter, status: 'any' as const, text: 'fire safety' };

    expect(rowOf(aList({ due: { kind: 'day', date: '2026-11-12' } }), about)).toEqual([
      'Amara Diallo ›',
      '◐ In progress',
      'Due Nov 12, 2026 · 5 days overdue',
    ]);
  });

  it('differs from person to person', () => {
    const outcomes = [
      aList({ due: { kind: 'day', date: '2026-11-12' } }),
      aList({ status: 'completed' }),
      aList({ due: { kind: 'day', date: '2026-11-19' } }),
    ];
    const standing = aStanding({ reports: someReports(3), outcomes });

    const dates = rowsOf(aTeamView({ standing })).map((row) => row.find((line) => line.startsWith('Due')));

    expect(dates).toEqual(['Due Nov 12, 2026 · 5 days overdue', 'Due Nov 19, 2026 · in 2 days', undefined]);
  });
});
