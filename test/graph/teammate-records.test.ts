import type { AskedGraph } from './asked-graph';
import { createKeptLog } from './graph-access';
import { type Access, useTeammateRig } from './teammate-rig';

const rig = useTeammateRig();

describe('find', () => {
  function activityOf(name: string): string {
    return String(
      rig.here.world.activities.find((item) => item['learnerUserId'] === rig.here.idOf(name))?.['id'],
    );
  }

  it.each<[string, Partial<AskedGraph['graph']['settings']>, RegExp]>([
    ['with the manager’s token by the person’s path', {}, /^\/users\/[^/]+\/employeeExperience\//],
    ['with the app’s token by its own', { reportsDelegated: 'refused' }, /^\/employeeExperience\//],
  ])('reads %s', async (_, settings, form) => {
    Object.assign(rig.here.graph.settings, settings);

    const activity = await rig
      .build()
      .find(rig.accessOf(), rig.here.idOf('Amara').toUpperCase(), activityOf('Amara'));

    expect(activity).toMatchObject({ learnerUserId: rig.here.idOf('Amara') });
    expect(rig.here.graph.requests.at(-1)?.path).toMatch(form);
  });

  it('returns nothing of anyone else, even though the app’s token could read it', async () => {
    const log = createKeptLog();

    const activity = await rig
      .build({ access: 'application', log })
      .find(rig.accessOf(), rig.here.idOf('Amara'), activityOf('Priya'));

    expect(activity).toBeUndefined();
    expect(rig.here.graph.requests.at(-1)?.status).toBe(200);
    expect(log.lines.some(({ level }) => level === 'error')).toBe(true);
  });

  it('returns nothing for a missing activity, and throws other faults', async () => {
    const records = rig.build();

    expect(await records.find(rig.accessOf(), rig.here.idOf('Amara'), 'gone')).toBeUndefined();
    expect(await records.find(rig.accessOf(), rig.here.idOf('Amara'), '..')).toBeUndefined();
    rig.here.graph.settings.fault = 'serverError';
    await expect(records.find(rig.accessOf(), rig.here.idOf('Amara'), 'x')).rejects.toMatchObject({
      kind: 'graphServerError',
    });
  });

  it.each<[string, Access, string]>([
    ['is refused by every mode', 'delegated', 'forbidden'],
    ['has lost the license', 'auto', 'unlicensed'],
  ])('says why someone who %s cannot be read', async (_, access, reason) => {
    rig.here.graph.settings.reportsDelegated = 'refused';
    const name = reason === 'unlicensed' ? 'Wei' : 'Amara';
    const activity = activityOf('Amara');
    const owned = rig.here.world.activities.find(({ id }) => id === activity);
    Object.assign(owned ?? {}, { learnerUserId: rig.here.idOf(name) });

    expect(await rig.build({ access }).find(rig.accessOf(), rig.here.idOf(name), activity)).toEqual({
      kind: 'unreadable',
      reason,
    });
  });

  it('calls nothing when switched off', async () => {
    const found = rig
      .build({ access: 'off' })
      .find(rig.accessOf(), rig.here.idOf('Amara'), activityOf('Amara'));

    expect(await found).toEqual({ kind: 'unreadable', reason: 'forbidden' });
    expect(rig.here.graph.requests).toEqual([]);
  });
});
