import { createDirectory } from '../../src/graph/directory';
import { startAskedGraph, type AskedGraph } from './asked-graph';
import { clientFor } from './graph-access';
import type { GraphAccess } from '../../src/domain/ports';

let here: AskedGraph;
beforeEach(async () => {
  here = await startAskedGraph();
});
afterEach(() => here.graph.close());

function accessOf(name: string, scopes = 'User.Read User.Read.All'): GraphAccess {
  return {
    userId: here.idOf(name),
    tenantId: here.world.tenantId,
    graphToken: JSON.stringify(here.delegated(name, scopes)),
    signal: AbortSignal.timeout(60_000),
  };
}

function directory(): ReturnType<typeof createDirectory> {
  return createDirectory(clientFor(here.graph.baseUrl));
}

describe('direct reports', () => {
  it('are read page by page, with what distinguishes them', async () => {
    here.graph.settings.directoryPageSize = 3;
    const team = here.world.people.filter(({ managerId }) => managerId === here.idOf('Katherine'));

    const { reports, isComplete } = await directory().listDirectReports(accessOf('Katherine'));

    expect(isComplete).toBe(true);
    expect(reports).toEqual(
      team.map(({ user }) => ({
        userId: user.id,
        displayName: user.displayName,
        givenName: user.givenName,
        jobTitle: user.jobTitle,
        userPrincipalName: user.userPrincipalName,
        isEnabled: user.accountEnabled,
      })),
    );
    expect(reports.filter(({ isEnabled }) => !isEnabled)).toHaveLength(1);
  });

  it('have no job title, but the name to call them by, where only names may be read', async () => {
    const access = accessOf('Katherine', 'User.Read User.ReadBasic.All');

    const { reports } = await directory().listDirectReports(access);

    expect(reports).toHaveLength(8);
    for (const report of reports) {
      expect(report).not.toHaveProperty('jobTitle');
      expect(report).toMatchObject({
        givenName: expect.any(String) as string,
        userPrincipalName: expect.stringContaining('@') as string,
      });
    }
  });

  it('have ids in lower case, however Graph writes them', async () => {
    const before = await directory().listDirectReports(accessOf('Katherine'));
    for (const { user } of here.world.people.filter(
      ({ managerId }) => managerId === here.idOf('Katherine'),
    )) {
      Object.assign(user, { id: user.id.toUpperCase() });
    }

    expect(await directory().listDirectReports(accessOf('Katherine'))).toEqual(before);
  });

  it('are empty for someone without direct reports', async () => {
    expect(await directory().listDirectReports(accessOf('Amara'))).toEqual({ reports: [], isComplete: true });
  });

  it.each([
    ['Dmitri', true],
    ['Katherine', false],
  ])('recognize a guest by %s: %s', async (name, isGuest) => {
    expect(await directory().isGuest(accessOf(name))).toBe(isGuest);
  });
});
