import { createDispatcher } from '../../../src/bot/dispatch';
import type { SignedInTurn } from '../../../src/bot/routes';
import { teamRoutes } from '../../../src/features/team/routes';
import { turn } from '../share-course/share-rig';

const report = { userId: '00000000-0000-4000-8000-0000000000b1', displayName: 'Ben Carter', isEnabled: true };
const outcomes = new Map([[report.userId, { kind: 'read', activities: [], isComplete: true } as const]]);

const dispatcher = createDispatcher(
  teamRoutes({
    team: {
      load: () => Promise.resolve({ reports: [report], hasAllReports: true, outcomes, readAt: new Date() }),
    },
    catalog: { findContents: () => Promise.resolve({ contents: new Map() }) },
    audit: { record: () => Promise.resolve() },
    isOn: true,
  }),
);

const data = {
  manager: turn.userId,
  filter: { status: 'any', due: 'any', kind: 'any', text: '' },
  page: 1,
} as const;

/** Runs the work of an export, as its offer or when it is accepted. */
async function run(kind: 'cardAction' | 'acceptedFile', zone: string): Promise<unknown> {
  const now = new Date('2026-11-23T23:30:00Z');
  const signedIn: SignedInTurn = { ...turn, isPersonalChat: true, zone, now };
  const work = dispatcher.get(kind, 'team/export').prepare(signedIn, data);
  return typeof work === 'string' ? work : work(signedIn);
}

describe('the name of the file', () => {
  it.each([
    ['UTC', '2026-11-23'],
    ['Asia/Tokyo', '2026-11-24'],
    ['America/Los_Angeles', '2026-11-23'],
  ])('has the date in the viewer’s time zone, in %s', async (zone, day) => {
    expect(await run('cardAction', zone)).toMatchObject({ name: `Team courses ${day}.csv` });
    expect(await run('acceptedFile', zone)).toMatchObject({ name: `Team courses ${day}.csv` });
  });
});
