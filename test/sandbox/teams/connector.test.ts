import { teamsIdOf } from '../../../sandbox/teams/conversations';
import { ADA, BEN, BOT_ID, cardMessage, reply, silent, start, TENANT_ID } from './teams-rig';

describe('the connector', () => {
  const hello = { type: 'message', text: 'Hello' };

  function activitiesOf(conversationId: string): string {
    return `v3/conversations/${encodeURIComponent(conversationId)}/activities`;
  }

  it('refuses calls without the token of the bot', async () => {
    const { teams, call } = await start(silent);
    const path = activitiesOf(teams.client(ADA).personalChatId);

    const answer = await call('POST', path, { body: hello, token: 'another' });

    expect(answer).toEqual({
      status: 401,
      body: { message: 'Authorization has been denied for this request.' },
    });
  });

  it('refuses unknown conversations', async () => {
    const { call } = await start(silent);

    const answer = await call('POST', activitiesOf('a:unknown'), { body: hello });

    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'ConversationNotFound' } } });
  });

  it.each([
    ['just fits', 51_100, 201],
    ['is over 100 KB as Teams counts', 51_200, 413],
    ['is too large to be read', 1_100_000, 413],
  ])('answers a message that %s', async (_, length, status) => {
    const { teams, call } = await start(silent);
    const path = activitiesOf(teams.client(ADA).personalChatId);

    const answer = await call('POST', path, { body: { type: 'message', text: 'x'.repeat(length) } });

    expect(answer.status).toBe(status);
    if (status === 413) expect(answer.body).toMatchObject({ error: { code: 'MessageSizeTooBig' } });
  });

  it('refuses an invalid activity', async () => {
    const { teams, call } = await start(silent);

    const answer = await call('POST', activitiesOf(teams.client(ADA).personalChatId), { body: { text: 1 } });

    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'BadSyntax' } } });
  });

  it('updates and deletes the bot’s messages for everyone', async () => {
    const { teams, call } = await start(silent);
    const client = teams.client(ADA);
    const path = activitiesOf(client.personalChatId);
    const { body } = await call('POST', path, { body: hello });
    const { id } = body as { id: string };

    const changed = await call('PUT', `${path}/${id}`, { body: { ...hello, text: 'Bye' } });
    const afterChange = client.timeline(client.personalChatId).messages;
    const deleted = await call('DELETE', `${path}/${id}`);

    expect([changed.status, deleted.status]).toEqual([200, 200]);
    expect(afterChange).toMatchObject([{ text: 'Bye', isEdited: true }]);
    expect(client.timeline(client.personalChatId).messages).toEqual([]);
  });

  it("leaves people's own messages alone", async () => {
    const { teams, call } = await start(silent);
    const client = teams.client(ADA);
    await client.send(client.personalChatId, 'mine');
    const [mine] = client.timeline(client.personalChatId).messages;

    const path = `${activitiesOf(client.personalChatId)}/${mine?.id ?? ''}`;
    const answer = await call('PUT', path, { body: hello });

    expect(answer.status).toBe(403);
  });

  it('finds a personal chat, and starts no groups', async () => {
    const { teams, call } = await start(silent);

    const one = await call('POST', 'v3/conversations', { body: { members: [{ id: ADA }] } });
    const unknown = await call('POST', 'v3/conversations', { body: { members: [{ id: '29:nobody' }] } });
    const group = await call('POST', 'v3/conversations', {
      body: { isGroup: true, members: [{ id: ADA }, { id: BEN }] },
    });

    expect(one).toEqual({ status: 201, body: { id: teams.client(ADA).personalChatId } });
    expect([unknown.status, group.status]).toEqual([404, 403]);
  });

  it('sends the first message when it creates a chat', async () => {
    const { teams, call } = await start(silent);
    const client = teams.client(ADA);

    const begun = await call('POST', 'v3/conversations', {
      body: { members: [{ id: ADA }], activity: hello },
    });

    const { messages } = client.timeline(client.personalChatId);
    expect(messages).toMatchObject([{ text: 'Hello', author: { isBot: true } }]);
    expect(begun).toEqual({ status: 201, body: { id: client.personalChatId, activityId: messages[0]?.id } });
  });

  it('starts a thread with its first message in channels only', async () => {
    const { teams, call } = await start(silent);
    const idOf = (wanted: string): string =>
      teams.conversations.find(({ type }) => type === wanted)?.id ?? '';
    const beginIn = (id: string) =>
      call('POST', 'v3/conversations', {
        body: { isGroup: true, channelData: { channel: { id } }, activity: hello },
      });

    const begun = await beginIn(idOf('channel'));
    const elsewhere = await beginIn(idOf('groupChat'));

    const [message] = teams.client(ADA).timeline(idOf('channel')).messages;
    const activityId = message?.id ?? '';
    expect(message?.text).toBe('Hello');
    expect(begun).toEqual({
      status: 201,
      body: { id: `${idOf('channel')};messageid=${activityId}`, activityId },
    });
    expect(elsewhere.status).toBe(404);
  });

  it('returns a team and its channels, the first without a name', async () => {
    const { teams, call } = await start(silent);
    const channel = teams.conversations.find(({ team }) => team !== undefined);
    const path = `v3/teams/${encodeURIComponent(channel?.team?.id ?? '')}`;

    const team = await call('GET', path);
    const { body } = await call('GET', `${path}/conversations`);

    expect(team).toMatchObject({ status: 200, body: { ...channel?.team, channelCount: 2, memberCount: 2 } });
    expect(body).toEqual({
      conversations: [
        { id: channel?.team?.id, type: 'standard' },
        { id: channel?.id, name: channel?.name, type: 'standard' },
      ],
    });
    expect((await call('GET', 'v3/teams/19:another@thread.tacv2')).status).toBe(404);
  });

  it.each([
    ['byEndpoint', ['objectId', 'objectId', 'aadObjectId', 'aadObjectId']],
    ['objectId', ['objectId', 'objectId', 'objectId', 'objectId']],
    ['aadObjectId', ['aadObjectId', 'aadObjectId', 'aadObjectId', 'aadObjectId']],
  ] as const)("uses one name per endpoint for a member's object id: %s", async (memberIdName, names) => {
    const { teams, call } = await start(silent);
    teams.connector.memberIdName = memberIdName;
    const chat = `v3/conversations/${encodeURIComponent(teams.client(ADA).personalChatId)}`;

    const answers = [];
    for (const path of ['members', 'activities/1/members', 'pagedmembers', `members/${ADA}`])
      answers.push((await call('GET', `${chat}/${path}`)).body);

    expect(answers.map((body) => JSON.stringify(body).match(/\w*[oO]bjectId/g))).toEqual(
      names.map((name) => [name]),
    );
  });

  it('refuses messages to people without the app', async () => {
    const { teams, call } = await start(silent);
    const client = teams.client(ADA);
    client.hasApp = false;

    const chat = await call('POST', 'v3/conversations', { body: { members: [{ id: ADA }] } });
    const message = await call('POST', activitiesOf(client.personalChatId), { body: hello });
    const another = await call('POST', activitiesOf(teams.client(BEN).personalChatId), { body: hello });

    expect(chat).toMatchObject({
      status: 403,
      body: { error: { code: 'BadArgument', message: "Bot is not installed in user's personal scope" } },
    });
    expect(message).toMatchObject({ status: 403, body: { error: { code: 'MessageWritesBlocked' } } });
    expect(another.status).toBe(201);
  });

  it('delivers a message to a chat that no one has opened yet', async () => {
    const { teams, call } = await start(silent);
    const { body } = await call('POST', 'v3/conversations', {
      body: {
        isGroup: false,
        bot: { id: `28:${BOT_ID}` },
        members: [{ id: teamsIdOf(BEN) }],
        tenantId: TENANT_ID,
        channelData: { tenant: { id: TENANT_ID } },
      },
    });
    const { id } = body as { id: string };

    await call('POST', activitiesOf(id), { body: hello });

    const client = teams.client(BEN);
    expect(id).toBe(client.personalChatId);
    expect(client.timeline(id).messages).toMatchObject([{ text: 'Hello', author: { isBot: true } }]);
  });

  it('lists a team’s members by the id from a channel message', async () => {
    const { teams, call } = await start(silent);
    const teamId = teams.conversations.find(({ team }) => team !== undefined)?.team?.id ?? '';

    const one = await call('GET', `v3/conversations/${encodeURIComponent(teamId)}/members/${BEN}`);

    expect(one).toMatchObject({ status: 200, body: { aadObjectId: BEN } });
  });

  it('lists a conversation’s members in pages', async () => {
    const { teams, call } = await start(silent);
    const group = teams.conversations.find(({ type }) => type === 'groupChat')?.id ?? '';
    const path = `v3/conversations/${encodeURIComponent(group)}`;

    const first = await call('GET', `${path}/pagedmembers?pageSize=1`);
    const second = await call('GET', `${path}/pagedmembers?pageSize=1&continuationToken=1`);
    const one = await call('GET', `${path}/members/${BEN}`);

    const ben = { aadObjectId: BEN, name: 'Ben Contoso', tenantId: TENANT_ID, userRole: 'user' };
    expect(first.body).toMatchObject({ members: [{ aadObjectId: ADA }], continuationToken: '1' });
    expect(second.body).toMatchObject({ members: [ben] });
    expect(one.body).toMatchObject(ben);
  });

  it.each([
    ['an empty message', { text: ' ' }, 'a message with neither text nor attachment'],
    ['a card without a body', cardMessage('', { body: undefined }), 'Adaptive Card: body'],
    ['an unknown attachment', { attachments: [{ contentType: 'text/x' }] }, 'unknown type text/x'],
  ])('reports %s to the people who see it', async (_, message, described) => {
    const { teams, call, received } = await start(silent);
    const client = teams.client(ADA);
    await client.send(client.personalChatId, 'hi');

    for (const activity of received) await reply(call, activity, message);

    const { alerts } = client.timeline(client.personalChatId);
    expect(alerts).toMatchObject([{ kind: 'protocolError' }]);
    expect(alerts[0]?.text).toContain(described);
  });
});

describe('the wire log', () => {
  it('names both sides of a conversation, with shortened tokens', async () => {
    const token = `eyJhbGciOiJSUzI1NiJ9.${'a'.repeat(40)}.${'b'.repeat(40)}`;
    const { teams, log } = await start(async (activity, call) => {
      await reply(call, activity, { text: `Your token: ${token}` });
      return { status: 200 };
    });
    const client = teams.client(ADA);

    await client.send(client.personalChatId, 'my courses');

    const lines = log.entries().map(({ from, to, title, status }) => `${from} → ${to} ${title} ${status}`);
    expect(lines).toEqual([
      'bot → teams send "Your token: eyJhbGciOiJS…" 201',
      'teams → bot message "my courses" 200',
    ]);
    expect(JSON.stringify(log.entries())).not.toContain('a'.repeat(40));
  });
});
