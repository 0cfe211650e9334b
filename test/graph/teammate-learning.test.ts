import { shortly, TEAM, useTeammateRig } from './teammate-rig';

const rig = useTeammateRig();

describe('what is learned about access modes', () => {
  const refuseDelegated = (): void => {
    rig.here.graph.settings.reportsDelegated = 'refused';
  };

  it('marks a mode as refused once another works for the same people', async () => {
    refuseDelegated();
    rig.here.graph.settings.usersListAppOnly = 'allowed';
    const records = rig.build();
    await rig.readAll(records, ['Amara']);
    rig.here.graph.requests.length = 0;

    await rig.readAll(records, ['Jonas']);

    expect(rig.modes.describe()).toEqual([{ delegated: 'refused', application: 'allowed' }]);
    expect(rig.batches()).toEqual([1]);
  });

  it.each([
    ['one person', ['Amara']],
    ['several', TEAM],
  ])('is corrected by reading %s', async (_, names) => {
    const records = rig.build();
    await rig.readAll(records, names);
    refuseDelegated();
    rig.here.graph.settings.usersListAppOnly = 'allowed';

    expect(shortly(await rig.readAll(records, names))).toMatchObject({ Amara: rig.heldBy('Amara') });
    expect(rig.modes.describe()).toEqual([{ delegated: 'refused', application: 'allowed' }]);
  });

  it('costs one wasted batch, however large the team', async () => {
    refuseDelegated();
    rig.here.graph.settings.usersListAppOnly = 'allowed';

    await rig.readAll(
      rig.build(),
      Array.from({ length: 45 }, () => 'Noah'),
    );

    expect(rig.batches()).toEqual([20, 20, 20, 5]);
  });

  it('does not switch to provider lists because of one refused person', async () => {
    rig.here.graph.settings.usersListAppOnly = 'allowed';
    rig.here.graph.settings.personFaults.set(rig.here.idOf('Jonas'), 'forbidden');
    const records = rig.build();

    expect(shortly(await rig.readAll(records, ['Jonas']))).toEqual({ Jonas: rig.heldBy('Jonas') });
    expect(rig.modes.candidates(rig.here.world.tenantId)).toEqual(['delegated', 'application', 'providers']);
    await rig.readAll(records, ['Amara']);
    rig.here.graph.requests.length = 0;
    await rig.readAll(records, ['Jonas']);

    expect(rig.here.graph.requests.filter(({ path }) => path.includes('/learningProviders/'))).toEqual([]);
  });

  it('does not change because of one person who is refused in all modes', async () => {
    Object.assign(rig.here.graph.settings, { reportsDelegated: 'refused', providerListAppOnly: 'refused' });
    const records = rig.build({ access: 'delegated' });

    expect(shortly(await rig.readAll(records, ['Amara']))).toEqual({ Amara: 'forbidden' });
    expect(rig.modes.candidates(rig.here.world.tenantId)).toEqual(['delegated']);
  });

  it('does not change because of unknown people', async () => {
    for (const name of TEAM) rig.here.graph.settings.personFaults.set(rig.here.idOf(name), 'notFound');
    const records = rig.build({ access: 'delegated' });

    const unknown = await rig.readAll(records, TEAM);
    rig.here.graph.settings.personFaults.clear();

    expect(shortly(unknown)).toEqual({ Amara: 'notFound', Jonas: 'notFound', Noah: 'notFound' });
    expect(shortly(await rig.readAll(records, ['Amara']))).toEqual({ Amara: rig.heldBy('Amara') });
  });

  it('marks a mode as refused when it is not supported for one person', async () => {
    rig.here.graph.settings.usersListAppOnly = 'notSupported';
    rig.here.graph.settings.providerListAppOnly = 'refused';
    await rig.readAll(rig.build({ access: 'application' }), ['Amara']);

    expect(rig.modes.describe()).toEqual([expect.objectContaining({ application: 'refused' })]);
  });
});
