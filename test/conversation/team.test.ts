import type { FaultName } from '../../sandbox/graph/graph-settings';
import type { RunningWorld } from '../../sandbox/start-world';
import type { MessageView } from '../../sandbox/teams/timeline';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { clearAuditLog, viewsIn } from '../support/audit-log';
import {
  actionsOf,
  ask,
  findPersonId,
  lastReply,
  alertsOf,
  pressOn,
  shownText,
  startTestWorld,
} from '../support/local-world';

let world: RunningWorld;
let katherine: TeamsClient;
let rowena: TeamsClient;

beforeAll(async () => {
  world = await startTestWorld({ locale: 'en-US', largeTeam: 25 });
  world.graph.settings.reportsDelegated = 'allowed';
  katherine = world.teams.client(findPersonId(world, 'Katherine'));
  rowena = world.teams.client(findPersonId(world, 'Rowena'));
});

afterAll(async () => {
  await world.close();
});

beforeEach(async () => {
  for (const client of [katherine, rowena]) await ask(client, 'sign out');
  world.graph.settings.personFaults.clear();
  world.graph.requests.length = 0;
  clearAuditLog(world);
});

const NAMES = ['Amara', 'Jonas', '佐藤', 'ليلى', 'Ben Okafor', 'Ben Lindgren', 'Wei Chen', 'Noah'];

/** Names of the reports, in the order of the card's rows. */
function rowsOf(reply: MessageView): readonly string[] {
  const people = world.world.people;
  return actionsOf(reply, 'teammate/open').map(
    ({ data }) => people.find(({ user }) => user.id === data['learner'])?.user.displayName ?? '',
  );
}

function lineAfter(text: string, name: string): string {
  const lines = text.split('\n');
  return (
    lines.slice(lines.findIndex((line) => line.includes(name)) + 1).find((line) => /\w{3}/.test(line)) ?? ''
  );
}

function reads(): readonly string[] {
  return world.graph.requests
    .flatMap(({ path, batch }) => batch ?? [path])
    .filter((path) => path.includes('/learningCourseActivities'));
}

describe('a manager’s team', () => {
  it('lists all direct reports, most overdue first, with totals on top', async () => {
    const reply = await ask(katherine, 'team');

    const text = shownText(reply);
    for (const name of NAMES) expect(text).toContain(name);
    expect(rowsOf(reply)[0]).toBe('Ben Lindgren');
    expect(rowsOf(reply).at(-1)).toBe('Wei Chen');
    expect(text).toMatch(/8\nPeople\n6\nBehind\n13\nOverdue\n75\nOpen/);
    expect(lineAfter(text, 'Amara')).toContain('3 overdue · 21 open');
    expect(alertsOf(katherine)).toEqual([]);
    expect(viewsIn(world)).toHaveLength(8);
    expect(viewsIn(world)).toContain('Katherine → Wei: team, unreadable');
  });

  it('shows a missing license and an empty list in the rows', async () => {
    const text = shownText(await ask(katherine, 'team'));

    expect(lineAfter(text, 'Wei Chen')).toBe('No Viva Learning license');
    expect(lineAfter(text, 'Noah')).toBe('No courses');
  });

  it('shows a disabled account where the permissions allow', async () => {
    const { scopes } = world.entra.settings;
    world.entra.settings.scopes = [...scopes, 'User.Read.All'];
    await ask(katherine, 'sign out');

    const text = shownText(await ask(katherine, 'team'));
    world.entra.settings.scopes = scopes;

    expect(lineAfter(text, 'Ben Lindgren')).toContain('Account disabled');
  });

  it('is filtered by its buttons without a call', async () => {
    await ask(katherine, 'team');
    world.graph.requests.length = 0;

    const overdue = await pressOn(katherine, 'team/filter', 'Overdue');
    const late = rowsOf(overdue);
    const required = shownText(await pressOn(katherine, 'team/filter', 'Required'));
    const everybody = await pressOn(katherine, 'team/filter', 'Everyone');

    expect(shownText(overdue)).toContain('Who’s overdue');
    expect(late).not.toContain('Noah Tremblay');
    expect(late).toContain('Wei Chen');
    expect(required).toContain('Your team: required courses');
    expect(rowsOf(everybody)).toHaveLength(8);
    expect(world.graph.requests).toEqual([]);
  });

  it.each([
    ['who is overdue?', 'Who’s overdue'],
    ['how is my team doing', 'Your team'],
    ['who has overdue required courses', 'Your team: overdue required courses'],
    ['status of everyone', 'Your team'],
  ])('answers “%s”', async (question, heading) => {
    expect(shownText(await ask(katherine, question))).toContain(heading);
  });

  it('has pages of ten', async () => {
    const first = await ask(rowena, 'team');
    const second = await pressOn(rowena, 'team/page');
    const third = await pressOn(rowena, 'team/page', actionsOf(second, 'team/page').at(-1)?.title);

    const pages = [first, second, third].map(rowsOf);
    expect(pages.map(({ length }) => length)).toEqual([10, 10, 5]);
    expect(new Set(pages.flat()).size).toBe(25);
    expect(viewsIn(world)).toHaveLength(25);
    expect(actionsOf(third, 'team/page')).toHaveLength(1);
  });

  it('is logged even where only the totals of one person are shown', async () => {
    const marcus = world.teams.client(findPersonId(world, 'Marcus'));

    const reply = await ask(marcus, 'who is overdue?');

    expect(rowsOf(reply)).toEqual([]);
    expect(shownText(reply)).toMatch(/1\nPeople\n0\nBehind\n0\nOverdue\n7\nOpen/);
    expect(viewsIn(world)).toEqual(['Marcus → Chloe: team, shown']);
  });

  it('shows no one to someone without direct reports', async () => {
    const priya = world.teams.client(findPersonId(world, 'Priya'));

    expect(shownText(await ask(priya, 'team'))).toContain('You don’t have any direct reports');
    expect(reads()).toEqual([]);
    expect(viewsIn(world)).toEqual([]);
  });

  it('is read again after a sign-out', async () => {
    await ask(katherine, 'team');
    await ask(katherine, 'sign out');
    world.graph.requests.length = 0;

    await ask(katherine, 'team');

    expect(reads().length).toBeGreaterThanOrEqual(8);
    expect(world.graph.requests.some(({ path }) => path.startsWith('/me/directReports'))).toBe(true);
  });

  it('gains and loses people at the next refresh', async () => {
    const chloe = world.world.findPerson(findPersonId(world, 'Chloe'));
    if (chloe === undefined) throw new Error('Chloe is gone.');
    const marcus = chloe.managerId;
    const before = rowsOf(await ask(katherine, 'team'));
    chloe.managerId = katherine.personId;
    const joined = rowsOf(await pressOn(katherine, 'team/refresh'));
    chloe.managerId = marcus;
    const left = rowsOf(await pressOn(katherine, 'team/refresh'));

    expect([before, joined, left].map((names) => names.includes('Chloe Martin'))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('one course', () => {
  it('shows by title who has finished, is in progress, has not started, and is not assigned', async () => {
    const reply = await ask(katherine, 'team status for data protection essentials');

    const text = shownText(reply);
    expect(text).toContain('Your team in one course');
    expect(text).toMatch(/1\nFinished\n1\nIn progress\n2\nNot started\n3\nNot assigned/);
    expect(rowsOf(reply)).toHaveLength(8);
    expect(lineAfter(text, 'Wei Chen')).toBe('No Viva Learning license');
  });

  it('leaves out people who have finished it when asked who has not', async () => {
    const reply = await ask(katherine, 'who hasn’t finished data protection essentials?');

    expect(rowsOf(reply)).toEqual(['Amara Diallo', 'Ben Okafor', 'Jonas Weber', 'Wei Chen']);
  });

  it('can be chosen from the team’s courses, even when its title is too long for the list', async () => {
    const card = await ask(katherine, 'team');
    const choices = JSON.stringify(card).match(/"value":"([^"]{8,})"/g) ?? [];
    const titles = choices.map((choice) => choice.slice('"value":"'.length, -1));
    const [action] = actionsOf(card, 'team/course');
    if (action === undefined) throw new Error('No course can be chosen.');
    const found: number[] = [];
    for (const course of titles) {
      await katherine.press(card.id, { ...action, data: { ...action.data, course } });
      const text = shownText(lastReply(katherine));
      const [, finished, inProgress, notStarted] =
        /(\d+)\nFinished\n(\d+)\nIn progress\n(\d+)\nNot started/.exec(text) ?? [];
      found.push(Number(finished) + Number(inProgress) + Number(notStarted));
    }

    expect(titles.length).toBe(20);
    expect(titles.some((title) => title.endsWith('…'))).toBe(true);
    expect(found.every((people) => people > 0)).toBe(true);
  });

  it('shows everyone when no course is chosen', async () => {
    await ask(katherine, 'team');

    expect(shownText(await pressOn(katherine, 'team/course'))).toContain('8\nPeople');
  });
});

describe('a person who cannot be read', () => {
  it.each<[FaultName, string]>([
    ['unlicensed', 'No Viva Learning license'],
    ['forbidden', 'No access to this person’s courses'],
    ['notFound', 'Not found in Viva Learning'],
    ['serverError', 'Not available right now'],
    ['badRequest', 'Not available right now'],
  ])('has a row that says so, next to the others: %s', async (fault, sentence) => {
    world.graph.settings.personFaults.set(findPersonId(world, 'Jonas'), fault);

    const reply = await ask(katherine, 'team');

    expect(lineAfter(shownText(reply), 'Jonas')).toBe(sentence);
    expect(lineAfter(shownText(reply), 'Amara')).toContain('21 open');
    expect(rowsOf(reply)).toHaveLength(8);
    expect(viewsIn(world)).toContain('Katherine → Jonas: team, unreadable');
  });

  // Graph then accepts no calls from that manager about that person for a while, so each case has its own manager.
  it.each([
    { fault: 'throttledSeconds', wait: 'try again in 1 minute', names: ['Ingrid', 'Marcus', 'Katherine'] },
    { fault: 'throttledMinutes', wait: 'try again in 3 minutes', names: ['Noah', 'Tomás', 'Sofia'] },
  ] as const)(
    'has a row that says when to try again, next to the others: $fault',
    async ({ fault, wait, names: [manager, person, other] }) => {
      const client = world.teams.client(findPersonId(world, manager));
      world.graph.settings.personFaults.set(findPersonId(world, person), fault);

      const reply = await ask(client, 'team');

      expect(lineAfter(shownText(reply), person)).toBe(`Not available right now · ${wait}`);
      expect(lineAfter(shownText(reply), other)).toContain('open');
      expect(viewsIn(world)).toContain(`${manager} → ${person}: team, unreadable`);
    },
  );

  it('is read again on refresh', async () => {
    const jonas = findPersonId(world, 'Jonas');
    world.graph.settings.personFaults.set(jonas, 'serverError');
    await ask(katherine, 'team');
    world.graph.settings.personFaults.clear();

    expect(lineAfter(shownText(await pressOn(katherine, 'team/refresh')), 'Jonas')).toContain('9 open');
  });
});

describe('when Graph fails for all', () => {
  afterEach(() => {
    Object.assign(world.graph.settings, { fault: 'none', faultScope: 'everything' });
  });

  async function expectOneSentence(fault: FaultName, sentence: string): Promise<void> {
    await ask(katherine, 'status of Noah');
    Object.assign(world.graph.settings, { fault, faultScope: 'activities' });

    const text = shownText(await ask(katherine, 'team'));

    expect(text).toContain(sentence);
    expect(text).not.toContain('Amara');
  }

  it.each<[FaultName, string]>([
    ['serverError', 'went wrong in Viva Learning'],
    ['malformed', 'couldn’t read'],
  ])('says in one sentence that no list could be read: %s', expectOneSentence);

  describe('and asks to wait', () => {
    afterEach(async () => {
      await world.bot?.restart();
    });

    it.each<[FaultName, string]>([
      ['throttledMinutes', 'very busy'],
      ['unavailable', 'isn’t available right now'],
    ])('says in one sentence that no list could be read: %s', expectOneSentence);
  });

  it('signs in again after a refused token, though the reporting line is known', async () => {
    await ask(katherine, 'status of Noah');
    Object.assign(world.graph.settings, { fault: 'unauthorized', faultScope: 'activities' });
    world.entra.requests.length = 0;

    const text = shownText(await ask(katherine, 'team'));

    expect(world.entra.requests.filter(({ grant }) => grant === 'on_behalf_of')).toHaveLength(1);
    expect(text).toContain('no longer accepts your sign-in');
  });

  it('shows and reads no one when the directory fails', async () => {
    await ask(katherine, 'help');
    Object.assign(world.graph.settings, { fault: 'serverError', faultScope: 'directory' });

    const text = shownText(await ask(katherine, 'team'));

    expect(text).toContain('went wrong in Viva Learning');
    expect(reads()).toEqual([]);
    expect(viewsIn(world)).toEqual([]);
  });
});
