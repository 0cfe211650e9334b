import { ADA, BOT_ID, TENANT_ID, cardMessage, alertsOf, reply, showCard, silent, start } from './teams-rig';

describe('a message', () => {
  it('reaches the bot in the shape that Teams gives it', async () => {
    const { teams, received } = await start(silent);
    const client = teams.client(ADA);

    await client.send(client.personalChatId, 'my courses');

    expect(received[0]).toMatchObject({
      type: 'message',
      text: 'my courses',
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      timestamp: expect.stringMatching(/^2026-12-01T09:00:/) as unknown,
      localTimestamp: expect.stringMatching(/^2026-12-01T10:00:.*\+01:00$/) as unknown,
      localTimezone: 'Europe/Berlin',
      locale: 'de-DE',
      from: { id: expect.stringMatching(/^29:/) as unknown, name: 'Ada Contoso', aadObjectId: ADA },
      recipient: { id: `28:${BOT_ID}`, name: 'Coursemate' },
      conversation: { id: client.personalChatId, conversationType: 'personal', tenantId: TENANT_ID },
      channelData: { tenant: { id: TENANT_ID } },
      entities: [
        {
          type: 'clientInfo',
          locale: 'de-DE',
          country: 'DE',
          platform: 'Web',
          timezone: 'Europe/Berlin',
        },
      ],
    });
  });

  it('is shown with the bot’s answer below it', async () => {
    const { teams } = await start(async (activity, call) => {
      await reply(call, activity, { text: 'Hello' });
      return { status: 200 };
    });
    const client = teams.client(ADA);

    await client.send(client.personalChatId, 'hi');

    const { messages, alerts } = client.timeline(client.personalChatId);
    expect(messages.map(({ author, text }) => [author.isBot, text])).toEqual([
      [false, 'hi'],
      [true, 'Hello'],
    ]);
    expect(alerts).toEqual([]);
  });

  it('shows that the bot is typing until its answer is there', async () => {
    const typing: boolean[] = [];
    const { teams } = await start(async (activity, call) => {
      const { isBotTyping } = client.timeline(client.personalChatId);
      await reply(call, activity, { type: 'typing' });
      typing.push(isBotTyping, client.timeline(client.personalChatId).isBotTyping);
      await reply(call, activity, { text: 'done' });
      return { status: 200 };
    });
    const client = teams.client(ADA);

    await client.send(client.personalChatId, 'hi');

    expect([...typing, client.timeline(client.personalChatId).isBotTyping]).toEqual([false, true, false]);
  });

  it('in a group reaches the bot only with a mention', async () => {
    const { teams, received } = await start(silent);
    const client = teams.client(ADA);
    const group = client.conversations().find(({ type }) => type === 'groupChat')?.id ?? '';

    await client.send(group, 'hello everybody');
    await client.send(group, '@Coursemate my courses');

    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      text: '<at>Coursemate</at> my courses',
      conversation: { isGroup: true, conversationType: 'groupChat' },
      entities: [
        { type: 'mention', text: '<at>Coursemate</at>', mentioned: { id: `28:${BOT_ID}` } },
        { type: 'clientInfo' },
      ],
    });
  });

  it.each([
    ['an error', () => ({ status: 500 }), 'HTTP 500'],
    ['silence', () => new Promise<never>(() => undefined), 'no answer in time'],
  ] as const)('answered with %s shows as a protocol error', async (_, behavior, described) => {
    const world = await start(behavior);
    world.teams.timeouts.messageMs = 200;
    const client = world.teams.client(ADA);

    await client.send(client.personalChatId, 'hi');

    expect(alertsOf(world)).toEqual([`protocolError: A message activity wants HTTP 200, got ${described}.`]);
  });
});

describe('installing', () => {
  it('tells the bot once', async () => {
    const { teams, received } = await start(silent);
    const client = teams.client(ADA);

    await client.install(client.personalChatId);
    await client.install(client.personalChatId);

    expect(received).toMatchObject([
      { type: 'installationUpdate', action: 'add' },
      { type: 'conversationUpdate', membersAdded: [{ id: `28:${BOT_ID}` }] },
    ]);
  });
});

describe('Action.Submit', () => {
  it('shows an error when the bot does not accept it', async () => {
    const rig = await start(async (activity, call) => {
      if (activity.text !== 'my courses') return { status: 500 };
      await reply(call, activity, cardMessage('base'));
      return { status: 200 };
    });
    const messageId = await showCard(rig);

    await rig.teams.client(ADA).submit(messageId, { choice: '1' });

    expect(alertsOf(rig)).toContain('error: Something went wrong. Please try again.');
  });

  it.each([
    [{ msteams: { type: 'imBack', value: 'help' } }, { text: 'help' }, ['help']],
    [
      { msteams: { type: 'messageBack', text: 'due=week', displayText: 'This week', value: { a: 1 } } },
      { text: 'due=week', value: { a: 1 } },
      ['This week'],
    ],
    [{ choice: '1' }, { value: { choice: '1' } }, []],
  ])('with %j sends %j', async (data, sent, shown) => {
    const world = await start(async (activity, call) => {
      if (activity.text === 'my courses') await reply(call, activity, cardMessage('base'));
      return { status: 200 };
    });
    const client = world.teams.client(ADA);
    const messageId = await showCard(world);

    await client.submit(messageId, data);

    expect(world.received[1]).toMatchObject({ type: 'message', ...sent });
    const texts = client
      .timeline(client.personalChatId)
      .messages.slice(2)
      .map(({ text }) => text);
    expect(texts).toEqual(shown);
  });
});
