import type { SignedInTurn } from '../../../src/bot/routes';
import type { LookAtTeam } from '../../../src/features/team/look-at-team';
import { createTeamFile } from '../../../src/features/team/team-file';

const filter = { status: 'any', due: 'any', kind: 'any', text: '' } as const;

const look: LookAtTeam = {
  load: () => Promise.resolve({ reports: [], hasAllReports: true, outcomes: new Map(), readAt: new Date() }),
  rate: () =>
    Promise.resolve({
      standing: {
        members: [],
        leftOut: [],
        counts: { people: 0, late: 0, overdue: 0, open: 0 },
        askedTitles: [],
        courseTitles: [],
      },
    }),
  record: () => Promise.resolve(),
};

function turnIn(zone: string): SignedInTurn {
  const turn: Partial<SignedInTurn> = { locale: 'en-US', zone, now: new Date('2026-11-23T23:30:00Z') };
  return turn as SignedInTurn;
}

describe('the name of the file', () => {
  it.each([
    ['UTC', '2026-11-23'],
    ['Asia/Tokyo', '2026-11-24'],
    ['America/Los_Angeles', '2026-11-23'],
  ])('has the date in the viewer’s time zone, in %s', async (zone, day) => {
    const file = createTeamFile(look);

    expect(await file.offer(turnIn(zone), { filter, page: 1 })).toMatchObject({
      name: `Team courses ${day}.csv`,
    });
    expect(await file.create(turnIn(zone), filter)).toMatchObject({ name: `Team courses ${day}.csv` });
  });
});
