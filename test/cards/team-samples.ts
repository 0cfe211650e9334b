import type { CardSubject } from '../../src/cards/parts/course-subject';
import type { ViewLog } from '../../src/cards/view-log';
import type { TeamView } from '../../src/cards/team';
import { contentKey, type CourseActivity, type CourseContent } from '../../src/domain/course-activity';
import type { DirectReport } from '../../src/domain/direct-report';
import type { TeammateOutcome } from '../../src/domain/ports';
import type { CourseFilter } from '../../src/domain/question';
import { rateTeam, type TeamStanding } from '../../src/domain/team-standing';
import { aContent, anActivity, learnerUserId, now, openFilter, viewer } from './samples';

export const managerUserId = '00000000-0000-4000-8000-000000000009';
const anyCourse: CourseFilter = { ...openFilter, status: 'any' };

/** A name or title that is too long and contains markup. */
export const deceivingText = '**Ada** <b>[x](y)</b> \u202Enoitcerid {{TIME(x)}} '.padEnd(300, 'and on ');

/** The subject of a card that a manager sees. */
export function aTeammate(name = 'Amara Diallo'): CardSubject {
  return { learnerUserId, teammate: { managerUserId, name } };
}

export function someReports(count: number, displayName = 'Amara Diallo'): readonly DirectReport[] {
  return Array.from({ length: count }, (_, index) => ({
    userId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    displayName,
    userPrincipalName: `amara.diallo.${index}@contoso.com`,
    isEnabled: index % 2 === 0,
  }));
}

export function someContents(count: number, title: string): readonly CourseContent[] {
  return Array.from({ length: count }, (_, index) =>
    aContent({ contentId: `content-${index}`, title: `${index} ${title}` }),
  );
}

interface Team {
  readonly reports?: readonly DirectReport[];
  /** The outcomes of reading their lists, in order. */
  readonly outcomes?: readonly TeammateOutcome[];
  readonly contents?: readonly CourseContent[];
  readonly filter?: CourseFilter;
}

function aList(...activities: readonly Partial<CourseActivity>[]): TeammateOutcome {
  return { kind: 'read', activities: activities.map((activity) => anActivity(activity)), isComplete: true };
}

/** A report who is late, on time, done, not started, without courses, and each who cannot be read. */
const EVERY_OUTCOME: readonly TeammateOutcome[] = [
  aList({ completionPercentage: 10 }, { status: 'completed' }, { due: { kind: 'day', date: '2025-01-07' } }),
  aList({ due: { kind: 'instant', dateTime: '2026-11-20T10:00:00Z' } }),
  aList({ status: 'completed' }),
  aList({ status: 'notStarted', due: { kind: 'day', date: '2027-03-01' } }),
  aList(),
  ...(['unlicensed', 'forbidden', 'notFound', 'failed'] as const).map(
    (reason) => ({ kind: 'unreadable', reason }) as const,
  ),
];

/** The standing of a team with every kind of report. */
export function aStanding({
  outcomes = EVERY_OUTCOME,
  reports = someReports(outcomes.length * 2),
  contents = [aContent()],
  filter = anyCourse,
}: Team = {}): TeamStanding {
  const lists = new Map(
    reports.flatMap(({ userId }, index) => {
      const outcome = outcomes[index % outcomes.length];
      return outcome === undefined ? [] : [[userId, outcome] as const];
    }),
  );
  const titles = new Map(contents.map((content) => [contentKey(content), content]));
  return rateTeam({ reports, outcomes: lists }, titles, { filter, at: viewer });
}

export function aTeamView({ standing = aStanding(), ...overrides }: Partial<TeamView> = {}): TeamView {
  return {
    ...viewer,
    standing,
    filter: anyCourse,
    page: 1,
    managerUserId,
    readAt: now,
    reports: standing.members.length,
    read: standing.members.length,
    hasAllReports: true,
    isComplete: true,
    unreadable: 0,
    ...overrides,
  };
}

/** Views of every kind, by someone with that name and by someone without a name. */
export function someViews(name = 'Katherine Walsh', count = 5, locale = viewer.locale): ViewLog {
  const views = [
    { what: 'team', outcome: 'shown' },
    { what: 'teammate', outcome: 'refused' },
    { what: 'course', outcome: 'unreadable' },
    { what: 'export', outcome: 'shown' },
    { what: 'export', outcome: 'unreadable' },
  ] as const;
  return {
    entries: Array.from({ length: count }, (_, index) => ({
      at: '2026-11-16T22:05:00Z',
      viewerId: index % 5 === 3 ? '' : managerUserId,
      ...(views[index % 5] ?? views[0]),
    })),
    isComplete: true,
    hasOlder: false,
    ...viewer,
    locale,
    names: new Map([[managerUserId, name]]),
  };
}
