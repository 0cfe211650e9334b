import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { clearAuditLog } from './audit-log';
import { ask, findPersonId, startTestWorld } from './local-world';

/** A local world whose tenant lets managers read their reports, with a manager in it. */
export interface ManagerRig {
  readonly world: RunningWorld;
  /** Has eight direct reports. She is signed out before each test, so nothing of hers is cached. */
  readonly katherine: TeamsClient;
}

/** Starts one world for the surrounding tests, and clears its records before each test. */
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
