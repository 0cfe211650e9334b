import type { EventId } from '../../../sandbox/teams/conversation-events';
import { ADA, BEN, BOT_ID, alertsOf, reply, silent, start, TENANT_ID, type Rig } from './teams-rig';

const BOT = { id: `28:${BOT_ID}` };

function chatOf({ teams }: Rig, type: string): string {
  return teams.conversations.find((one) => one.type === type && one.memberIds.includes(ADA))?.id ?? '';
}

/** Ada's question with its answer, and the activities that the bot gets after it. */
async function startWithAnswer(): Promise<Rig & { readonly chat: string }> {
  const rig = await start(async (activity, call) => {
    if (activity.text === 'my courses') await reply(call, activity, { text: 'Here they are' });
    return { status: 200 };
  });
  const client = rig.teams.client(ADA);
  await client.send(client.personalChatId, 'my courses');
  return { ...rig, chat: client.personalChatId };
}

function idsOf({ teams }: Rig, chat: string): readonly string[] {
  return teams
    .client(ADA)
    .events(chat)
    .map(({ id }) => id);
}

describe('a message', () => {
  it('includes its text as html', async () => {
    const rig = await start(silent);
    const mentions = [{ personId: BEN, name: 'Ben' }];

    await rig.teams.client(ADA).send(chatOf(rig, 'groupChat'), '@Coursemate <b> & @Ben\nnow', { mentions });

    expect(rig.received[0]?.['attachments']).toEqual([
      {
        contentType: 'text/html',
        content:
          '<p><span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">Coursemate</span> &lt;b&gt; &amp; ' +
          '<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="1">Ben</span><br>now</p>',
      },
    ]);
  });

  it('in a channel has the ids of team and channel, and the tenant’s service URL', async () => {
    const rig = await start(silent);
    const channel = chatOf(rig, 'channel');
    const team = rig.teams.conversations.find(({ id }) => id === channel)?.team?.id;

    await rig.teams.client(ADA).send(channel, '@Coursemate hi');

    expect(rig.received[0]).toMatchObject({
      serviceUrl: expect.stringMatching(new RegExp(`/emea/${TENANT_ID}/$`)) as unknown,
      channelData: { teamsChannelId: channel, teamsTeamId: team, tenant: { id: TENANT_ID } },
    });
    expect(rig.received[0]?.['channelData']).toMatchObject({ channel: { id: channel }, team: { id: team } });
  });
});

describe('a delivery without an answer', () => {
  it('is repeated under the same id', async () => {
    let count = 0;
    const rig = await start(() =>
      (count += 1) === 1 ? new Promise<never>(() => undefined) : { status: 200 },
    );
    rig.teams.timeouts.messageMs = 300;
    const client = rig.teams.client(ADA);

    await client.send(client.personalChatId, 'my courses');

    const ids = rig.received.map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(alertsOf(rig)).toEqual([]);
  });

  it('can be repeated by hand', async () => {
    const rig = await startWithAnswer();

    await rig.teams.client(ADA).happen(rig.chat, 'redeliver');

    expect(rig.received[1]).toEqual(rig.received[0]);
  });
});

describe('an event of a message', () => {
  it('is offered only for existing messages', async () => {
    const rig = await startWithAnswer();
    const before = idsOf(rig, chatOf(rig, 'groupChat'));

    expect(before).toEqual(['app.add', 'app.remove', 'app.add-upgrade', 'app.remove-upgrade']);
    expect(idsOf(rig, rig.chat)).toEqual([
      'redeliver',
      'like',
      'edit',
      'delete',
      'app.remove',
      'app.remove-upgrade',
    ]);
    await expect(rig.teams.client(ADA).happen(rig.chat, 'undelete')).rejects.toThrow('cannot happen');
    expect(rig.received).toHaveLength(1);
  });

  it('does not reach the bot for messages without a mention', async () => {
    const rig = await start(silent);
    const group = chatOf(rig, 'groupChat');

    await rig.teams.client(ADA).send(group, 'hello everybody');

    expect(idsOf(rig, group).filter((id) => !id.startsWith('app.'))).toEqual([]);
  });

  it('reaches the bot as a reaction that the next click removes', async () => {
    const rig = await startWithAnswer();
    const client = rig.teams.client(ADA);
    const answer = () => client.timeline(rig.chat).messages[1];

    await client.happen(rig.chat, 'like');
    const liked = answer();
    await client.happen(rig.chat, 'unlike');

    const replyToId = liked?.id;
    expect(rig.received.slice(1)).toMatchObject([
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId },
      { type: 'messageReaction', reactionsRemoved: [{ type: 'like' }], replyToId },
    ]);
    expect([liked?.isLiked, answer()?.isLiked]).toEqual([true, false]);
  });

  it('reaches the bot as edit, deletion and restoration of the same message', async () => {
    const rig = await startWithAnswer();
    const client = rig.teams.client(ADA);
    const { id } = rig.received[0] ?? {};
    const own = () => client.timeline(rig.chat).messages[0];

    await client.happen(rig.chat, 'edit', 'my open courses');
    const edited = own();
    await client.happen(rig.chat, 'delete');
    const deleted = own();
    await client.happen(rig.chat, 'undelete');

    expect(rig.received.slice(1)).toMatchObject([
      { type: 'messageUpdate', id, text: 'my open courses', channelData: { eventType: 'editMessage' } },
      { type: 'messageDelete', id, channelData: { eventType: 'softDeleteMessage' } },
      { type: 'messageUpdate', id, text: 'my open courses', channelData: { eventType: 'undeleteMessage' } },
    ]);
    expect(rig.received[2]).not.toHaveProperty('text');
    expect([edited, deleted, own()]).toMatchObject([
      { text: 'my open courses', isEdited: true, isDeleted: false },
      { text: '', attachments: [], isDeleted: true },
      { text: 'my open courses', isDeleted: false },
    ]);
  });
});

describe('the app', () => {
  it('is removed from a personal chat, which blocks it for the bot, and installed again', async () => {
    const rig = await startWithAnswer();
    const client = rig.teams.client(ADA);
    const path = `v3/conversations/${rig.chat}/activities`;

    await client.happen(rig.chat, 'app.remove');
    const blocked = await rig.call('POST', path, { body: { type: 'message', text: 'x' } });
    const offered = idsOf(rig, rig.chat).filter((id) => id.startsWith('app.'));
    await client.happen(rig.chat, 'app.add');

    expect(blocked).toMatchObject({ status: 403, body: { error: { code: 'MessageWritesBlocked' } } });
    expect(offered).toEqual(['app.add', 'app.add-upgrade']);
    expect(rig.received.slice(1)).toMatchObject([
      { type: 'installationUpdate', action: 'remove', channelData: { source: { name: 'message' } } },
      { type: 'installationUpdate', action: 'add' },
      { type: 'conversationUpdate', membersAdded: [BOT] },
    ]);
    expect(client.hasApp).toBe(true);
  });

  it.each<EventId>(['app.add-upgrade', 'app.remove-upgrade'])('is upgraded in a channel: %s', async (id) => {
    const rig = await start(silent);
    const channel = chatOf(rig, 'channel');

    await rig.teams.client(ADA).happen(channel, id);

    expect(rig.received).toMatchObject([
      {
        type: 'installationUpdate',
        action: id.slice('app.'.length),
        channelData: { settings: { selectedChannel: { id: channel } } },
      },
    ]);
  });

  it('leaves a group with two activities', async () => {
    const rig = await start(silent);

    await rig.teams.client(ADA).happen(chatOf(rig, 'groupChat'), 'app.remove');

    expect(rig.received).toMatchObject([
      { type: 'installationUpdate', action: 'remove' },
      { type: 'conversationUpdate', membersRemoved: [BOT] },
    ]);
  });
});

describe('a team', () => {
  it('reports changes of itself and its channels under its own id', async () => {
    const rig = await start(silent);
    const channel = rig.teams.conversations.find(({ type }) => type === 'channel');
    const { id = '', name, team } = channel ?? {};
    const client = rig.teams.client(ADA);

    for (const event of ['channelRenamed', 'teamRenamed', 'teamMemberRemoved'] as const)
      await client.happen(id, event);

    expect(rig.received).toMatchObject([
      { channelData: { eventType: 'channelRenamed', channel: { id, name }, team } },
      { channelData: { eventType: 'teamRenamed', team } },
      { channelData: { eventType: 'teamMemberRemoved', team }, membersRemoved: [{}] },
    ]);
    for (const { type, conversation } of rig.received)
      expect([type, conversation.id]).toEqual(['conversationUpdate', team?.id]);
    expect(team?.aadGroupId).toMatch(/^[\da-f-]{36}$/);
  });

  it('does not concern a chat', async () => {
    const rig = await start(silent);

    await expect(rig.teams.client(ADA).happen(chatOf(rig, 'groupChat'), 'teamRenamed')).rejects.toThrow();
  });
});
