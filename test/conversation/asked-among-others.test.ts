import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { clearAuditLog, looksIn } from '../support/audit-log';
import { ask, findPersonId, lastReply, noticesOf, shownText, startTestWorld } from '../support/local-world';

const NO_SUCH_REPORT = 'None of the people who report to you is called that. Ask “my team” to see them all.';

let world: RunningWorld;
let katherine: TeamsClient;

beforeAll(async () => {
  world = await startTestWorld({ locale: 'en-US' });
  world.graph.settings.reportsDelegated = 'allowed';
  katherine = world.teams.client(findPersonId(world, 'Katherine'));
});

afterAll(async () => {
  await world.close();
});

beforeEach(async () => {
  await ask(katherine, 'sign out');
  world.graph.requests.length = 0;
  clearAuditLog(world);
});

describe('asked among others', () => {
  function chatOf(type: 'groupChat' | 'channel'): string {
    const chat = katherine.conversations().find((conversation) => conversation.type === type);
    if (chat === undefined) throw new Error(`There is no ${type}.`);
    return chat.id;
  }

  function lastIn(conversationId: string): string {
    const reply = katherine.timeline(conversationId).messages.findLast(({ author }) => author.isBot);
    return reply === undefined ? '' : shownText(reply);
  }

  describe.each(['groupChat', 'channel'] as const)('in a %s', (type) => {
    it.each([
      'team',
      'who is overdue?',
      'status of Amara',
      'status of Zebediah',
      'who looked at my courses?',
    ])(
      '“%s” is answered in the personal chat, and the public line says nothing of anybody',
      async (question) => {
        const here = chatOf(type);
        await katherine.install(here);
        const before = lastReply(katherine).id;

        await katherine.send(here, `@Coursemate ${question}`);

        expect(lastIn(here)).toContain('Your answer is there.');
        for (const { user } of world.world.people) expect(lastIn(here)).not.toContain(user.givenName);
        expect(lastIn(here)).not.toMatch(/\d|overdue|called that/);
        expect(lastReply(katherine).id).not.toBe(before);
        expect(noticesOf(katherine).filter((line) => line.startsWith('protocolError'))).toEqual([]);
      },
    );

    it('tells who has not installed the app to ask in a chat of their own, and looks at nobody', async () => {
      const here = chatOf(type);
      await katherine.install(here);
      const before = lastReply(katherine).id;
      katherine.hasApp = false;

      await katherine.send(here, '@Coursemate status of Amara');
      katherine.hasApp = true;

      expect(lastIn(here)).toContain('Ask me there.');
      expect(lastReply(katherine).id).toBe(before);
      expect(looksIn(world)).toEqual([]);
    });
  });

  it('a mention is who is mentioned, whatever its text says', async () => {
    const here = chatOf('groupChat');
    await katherine.install(here);
    const mentions = [{ personId: findPersonId(world, 'Jonas'), name: 'Amara' }];

    await katherine.send(here, '@Coursemate status of @Amara', { mentions });

    expect(shownText(lastReply(katherine))).toContain('Jonas Weber');
    expect(shownText(lastReply(katherine))).not.toContain('Amara');
    expect(looksIn(world)).toEqual(['Katherine → Jonas: teammate, shown']);
  });

  it('a mention of somebody who is no report is refused, with the same words as for nobody, and on record', async () => {
    const here = chatOf('channel');
    await katherine.install(here);
    const mentions = [{ personId: findPersonId(world, 'Marcus'), name: 'Amara' }];

    await katherine.send(here, '@Coursemate status of @Amara', { mentions });

    expect(shownText(lastReply(katherine)).trim()).toBe(NO_SUCH_REPORT);
    expect(looksIn(world)).toEqual(['Katherine → Marcus: teammate, refused']);
  });

  it('somebody who only calls themselves a mention is found by name', async () => {
    expect(shownText(await ask(katherine, 'status of @Amara'))).toContain('Amara Diallo');
  });
});
