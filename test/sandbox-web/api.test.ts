import { startWorld, type RunningWorld } from '../../sandbox/start-world';
import type { WorldView } from '../../sandbox/web/page-shapes';
import { createPageServer, type PageServer } from '../../sandbox/web/page-server';
import type { SwitchView } from '../../sandbox/web/switch';

let running: RunningWorld;
let page: PageServer;

beforeAll(async () => {
  running = await startWorld({ withBot: false, graphLatencyMs: 80 });
  page = await createPageServer({ ...running, port: 0 });
});

afterEach(async () => {
  running.log.clear();
  await call('POST', `${seatOf(0)}/switches/reset`);
});

afterAll(async () => {
  await page.close();
  await running.close();
});

/** A manager, but not the first person's. */
const NOAH = '3bb24b22-b984-40ff-903f-c7af8f61848e';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function call(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${page.url}/api${path}`, {
    method,
    headers: { origin: page.url, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

function personOf(index: number): string {
  const person = running.world.people[index];
  if (person === undefined) throw new Error('The world is too small.');
  return person.user.id;
}

function seatOf(index: number): string {
  return `/people/${personOf(index)}`;
}

function ownChatOf(index: number): string {
  return encodeURIComponent(running.teams.client(personOf(index)).personalChatId);
}

/** Sends a message as the first person; there is no bot. */
async function typeMessage(): Promise<string> {
  const client = running.teams.client(personOf(0));
  await client.send(client.personalChatId, 'my courses');
  return client.timeline(client.personalChatId).messages.at(-1)?.id ?? '';
}

async function switchValue(id: string): Promise<unknown> {
  const { body } = await call('GET', `${seatOf(0)}/switches`);
  return (body as SwitchView[]).find((one) => one.id === id)?.value;
}

describe('people and chats', () => {
  it('lists everyone in the world with their story', async () => {
    const { body } = await call('GET', '/world');

    expect(body).toMatchObject({
      people: running.world.people.map(({ user, story }) => ({ id: user.id, name: user.displayName, story })),
    });
  });

  it('groups people into the cast of a demo and people for testing, beginning with the cast', async () => {
    const { body } = await call('GET', '/world');
    const { people } = body as WorldView;
    const groups = people.map(({ name, group }) => [name, group]);

    expect(groups[0]).toEqual(['Amara Diallo', 'cast']);
    expect(groups).toEqual(
      expect.arrayContaining([
        ['Ben Okafor', 'test'],
        ['Wei Chen', 'test'],
        ['Katherine Walsh', 'cast'],
      ]),
    );
  });

  it('has a picture of each person with a story, all different', async () => {
    const { body } = await call('GET', '/world');
    const addresses = (body as WorldView).people.map(({ faceUrl }) => faceUrl ?? '');

    const pictures = await Promise.all(
      addresses.map(async (path) => {
        const response = await fetch(`${page.url}${path}`);
        expect(response.headers.get('content-type')).toContain('image/svg+xml');
        return response.text();
      }),
    );

    expect(
      pictures.filter((picture) => !picture.startsWith('<svg') || picture.includes('undefined')),
    ).toEqual([]);
    expect(new Set(pictures).size).toBe(running.world.people.length);
    expect((await fetch(`${page.url}/faces/nobody.svg`)).status).toBe(404);
  });

  it('names a course of which three people see three different things', async () => {
    const { body } = await call('GET', '/world');
    const { demo } = body as WorldView;
    const content = [...running.world.contents.values()].flat().find(({ title }) => title === demo.course);
    const seen = demo.people.map((id) =>
      running.world.activities
        .filter(
          ({ learnerUserId, learningContentId }) =>
            learnerUserId === id && learningContentId === content?.['id'],
        )
        .map(({ status, completionPercentage }) => [status, completionPercentage]),
    );

    expect(seen).toEqual([
      // Once a year: this year's and last year's.
      [
        ['inProgress', 60],
        ['completed', 100],
      ],
      [['completed', 100]],
      [],
    ]);
  });

  it('sends what a person types, and shows it in their chat', async () => {
    const sent = await call('POST', `${seatOf(2)}/chats/${ownChatOf(2)}/send`, { text: 'my courses' });

    expect(sent.status).toBe(204);
    const { body } = await call('GET', `${seatOf(2)}/chats/${ownChatOf(2)}`);
    expect(body).toMatchObject({
      messages: [{ text: 'my courses', author: { id: personOf(2) } }],
      memberCount: 1,
      hasApp: true,
    });
    const chats = await call('GET', `${seatOf(2)}/chats`);
    expect(chats.body).toMatchObject([{ type: 'personal', last: { text: 'my courses' } }, {}, {}]);
  });

  it.each([[{}], [{ text: '' }], [{ text: '  \n ' }], [{ text: 5 }], [{ text: 'x'.repeat(28_001) }]])(
    'refuses an invalid message',
    async (body) => {
      const { status } = await call('POST', `${seatOf(0)}/chats/${ownChatOf(0)}/send`, body);

      expect(status).toBe(400);
    },
  );

  it('knows only the people of the world', async () => {
    expect((await call('GET', '/people/nobody/chats')).status).toBe(404);
    expect((await call('GET', '/people/nobody/events')).status).toBe(404);
  });

  it('refuses access to another person’s chat', async () => {
    expect((await call('GET', `${seatOf(1)}/chats/${ownChatOf(0)}`)).status).toBe(404);
    expect((await call('POST', `${seatOf(1)}/chats/${ownChatOf(0)}/send`, { text: 'hi' })).status).toBe(404);
    expect((await call('POST', `${seatOf(1)}/chats/${ownChatOf(0)}/open`)).status).toBe(404);
  });
});

describe('cards and sign-in', () => {
  it.each([
    ['press', { verb: 'course/open' }],
    ['submit', { data: {} }],
    ['sign-in', { state: 'x' }],
  ])('refuses access to another person’s message: %s', async (action, body) => {
    const message = await typeMessage();

    const { status } = await call('POST', `${seatOf(1)}/messages/${message}/${action}`, body);

    expect(status).toBe(404);
  });

  it.each([
    ['press', {}],
    ['press', { verb: 1 }],
    ['submit', { data: 'text' }],
    ['sign-in', {}],
    ['sign-in', { state: 1 }],
  ])('refuses what is no %s: %j', async (action, body) => {
    const message = await typeMessage();

    const { status } = await call('POST', `${seatOf(0)}/messages/${message}/${action}`, body);

    expect(status).toBe(400);
  });

  it('passes an action to the bot as its person', async () => {
    const message = await typeMessage();

    const { status } = await call('POST', `${seatOf(0)}/messages/${message}/press`, {
      verb: 'course/open',
      data: { activity: 'a1' },
    });

    expect(status).toBe(204);
    expect(running.log.entries().at(-1)?.request).toMatchObject({
      name: 'adaptiveCard/action',
      from: { aadObjectId: personOf(0) },
      value: { action: { verb: 'course/open', data: { activity: 'a1' } } },
    });
  });
});

describe('events of a chat', () => {
  it('are listed and applied, edits with the sent text', async () => {
    await typeMessage();
    const path = `${seatOf(0)}/chats/${ownChatOf(0)}/events`;

    const { body } = await call('GET', path);
    const edited = await call('POST', `${path}/edit`, { text: 'my open courses' });
    const deleted = await call('POST', `${path}/delete`, {});

    expect(body).toContainEqual({
      id: 'edit',
      group: 'Messages',
      label: 'Edit my last message',
      text: 'my courses',
    });
    expect([edited.status, deleted.status]).toEqual([204, 204]);
    expect(running.log.entries().slice(-2)).toMatchObject([
      { request: { type: 'messageUpdate', text: 'my open courses' } },
      { request: { type: 'messageDelete' } },
    ]);
    const chats = await call('GET', `${seatOf(0)}/chats`);
    expect(chats.body).toMatchObject([{ last: { text: 'Deleted a message' } }, {}, {}]);
  });

  it.each(['toString', 'undelete', 'teamRenamed'])('do not include %s at this point', async (event) => {
    await typeMessage();

    const { status } = await call('POST', `${seatOf(0)}/chats/${ownChatOf(0)}/events/${event}`, {});

    expect(status).toBe(404);
  });

  it('are refused for another person’s chat', async () => {
    const path = `${seatOf(1)}/chats/${ownChatOf(0)}/events`;

    expect((await call('GET', path)).status).toBe(404);
    expect((await call('POST', `${path}/app.remove`, {})).status).toBe(404);
  });
});

describe('wire log', () => {
  it('lists lines without bodies, and one line with them', async () => {
    await typeMessage();
    const [entry] = running.log.entries();

    const lines = await call('GET', '/wire');
    const line = await call('GET', `/wire/${entry?.id}`);

    expect(lines.body).toMatchObject([{ id: entry?.id, from: 'teams', to: 'bot', status: 502 }]);
    expect(lines.body).not.toMatchObject([{ request: expect.anything() as unknown }]);
    expect(line.body).toMatchObject({ request: { text: 'my courses' } });
  });

  it('is empty after it is cleared', async () => {
    await typeMessage();
    const [entry] = running.log.entries();

    expect((await call('DELETE', '/wire')).status).toBe(204);

    expect((await call('GET', '/wire')).body).toEqual([]);
    expect((await call('GET', `/wire/${entry?.id}`)).status).toBe(404);
  });

  it('streams new lines, chats and switches to an open page', async () => {
    const stop = new AbortController();
    const response = await fetch(`${page.url}/api${seatOf(0)}/events`, { signal: stop.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const hear = async (event: string): Promise<void> => {
      while (!heard.includes(`event: ${event}\n`)) heard += (await reader?.read())?.value ?? '';
    };

    await typeMessage();
    await hear('wire');
    await hear('chat');
    await call('PUT', `${seatOf(1)}/switches/graph.pageSize`, { value: 3 });
    await hear('switches');
    await call('DELETE', '/wire');
    await hear('wire-cleared');

    expect(heard).not.toContain('"request"');
    stop.abort();
  });
});

describe('switches', () => {
  it.each([
    ['graph.fault', 'throttledMinutes', () => running.graph.settings.fault],
    ['graph.latencyMs', 500, () => running.graph.settings.latencyMs],
    ['entra.fault', 'unavailable', () => running.entra.settings.fault],
    ['entra.tokenLifetimeSeconds', 60, () => running.entra.settings.tokenLifetimeSeconds],
    ['person.fault', 'notAssigned', () => running.entra.settings.personFaults.get(personOf(0))],
    ['person.consent', false, () => running.entra.hasConsented(personOf(0))],
    ['person.adminApproval', true, () => running.entra.settings.adminApproval.has(personOf(0))],
    ['person.app', false, () => running.teams.client(personOf(0)).hasApp],
    ['person.manager', NOAH, () => running.world.people[0]?.managerId],
    ['person.account', false, () => running.world.people[0]?.user.accountEnabled],
    ['person.graphFault', 'notFound', () => running.graph.settings.personFaults.get(personOf(0))],
    ['entra.roles', false, () => running.entra.settings.roles.length > 0],
    ['graph.usersListAppOnly', 'notSupported', () => running.graph.settings.usersListAppOnly],
    ['graph.providerListAppOnly', 'refused', () => running.graph.settings.providerListAppOnly],
    ['graph.directoryPageSize', 3, () => running.graph.settings.directoryPageSize],
    ['connector.fault', 'badGatewayTaken', () => running.teams.connector.fault],
    ['connector.faultTimes', 'once', () => running.teams.connector.faultTimes],
    ['connector.memberIdName', 'objectId', () => running.teams.connector.memberIdName],
    ['person.clients', '3', () => String(running.teams.client(personOf(0)).clientCount)],
  ])('turns %s and resets it', async (id, value, read) => {
    const initial = await switchValue(id);

    const { status } = await call('PUT', `${seatOf(0)}/switches/${id}`, { value });

    expect(status).toBe(200);
    expect(read()).toBe(value);
    expect(await switchValue(id)).toBe(value);
    await call('POST', `${seatOf(0)}/switches/reset`);
    expect(await switchValue(id)).toBe(initial);
  });

  it('resets the latency to its start value', async () => {
    await call('PUT', `${seatOf(0)}/switches/graph.latencyMs`, { value: 0 });

    await call('POST', `${seatOf(0)}/switches/reset`);

    expect(running.graph.settings.latencyMs).toBe(80);
  });

  it("leaves another person's own switches alone", async () => {
    await call('PUT', `${seatOf(0)}/switches/person.consent`, { value: false });

    expect(running.entra.hasConsented(personOf(1))).toBe(true);
  });

  it('lets a person report to no one, but not to themselves', async () => {
    const path = `${seatOf(8)}/switches/person.manager`;
    const themselves = await call('PUT', path, { value: personOf(8) });
    const nobody = await call('PUT', path, { value: '' });

    expect([themselves.status, nobody.status]).toEqual([400, 200]);
    expect(running.world.people[8]?.managerId).toBeUndefined();
    await call('POST', `${seatOf(8)}/switches/reset`);
    expect(running.world.people[8]?.managerId).toBeDefined();
  });

  it.each([
    ['graph.fault', 'meteor'],
    ['graph.fault', 5],
    ['graph.latencyMs', -1],
    ['graph.latencyMs', 1.5],
    ['graph.latencyMs', '100'],
    ['person.consent', 'yes'],
    ['person.clients', '4'],
    ['entra.fault', 'toString'],
  ])('refuses a position that %s does not have: %p', async (id, value) => {
    const before = await switchValue(id);

    const { status } = await call('PUT', `${seatOf(0)}/switches/${id}`, { value });

    expect(status).toBe(400);
    expect(await switchValue(id)).toBe(before);
  });

  it('refuses unknown switches and values', async () => {
    expect((await call('PUT', `${seatOf(0)}/switches/graph.gravity`, { value: 1 })).status).toBe(404);
    expect((await call('PUT', `${seatOf(0)}/switches/graph.fault`, { value: {} })).status).toBe(400);
  });
});
