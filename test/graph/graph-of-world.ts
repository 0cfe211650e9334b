import { createClock } from '../../sandbox/clock';
import { createGraph, type Graph } from '../../sandbox/graph/graph';
import { createWireLog } from '../../sandbox/wire-log';
import { loadWorld, type WorldSize } from '../../sandbox/world/load-world';
import type { Person, World } from '../../sandbox/world/world';
import type { GraphAccess } from '../../src/domain/ports';

const SCOPES = [
  'LearningAssignedCourse.Read',
  'LearningSelfInitiatedCourse.Read',
  'LearningContent.Read.All',
  'LearningProvider.Read',
  'User.Read',
  'User.ReadBasic.All',
].join(' ');

/** The local Graph; a person's token is their id. */
export async function startGraph(
  size?: WorldSize,
): Promise<{ readonly world: World; readonly graph: Graph }> {
  const clock = createClock('2026-12-01T09:00:00Z');
  const world = loadWorld(clock, size);
  const graph = await createGraph({
    world,
    clock,
    log: createWireLog(() => clock.now()),
    verifyGraphToken: (oid) =>
      world.findPerson(oid) === undefined
        ? { ok: false }
        : { ok: true, claims: { oid, tid: world.tenantId, scp: SCOPES } },
  });
  return { world, graph };
}

export function accessFor(
  { tenantId }: World,
  { user }: Person,
  signal: AbortSignal = AbortSignal.timeout(10_000),
): GraphAccess {
  return { userId: user.id, tenantId, graphToken: user.id, signal };
}

/** The number of parts in each batch so far. */
export function batchSizesOf({ requests }: Graph): number[] {
  return requests.flatMap(({ batch }) => (batch === undefined ? [] : [batch.length]));
}
