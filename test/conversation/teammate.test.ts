import type { GraphSettings } from '../../sandbox/graph/graph-settings';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { clearAuditLog, viewsIn } from '../support/audit-log';
import { actionsOf, ask, findPersonId, lastReply, linksOf, pressOn, shownText } from '../support/local-world';
import { useManagerRig } from '../support/manager-rig';

/** The whole notice: its icon, its sentence and its button. */
const NO_SUCH_REPORT = 'ⓘ\nI couldn’t find that name on your team.\nMy team';

const rig = useManagerRig();

async function answerTo(question: string): Promise<string> {
  return shownText(await ask(rig.katherine, question)).trim();
}

/** The addresses of single reads of activities. */
function singleReads(): readonly string[] {
  return rig.world.graph.requests
    .map(({ path }) => decodeURIComponent(path))
    .filter((path) => path.includes('/learningCourseActivities/'));
}

describe('a teammate', () => {
  it.each([
    ['status of Amara', 'Amara Diallo'],
    ['how is amara doing?', 'Amara Diallo'],
    ['status of amara diallo', 'Amara Diallo'],
    ['status of Jonass', 'Jonas Weber'],
    ['status of ليلى', 'ليلى حداد (Layla Haddad)'],
    ['status of 佐藤', '佐藤 遥 (Haruka Sato)'],
    ['status of 佐藤遥', '佐藤 遥 (Haruka Sato)'],
    ['status of Ben Okafor', 'Ben Okafor'],
  ])('is found by “%s”', async (question, name) => {
    expect(await answerTo(question)).toContain(name);
    expect(viewsIn(rig.world)).toHaveLength(1);
    expect(viewsIn(rig.world)[0]).toMatch(/^Katherine → \w+: teammate, shown$/);
  });

  it('is found by user principal name and by object id', async () => {
    const amara = rig.world.world.people.find(({ user }) => user.givenName === 'Amara')?.user;

    expect(await answerTo(`status of ${amara?.userPrincipalName ?? ''}`)).toContain('Amara Diallo');
    expect(await answerTo(`${amara?.id ?? ''}'s courses`)).toContain('Amara Diallo');
    expect(viewsIn(rig.world)).toHaveLength(2);
  });

  it('can be asked about with a type of course or a title', async () => {
    const required = await answerTo("Amara's required courses");
    const one = await answerTo('has Amara finished data protection essentials?');

    expect(required).toMatch(/\d+ required courses are on the list/);
    expect(required).not.toMatch(/Recommended|Self-started/);
    expect(one).toMatch(/Data protection essentials \(GDPR\)/);
    expect(one).not.toContain('Code of conduct');
  });

  it('is chosen among several with the same name, and then shown with the question’s filter', async () => {
    const choice = await ask(rig.katherine, 'overdue courses of Ben');
    const shown = shownText(choice);
    const viewsBefore = viewsIn(rig.world);
    const chosen = shownText(await pressOn(rig.katherine, 'teammate/open', actionsOf(choice)[1]?.title));

    expect(shown).toMatch(/Who do you mean\?\nMore than one person on your team matches “.?Ben.?”/u);
    expect(shown).toContain('benjamin@contoso.example.com');
    expect(viewsBefore).toEqual([]);
    expect(chosen).toMatch(/Ben (Okafor|Lindgren)\n\d+ courses? (is|are) overdue/);
    expect(viewsIn(rig.world)).toEqual(['Katherine → Ben: teammate, shown']);
  });

  it.each([
    ['a stranger', 'status of Zebediah'],
    ['someone else’s report', 'status of Tomás'],
    ['a peer', 'status of Marcus'],
    ['a peer by whole name', 'status of Marcus Bell'],
    ['their own manager', 'status of Ingrid'],
    ['a former report', 'status of Chloe'],
    ['a guest', 'status of Dmitri'],
    ['300 characters', `status of ${'x'.repeat(300)}`],
    ['markup', 'status of <b>Marcus</b>'],
  ])('is not found, in the same words as an unknown name: %s', async (_, question) => {
    expect(await answerTo(question)).toBe(NO_SUCH_REPORT);
    expect(viewsIn(rig.world)).toEqual([]);
  });

  it('is not shown to someone without direct reports, who learns nothing else', async () => {
    const priya = rig.world.teams.client(findPersonId(rig.world, 'Priya'));

    const [known, unknown] = [await ask(priya, 'status of Amara'), await ask(priya, 'status of Zebediah')];

    expect(shownText(known)).toContain('You don’t have any direct reports');
    expect(shownText(unknown)).toBe(shownText(known));
    expect(viewsIn(rig.world)).toEqual([]);
  });

  it('is not found by object id unless they are a direct report', async () => {
    const text = await answerTo(`status of ${findPersonId(rig.world, 'Marcus')}`);

    expect(text).not.toContain('Marcus');
    expect(viewsIn(rig.world)).toEqual([]);
  });

  it('is found as soon as they become a direct report', async () => {
    await ask(rig.katherine, 'status of Chloe');
    const chloe = rig.world.world.findPerson(findPersonId(rig.world, 'Chloe'));
    if (chloe === undefined) throw new Error('Chloe is gone.');
    const marcus = chloe.managerId;
    chloe.managerId = rig.katherine.personId;

    const found = await answerTo('status of Chloe');
    chloe.managerId = marcus;

    expect(found).toContain('Chloe Martin');
  });

  it('is no longer shown after the reporting line has been read without them', async () => {
    const jonas = rig.world.world.findPerson(findPersonId(rig.world, 'Jonas'));
    if (jonas === undefined) throw new Error('Jonas is gone.');
    await ask(rig.katherine, 'team');
    const card = lastReply(rig.katherine);
    const open = actionsOf(card, 'teammate/open').find(({ data }) => data['learner'] === jonas.user.id);
    jonas.managerId = findPersonId(rig.world, 'Marcus');
    const still = shownText(await ask(rig.katherine, 'status of Jonas'));
    await ask(rig.katherine, 'team');
    await pressOn(rig.katherine, 'team/refresh');
    clearAuditLog(rig.world);

    const named = await answerTo('status of Jonas');
    await rig.katherine.press(lastReply(rig.katherine).id, open ?? { verb: '', data: {} });
    jonas.managerId = rig.katherine.personId;

    // Positive answers are cached for 5 minutes.
    expect(still).toContain('Jonas Weber');
    expect(named).toBe(NO_SUCH_REPORT);
    expect(shownText(lastReply(rig.katherine))).toContain('isn’t on your team');
    expect(viewsIn(rig.world)).toEqual(['Katherine → Jonas: teammate, refused']);
  });

  it('is replaced by a sentence without a license or after a fault', async () => {
    rig.world.graph.settings.personFaults.set(findPersonId(rig.world, 'Noah'), 'notFound');

    const sentences = [await answerTo('status of Wei'), await answerTo('status of Noah')];
    rig.world.graph.settings.personFaults.clear();

    expect(sentences).toEqual([
      'ⓘ\nWei Chen: No Viva Learning license\nMy team',
      'ⓘ\nNoah Tremblay: Not found in Viva Learning\nMy team',
    ]);
    expect(viewsIn(rig.world)).toEqual([
      'Katherine → Wei: teammate, unreadable',
      'Katherine → Noah: teammate, unreadable',
    ]);
  });

  it('leads back to the team when a sentence has replaced the card', async () => {
    const team = await ask(rig.katherine, 'team');
    const ofWei = actionsOf(team, 'teammate/open').find(
      ({ data }) => data['learner'] === findPersonId(rig.world, 'Wei'),
    );
    if (ofWei === undefined) throw new Error('Wei is not in the team.');
    await rig.katherine.press(team.id, ofWei);
    expect(shownText(lastReply(rig.katherine))).toContain('ⓘ\nWei Chen: No Viva Learning license');

    const again = await pressOn(rig.katherine, 'team/page', 'My team');

    expect(actionsOf(again, 'teammate/open')).toHaveLength(8);
  });

  it('shows no note from an assigner', async () => {
    const amara = rig.world.teams.client(findPersonId(rig.world, 'Amara'));
    await ask(amara, 'all my courses');
    const own = await readAll(amara, 'my-courses/page');
    await ask(rig.katherine, "Amara's courses");
    const hers = await readAll(rig.katherine, 'teammate/page');

    expect(own).toContain('Needed for the partner portal.');
    expect(hers).toContain('title not available');
    expect(hers).not.toContain('Needed for the partner portal.');
  });
});

/** The texts of a list and of the pages after it. */
async function readAll(client: TeamsClient, verb: string): Promise<string> {
  const texts = [shownText(lastReply(client))];
  for (;;) {
    const next = actionsOf(lastReply(client), verb).find(({ title = '' }) => /^(?:Show|Next)/.test(title));
    if (next === undefined) return texts.join('\n');
    texts.push(shownText(await pressOn(client, verb, next.title)));
  }
}

describe('one course of a teammate', () => {
  /** Opens a course, refreshes it and goes back; `form` is the pattern of one read's address. */
  async function viewOne(form: RegExp): Promise<void> {
    await ask(rig.katherine, 'status of Jonas');
    clearAuditLog(rig.world);
    rig.world.graph.requests.length = 0;

    const course = shownText(await pressOn(rig.katherine, 'teammate/course'));
    const opened = singleReads();
    await pressOn(rig.katherine, 'teammate/course', 'Refresh');
    const refreshed = singleReads();
    rig.world.graph.requests.length = 0;
    const list = shownText(await pressOn(rig.katherine, 'teammate/page'));
    const back = rig.world.graph.requests.flatMap(({ batch }) => batch ?? []);

    expect(course).toContain('Jonas Weber');
    expect(course).toContain('Assigned by');
    expect(course).not.toContain('Share');
    expect(opened).toEqual([expect.stringMatching(form)]);
    expect(refreshed).toHaveLength(2);
    expect(list).toMatch(/Jonas Weber\n1 course is overdue/);
    expect(back.every((path) => path.includes(findPersonId(rig.world, 'Jonas')))).toBe(true);
    expect(viewsIn(rig.world)).toEqual([
      'Katherine → Jonas: course, shown',
      'Katherine → Jonas: course, shown',
      'Katherine → Jonas: teammate, shown',
    ]);
  }

  it('takes one read with the manager’s token, another on refresh, and leads back to the list', async () => {
    const jonas = findPersonId(rig.world, 'Jonas');

    await viewOne(new RegExp(`^/users/${jonas}/employeeExperience/learningCourseActivities/`));
  });

  describe('where only the app’s token may read', () => {
    /** Restarts the bot, so that it has not learned what the tenant allows. */
    async function allow(settings: Partial<GraphSettings>): Promise<void> {
      Object.assign(rig.world.graph.settings, settings);
      await rig.world.bot?.restart();
    }

    beforeAll(() => allow({ reportsDelegated: 'refused', usersListAppOnly: 'allowed' }));
    afterAll(() => allow({ reportsDelegated: 'allowed', usersListAppOnly: 'refused' }));

    it('takes one read with that token, another on refresh, and leads back to the list', async () => {
      await viewOne(/^\/employeeExperience\/learningCourseActivities\//);
    });
  });

  it('says that it is gone', async () => {
    const list = await ask(rig.katherine, 'status of Jonas');
    const [open] = actionsOf(list, 'teammate/course');
    if (open === undefined) throw new Error('Jonas has no courses.');

    await rig.katherine.press(list.id, { ...open, data: { ...open.data, activity: 'gone' } });

    expect(shownText(lastReply(rig.katherine))).toContain('no longer on this person’s list');
    expect(shownText(await pressOn(rig.katherine, 'teammate/page', 'Back to the list'))).toContain(
      'Jonas Weber',
    );
  });

  it.each([
    ['is a path of its own', '../../../users/x', ['..%2F..%2F..%2Fusers%2Fx']],
    ['is no segment of a path', '..', []],
    ['is longer than any id', 'x'.repeat(300), ['x'.repeat(300)]],
    ['is too long for a card', 'x'.repeat(301), []],
  ])('opens nothing else for an id that %s', async (_, activity, segments) => {
    const list = await ask(rig.katherine, 'status of Jonas');
    const [open] = actionsOf(list, 'teammate/course');
    if (open === undefined) throw new Error('Jonas has no courses.');
    rig.world.graph.requests.length = 0;

    await rig.katherine.press(list.id, { ...open, data: { ...open.data, activity } });

    const asked = rig.world.graph.requests.map(({ path }) => path.split('/learningCourseActivities/')[1]);
    expect(asked).toEqual(segments);
  });
});

describe('the message to a teammate', () => {
  it('is a chat with a draft that names the course to start with and its due day, and no status', async () => {
    const reply = await ask(rig.katherine, 'status of Amara');

    const link = linksOf(reply).get('Message Amara ↗');
    const amara = rig.world.world.people.find(({ user }) => user.givenName === 'Amara')?.user;
    expect(link?.searchParams.get('users')).toBe(amara?.userPrincipalName);
    expect(link?.searchParams.get('message')).toMatch(
      /^Hi Amara, a friendly reminder about “Code of conduct 2026” \(due Nov \d+, 2026\)\. Shout/,
    );
    expect(link?.searchParams.get('message')).not.toMatch(/overdue|%|progress/);
  });

  it('is on the card of one of their courses, too', async () => {
    await ask(rig.katherine, 'status of Amara');

    const reply = await pressOn(rig.katherine, 'teammate/course');

    expect(linksOf(reply).get('Message Amara ↗')?.searchParams.get('message')).toContain(
      '“Code of conduct 2026”',
    );
  });

  it('is not on the card of a course that they have finished', async () => {
    await ask(rig.katherine, 'completed courses of Amara');

    const reply = await pressOn(rig.katherine, 'teammate/course');

    expect(shownText(reply)).toContain('Completed on');
    expect(shownText(reply)).not.toContain('Message');
  });

  it('is not offered where nothing is open that it could remind of', async () => {
    const noah = await ask(rig.katherine, 'status of Noah');

    expect(shownText(noah)).toContain('No courses yet');
    expect(shownText(noah)).not.toContain('Message');
  });

  it('is not offered to a disabled account', async () => {
    const { scopes } = rig.world.entra.settings;
    rig.world.entra.settings.scopes = [...scopes, 'User.Read.All'];
    const ben = await ask(rig.katherine, 'status of Ben Lindgren');
    rig.world.entra.settings.scopes = scopes;

    expect(shownText(ben)).toContain('Ben Lindgren');
    expect(shownText(ben)).not.toContain('Message');
  });
});

describe('people of one name', () => {
  it('are told apart by job title where it can be read', async () => {
    const { scopes } = rig.world.entra.settings;
    rig.world.entra.settings.scopes = [...scopes, 'User.Read.All'];
    const shown = await answerTo('status of Ben');
    rig.world.entra.settings.scopes = scopes;

    expect(shown).toContain('Support Engineer');
    expect(shown).not.toContain('@contoso.example.com');
  });
});
