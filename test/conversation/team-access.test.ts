import { READING_ROLES } from '../../sandbox/entra/settings';
import type { GraphSettings } from '../../sandbox/graph/graph-settings';
import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { clearAuditLog, viewsIn } from '../support/audit-log';
import { startBotHere, type BotHere } from '../support/bot-here';
import { ask, findPersonId, lastReply, shownText, startTestWorld } from '../support/local-world';

/** Behavior of Graph that its documentation leaves open, and an admin's choices. */
type Tenant = Pick<GraphSettings, 'reportsDelegated' | 'usersListAppOnly' | 'providerListAppOnly'> & {
  readonly roles: 'granted' | 'notGranted';
};
type Strategy = 'auto' | 'delegated' | 'application';
/** The access mode that reads the manager's team. */
type Way = 'delegated' | 'application' | 'providers' | 'none';

const NOTHING: Tenant = {
  reportsDelegated: 'refused',
  usersListAppOnly: 'refused',
  providerListAppOnly: 'refused',
  roles: 'granted',
};
const EVERYTHING: Tenant = {
  reportsDelegated: 'allowed',
  usersListAppOnly: 'allowed',
  providerListAppOnly: 'allowed',
  roles: 'granted',
};

const tenants: readonly (readonly [string, Partial<Tenant>, Readonly<Record<Strategy, Way>>])[] = [
  [
    'everything is allowed',
    EVERYTHING,
    { auto: 'delegated', delegated: 'delegated', application: 'application' },
  ],
  [
    'only the manager’s token may',
    { reportsDelegated: 'allowed' },
    { auto: 'delegated', delegated: 'delegated', application: 'none' },
  ],
  [
    'only the app’s list per person may',
    { usersListAppOnly: 'allowed' },
    { auto: 'application', delegated: 'none', application: 'application' },
  ],
  [
    'only the app’s list per provider may',
    { providerListAppOnly: 'allowed' },
    { auto: 'providers', delegated: 'none', application: 'providers' },
  ],
  [
    'the same, lists per person being a wrong method',
    { usersListAppOnly: 'notSupported', providerListAppOnly: 'allowed' },
    { auto: 'providers', delegated: 'none', application: 'providers' },
  ],
  [
    'everything but the roles is granted',
    { ...EVERYTHING, roles: 'notGranted' },
    { auto: 'delegated', delegated: 'delegated', application: 'none' },
  ],
  [
    'neither the manager’s token nor a role',
    { ...EVERYTHING, reportsDelegated: 'refused', roles: 'notGranted' },
    { auto: 'none', delegated: 'none', application: 'none' },
  ],
  ['nothing may', {}, { auto: 'none', delegated: 'none', application: 'none' }],
];

const STRANGER = '00000000-0000-4000-8000-00000000dead';
/** Whether the person has reports at all; this says nothing about a certain report. */
function hasReports(name: string): boolean {
  return world.world.people.some(({ managerId }) => managerId === findPersonId(world, name));
}

const NO_SUCH_REPORT = 'I couldn’t find that name on your team.';
const NOT_YOUR_REPORT = 'This person isn’t on your team';
const GUEST = 'You can’t see other people’s courses with a guest account.';
const OFF = 'Team view is turned off in your organization';
const filter = { status: 'any', due: 'any', kind: 'any', text: '' };

let world: RunningWorld;
let bot: BotHere | undefined;

beforeAll(async () => {
  world = await startTestWorld({ clock: undefined, locale: 'en-US', withBot: false });
});

beforeEach(() => {
  clearAuditLog(world);
  world.graph.requests.length = 0;
});

afterAll(async () => {
  await bot?.stop();
  await world.close();
});

function clientOf(name: string): TeamsClient {
  return world.teams.client(findPersonId(world, name));
}

/** Restarts the bot in such a tenant, so that it knows nothing about it. */
async function enter(strategy: Strategy | 'off', changes: Partial<Tenant>): Promise<void> {
  const { roles, ...settings } = { ...NOTHING, ...changes };
  Object.assign(world.graph.settings, settings);
  world.entra.settings.roles = roles === 'granted' ? [...READING_ROLES] : [];
  await bot?.stop();
  bot = await startBotHere(world, { TEAMMATE_ACCESS: strategy });
  await ask(clientOf('Katherine'), 'help');
}

/** The course titles in a text. */
function titlesIn(text: string): readonly string[] {
  const titles = [...world.world.contents.values()].flat().map(({ title }) => String(title));
  return titles.filter((title) => title.length > 8 && text.includes(title));
}

/** Reads of other people's activities, by address, as requests or parts of a batch. */
function activityReads(): readonly string[] {
  return world.graph.requests
    .flatMap(({ path, batch }) => batch ?? [path])
    .filter((path) => path.includes('/learningCourseActivities') && !path.startsWith('/me/'));
}

/** The allowed access modes, from `/readyz`. */
async function allowedWays(): Promise<readonly string[]> {
  const address = world.teams.bot.messagesUrl.replace('/api/messages', '/readyz');
  const { teammateAccess } = (await (await fetch(address)).json()) as {
    readonly teammateAccess: { readonly learnt: readonly [Readonly<Record<string, string>>] };
  };
  return Object.entries(teammateAccess.learnt[0]).flatMap(([way, verdict]) =>
    verdict === 'allowed' ? [way] : [],
  );
}

/** The answer to a press: the text of the card that takes the place of the last one. */
async function pressAs(client: TeamsClient, verb: string, data: object): Promise<string> {
  await client.press(lastReply(client).id, { verb, data: { filter, page: 1, ...data } });
  return shownText(lastReply(client));
}

describe.each<Strategy>(['auto', 'delegated', 'application'])('TEAMMATE_ACCESS=%s', (strategy) => {
  describe.each(tenants)('where %s', (_, changes, ways) => {
    const way = ways[strategy];
    const outcome = way === 'none' ? 'unreadable' : 'shown';

    beforeAll(async () => {
      await enter(strategy, changes);
    });

    it(`reads a report for their manager by: ${way}`, async () => {
      const katherine = clientOf('Katherine');
      const team = shownText(await ask(katherine, 'my team'));
      const amara = shownText(await ask(katherine, 'status of Amara'));

      expect(team).toContain('Amara Diallo');
      expect(titlesIn(amara).length > 0).toBe(way !== 'none');
      expect(viewsIn(world)).toContain(`Katherine → Amara: team, ${outcome}`);
      expect(viewsIn(world).at(-1)).toBe(`Katherine → Amara: teammate, ${outcome}`);
      expect(viewsIn(world)).toHaveLength(9);
      expect(await allowedWays()).toEqual(way === 'none' ? [] : [way]);
    });

    it.each([
      ['the manager’s manager', 'Ingrid', 'Amara'],
      ['a peer of the manager', 'Marcus', 'Amara'],
      ['a peer of the person', 'Jonas', 'Amara'],
      ['a manager of the report’s manager', 'Katherine', 'Tomás'],
      ['a former manager', 'Katherine', 'Chloe'],
      ['someone without direct reports', 'Priya', 'Amara'],
      ['a manager who names themselves', 'Katherine', 'Katherine'],
    ])('shows nothing to %s, by name or by a forged button', async (__, viewer, person) => {
      const client = clientOf(viewer);
      await ask(client, 'help');
      const learner = findPersonId(world, person);
      const activity = String(
        world.world.activities.find((item) => item['learnerUserId'] === learner)?.['id'],
      );

      const named = shownText(await ask(client, `status of ${person} ${person === 'Amara' ? 'Diallo' : ''}`));
      const manager = client.personId;
      const opened = await pressAs(client, 'teammate/open', { manager, learner });
      const course = await pressAs(client, 'teammate/course', { manager, learner, activity });
      const anothers = await pressAs(client, 'teammate/open', {
        manager: findPersonId(world, 'Noah'),
        learner,
      });

      expect(named).toContain(hasReports(viewer) ? NO_SUCH_REPORT : 'You don’t have any direct reports');
      expect([opened, course]).toEqual([
        expect.stringContaining(NOT_YOUR_REPORT),
        expect.stringContaining(NOT_YOUR_REPORT),
      ]);
      expect(anothers).toContain('belongs to someone else');
      expect(activityReads()).toEqual([]);
      expect(viewsIn(world)).toEqual([
        `${viewer} → ${person}: teammate, refused`,
        `${viewer} → ${person}: course, refused`,
      ]);
    });

    it('refuses a guest by name, for a team and by a forged button', async () => {
      const client = clientOf('Dmitri');
      const answers = [await ask(client, 'my team'), await ask(client, 'status of Amara')].map(shownText);
      const learner = findPersonId(world, 'Amara');
      const forged = await pressAs(client, 'teammate/open', { manager: client.personId, learner });

      expect(answers).toEqual([expect.stringContaining(GUEST), expect.stringContaining(GUEST)]);
      expect(forged).toContain(NOT_YOUR_REPORT);
      expect(viewsIn(world)).toEqual(['Dmitri → Amara: teammate, refused']);
    });

    it('refuses another tenant, and the id of a person from there', async () => {
      const conversation = { id: 'a:1', conversationType: 'personal', tenantId: STRANGER };
      const katherine = clientOf('Katherine');

      const outside = await world.teams.sendRaw({ text: 'my team', conversation });
      const forged = await pressAs(katherine, 'teammate/open', {
        manager: katherine.personId,
        learner: STRANGER,
      });

      expect(outside).toMatchObject({ kind: 'answered', status: 401 });
      expect(forged).toContain(NOT_YOUR_REPORT);
      expect(viewsIn(world)).toEqual(['Katherine → nobody known: teammate, refused']);
    });

    it('opens no course when a report’s button names another person’s activity', async () => {
      const katherine = clientOf('Katherine');
      // The team's question teaches the bot what the tenant allows.
      await ask(katherine, 'my team');
      const activity = String(
        world.world.activities.find((item) => item['learnerUserId'] === findPersonId(world, 'Priya'))?.['id'],
      );
      const learner = findPersonId(world, 'Amara');

      await pressAs(katherine, 'teammate/course', { manager: katherine.personId, learner, activity });

      expect(shownText(lastReply(katherine))).toContain(
        way === 'none' ? 'No access to this person’s courses' : 'no longer on this person’s list',
      );
    });
  });
});

describe('TEAMMATE_ACCESS=off', () => {
  it('shows no one’s courses and does not call Graph, even where everything is allowed', async () => {
    await enter('off', EVERYTHING);
    world.graph.requests.length = 0;
    const katherine = clientOf('Katherine');
    const learner = findPersonId(world, 'Amara');
    const manager = katherine.personId;

    const answers = [await ask(katherine, 'my team'), await ask(katherine, 'status of Amara')].map(shownText);
    const forged = [
      await pressAs(katherine, 'team/refresh', { manager }),
      await pressAs(katherine, 'teammate/open', { manager, learner }),
      await pressAs(katherine, 'team/export', { manager }),
    ];

    expect(answers).toEqual([expect.stringContaining(OFF), expect.stringContaining(OFF)]);
    expect(shownText(lastReply(katherine)) + forged.join()).toContain(OFF);
    expect(activityReads()).toEqual([]);
    expect(world.graph.requests).toEqual([]);
    expect(viewsIn(world)).toEqual([]);
  });
});
