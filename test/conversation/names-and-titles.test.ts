import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { clearAuditLog, viewsIn } from '../support/audit-log';
import { ask, findPersonId, alertsOf, shownText, startTestWorld } from '../support/local-world';

let world: RunningWorld;

beforeAll(async () => {
  world = await startTestWorld({ locale: 'en-US' });
  world.graph.settings.reportsDelegated = 'allowed';
});

afterAll(async () => {
  await world.close();
});

function clientOf(name: string): TeamsClient {
  return world.teams.client(findPersonId(world, name));
}

/** Signs the person out, so that nothing of theirs is cached, and clears the records of Graph. */
async function startOver(client: TeamsClient): Promise<void> {
  await ask(client, 'sign out');
  world.graph.requests.length = 0;
  clearAuditLog(world);
}

function ownListReads(): number {
  return world.graph.requests.filter(({ path }) => path.startsWith('/me/employeeExperience')).length;
}

describe('the full name of a direct report', () => {
  async function askNamed(displayName: string, question: string): Promise<string> {
    const person = world.world.people.find(({ user }) => user.givenName === 'Amara');
    Object.assign(person?.user ?? {}, { displayName });
    const katherine = clientOf('Katherine');
    await startOver(katherine);
    return shownText(await ask(katherine, question));
  }

  it.each([
    ['Grace Law', 'status of Grace Law'],
    ['Will May', 'how is Will May doing?'],
    ['April June', 'status of april june'],
    ['Doe, John', 'status of John Doe'],
    ['John Doe', 'status of Doe, John'],
  ])('%s is recognized in “%s” without earlier questions', async (name, question) => {
    const answer = await askNamed(name, question);

    expect(answer).toContain(name);
    expect(answer).not.toContain('Matching');
    expect(viewsIn(world)).toEqual(['Katherine → Amara: teammate, shown']);
  });
});

const LONG_TITLE =
  'Occupational health and safety refresher for laboratory and warehouse personnel working with hazardous goods and chemicals, every second year';

/** Two courses whose titles differ at their end only. */
const TWIN_TITLE = `${LONG_TITLE.replace('health', 'fire')}: part 1`;

describe('a text that equals a title on the user’s list', () => {
  const cases: readonly (readonly [title: string, question: string])[] = [
    ['What’s New in Excel', "what's new in excel"],
    ['What’s New in Excel', 'open What’s New in Excel'],
    ['Excel in depth', 'course excel in depth'],
    ['Who moved my cheese?', 'Who moved my cheese'],
    ['C++', 'c++'],
    ['How to say no', 'tell me about How to say no'],
    ['My team', 'open My team'],
    ['Grace under pressure', 'status of Grace under pressure'],
    // As the page of a course's link cuts it.
    [LONG_TITLE, `${LONG_TITLE.slice(0, 119)}…`],
    [TWIN_TITLE, TWIN_TITLE],
  ];
  let jonas: TeamsClient;

  beforeAll(async () => {
    jonas = clientOf('Jonas');
    const ids = new Set(
      world.world.activities.flatMap(({ learnerUserId, learningContentId }) =>
        learnerUserId === jonas.personId ? [learningContentId] : [],
      ),
    );
    const contents = [...world.world.contents.values()].flat().filter(({ id }) => ids.has(id));
    const titles = [...new Set([...cases.map(([title]) => title), TWIN_TITLE.replace('1', '2')])];
    if (contents.length < titles.length) throw new Error('Jonas has too few courses.');
    for (const [index, title] of titles.entries()) Object.assign(contents[index] ?? {}, { title });
    // The cache may have the old titles.
    await world.bot?.restart();
  });

  beforeEach(async () => {
    await startOver(jonas);
  });

  it.each(cases)('%s is opened by “%s” without earlier questions', async (title, question) => {
    const answer = shownText(await ask(jonas, question));

    // A card shows no more of a title.
    expect(answer).toContain(title.slice(0, 119));
    expect(answer).not.toMatch(/Matching|didn’t get that|any direct reports/);
    expect(alertsOf(jonas).filter((line) => line.startsWith('protocolError'))).toEqual([]);
  });

  it('opens neither of two courses that a cut title may mean', async () => {
    const answer = shownText(await ask(jonas, `${TWIN_TITLE.slice(0, 119)}…`));

    expect(answer).not.toMatch(/Start|Continue|Review/);
  });

  it('costs a list question one list call, a greeting no call, and help the question for reports', async () => {
    await ask(jonas, 'my courses');
    expect(ownListReads()).toBe(1);

    world.graph.requests.length = 0;
    await ask(jonas, 'hi');
    expect(world.graph.requests).toEqual([]);
    await ask(jonas, 'can you help me please?');
    const asked = world.graph.requests.map(({ path }) => path.split('?')[0]);
    expect(asked.sort()).toEqual(['/me', '/me/directReports']);
  });

  it('is looked up once for a text that is no title, which is then answered as not understood', async () => {
    expect(shownText(await ask(jonas, 'why is the sky blue'))).toContain('Sorry, I didn’t get that');
    expect(ownListReads()).toBe(1);

    await ask(jonas, 'why is the sky green');
    expect(ownListReads()).toBe(1);
  });
});
