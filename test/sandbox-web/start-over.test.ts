import { startWorld, type RunningWorld } from '../../sandbox/start-world';
import type { Timeline } from '../../sandbox/teams/timeline';
import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { createPageServer, type PageServer } from '../../sandbox/web/page-server';
import { auditEntriesOf } from '../support/audit-log';
import { ask, findPersonId, lastReply, shownText } from '../support/local-world';

const STARTS_AT = '2026-11-23T15:00:00.000Z';

let running: RunningWorld;
let page: PageServer;

beforeAll(async () => {
  running = await startWorld({ clock: STARTS_AT, hasHistory: true });
  page = await createPageServer({ ...running, port: 0 });
});

afterAll(async () => {
  await page.close();
  await running.close();
});

function clientOf(givenName: string): TeamsClient {
  return running.teams.client(findPersonId(running, givenName));
}

function startOver(origin = page.url): Promise<Response> {
  return fetch(`${page.url}/api/start-over`, { method: 'POST', headers: { origin } });
}

function chatOf(client: TeamsClient, name: string): Timeline {
  const chat = client.conversations().find((conversation) => conversation.name === name);
  return client.timeline(chat?.id ?? '');
}

/** Everything in the channel and group chat, without the ids, which differ from start to start. */
function historyOf(client: TeamsClient): readonly unknown[] {
  return ['Learning', 'Learning lunch'].map((name) =>
    chatOf(client, name).messages.map(({ at, author, text, attachments }) => [
      at.slice(0, 16),
      author.name,
      text,
      attachments.length,
    ]),
  );
}

describe('the history', () => {
  beforeEach(() => startOver());

  it('has earlier messages of people, and one shared course that shows no one’s status', () => {
    const { messages, alerts } = chatOf(clientOf('Noah'), 'Learning');
    const shared = messages.filter(({ attachments }) => attachments.length > 0);

    expect(messages.length).toBeGreaterThan(5);
    expect(messages.every(({ author, at }) => !author.isBot && at < STARTS_AT)).toBe(true);
    expect(messages.map(({ at }) => at)).toEqual(messages.map(({ at }) => at).sort());
    expect(shared.map(shownText)).toEqual([expect.stringContaining('Handling customer data safely')]);
    expect(shared.map(shownText).join()).not.toMatch(/60%|overdue|completed/i);
    expect(alerts).toEqual([]);
  });

  it('is not on the wire', () => {
    expect(running.log.entries()).toEqual([]);
  });

  it('keeps to working days', () => {
    const day = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'America/New_York' });
    const days = chatOf(clientOf('Noah'), 'Learning').messages.map(({ at }) => day.format(new Date(at)));

    // On a Monday; three and one working days before.
    expect([...new Set(days)]).toEqual(['Wed', 'Fri', 'Mon']);
  });
});

describe('"Start over"', () => {
  it('brings back people, time, settings, chats and logs', async () => {
    const { world, entra, graph, teams, clock } = running;
    await startOver();
    const atStart = historyOf(clientOf('Amara'));
    const [amara] = world.people;
    const before = structuredClone([graph.settings, entra.settings, teams.connector, world.activities]);
    const manager = clientOf('Katherine');
    await ask(manager, 'my team');
    expect(auditEntriesOf(running)).not.toEqual([]);
    await ask(clientOf('Amara'), 'my courses');
    await clientOf('Amara').send(chatOf(clientOf('Amara'), 'Learning').conversation.id, 'One more.');
    clientOf('Amara').hasApp = false;
    clientOf('Amara').clientCount = 3;
    graph.settings.fault = 'notFound';
    graph.settings.personFaults.set(amara?.user.id ?? '', 'gateway');
    entra.settings.fault = 'silent';
    entra.settings.roles = [];
    entra.settings.adminApproval.add(amara?.user.id ?? '');
    entra.revokeConsent(amara?.user.id ?? '');
    entra.consent(findPersonId(running, 'Sofia'));
    teams.connector.fault = 'blocked';
    if (amara) {
      amara.managerId = undefined;
      amara.user.accountEnabled = false;
    }

    const { status } = await startOver();

    expect(status).toBe(204);
    expect(structuredClone([graph.settings, entra.settings, teams.connector, world.activities])).toEqual(
      before,
    );
    expect(amara).toMatchObject({
      managerId: findPersonId(running, 'Katherine'),
      user: { accountEnabled: true },
    });
    expect(['Amara', 'Sofia'].map((name) => entra.hasConsented(findPersonId(running, name)))).toEqual([
      true,
      false,
    ]);
    expect(clientOf('Amara')).toMatchObject({ hasApp: true, clientCount: 1 });
    expect(historyOf(clientOf('Amara'))).toEqual(atStart);
    expect(chatOf(clientOf('Amara'), 'Coursemate').messages).toEqual([]);
    expect(auditEntriesOf(running)).toEqual([]);
    expect(running.log.entries()).toEqual([]);
    expect(clock.now().toISOString().slice(0, 15)).toBe(STARTS_AT.slice(0, 15));
  });

  it('makes the bot forget who has signed in', async () => {
    const { entra } = running;
    await ask(clientOf('Jonas'), 'my courses');
    await startOver();
    const client = clientOf('Jonas');

    await ask(client, 'my courses');

    expect(entra.requests.filter(({ personId }) => personId === client.personId)).toHaveLength(1);
    expect(lastReply(client).attachments).not.toEqual([]);
  });

  it('drops a turn that runs', async () => {
    running.graph.settings.latencyMs = 800;
    const client = clientOf('Haruka');
    const turn = client.send(client.personalChatId, 'my courses');
    await new Promise((resolve) => setTimeout(resolve, 300));

    const over = startOver();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const waiting = client.send(client.personalChatId, 'what is overdue?');
    await Promise.all([over, turn, waiting]);

    const { messages, alerts, isBotTyping } = chatOf(clientOf('Haruka'), 'Coursemate');
    expect({ messages, alerts, isBotTyping }).toEqual({ messages: [], alerts: [], isBotTyping: false });
    expect(running.graph.settings.latencyMs).toBe(0);
    await ask(clientOf('Haruka'), 'my courses');
    expect(lastReply(clientOf('Haruka')).attachments).not.toEqual([]);
  });

  it('happens once for concurrent requests, and every open page hears of it and of the new chats', async () => {
    const stop = new AbortController();
    const streams = await Promise.all(
      ['Amara', 'Jonas'].map((name) =>
        fetch(`${page.url}/api/people/${findPersonId(running, name)}/events`, { signal: stop.signal }),
      ),
    );
    const listening = streams.map(async ({ body }) => {
      const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
      let heard = '';
      while (!/event: restarted\n[^]*event: chat\n/.test(heard)) heard += (await reader?.read())?.value ?? '';
      return heard;
    });

    const answers = await Promise.all([startOver(), startOver()]);
    await clientOf('Amara').send(chatOf(clientOf('Amara'), 'Learning').conversation.id, 'Hello.');
    const heard = await Promise.all(listening);
    stop.abort();

    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    for (const text of heard) {
      expect(text.match(/event: restarted\n/g)).toHaveLength(1);
      expect(text.match(/"state":"restarting"/g)).toHaveLength(1);
    }
  });

  it('is refused for other origins', async () => {
    const before = running.bot?.pid;

    expect((await startOver('https://evil.example')).status).toBe(403);
    expect(running.bot?.pid).toBe(before);
  });
});
