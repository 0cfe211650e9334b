import { ADA, BEN, alertsOf, oauthMessage, reply, silent, start, type Behavior } from './teams-rig';

describe('an OAuth card', () => {
  function signsIn(onInvoke: Behavior, card: object = oauthMessage()): Behavior {
    return async (activity, call) => {
      if (activity.type === 'invoke') return onInvoke(activity, call);
      await reply(call, activity, card);
      return { status: 200 };
    };
  }

  it('stays hidden when the bot accepts the token', async () => {
    const { teams, received } = await start(
      signsIn(async (activity, call) => {
        await reply(call, activity, { text: 'Your courses' });
        return { status: 200, body: { id: 'exchange-1', connectionName: 'graph', failureDetail: null } };
      }),
    );
    const client = teams.client(ADA);

    await client.send(client.personalChatId, 'my courses');

    expect(received[1]).toMatchObject({
      name: 'signin/tokenExchange',
      value: { id: 'exchange-1', connectionName: 'graph', token: `sso-${ADA}-1` },
    });
    const texts = client.timeline(client.personalChatId).messages.map(({ text }) => text);
    expect(texts).toEqual(['my courses', 'Your courses']);
  });

  it('is answered by all devices at once with the same id', async () => {
    let open = 0;
    let mostOpen = 0;
    const { teams, received } = await start(
      signsIn(async () => {
        mostOpen = Math.max(mostOpen, (open += 1));
        await new Promise((resolve) => setTimeout(resolve, 50));
        open -= 1;
        return { status: 200 };
      }),
    );
    const client = teams.client(ADA);
    client.clientCount = 3;

    await client.send(client.personalChatId, 'my courses');

    const exchanges = received.filter(({ name }) => name === 'signin/tokenExchange');
    expect(exchanges.map(({ value }) => value?.id)).toEqual(['exchange-1', 'exchange-1', 'exchange-1']);
    expect(new Set(exchanges.map(({ id }) => id)).size).toBe(3);
    expect(mostOpen).toBe(3);
  });

  it('shows its button after 412, and passes the pop-up’s state to the bot', async () => {
    const { teams, received } = await start(
      signsIn(({ name }) => ({ status: name === 'signin/tokenExchange' ? 412 : 200 })),
    );
    const client = teams.client(ADA);
    await client.send(client.personalChatId, 'my courses');
    const [, card] = client.timeline(client.personalChatId).messages;
    expect(card?.signIn).toEqual({
      state: 'needed',
      text: 'Sign in to see your courses',
      title: 'Sign in',
      link: 'http://localhost:3978/auth/start?ctx=x',
    });

    await client.completeSignIn(card?.id ?? '', 'ctx-1');

    expect(received.at(-1)).toMatchObject({ name: 'signin/verifyState', value: { state: 'ctx-1' } });
    expect(client.timeline(client.personalChatId).messages[1]?.signIn?.state).toBe('done');
    expect(client.timeline(client.personalChatId).alerts).toEqual([]);
  });

  it('keeps its button when the bot refuses the state', async () => {
    const world = await start(signsIn(() => ({ status: 412 })));
    const client = world.teams.client(ADA);
    await client.send(client.personalChatId, 'my courses');
    const [, card] = client.timeline(client.personalChatId).messages;

    await client.completeSignIn(card?.id ?? '', 'stale');

    expect(client.timeline(client.personalChatId).messages[1]?.signIn?.state).toBe('needed');
    expect(alertsOf(world)).toEqual(['error: Signing in did not work. Please try again.']);
  });

  it('reports a failed pop-up to the bot, but not a closed one', async () => {
    const { teams, received } = await start(
      signsIn(({ name }) => ({ status: name === 'signin/tokenExchange' ? 412 : 200 })),
    );
    const client = teams.client(ADA);
    await client.send(client.personalChatId, 'my courses');
    const id = client.timeline(client.personalChatId).messages[1]?.id ?? '';

    await client.failSignIn(id, 'CancelledByUser');
    await client.failSignIn(id, 'access_denied');

    const failures = received.filter(({ name }) => name === 'signin/failure');
    expect(failures.map(({ value }) => value)).toEqual([
      { code: 'authrequestfailed', message: 'access_denied' },
    ]);
  });

  it('without an exchange resource shows its button at once', async () => {
    const { teams, received } = await start(
      signsIn(silent, oauthMessage({ tokenExchangeResource: undefined })),
    );
    const client = teams.client(ADA);

    await client.send(client.personalChatId, 'my courses');

    expect(received).toHaveLength(1);
    expect(client.timeline(client.personalChatId).messages[1]?.signIn?.state).toBe('needed');
  });

  it('that names a foreign resource is reported and stays hidden', async () => {
    const world = await start(
      signsIn(silent, oauthMessage({ tokenExchangeResource: { id: '1', uri: 'api://other' } })),
    );
    const client = world.teams.client(ADA);

    await client.send(client.personalChatId, 'my courses');

    expect(world.received[1]).toMatchObject({
      name: 'signin/failure',
      value: { code: 'resourcematchfailed' },
    });
    expect(client.timeline(client.personalChatId).messages).toHaveLength(1);
    expect(alertsOf(world)).toEqual([
      'protocolError: The OAuth card names another resource than the manifest.',
    ]);
  });

  it('whose exchange breaks the protocol is reported to the person and to the bot', async () => {
    const world = await start(
      signsIn(({ name }) => ({ status: name === 'signin/tokenExchange' ? 501 : 200 })),
    );
    const client = world.teams.client(ADA);

    await client.send(client.personalChatId, 'my courses');

    expect(alertsOf(world)).toEqual(['protocolError: signin/tokenExchange wants 200 or 412, got HTTP 501.']);
    expect(world.received[2]).toMatchObject({ name: 'signin/failure', value: { code: 'invokeerror' } });
    expect(client.timeline(client.personalChatId).messages[1]?.signIn?.state).toBe('needed');
  });

  it('asks only the answered person in a group', async () => {
    const { teams, received } = await start(signsIn(silent));
    const [ada, ben] = [teams.client(ADA), teams.client(BEN)];
    const group = ada.conversations().find(({ type }) => type === 'groupChat')?.id ?? '';

    await ben.send(group, '@Coursemate my courses');

    const exchanges = received.filter(({ name }) => name === 'signin/tokenExchange');
    expect(exchanges.map(({ from }) => from.aadObjectId)).toEqual([BEN]);
  });
});
