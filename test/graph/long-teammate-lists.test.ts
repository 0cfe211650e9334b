import { useTeammateRig } from './teammate-rig';

const rig = useTeammateRig({ busyLearner: 60 });

describe('a list of more than 50 pages', () => {
  it('ends there as incomplete, next to a complete one', async () => {
    Object.assign(rig.here.graph.settings, { pageSize: 1, usersListAppOnly: 'allowed' });

    const outcomes = await rig.readAll(rig.build({ access: 'application' }), ['Lotta', 'Amara']);

    const [lotta, amara] = [outcomes.get('Lotta'), outcomes.get('Amara')];
    expect(lotta).toMatchObject({ kind: 'read', isComplete: false });
    expect(lotta?.kind === 'read' && lotta.activities).toHaveLength(50);
    expect(amara).toMatchObject({ kind: 'read', isComplete: true });
    expect(amara?.kind === 'read' && amara.activities).toHaveLength(rig.heldBy('Amara'));
    expect(rig.batches()).toHaveLength(50);
  });
});
