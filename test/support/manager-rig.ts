import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { clearAuditLog } from './audit-log';
import { ask, findPersonId, startTestWorld } from './local-world';

/** A local world whose tenant lets managers read their reports, with a manager in it. */
export interface ManagerRig {
  readonly world: RunningWorld;
  /** Has eight direct reports. Signed out before each test, so that nothing of hers is kept. */
  readonly katherine: TeamsClient;
}

/** For the tests around: one world, and nothing recorded before each test. */
export function useManagerRig(): ManagerRig {
  let world: RunningWorld;
  let katherine: TeamsClient;

  beforeAll(async () => {
    world = await startTestWorld({ locale: 'en-US' });
    world.graph.settings.reportsDelegated = 'allowed';
    katherine = world.teams.client(findPersonId(world, 'Katherine'));
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await ask(katherine, 'sign out');
    world.graph.requests.length = 0;
    clearAuditLog(world);
  });

  return {
    get world() {
      return world;
    },
    get katherine() {
      return katherine;
    },
  };
}
