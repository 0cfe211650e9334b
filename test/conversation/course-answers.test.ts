import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import {
  actionsOf,
  ask,
  findPersonId,
  lastReply,
  linksOf,
  pressOn,
  shownText,
  startTestWorld,
} from '../support/local-world';

let world: RunningWorld;
let amara: TeamsClient;

beforeAll(async () => {
  world = await startTestWorld({ locale: 'en-US' });
  world.graph.settings.pageSize = 50;
  amara = world.teams.client(findPersonId(world, 'Amara'));
});

afterAll(async () => {
  await world.close();
});

function idOf(title: string): unknown {
  return [...world.world.contents.values()].flat().find((content) => content['title'] === title)?.['id'];
}

/** The title of a course that someone assigned to the person, with words that are a title alone. */
function titleOf({ personId }: TeamsClient): string {
  const assigned = world.world.activities.filter(
    (activity) => activity['learnerUserId'] === personId && activity['status'] === 'notStarted',
  );
  const ids = new Set(assigned.map((activity) => activity['learningContentId']));
  const contents = [...world.world.contents.values()].flat().filter(({ id }) => ids.has(id));
  return String(contents.find(({ title }) => /^[A-Z][\w ]+$/u.test(String(title)))?.['title']);
}

describe('a question about one course', () => {
  it.each([
    [
      'have I finished spotting phishing?',
      /^Yes\. You finished .*hishing.* on Nov \d+, 2025; this year’s is due tomorrow\.$/,
    ],
    ['when is spotting phishing due?', /^It’s due tomorrow, on Nov 24, 2026, 12:00 PM\.$/],
    ['is code of conduct overdue?', /^Yes\. It was due on Nov 17, 2026 \(6 days overdue\)\.$/],
    ['how long does code of conduct take?', /^It takes about \d+ min\.$/],
    ['who assigned me code of conduct?', /^Katherine Walsh assigned it on Oct 14\.$/],
    ['is code of conduct mandatory?', /^Yes, it’s required and 6 days overdue\.$/],
  ])('%s is answered by a sentence and its card', async (question, sentence) => {
    const reply = await ask(amara, question);

    expect(reply.text).toMatch(sentence);
    expect(actionsOf(reply, 'course/refresh')).toHaveLength(1);
  });

  it('is answered by the card alone when it asks for all of it', async () => {
    const reply = await ask(amara, 'tell me about code of conduct');

    expect(reply.text).toBe('');
  });

  it('keeps what was asked through the sign-in', async () => {
    await ask(amara, 'sign out');

    expect((await ask(amara, 'is code of conduct mandatory?')).text).toBe(
      'Yes, it’s required and 6 days overdue.',
    );
  });
});

describe('a yearly course', () => {
  it('opens this year’s, and names the earlier ones, also after Refresh', async () => {
    const reply = await ask(amara, 'tell me about code of conduct');
    const refreshed = await pressOn(amara, 'course/refresh');

    for (const shown of [reply, refreshed].map(shownText)) {
      expect(shown).toContain('6 days overdue');
      expect(shown).toMatch(/Completed before: Nov \d+, 2025 · Nov \d+, 2024/u);
    }
  });

  it('opens exactly the activity whose row was selected, and names the open one', async () => {
    const code = world.world.activities.filter(
      ({ learnerUserId, learningContentId: contentId }) =>
        learnerUserId === amara.personId && contentId === idOf('Code of conduct 2026'),
    );
    const completed = code.find((activity) => String(activity['completedDateTime']).startsWith('2025'));
    const list = await ask(amara, 'my completed courses');
    const [row] = actionsOf(list, 'course/open');
    if (row === undefined) throw new Error('no row');

    await amara.press(list.id, { ...row, data: { ...row.data, activity: completed?.['id'] } });

    expect(shownText(lastReply(amara))).toMatch(/Completed on Nov \d+, 2025/u);
    expect(shownText(lastReply(amara))).toContain('Also open: Due Nov 17, 2026 (6 days overdue)');
  });
});

describe('the links of a course', () => {
  it('ask the assigner and book time without a word about the learner’s status', async () => {
    const links = linksOf(await ask(amara, 'tell me about handling customer data'));
    const chat = links.get('Ask Katherine ↗');
    const meeting = links.get('Book time ↗');

    expect(chat?.searchParams.get('users')).toMatch(/^katherine.*@/iu);
    expect(chat?.searchParams.get('message')).toBe(
      'Hi Katherine, I have a question about “Handling customer data safely” (due Nov 21, 2026).',
    );
    expect(meeting?.searchParams.get('subject')).toBe('Handling customer data safely');
    expect(meeting?.searchParams.get('startTime')).toBe('2026-11-23T15:30:00.000Z');
    expect([...links.keys()]).toContain('Open in Viva Learning ↗');
    for (const link of [chat, meeting]) {
      expect(decodeURIComponent(link?.href ?? '%')).not.toMatch(
        /overdue|%|finish|done|started|progress|audit/iu,
      );
    }
  });

  it('ask no one when the assigner cannot be read, and the sentence says so', async () => {
    const haruka = world.teams.client(findPersonId(world, 'Haruka'));
    await ask(haruka, 'my courses');
    Object.assign(world.graph.settings, { fault: 'forbidden', faultScope: 'directory' });
    const reply = await ask(haruka, `who assigned me ${titleOf(haruka)}?`).finally(() => {
      Object.assign(world.graph.settings, { fault: 'none', faultScope: 'everything' });
    });

    expect(reply.text).toBe('I can’t see who assigned it.');
    expect([...linksOf(reply).keys()].filter((title) => title.startsWith('Ask'))).toEqual([]);
    expect([...linksOf(reply).keys()]).toContain('Book time ↗');
  });
});

describe('a question about the list with yes or no', () => {
  it.each([
    ['is anything overdue?', /^Yes, \d courses are overdue\.$/],
    ['am I done with everything required?', /^No, \d+ required courses are still open\.$/],
  ])('%s is answered', async (question, sentence) => {
    expect((await ask(amara, question)).text).toMatch(sentence);
  });
});
