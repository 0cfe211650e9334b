import {
  ADA,
  BEN,
  actionAnswer,
  adaptiveCard,
  alertsOf,
  oauthCard,
  silent,
  start,
  type Behavior,
  type Rig,
} from './teams-rig';

const VERB = 'shared-course/view';
const CARD = {
  ...adaptiveCard('Excel basics'),
  refresh: { action: { type: 'Action.Execute', verb: VERB, data: { content: 'c1' } } },
};
const status: Behavior = ({ from }) =>
  actionAnswer(200, 'card.adaptive', adaptiveCard(`You: ${from.aadObjectId}`));

function conversationOf({ teams }: Rig, name: string): string {
  return teams.conversations.find((conversation) => conversation.name === name)?.id ?? '';
}

function textsFor({ teams }: Rig, personId: string, conversationId: string): unknown[] {
  const { messages } = teams.client(personId).timeline(conversationId);
  return messages.flatMap(({ attachments }) =>
    attachments.map(({ content }) => (content as { body: { text: string }[] }).body[0]?.text),
  );
}

describe('a card of the message extension', () => {
  it('is sent by the person, with their words, to everyone', async () => {
    const rig = await start(silent);
    const channel = conversationOf(rig, 'Learning');

    await rig.teams.client(ADA).share(channel, adaptiveCard('Excel basics'), 'Worth a look');

    expect(rig.teams.client(BEN).timeline(channel).messages).toMatchObject([
      {
        author: { isBot: false, id: ADA },
        text: 'Worth a look',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
      },
    ]);
    expect(rig.received).toEqual([]);
  });

  it('cannot be changed by the bot', async () => {
    const rig = await start(silent);
    const channel = conversationOf(rig, 'Learning');
    await rig.teams.client(ADA).share(channel, CARD, '');
    const [message] = rig.teams.client(ADA).timeline(channel).messages;
    const path = `v3/conversations/${encodeURIComponent(channel)}/activities/${message?.id ?? ''}`;

    const changed = await rig.call('PUT', path, { body: { type: 'message', text: 'mine now' } });
    const deleted = await rig.call('DELETE', path);

    expect([changed.status, deleted.status]).toEqual([403, 403]);
    expect(rig.teams.client(BEN).timeline(channel).messages).toMatchObject([{ text: '', isEdited: false }]);
  });

  it('reaches the bot in its own chat with the person', async () => {
    const rig = await start(silent);
    const client = rig.teams.client(ADA);

    await client.share(client.personalChatId, adaptiveCard('Excel basics'), 'this one');

    expect(rig.received).toMatchObject([
      {
        type: 'message',
        text: 'this one',
        attachments: [
          { content: adaptiveCard('Excel basics') },
          { contentType: 'text/html', content: '<p>this one</p>' },
        ],
      },
    ]);
  });

  it('works only in the person’s own conversations', async () => {
    const rig = await start(silent);

    const sharing = rig.teams.client(ADA).share(rig.teams.client(BEN).personalChatId, CARD, '');

    await expect(sharing).rejects.toThrow('No such conversation');
  });
});

describe('a shared card with refresh', () => {
  it('refreshes for each viewer separately, on arrival and on opening', async () => {
    const rig = await start(status);
    const group = conversationOf(rig, 'Learning lunch');

    await rig.teams.client(ADA).share(group, CARD, '');
    const beforeBenLooks = textsFor(rig, BEN, group);
    await rig.teams.client(BEN).open(group);

    const [message] = rig.teams.client(ADA).timeline(group).messages;
    expect(rig.received).toMatchObject(
      [ADA, BEN].map((aadObjectId) => ({
        name: 'adaptiveCard/action',
        from: { aadObjectId },
        conversation: { id: group },
        replyToId: message?.id,
        value: { trigger: 'automatic', action: { verb: VERB, data: { content: 'c1' } } },
      })),
    );
    expect(beforeBenLooks).toEqual(['Excel basics']);
    expect([textsFor(rig, ADA, group), textsFor(rig, BEN, group)]).toEqual([
      [`You: ${ADA}`],
      [`You: ${BEN}`],
    ]);
  });

  it('refreshes for everyone who is present when it is sent', async () => {
    const rig = await start(status);
    const channel = conversationOf(rig, 'Learning');
    await rig.teams.client(BEN).open(channel);

    await rig.teams.client(ADA).share(channel, CARD, '');

    expect(textsFor(rig, BEN, channel)).toEqual([`You: ${BEN}`]);
  });

  it('signs the viewer in silently', async () => {
    const rig = await start((activity, call) =>
      activity.value?.authentication === undefined
        ? actionAnswer(401, 'activity.loginRequest', oauthCard())
        : status(activity, call),
    );
    const channel = conversationOf(rig, 'Learning');

    await rig.teams.client(ADA).share(channel, CARD, '');

    expect(textsFor(rig, ADA, channel)).toEqual([`You: ${ADA}`]);
    expect(alertsOf(rig)).toEqual([]);
  });

  it.each([
    [60, 'Learning', 1],
    [61, 'Learning', 1],
    [61, 'Everybody', 0],
  ])('of %i people, in %s, sends %i automatic refresh', async (peopleCount, name, refreshes) => {
    const rig = await start(status, { peopleCount });

    await rig.teams.client(ADA).share(conversationOf(rig, name), CARD, '');

    expect(rig.received).toHaveLength(refreshes);
  });

  it('still refreshes on request in a big channel', async () => {
    const rig = await start(status, { peopleCount: 61 });
    const everybody = conversationOf(rig, 'Everybody');
    await rig.teams.client(ADA).share(everybody, CARD, '');
    const [message] = rig.teams.client(BEN).timeline(everybody).messages;

    await rig.teams.client(BEN).press(message?.id ?? '', CARD.refresh.action);

    expect(rig.received).toMatchObject([{ from: { aadObjectId: BEN }, value: { trigger: 'manual' } }]);
    expect([textsFor(rig, ADA, everybody), textsFor(rig, BEN, everybody)]).toEqual([
      ['Excel basics'],
      [`You: ${BEN}`],
    ]);
  });
});

describe('a small world', () => {
  it('has no channel that is too big', async () => {
    const rig = await start(silent, { peopleCount: 60 });

    expect(conversationOf(rig, 'Everybody')).toBe('');
  });
});
