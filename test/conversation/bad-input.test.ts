import type { RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import {
  actionsOf,
  ask,
  findPersonId,
  lastReply,
  alertsOf,
  pressOn,
  shownText,
  startTestWorld,
} from '../support/local-world';

let world: RunningWorld;
let client: TeamsClient;

beforeAll(async () => {
  world = await startTestWorld();
  client = world.teams.client(findPersonId(world, 'Amara'));
  await ask(client, 'my courses');
});

afterAll(async () => {
  await world.close();
});

/** The data of the list card's refresh button. */
function listData(): Readonly<Record<string, unknown>> {
  const refresh = client
    .timeline(client.personalChatId)
    .messages.flatMap((message) => actionsOf(message, 'my-courses/refresh'))[0];
  if (refresh === undefined) throw new Error('There is no list.');
  return refresh.data;
}

describe('what people type', () => {
  it.each([
    ['300 characters', 'x'.repeat(300)],
    ['10,000 characters', 'course '.repeat(1_500)],
    ['an emoji', '🎓'],
    ['control characters', 'my\u0000 \u202Ecourses\u0007'],
    ['markup', '<at>Somebody</at> ${card} {{DATE(2026-01-01T00:00:00Z)}} [x](javascript:alert(1))'],
    ['nothing', ''],
  ])('answers %s', async (_, text) => {
    const before = alertsOf(client);

    const reply = await ask(client, text);

    expect(shownText(reply).trim()).not.toBe('');
    expect(alertsOf(client)).toEqual(before);
  });
});

describe('outside the personal chat', () => {
  function groupOf(): string {
    const group = client.conversations().find(({ type }) => type === 'groupChat');
    if (group === undefined) throw new Error('There is no group chat.');
    return group.id;
  }

  function lastOf(conversationId: string): string {
    const reply = client.timeline(conversationId).messages.findLast(({ author }) => author.isBot);
    return reply === undefined ? '' : shownText(reply);
  }

  it('answers in the personal chat and names no one in the group', async () => {
    await client.install(groupOf());
    await client.send(groupOf(), '@Coursemate what is overdue?');

    expect(lastOf(groupOf())).toContain('I’ve answered you there.');
    expect(lastOf(groupOf())).not.toMatch(/overdue|\d/);
    expect(lastOf(client.personalChatId)).toContain('3 courses are overdue');
  });

  it.each(['help', 'hi', 'order me a pizza'])(
    'answers “%s” with help for a conversation with others',
    async (text) => {
      const asked = world.graph.requests.length;
      const before = lastReply(client).id;

      await client.send(groupOf(), `@Coursemate ${text}`);

      const shown = lastOf(groupOf());
      expect(shown).toContain('Coursemate in this conversation');
      expect(shown).toContain('Sharing a course');
      expect(shown).toContain('Open our chat');
      expect(shown).not.toContain('Your team');
      expect(lastReply(client).id).toBe(before);
      expect(world.graph.requests).toHaveLength(asked);
    },
  );

  it('signs no one out where others read along', async () => {
    await client.send(groupOf(), '@Coursemate sign out');

    expect(lastOf(groupOf())).toContain('only show your courses in our private chat');
  });
});

describe('what buttons send', () => {
  const unknown = 'This button has expired.';

  it.each([
    ['an unknown verb', 'my-courses/delete', (data: object): unknown => data],
    ['no data', 'my-courses/refresh', (): unknown => undefined],
    ['data of another shape', 'my-courses/refresh', (): unknown => ({ learner: ['x'], page: '1' })],
    ['a page before the first', 'my-courses/page', (data: object): unknown => ({ ...data, page: 0 })],
    ['a prototype', 'constructor', (data: object): unknown => data],
  ])('answers %s with a sentence', async (_, verb, toData) => {
    const before = alertsOf(client).length;

    await client.press(lastReply(client).id, { verb, data: toData(listData()) });

    expect(shownText(lastReply(client))).toContain(unknown);
    expect(actionsOf(lastReply(client)).map(({ title }) => title)).toEqual(['My courses']);
    expect(alertsOf(client)).toHaveLength(before);
  });

  it('shows the last page for a page after it', async () => {
    const card = client
      .timeline(client.personalChatId)
      .messages.find((message) => actionsOf(message, 'my-courses/refresh').length > 0);
    const before = alertsOf(client).length;

    await client.press(card?.id ?? '', { verb: 'my-courses/page', data: { ...listData(), page: 9_999 } });

    expect(alertsOf(client)).toHaveLength(before);
  });

  it.each([
    ['does not exist', (): string => '00000000-0000-4000-8000-00000000dead'],
    ['is a path of its own', (): string => '../../../users/x'],
    [
      'belongs to someone else',
      (): string =>
        String(world.world.activities.find(({ learnerUserId }) => learnerUserId !== client.personId)?.['id']),
    ],
  ])('answers an activity that %s with a sentence', async (_, toId) => {
    await client.press(lastReply(client).id, {
      verb: 'course/open',
      data: { ...listData(), activity: toId() },
    });

    expect(shownText(lastReply(client))).toContain('no longer on your list');
    await pressOn(client, 'my-courses/page', 'Back to my courses');
    expect(shownText(lastReply(client))).toContain('3 courses are overdue');
  });

  it('refuses another person’s id as the learner', async () => {
    const data = { ...listData(), learner: findPersonId(world, 'Jonas') };
    const asked = world.graph.requests.length;

    await client.press(lastReply(client).id, { verb: 'my-courses/refresh', data });

    expect(shownText(lastReply(client))).toContain('belongs to someone else');
    expect(world.graph.requests).toHaveLength(asked);
  });
});

describe('what the channel sends', () => {
  const ok = { kind: 'answered', status: 200 };

  it.each([
    ['an unknown event', { type: 'event', name: 'something/new' }],
    ['an unknown invoke', { type: 'invoke', name: 'something/new', value: {} }],
    ['a message reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['a sender without an Entra id', { from: { id: '29:nobody', name: 'Nobody' } }],
    ['no sender', { from: undefined }],
    ['no recipient', { recipient: undefined }],
    ['a token exchange without a value', { type: 'invoke', name: 'signin/failure', value: undefined }],
    ['a card action without a value', { type: 'invoke', name: 'adaptiveCard/action', value: undefined }],
    ['a text that is none', { text: { toString: 'x' } }],
    ['a malformed time', { timestamp: 'yesterday', localTimestamp: 7 }],
  ])('answers %s with an empty 200', async (_, activity) => {
    expect(await world.teams.sendRaw(activity)).toMatchObject(ok);
  });

  it.each([
    ['no zone, and the time of a service', { localTimestamp: '2026-12-01T09:00:00.1234567+00:00' }, / UTC/],
    ['a Windows zone', { localTimezone: 'GMT Standard Time' }, /As of \d+:\d\d [AP]M(?! UTC)/],
  ])('shows the time of day in a zone that is known or named: %s', async (_, times, time) => {
    const nothing = { entities: [], localTimestamp: undefined, localTimezone: undefined };

    expect(await world.teams.sendRaw({ text: 'my courses', ...nothing, ...times })).toMatchObject(ok);

    expect(shownText(lastReply(client)).replace(/\u202F/gu, ' ')).toMatch(time);
  });

  it('does not apologize for a shared card that comes without text', async () => {
    const content = { type: 'AdaptiveCard', version: '1.5', body: [] };
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];

    expect(await world.teams.sendRaw({ text: undefined, attachments })).toMatchObject(ok);

    expect(shownText(lastReply(client))).toContain('Sorry, I didn’t get that');
  });

  it.each([
    ['a token for another bot', {}, { audience: 'somebody-else' }],
    ['no token', {}, ''],
    [
      'a foreign tenant',
      { conversation: { id: 'a:1', tenantId: '00000000-0000-4000-8000-00000000dead' } },
      {},
    ],
    ['another channel', { channelId: 'webchat' }, {}],
    ['another service address', { serviceUrl: 'https://evil.example.com/' }, {}],
  ])('answers %s with an empty 401', async (_, activity, token) => {
    expect(await world.teams.sendRaw(activity, token)).toMatchObject({ kind: 'answered', status: 401 });
  });

  it('answers a token exchange with a foreign id with 400', async () => {
    const value = { id: 'x', connectionName: 'y', token: 'z' };

    const answer = await world.teams.sendRaw({ type: 'invoke', name: 'signin/tokenExchange', value });

    expect(answer).toMatchObject({ kind: 'answered', status: 400 });
  });
});
