import { createServer } from 'node:net';
import { PortTakenError } from '../../sandbox/ports';
import { startWorld, type RunningWorld } from '../../sandbox/start-world';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import type { MessageView } from '../../sandbox/teams/timeline';

const STARTS_AT = '2026-12-01T09:00:00.000Z';

describe('the local world', () => {
  let running: RunningWorld;

  beforeAll(async () => {
    running = await startWorld({ clock: STARTS_AT });
  });

  afterAll(async () => {
    await running.close();
  });

  /** Each test has its own person. */
  function clientOf(mail: string): TeamsClient {
    const person = running.world.people.find(({ user }) => user.mail.startsWith(`${mail}@`));
    return running.teams.client(person?.user.id ?? '');
  }

  function exchangesOf({ personId }: TeamsClient): number {
    return running.entra.requests.filter((request) => request.personId === personId).length;
  }

  function answersOf(client: TeamsClient): readonly MessageView[] {
    return client.timeline(client.personalChatId).messages.filter(({ author }) => author.isBot);
  }

  it('answers a first question with a card after a silent sign-in', async () => {
    const client = clientOf('amara');
    client.clientCount = 3;

    await client.send(client.personalChatId, 'my courses');

    expect(answersOf(client)).toMatchObject([{ attachments: [{ content: { type: 'AdaptiveCard' } }] }]);
    expect(client.timeline(client.personalChatId).alerts).toEqual([]);
    expect(exchangesOf(client)).toBe(1);
  });

  it('answers once when three devices sign in at the same time', async () => {
    const client = clientOf('haruka');
    client.clientCount = 3;

    await client.send(client.personalChatId, 'my courses');

    expect(answersOf(client)).toHaveLength(1);
    expect(client.timeline(client.personalChatId).alerts).toEqual([]);
  });

  it('runs the bot by its own clock', () => {
    const [line = '{}'] = running.bot?.logLines ?? [];

    expect(line).toContain('2026-12-01T09:0');
  });

  it('lets a person without consent sign in by the button, even after a restart of the bot', async () => {
    const client = clientOf('sofia');
    await client.send(client.personalChatId, 'my courses');
    const [card] = answersOf(client);
    expect(card?.signIn?.state).toBe('needed');
    const state = new URL(card?.signIn?.link ?? '').searchParams.get('ctx') ?? '';

    await running.bot?.restart();
    running.entra.consent(client.personId);
    await client.completeSignIn(card?.id ?? '', state);

    expect(answersOf(client).at(-1)).toMatchObject({ attachments: [{ content: { type: 'AdaptiveCard' } }] });
    expect(client.timeline(client.personalChatId).alerts).toEqual([]);
  });

  it('answers once when each activity reaches another process of the bot', async () => {
    const another = await running.startAnotherBot();
    const { bot } = running.teams;
    const first = bot.messagesUrl;
    const urls = [first, another.messagesUrl];
    let next = 0;
    Object.defineProperty(bot, 'messagesUrl', { configurable: true, get: () => urls[(next += 1) % 2] });
    const client = clientOf('jonas');

    await client.send(client.personalChatId, 'my courses');

    Object.defineProperty(bot, 'messagesUrl', { writable: true, value: first });
    await another.stop();
    expect(answersOf(client)).toHaveLength(1);
    expect(client.timeline(client.personalChatId).alerts).toEqual([]);
  });

  it('refuses forged activities', async () => {
    const stranger = { from: { id: '29:x', name: 'X', aadObjectId: running.world.people[1]?.user.id } };
    const answers = await Promise.all([
      running.teams.sendRaw({}, ''),
      running.teams.sendRaw(stranger, { claims: { aud: 'another' } }),
      running.teams.sendRaw({ serviceUrl: 'https://elsewhere.example/' }),
    ]);

    expect(answers.map((answer) => answer.kind === 'answered' && answer.status)).toEqual([401, 401, 401]);
  });
});

describe('startWorld', () => {
  it('refuses a port that is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const address = other.address();
    const botPort = typeof address === 'object' && address !== null ? address.port : 0;

    await expect(startWorld({ botPort })).rejects.toThrow(PortTakenError);

    other.close();
  });

  it('says why the bot does not start', async () => {
    const starting = startWorld({ extraBotEnv: { BOT_ID: 'nonsense' } });

    await expect(starting).rejects.toThrow(/ended before it was ready[^]*BOT_ID/);
  });

  it('has a channel too big for automatic refresh with a crowd', async () => {
    const running = await startWorld({ withBot: false, crowd: 60 });

    const sizes = running.teams.conversations
      .filter(({ type }) => type === 'channel')
      .map(({ memberIds }) => memberIds.length);

    expect(sizes).toEqual([60, running.world.people.length]);
    await running.close();
  });

  it('has a manager with a large team on demand', async () => {
    const running = await startWorld({ withBot: false, largeTeam: 1000 });

    const sizes = new Map<string, number>();
    for (const { managerId = '' } of running.world.people)
      sizes.set(managerId, (sizes.get(managerId) ?? 0) + 1);

    expect(Math.max(...sizes.values())).toBe(1000);
    await running.close();
  });

  it('asks the bot about the links of its own pages and of every provider', async () => {
    const running = await startWorld({ withBot: false });
    const client = running.teams.client(running.world.people[0]?.user.id ?? '');
    const { port } = new URL(running.teams.bot.messagesUrl);
    const links = [
      `https://localhost:${port}/c/provider/content`,
      ...[...running.world.contents.values()].map(([content]) => String(content?.['contentWebUrl'])),
    ];

    for (const link of links) await client.pasteLink(client.personalChatId, link);

    const asked = running.log.entries().map(({ title }) => title);
    expect(asked).toEqual(links.map((link) => `invoke composeExtension/queryLink "${link}" (not reachable)`));
    await running.close();
  });

  it('runs without a bot on request', async () => {
    const running = await startWorld({ withBot: false });

    expect(running.bot).toBeUndefined();
    await running.close();
  });
});
