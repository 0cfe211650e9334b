import { teamsIdOf } from '../../../sandbox/teams/conversations';
import { markMentions } from '../../../sandbox/teams/mentions';
import { ADA, BEN, BOT_ID, silent, start, type Rig } from './teams-rig';

const COURSEMATE = { id: `28:${BOT_ID}`, name: 'Coursemate' };

function chatOf({ teams }: Rig, type: string): string {
  return teams.conversations.find((conversation) => conversation.type === type)?.id ?? '';
}

describe('a mention of a person', () => {
  it.each(['groupChat', 'channel'])('reaches the bot by id in a %s', async (type) => {
    const rig = await start(silent);
    const mentions = [{ personId: BEN, name: 'Ben Contoso' }];

    await rig.teams.client(ADA).send(chatOf(rig, type), '@Coursemate status of @Ben Contoso', { mentions });

    expect(rig.received).toMatchObject([
      {
        text: '<at>Coursemate</at> status of <at>Ben Contoso</at>',
        entities: [
          { type: 'mention', mentioned: COURSEMATE, text: '<at>Coursemate</at>' },
          {
            type: 'mention',
            mentioned: { id: teamsIdOf(BEN), name: 'Ben Contoso' },
            text: '<at>Ben Contoso</at>',
          },
          { type: 'clientInfo' },
        ],
      },
    ]);
    const { messages } = rig.teams.client(BEN).timeline(chatOf(rig, type));
    expect(messages).toMatchObject([{ text: '@Coursemate status of @Ben Contoso' }]);
  });

  it('is found among the members by the id that it brings', async () => {
    const rig = await start(silent, { peopleCount: 12 });
    const outsider = rig.teams.conversations.find(({ type }) => type === 'channel')?.memberIds.at(-1) ?? '';
    const members = `v3/conversations/${encodeURIComponent(chatOf(rig, 'groupChat'))}/members`;

    const ben = await rig.call('GET', `${members}/${teamsIdOf(BEN)}`);
    const nobody = await rig.call('GET', `${members}/${teamsIdOf(outsider)}`);

    expect(ben).toMatchObject({
      status: 200,
      body: { aadObjectId: BEN, userPrincipalName: 'ben@contoso.com' },
    });
    expect(nobody).toMatchObject({ status: 404, body: { error: { code: 'MemberNotFoundInConversation' } } });
  });

  it('is refused outside the conversation', async () => {
    const rig = await start(silent);
    const client = rig.teams.client(ADA);
    const mentions = [{ personId: BEN, name: 'Ben' }];

    await expect(client.send(client.personalChatId, 'status of @Ben', { mentions })).rejects.toThrow();
    expect(rig.received).toEqual([]);
  });

  it('is just text when no one was picked', async () => {
    const rig = await start(silent);

    await rig.teams.client(ADA).send(chatOf(rig, 'channel'), '@Coursemate status of @Ben Contoso');

    expect(rig.received[0]?.text).toBe('<at>Coursemate</at> status of @Ben Contoso');
  });
});

describe('markMentions', () => {
  it('prefers the longest name, and escapes its characters', () => {
    const ben = { id: '29:1', name: 'Ben' };
    const benOkafor = { id: '29:2', name: 'Ben (Okafor+)' };

    const { text, entities } = markMentions('@Ben (Okafor+) and @Ben', [ben, benOkafor]);

    expect(text).toBe('<at>Ben (Okafor+)</at> and <at>Ben</at>');
    expect(entities).toMatchObject([{ mentioned: benOkafor }, { mentioned: ben }]);
  });
});
