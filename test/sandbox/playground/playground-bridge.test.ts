import { createPlaygroundBridge, type PlaygroundBridge } from '../../../sandbox/playground/playground-bridge';
import type { RunningWorld } from '../../../sandbox/start-world';
import { findPersonId, startTestWorld } from '../../support/local-world';
import { message, press, query, startPlayground, type Call, type StandIn } from './start-playground';

let world: RunningWorld;
let bridge: PlaygroundBridge;
let playground: StandIn;

beforeAll(async () => {
  world = await startTestWorld();
  bridge = await createPlaygroundBridge({ ...world, port: 0 });
  playground = await startPlayground();
});

afterAll(async () => {
  await playground.close();
  await bridge.close();
  await world.close();
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function post(path: string, activity: object, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(new URL(path, bridge.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-ms-agents-playground': 'true', ...headers },
    body: JSON.stringify(activity),
  });
  return { status: response.status, text: await response.text() };
}

function isMessage({ body }: Call): boolean {
  return body.includes('"type":"message"');
}

async function ask(path: string, text: string): Promise<Call> {
  const reply = playground.next(isMessage);
  expect(await post(path, message(text, playground.serviceUrl))).toMatchObject({ status: 200 });
  return reply;
}

describe('the bridge to the Agents Playground', () => {
  it('passes a question to the bot with a silent sign-in, and returns the card', async () => {
    const before = playground.calls.length;

    const reply = await ask('/api/messages', 'my courses');

    expect(reply.path).toMatch(/^\/_connector\/v3\/conversations\/5a6b430e-[^/]+\/activities\//);
    expect(reply.body).toContain('courses are overdue');
    const calls = playground.calls.slice(before);
    expect(calls.map(({ body }) => body).join()).not.toContain('card.oauth');
    expect(world.entra.requests.map(({ personId }) => personId)).toContain(world.world.people[0]?.user.id);
  });

  it('keeps the bot’s token to itself', async () => {
    await ask('/api/messages', 'help');

    expect(playground.calls.map(({ authorization }) => authorization)).not.toContainEqual(expect.anything());
  });

  it('takes the person, language and time zone from the address', async () => {
    const reply = await ask('/jonas/api/messages', 'my courses');

    expect(world.entra.requests.at(-1)?.personId).toBe(findPersonId(world, 'Jonas'));
    expect(reply.body).toMatch(/\d\d\.\d\d\.2026/);
    expect(reply.body).toMatch(/Stand: 16:\d\d/);
  });

  it('signs in for a search and a button, too', async () => {
    const hits = await post('/haruka/api/messages', query('incident', playground.serviceUrl));
    const [action] = /\{"type":"Action\.Execute","verb":"shared-course\/view".*?\}\}/.exec(hits.text) ?? [];
    expect(hits.text).toContain('"type":"result"');

    const pressed = press(JSON.parse(action ?? '{}') as object, playground.serviceUrl);
    const view = await post('/layla/api/messages', pressed);

    expect(view.text).toMatch(/"statusCode":200.*"rtl":true.*هذه الدورة ليست في قائمتك/);
  });

  it('shows the sign-in button when the person must act', async () => {
    const reply = await ask('/sofia/api/messages', 'my courses');

    expect(reply.body).toContain('/auth/start?ctx=');
  });

  it('does not pass on unsigned requests', async () => {
    const response = await fetch(world.teams.bot.messagesUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message('my courses', playground.serviceUrl)),
    });

    expect(response.status).toBe(401);
  });

  it('refuses unknown people and web pages', async () => {
    const activity = message('my courses', playground.serviceUrl);

    const stranger = await post('/nobody/api/messages', activity);
    const page = await post('/api/messages', activity, { origin: 'https://evil.example.com' });

    expect([stranger.status, page.status]).toEqual([404, 403]);
  });

  it.each([
    'https://elsewhere.example.com/_connector',
    'http://localhost.example.com/_connector',
    'http://localhost@10.0.0.1/_connector',
    'file:///etc/passwd',
    'nonsense',
  ])('passes nothing to %s', async (serviceUrl) => {
    expect(await post('/api/messages', message('my courses', serviceUrl))).toMatchObject({ status: 400 });
  });
});

describe('the bridge’s connector', () => {
  let stubbed: PlaygroundBridge;

  beforeAll(async () => {
    const entra = { ...world.entra, verifyConnectorToken: (token: string) => token === 'bot' };
    stubbed = await createPlaygroundBridge({ ...world, entra, port: 0 });
  });

  afterAll(async () => {
    await stubbed.close();
  });

  async function members(serviceUrl: string, token: string): Promise<number> {
    const person = world.world.people[0]?.user.id ?? '';
    const address = Buffer.from(serviceUrl).toString('base64url');
    const url = `${stubbed.url}/connector/${person}/${address}/v3/conversations/c/members?a=b`;
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    return response.status;
  }

  it('passes on other calls unchanged', async () => {
    expect(await members(playground.serviceUrl, 'bot')).toBe(200);

    expect(playground.calls.at(-1)).toMatchObject({
      method: 'GET',
      path: '/_connector/v3/conversations/c/members?a=b',
      body: '',
    });
  });

  it('accepts only the bot, reaches only this machine, and reports an unreachable target', async () => {
    expect(await members(playground.serviceUrl, 'somebody')).toBe(401);
    expect(await members('https://elsewhere.example.com', 'bot')).toBe(404);
    expect(await members('http://127.0.0.1:9', 'bot')).toBe(502);
  });
});
