import type { TeammateOutcome } from '../../src/domain/ports';
import { readProviderLists } from '../../src/graph/teammates/provider-lists';
import { access, clientFor, id } from './graph-access';
import { replayGraph } from './replay-graph';

it('keeps the last version of each activity, and counts unreadable ones with a learner', async () => {
  const replay = await replayGraph('provider-activities.overlapping');
  const outcomes = new Map<string, TeammateOutcome>();

  await readProviderLists(
    clientFor(replay.baseUrl),
    { access: access(), providerIds: [id(70)], userIds: [id(2), id(4)] },
    (userId, outcome) => outcomes.set(userId, outcome),
  );

  expect([...outcomes]).toMatchObject([
    [id(2), { kind: 'read', activities: [{ id: id(10), status: 'completed' }], unreadable: 1 }],
    [id(4), { kind: 'read', activities: [] }],
  ]);
  await replay.finish();
});
