import { viewsIn } from '../support/audit-log';
import { ask, findPersonId, lastReply, alertsOf, shownText } from '../support/local-world';
import { useManagerRig } from '../support/manager-rig';

/** The whole notice: its icon, its sentence and its button. */
const NO_SUCH_REPORT = 'ⓘ\nI couldn’t find that name on your team.\nMy team';

const rig = useManagerRig();

describe('a question asked where others read along', () => {
  function chatOf(type: 'groupChat' | 'channel'): string {
    const chat = rig.katherine.conversations().find((conversation) => conversation.type === type);
    if (chat === undefined) throw new Error(`There is no ${type}.`);
    return chat.id;
  }

  function lastIn(conversationId: string): string {
    const reply = rig.katherine.timeline(conversationId).messages.findLast(({ author }) => author.isBot);
    return reply === undefined ? '' : shownText(reply);
  }

  describe.each(['groupChat', 'channel'] as const)('in a %s', (type) => {
    it.each([
      'team',
      'who is overdue?',
      'status of Amara',
      'status of Zebediah',
      'who looked at my courses?',
      'export my team',
    ])('answers “%s” in the personal chat and names no one where others read along', async (question) => {
      const here = chatOf(type);
      await rig.katherine.install(here);
      const before = lastReply(rig.katherine).id;

      await rig.katherine.send(here, `@Coursemate ${question}`);

      expect(lastIn(here)).toContain('I’ve answered you there.');
      for (const { user } of rig.world.world.people) expect(lastIn(here)).not.toContain(user.givenName);
      expect(lastIn(here)).not.toMatch(/\d|overdue|find that name/);
      expect(lastReply(rig.katherine).id).not.toBe(before);
      expect(alertsOf(rig.katherine).filter((line) => line.startsWith('protocolError'))).toEqual([]);
    });

    it('asks someone without the app to use their own chat, and reads no one’s courses', async () => {
      const here = chatOf(type);
      await rig.katherine.install(here);
      const before = lastReply(rig.katherine).id;
      rig.katherine.hasApp = false;

      await rig.katherine.send(here, '@Coursemate status of Amara');
      rig.katherine.hasApp = true;

      expect(lastIn(here)).toContain('I only show your courses in our private chat.');
      expect(lastReply(rig.katherine).id).toBe(before);
      expect(viewsIn(rig.world)).toEqual([]);
    });
  });

  it('shows the mentioned person, whatever the text of the mention says', async () => {
    const here = chatOf('groupChat');
    await rig.katherine.install(here);
    const mentions = [{ personId: findPersonId(rig.world, 'Jonas'), name: 'Amara' }];

    await rig.katherine.send(here, '@Coursemate status of @Amara', { mentions });

    expect(shownText(lastReply(rig.katherine))).toContain('Jonas Weber');
    expect(shownText(lastReply(rig.katherine))).not.toContain('Amara');
    expect(viewsIn(rig.world)).toEqual(['Katherine → Jonas: teammate, shown']);
  });

  it('refuses a mention of someone else’s report as if the name were unknown, and logs the attempt', async () => {
    const here = chatOf('channel');
    await rig.katherine.install(here);
    const mentions = [{ personId: findPersonId(rig.world, 'Marcus'), name: 'Amara' }];

    await rig.katherine.send(here, '@Coursemate status of @Amara', { mentions });

    expect(shownText(lastReply(rig.katherine)).trim()).toBe(NO_SUCH_REPORT);
    expect(viewsIn(rig.world)).toEqual(['Katherine → Marcus: teammate, refused']);
  });

  it('finds a person by name when “@” is only typed', async () => {
    expect(shownText(await ask(rig.katherine, 'status of @Amara'))).toContain('Amara Diallo');
  });
});
