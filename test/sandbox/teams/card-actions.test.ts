import {
  ADA,
  BEN,
  actionAnswer,
  adaptiveCard,
  cardMessage,
  alertsOf,
  oauthCard,
  reply,
  showCard,
  start,
  withCard,
  type Rig,
} from './teams-rig';

describe('Action.Execute', () => {
  const press = { verb: 'course/refresh', data: { activityId: 'a1' } };

  function cardsOf({ teams }: Rig, personId: string): unknown[] {
    const client = teams.client(personId);
    const { id } = client.conversations().find(({ type }) => type === 'groupChat') ?? { id: '' };
    return client
      .timeline(id)
      .messages.flatMap(({ attachments }) => attachments.map(({ content }) => content));
  }

  it('reaches the bot in the shape that Teams gives it', async () => {
    const world = await start(withCard(() => actionAnswer(200, 'activity.message', 'Done')));
    const messageId = await showCard(world);

    await world.teams.client(ADA).press(messageId, press);

    expect(world.received[1]).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: messageId,
      value: { action: { type: 'Action.Execute', ...press }, trigger: 'manual' },
    });
    expect(alertsOf(world)).toEqual(['info: Done']);
  });

  it('replaces the card only for the user who clicked', async () => {
    const world = await start(
      withCard(() => actionAnswer(200, 'card.adaptive', adaptiveCard('for Ada only'))),
    );
    const ada = world.teams.client(ADA);
    const group = ada.conversations().find(({ type }) => type === 'groupChat')?.id ?? '';
    await ada.send(group, '@Coursemate share');
    const messageId = ada.timeline(group).messages[1]?.id ?? '';

    await ada.press(messageId, press);

    expect(cardsOf(world, ADA)).toEqual([adaptiveCard('for Ada only')]);
    expect(cardsOf(world, BEN)).toEqual([adaptiveCard('base')]);
  });

  it('signs in silently when the bot asks for a token', async () => {
    const world = await start(
      withCard(({ value }) =>
        value?.authentication === undefined
          ? actionAnswer(401, 'activity.loginRequest', oauthCard())
          : actionAnswer(200, 'activity.message', 'Done'),
      ),
    );
    const messageId = await showCard(world);

    await world.teams.client(ADA).press(messageId, press);

    expect(world.received.at(-1)?.value).toEqual({
      action: { type: 'Action.Execute', ...press },
      trigger: 'manual',
      authentication: { id: 'exchange-1', connectionName: 'graph', token: `sso-${ADA}-1` },
    });
    expect(alertsOf(world)).toEqual(['info: Done']);
  });

  it('offers the pop-up after 412 and then sends the action once more with its state', async () => {
    const world = await start(
      withCard(({ value }) => {
        if (value?.state !== undefined) return actionAnswer(200, 'activity.message', 'Done');
        return value?.authentication === undefined
          ? actionAnswer(401, 'activity.loginRequest', oauthCard())
          : actionAnswer(412, 'error.preconditionFailed', { code: '412', message: 'no consent' });
      }),
    );
    const client = world.teams.client(ADA);
    const messageId = await showCard(world);
    await client.press(messageId, press);
    expect(client.timeline(client.personalChatId).messages[1]?.signIn?.state).toBe('needed');

    await client.completeSignIn(messageId, 'ctx-1');

    expect(world.received.at(-1)?.value).toMatchObject({ action: press, state: 'ctx-1' });
    expect(client.timeline(client.personalChatId).messages[1]?.signIn).toBeUndefined();
    expect(alertsOf(world)).toEqual(['info: Done']);
  });

  it('tries silently once more when the pop-up made a token possible', async () => {
    let hasConsented = false;
    const world = await start(
      withCard(({ value }) => {
        if (value?.authentication === undefined)
          return actionAnswer(401, 'activity.loginRequest', oauthCard());
        return hasConsented
          ? actionAnswer(200, 'activity.message', 'Done')
          : actionAnswer(412, 'error.preconditionFailed', { code: '412', message: 'no consent' });
      }),
    );
    const client = world.teams.client(ADA);
    const messageId = await showCard(world);
    await client.press(messageId, press);

    hasConsented = true;
    await client.completeSignIn(messageId, 'ctx-1');

    const steps = world.received.slice(1).map(({ value }) => [value?.state, value?.authentication?.token]);
    expect(steps).toEqual([
      [undefined, undefined],
      [undefined, `sso-${ADA}-1`],
      ['ctx-1', undefined],
      [undefined, `sso-${ADA}-2`],
    ]);
    expect(alertsOf(world)).toEqual(['info: Done']);
  });

  it('accepts no second request for the same token', async () => {
    const world = await start(withCard(() => actionAnswer(401, 'activity.loginRequest', oauthCard())));
    const messageId = await showCard(world);

    await world.teams.client(ADA).press(messageId, press);

    expect(world.received.filter(({ type }) => type === 'invoke')).toHaveLength(2);
    expect(alertsOf(world)).toEqual([
      'protocolError: The bot asks again for the token that it has just been sent.',
    ]);
  });

  it.each([
    ['an HTTP status other than 200', { status: 400 }, 'adaptiveCard/action wants HTTP 200, got HTTP 400.'],
    [
      'a card newer than Teams shows',
      actionAnswer(200, 'card.adaptive', { ...adaptiveCard(''), version: '1.6' }),
      'version must be at most 1.5',
    ],
    ['a type it does not know', actionAnswer(200, 'nonsense', ''), 'Answer to adaptiveCard/action'],
    ['a body without an outcome', { status: 200 }, 'Answer to adaptiveCard/action'],
  ])('answered with %s shows as a protocol error', async (_, answer, described) => {
    const world = await start(withCard(() => answer));
    const messageId = await showCard(world);

    await world.teams.client(ADA).press(messageId, press);

    expect(alertsOf(world)).toEqual([
      expect.stringMatching(/^protocolError: /) as unknown,
      'error: Something went wrong. Please try again.',
    ]);
    expect(alertsOf(world)[0]).toContain(described);
  });

  it('shows an error without an answer in time, and ignores a late answer', async () => {
    const world = await start(
      withCard(async () => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        return actionAnswer(200, 'activity.message', 'late');
      }),
    );
    world.teams.timeouts.invokeMs = 150;
    const messageId = await showCard(world);

    await world.teams.client(ADA).press(messageId, press);
    await new Promise((resolve) => setTimeout(resolve, 250));

    expect(alertsOf(world)).toEqual(['error: Something went wrong. Please try again.']);
  });
});

describe('a card with refresh', () => {
  const refresh = { action: { type: 'Action.Execute', verb: 'course/refresh', data: {} } };

  it('refreshes once for each viewer', async () => {
    const world = await start(async (activity, call) => {
      if (activity.type === 'invoke')
        return actionAnswer(200, 'card.adaptive', adaptiveCard('fresh', { refresh }));
      await reply(call, activity, cardMessage('base', { refresh }));
      return { status: 200 };
    });
    const client = world.teams.client(ADA);

    await client.send(client.personalChatId, 'my courses');

    expect(world.received.map(({ value }) => value?.trigger)).toEqual([undefined, 'automatic']);
    const [, card] = client.timeline(client.personalChatId).messages;
    expect(card?.attachments[0]?.content).toMatchObject({ body: [{ text: 'fresh' }] });
  });

  it('refreshes for no one when it names no one', async () => {
    const world = await start(async (activity, call) => {
      await reply(call, activity, cardMessage('base', { refresh: { ...refresh, userIds: [] } }));
      return { status: 200 };
    });

    await showCard(world);

    expect(world.received).toHaveLength(1);
  });
});
