import type { RunningWorld } from '../../sandbox/start-world';
import type { MessageView } from '../../sandbox/teams/timeline';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { textsFor } from '../../src/i18n/catalog';
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
let client: TeamsClient;

beforeAll(async () => {
  world = await startTestWorld();
  world.graph.settings.pageSize = 50;
  client = world.teams.client(findPersonId(world, 'Amara'));
});

afterAll(async () => {
  await world.close();
});

beforeEach(forgetRequests);

function forgetRequests(): void {
  world.graph.requests.length = 0;
  world.entra.requests.length = 0;
}

/** The number of calls to Graph by kind. */
function graphCalls(): { readonly lists: number; readonly batches: number; readonly others: number } {
  const lists = world.graph.requests.filter(({ path }) =>
    /^\/me\/employeeExperience\/learningCourseActivities(\?|$)/.test(path),
  ).length;
  const batches = world.graph.requests.filter(({ path }) => path === '/$batch').length;
  return { lists, batches, others: world.graph.requests.length - lists - batches };
}

function exchanges(): number {
  return world.entra.requests.filter(({ grant }) => grant === 'on_behalf_of').length;
}

describe('a learner asks for their courses for the first time', () => {
  it('is signed in silently and gets the list with one token exchange, one list call and two batches', async () => {
    await world.bot?.restart();
    forgetRequests();

    const reply = await ask(client, 'my courses');

    expect(shownText(reply)).toMatch(/overdue/i);
    expect(shownText(reply)).toContain('Start here');
    expect(actionsOf(reply, 'course/open')).toHaveLength(6);
    expect(exchanges()).toBe(1);
    expect(graphCalls()).toEqual({ lists: 1, batches: 2, others: 0 });
    expect(alertsOf(client)).toEqual([]);
  });
});

describe('a learner who already sees their courses', () => {
  beforeEach(async () => {
    await ask(client, 'my courses');
    forgetRequests();
  });

  it('reads only the list when they ask again', async () => {
    await ask(client, 'my courses');

    expect(exchanges()).toBe(0);
    expect(graphCalls()).toEqual({ lists: 1, batches: 0, others: 0 });
  });

  it('changes pages and filters without a call', async () => {
    const first = shownText(lastReply(client));
    const second = shownText(await pressOn(client, 'my-courses/page'));
    const required = await pressOn(client, 'my-courses/filter', 'Required');

    expect(second).not.toBe(first);
    expect(shownText(required)).toContain('✓ Required');
    expect(graphCalls()).toEqual({ lists: 0, batches: 0, others: 0 });
  });

  it('adds the next rows in place', async () => {
    const idsOn = (reply: MessageView): readonly unknown[] =>
      actionsOf(reply, 'course/open').map(({ data }) => data['activity']);
    const first = idsOn(lastReply(client));
    const [button] = actionsOf(lastReply(client), 'my-courses/page');
    const second = idsOn(await pressOn(client, 'my-courses/page'));

    expect(second).toHaveLength(first.length + Number(/^Show (\d) more$/u.exec(button?.title ?? '')?.[1]));
    expect(second.slice(0, first.length)).toEqual(first);
  });

  it('keeps the question when another filter is chosen, and takes it away again', async () => {
    await ask(client, 'what is due this week?');
    const required = await pressOn(client, 'my-courses/filter', 'Required');

    expect(shownText(required)).toMatch(/\d required courses are due this week/);
    expect(shownText(required)).toMatch(/\d overdue/);
    expect(shownText(required)).toContain('✓ Due this week');
    expect(shownText(required)).not.toContain('Recommended');

    await pressOn(client, 'my-courses/filter', '✓ Required');
    expect(shownText(lastReply(client))).toMatch(/\d courses are due this week/);
  });

  it('counts as many completed courses on the button as there are', async () => {
    await ask(client, 'my required courses');
    const button = actionsOf(lastReply(client), 'my-courses/filter').find(({ title }) =>
      title?.startsWith('Completed'),
    );
    const count = Number(/\d+/.exec(button?.title ?? '')?.[0]);

    const completed = shownText(await pressOn(client, 'my-courses/filter', button?.title));

    expect(completed).toContain(`You finished ${count} required courses`);
  });

  it('finds nothing for a word, says so and offers the list without it', async () => {
    const nothing = await ask(client, 'my courses about "zebra keeping"');
    const all = await pressOn(client, 'my-courses/filter', 'Clear search');

    // Not all titles on this list can be read.
    expect(shownText(nothing)).toContain('Matching “zebra keeping”');
    expect(shownText(nothing)).toContain('Nothing to show among the courses I could read.');
    expect(actionsOf(all, 'course/open')).toHaveLength(6);
  });

  it('reads the list again on refresh', async () => {
    await pressOn(client, 'my-courses/refresh');

    expect(graphCalls()).toEqual({ lists: 1, batches: 0, others: 0 });
  });

  it('opens one course in index, refreshes it and goes back', async () => {
    const course = await pressOn(client, 'course/open');
    expect(actionsOf(course, 'course/refresh')).toHaveLength(1);
    expect(world.graph.requests[0]?.path).toMatch(
      /^\/me\/employeeExperience\/learningCourseActivities\/[^?/]+$/,
    );

    await pressOn(client, 'course/refresh');
    const back = await pressOn(client, 'my-courses/page');

    expect(actionsOf(back, 'course/open').length).toBeGreaterThan(0);
    expect(alertsOf(client)).toEqual([]);
  });

  it('names the provider and who assigned the course', async () => {
    const reply = await ask(client, 'my required courses');
    const [row] = actionsOf(reply, 'course/open');
    if (row === undefined) throw new Error('no row');
    await client.press(reply.id, row);

    const shown = shownText(lastReply(client));
    expect(shown).toContain('Contoso Academy');
    expect(shown).toMatch(/Katherine Walsh, Oct \d+/u);
  });

  it('sends no status, name or note back with the buttons', async () => {
    const reply = await ask(client, 'all my courses');

    for (const { data } of actionsOf(reply)) {
      const allowed = ['learner', 'filter', 'page', 'activity'];
      expect(Object.keys(data).filter((key) => !allowed.includes(key))).toEqual([]);
    }
  });

  it('understands a question in the user’s own words', async () => {
    const reply = await ask(client, 'Which mandatory trainings are overdue, please?');

    expect(shownText(reply)).toMatch(/required/i);
    expect(shownText(reply)).toMatch(/overdue/i);
  });

  it('suggests questions when it does not understand one', async () => {
    const reply = await ask(client, 'order me a pizza');

    expect(shownText(reply)).toContain('Sorry, I didn’t get that');
    expect(graphCalls()).toEqual({ lists: 0, batches: 0, others: 0 });
  });
});

describe('32 first questions of one person at once', () => {
  it('need one token exchange and one list call', async () => {
    const person = world.teams.client(findPersonId(world, 'Jonas'));
    await ask(person, 'sign out');
    forgetRequests();
    const before = listsShownTo(person);
    world.graph.settings.latencyMs = 50;

    await Promise.all(
      Array.from({ length: 32 }, () => person.send(person.personalChatId, 'what is overdue?')),
    );

    world.graph.settings.latencyMs = 0;
    expect(exchanges()).toBe(1);
    expect(graphCalls().lists).toBe(1);
    expect(listsShownTo(person) - before).toBe(32);
  });

  function listsShownTo(person: TeamsClient): number {
    const { messages } = person.timeline(person.personalChatId);
    return messages.filter((message) => actionsOf(message, 'my-courses/refresh').length > 0).length;
  }
});

describe('two people', () => {
  it('see only their own courses and cannot use the buttons of each other’s card', async () => {
    const amara = world.teams.client(findPersonId(world, 'Amara'));
    const jonas = world.teams.client(findPersonId(world, 'Jonas'));
    const hers = await ask(amara, 'my courses');
    const his = await ask(jonas, 'my courses');
    const [herRow] = actionsOf(hers, 'course/open');
    if (herRow === undefined) throw new Error('no row');
    world.graph.requests.length = 0;

    await jonas.press(his.id, herRow);

    expect(shownText(lastReply(jonas))).toContain(textsFor('de').t('notice.foreignCard'));
    expect(alertsOf(jonas)).toEqual([]);
    expect(world.graph.requests).toHaveLength(0);
  });
});
