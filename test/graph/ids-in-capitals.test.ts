import { createLearningRecords } from '../../src/graph/learning/learning-records';
import { clientFor } from './graph-access';
import { shortly, useTeammateRig } from './teammate-rig';

const rig = useTeammateRig();
const KEY = 'externalCourseActivityId';
let amarasCount: number;

beforeEach(() => {
  amarasCount = rig.heldBy('Amara');
  for (const item of rig.here.world.activities) {
    Object.assign(item, { learnerUserId: String(item['learnerUserId']).toUpperCase() });
  }
});

describe('activities with the learner’s id in capitals', () => {
  it.each(['delegated', 'application'] as const)('belong to that learner when read by %s', async (way) => {
    Object.assign(rig.here.graph.settings, { usersListAppOnly: 'allowed' });

    const outcomes = await rig.readAll(rig.build({ access: way }), ['Amara']);

    expect(shortly(outcomes)).toEqual({ Amara: amarasCount });
  });

  it('belong to that learner in the lists of providers', async () => {
    Object.assign(rig.here.graph.settings, { reportsDelegated: 'refused', usersListAppOnly: 'refused' });

    const outcomes = await rig.readAll(rig.build(), ['Amara', 'Jonas', 'Noah']);

    expect(rig.modes.isAllowed(rig.here.world.tenantId, 'providers')).toBe(true);
    expect(shortly(outcomes)['Amara']).toBe(amarasCount);
    expect(shortly(outcomes)['Noah']).toBe(0);
  });

  it.each([
    ['in capitals', (id: string) => id.toUpperCase()],
    ['in small letters', (id: string) => id.toLowerCase()],
  ])('are the user’s own by external id when the user’s id is %s', async (_, spell) => {
    const own = rig.here.world.activities.find(
      (item) => item['learnerUserId'] === rig.here.idOf('Amara').toUpperCase() && KEY in item,
    );
    const records = createLearningRecords(clientFor(rig.here.graph.baseUrl));
    const access = { ...rig.accessOf('Amara'), userId: spell(rig.here.idOf('Amara')) };

    const found = await records.findOwnByExternalId(
      access,
      String(own?.['learningProviderId']),
      String(own?.[KEY]),
    );

    expect(found).toMatchObject({ id: own?.['id'] });
  });
});
