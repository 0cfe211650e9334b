import type { TeamsClient } from '../../sandbox/teams/teams-client';
import { startWorld, type RunningWorld } from '../../sandbox/start-world';
import { createPageServer, type PageServer } from '../../sandbox/web/page-server';

const CARD = { type: 'AdaptiveCard', version: '1.5', body: [] };

let running: RunningWorld;
let page: PageServer;
/** The calls to the person's Teams that the page's requests caused. */
let calls: unknown[][];

beforeAll(async () => {
  running = await startWorld({ withBot: false });
  page = await createPageServer({ ...running, teams: { ...running.teams, client }, port: 0 });
});

beforeEach(() => {
  calls = [];
});

afterAll(async () => {
  await page.close();
  await running.close();
});

/** A fake Teams that only records calls. */
function client(personId: string): TeamsClient {
  const note =
    <T>(what: string, answer: T) =>
    (...details: unknown[]): Promise<T> => {
      calls.push([what, personId, ...details]);
      return Promise.resolve(answer);
    };
  return {
    ...running.teams.client(personId),
    search: note('search', { kind: 'message', text: 'Nothing found.' }),
    completeSearchSignIn: note('completeSearchSignIn', { kind: 'message', text: 'Signed in.' }),
    openSettings: note('openSettings', { kind: 'page', link: 'https://bot.example.com/auth/sign-out' }),
    closeSettings: note('closeSettings', undefined),
    pasteLink: note('pasteLink', { kind: 'none' }),
    share: note('share', undefined),
  };
}

async function post(path: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${page.url}/api/people/${personOf(0)}${path}`, {
    method: 'POST',
    headers: { origin: page.url, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

function personOf(index: number): string {
  const person = running.world.people[index];
  if (person === undefined) throw new Error('The world is too small.');
  return person.user.id;
}

function chatIdOf(index: number): string {
  return running.teams.client(personOf(index)).personalChatId;
}

function pathOf(index: number): string {
  return `/chats/${encodeURIComponent(chatIdOf(index))}`;
}

describe('message extension', () => {
  it('asks a command for a page of results', async () => {
    const query = { commandId: 'myCourses', text: 'fire "safety"', skip: 25, count: 25 };

    const { status, body } = await post(`${pathOf(0)}/search`, query);

    expect(status).toBe(200);
    expect(body).toEqual({ kind: 'message', text: 'Nothing found.' });
    expect(calls).toEqual([['search', personOf(0), chatIdOf(0), query]]);
  });

  it('opens the settings and tells how their page ended', async () => {
    const opened = await post(`${pathOf(0)}/settings`, {});
    const ended = await post(`${pathOf(0)}/settings/end`, { state: 'CancelledByUser' });

    expect(opened.body).toEqual({ kind: 'page', link: 'https://bot.example.com/auth/sign-out' });
    expect(ended.status).toBe(204);
    expect(calls).toEqual([
      ['openSettings', personOf(0), chatIdOf(0)],
      ['closeSettings', personOf(0), chatIdOf(0), 'CancelledByUser'],
    ]);
  });

  it('completes the sign-in with the pop-up’s state', async () => {
    const { body } = await post('/search-sign-in', { state: '123456' });

    expect(body).toEqual({ kind: 'message', text: 'Signed in.' });
    expect(calls).toEqual([['completeSearchSignIn', personOf(0), '123456']]);
  });

  it('unfurls a pasted link', async () => {
    const { body } = await post(`${pathOf(0)}/link`, { url: 'https://learn.contoso.com/c/1?a=b' });

    expect(body).toEqual({ kind: 'none' });
    expect(calls).toEqual([['pasteLink', personOf(0), chatIdOf(0), 'https://learn.contoso.com/c/1?a=b']]);
  });

  it('sends a card, with or without text', async () => {
    const { status } = await post(`${pathOf(0)}/share`, { card: CARD, text: ' for you ' });
    await post(`${pathOf(0)}/share`, { card: CARD, text: '' });

    expect(status).toBe(204);
    expect(calls).toEqual([
      ['share', personOf(0), chatIdOf(0), CARD, 'for you'],
      ['share', personOf(0), chatIdOf(0), CARD, ''],
    ]);
  });

  it.each([
    ['search', {}],
    ['search', { commandId: '', text: '', skip: 0, count: 25 }],
    ['search', { commandId: 'catalog', text: 5, skip: 0, count: 25 }],
    ['search', { commandId: 'catalog', text: '', skip: -1, count: 25 }],
    ['search', { commandId: 'catalog', text: '', skip: 0.5, count: 25 }],
    ['search', { commandId: 'catalog', text: '', skip: 0, count: 1000 }],
    ['link', {}],
    ['link', { url: 'learn.contoso.com' }],
    ['link', { url: 'javascript:alert(1)' }],
    ['link', { url: `https://learn.contoso.com/${'x'.repeat(2048)}` }],
    ['share', { text: 'no card' }],
    ['share', { card: 'text', text: '' }],
    ['share', { card: [], text: '' }],
    ['share', { card: CARD, text: 'x'.repeat(28_001) }],
  ])('refuses what is no %s (%#)', async (action, body) => {
    const { status } = await post(`${pathOf(0)}/${action}`, body);

    expect(status).toBe(400);
    expect(calls).toEqual([]);
  });

  it.each([
    ['search', { commandId: 'catalog', text: '', skip: 0, count: 25 }],
    ['link', { url: 'https://learn.contoso.com/' }],
    ['share', { card: CARD, text: '' }],
  ])('refuses access to another person’s chat: %s', async (action, body) => {
    const { status } = await post(`${pathOf(1)}/${action}`, body);

    expect(status).toBe(404);
    expect(calls).toEqual([]);
  });
});

describe('GET /world', () => {
  it("says where the bot's own pages are", async () => {
    const response = await fetch(`${page.url}/api/world`);

    const { port } = new URL(running.teams.bot.messagesUrl);
    expect(await response.json()).toMatchObject({ botOrigin: `http://localhost:${port}` });
  });
});
