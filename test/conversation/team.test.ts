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
  linksOf,
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

/** What the row of a person says under the name. */
function lineAfter(text: string, name: string): string {
  const lines = text.split('\n');
  return (
    lines[lines.findLastIndex((line) => line.startsWith(name) || line.startsWith(`\u2068${name}`)) + 1] ?? ''
  );
}

function reads(): readonly string[] {
  return world.graph.requests
    .flatMap(({ path, batch }) => batch ?? [path])
    .filter((path) => path.includes('/learningCourseActivities'));
}

describe('a manager’s team', () => {
  it('lists all direct reports, most overdue first, under the answer', async () => {
    const reply = await ask(katherine, 'team');

    const text = shownText(reply);
    for (const name of NAMES) expect(text).toContain(name);
    expect(rowsOf(reply)[0]).toBe('Ben Lindgren');
    expect(rowsOf(reply).at(-1)).toBe('Wei Chen');
    expect(text).toMatch(/6 of 7 people are behind\n13 overdue courses · 1 couldn’t be checked · As of/);
    expect(lineAfter(text, 'Amara')).toBe('Oldest: Code of conduct 2026 · 47% of 40 done');
    expect(text).toContain('Amara Diallo, Oldest: Code of conduct 2026');
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

    const overdue = await pressOn(katherine, 'team/filter', 'Only overdue');
    const late = rowsOf(overdue);
    const required = shownText(await pressOn(katherine, 'team/filter', 'Required'));
    await pressOn(katherine, 'team/filter', '✓ Required');
    const everybody = await pressOn(katherine, 'team/filter', '✓ Only overdue');

    expect(shownText(overdue)).toContain('6 of 7 people are behind');
    expect(late).not.toContain('Noah Tremblay');
    expect(late).toContain('Wei Chen');
    expect(required).toMatch(/6 of 7 people are behind\nRequired courses only · \d+ overdue courses/);
    expect(required).toContain('✓ Only overdue');
    expect(rowsOf(everybody)).toHaveLength(8);
    expect(world.graph.requests).toEqual([]);
  });

  it.each([
    ['who is overdue?', '6 of 7 people are behind'],
    ['how is my team doing', '6 of 7 people are behind'],
    ['who has overdue required courses', 'Required courses only'],
    ['who has something due this week', 'something due this week'],
    ['status of everyone', '6 of 7 people are behind'],
  ])('answers “%s”', async (question, heading) => {
    expect(shownText(await ask(katherine, question))).toContain(heading);
  });

  it('shows more people in place, then the next ones, and logs everyone on each card', async () => {
    const cards = [await ask(rowena, 'team')];
    for (const title of ['Show more', 'Next', 'Next']) cards.push(await pressOn(rowena, 'team/page', title));

    const pages = cards.map(rowsOf);
    expect(pages.map(({ length }) => length)).toEqual([8, 11, 11, 3]);
    expect(pages[1]?.slice(0, 8)).toEqual(pages[0]);
    expect(new Set(pages.flat()).size).toBe(25);
    expect(new Set(cards.map(({ id }) => id)).size).toBe(1);
    expect(viewsIn(world)).toHaveLength(8 + 11 + 11 + 3);
    expect(actionsOf(cards[3] ?? lastReply(rowena), 'team/page').map(({ title }) => title)).toEqual([
      'Previous',
    ]);
  });

  it('is logged even where only the heading tells about one person', async () => {
    const marcus = world.teams.client(findPersonId(world, 'Marcus'));

    const reply = await ask(marcus, 'who is overdue?');

    expect(rowsOf(reply)).toEqual([]);
    expect(shownText(reply)).toContain('Everyone is on time');
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
    expect(text).toMatch(/Data protection essentials \(GDPR\)\n3 of 4 people haven’t finished/);
    expect(text).toMatch(/1\nFinished\n1\nIn progress\n2\nNot started\n3\nNot assigned/);
    expect(text).toMatch(/\nNot finished\n[^]*\nFinished\n[^]*\nNot assigned\n[^]*\nNot known\n/);
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
      const [, people] = /\d+ of (\d+) (?:person|people)/.exec(shownText(lastReply(katherine))) ?? [];
      found.push(shownText(lastReply(katherine)).includes('Everyone') ? 1 : Number(people));
    }

    expect(titles.length).toBe(20);
    expect(titles.some((title) => title.endsWith('…'))).toBe(true);
    expect(found.every((people) => people > 0)).toBe(true);
  });

  it('shows everyone when no course is chosen', async () => {
    await ask(katherine, 'team');

    expect(shownText(await pressOn(katherine, 'team/course'))).toContain('6 of 7 people are behind');
  });
});

describe('a message to those who are behind', () => {
  it('opens a group chat with them, with a draft that tells nothing about anyone', async () => {
    const links = linksOf(await ask(katherine, 'team'));

    const [[title, url] = []] = [...links];
    const { origin, pathname, searchParams } = url ?? new URL('https://none.example');
    const late = world.world.people.filter(({ user }) =>
      ['Amara', 'Jonas', 'Haruka', 'Layla', 'Ben'].includes(user.givenName),
    );
    expect(title).toBe('Message the 6 who are behind ↗');
    expect(`${origin}${pathname}`).toBe('https://teams.microsoft.com/l/chat/0/0');
    expect(new Set(searchParams.get('users')?.split(','))).toEqual(
      new Set(late.map(({ user }) => user.userPrincipalName)),
    );
    expect(searchParams.get('message')).toMatch(/^Hi all, a friendly reminder to take a look at your/);
    expect(searchParams.get('message')).not.toMatch(/overdue|behind|%/);
  });

  it('names the course and its due day when one course is asked about', async () => {
    const links = linksOf(await ask(katherine, 'who hasn’t finished data protection essentials?'));

    const url = links.get('Message the 3 who haven’t finished ↗');
    expect(url?.searchParams.get('topicName')).toBe('Data protection essentials (GDPR)');
    expect(url?.searchParams.get('message')).toMatch(/^Hi all, a friendly reminder about “Data protection/);
    expect(url?.searchParams.get('users')?.split(',')).toHaveLength(3);
  });

  it('leaves out who could not be read', async () => {
    world.graph.settings.personFaults.set(findPersonId(world, 'Jonas'), 'forbidden');

    const links = linksOf(await ask(katherine, 'team'));

    const url = links.get('Message the 5 who are behind ↗');
    expect(url?.searchParams.get('users')).not.toContain('jonas');
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
    expect(lineAfter(shownText(reply), 'Amara')).toContain('of 40 done');
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
      expect(lineAfter(shownText(reply), other)).toMatch(/% of \d+ done|in \d+ days|No courses/);
      expect(viewsIn(world)).toContain(`${manager} → ${person}: team, unreadable`);
    },
  );

  it('is read again on refresh', async () => {
    const jonas = findPersonId(world, 'Jonas');
    world.graph.settings.personFaults.set(jonas, 'serverError');
    await ask(katherine, 'team');
    world.graph.settings.personFaults.clear();

    expect(lineAfter(shownText(await pressOn(katherine, 'team/refresh')), 'Jonas')).toMatch(
      /\d% of \d+ done/,
    );
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
