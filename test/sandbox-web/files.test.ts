import { createServer, type Server } from 'node:http';
import { startWorld, type RunningWorld } from '../../sandbox/start-world';
import { listen, stop } from '../../sandbox/teams/listen';
import { createPageServer, type PageServer } from '../../sandbox/web/page-server';

const BYTES = Buffer.from('\uFEFFName\r\nZoë\r\n');

let running: RunningWorld;
let page: PageServer;
let bot: Server;

/** A bot that accepts every activity, and one file in the first person's OneDrive. */
beforeAll(async () => {
  running = await startWorld({ withBot: false });
  jest.spyOn(running.entra, 'verifyConnectorToken').mockReturnValue(true);
  bot = createServer((_request, response) => response.end());
  running.teams.bot.messagesUrl = await listen(bot, 0);
  const file = { uniqueId: 'f1', ownerId: personOf(0), name: 'Übersicht "1".csv', bytes: BYTES };
  const drive = { findFile: (id: string) => (id === file.uniqueId ? file : undefined) };
  page = await createPageServer({ ...running, drive, port: 0 });
});

afterAll(async () => {
  await page.close();
  await running.close();
  await stop(bot);
});

function personOf(index: number): string {
  const person = running.world.people[index];
  if (person === undefined) throw new Error('The world is too small.');
  return person.user.id;
}

function call(index: number, path: string, body?: unknown): Promise<Response> {
  return fetch(`${page.url}/api/people/${personOf(index)}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { origin: page.url, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

function groupId(): string {
  return running.teams.conversations.find(({ type }) => type === 'groupChat')?.id ?? '';
}

/** The bot offers the first person a file. */
async function offerFile(): Promise<string> {
  const { personalChatId } = running.teams.client(personOf(0));
  const content = { sizeInBytes: 16, acceptContext: {}, declineContext: {} };
  const contentType = 'application/vnd.microsoft.teams.card.file.consent';
  const address = `v3/conversations/${encodeURIComponent(personalChatId)}/activities`;
  const response = await fetch(running.teams.serviceUrl + address, {
    method: 'POST',
    headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', attachments: [{ contentType, name: 'a.csv', content }] }),
  });
  return ((await response.json()) as { id: string }).id;
}

describe('a file', () => {
  it.each(['accept', 'decline'])('can be answered with %s', async (decision) => {
    const message = await offerFile();

    const { status } = await call(0, `/messages/${message}/file`, { decision });

    expect(status).toBe(204);
    expect(running.log.entries().at(-1)?.request).toMatchObject({
      name: 'fileConsent/invoke',
      from: { aadObjectId: personOf(0) },
      value: { action: decision },
    });
  });

  it('cannot be answered otherwise, or by another person', async () => {
    const message = await offerFile();

    const odd = await call(0, `/messages/${message}/file`, { decision: 'later' });
    const foreign = await call(1, `/messages/${message}/file`, { decision: 'accept' });

    expect([odd.status, foreign.status]).toEqual([400, 404]);
  });

  it('is always served to its owner as a download', async () => {
    const response = await call(0, '/files/f1');

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; .*filename\*=UTF-8''%C3%9Cbersicht%20%221%22\.csv$/,
    );
    expect(Buffer.from(await response.arrayBuffer())).toEqual(BYTES);
  });

  it('is not served to anyone else', async () => {
    expect([(await call(1, '/files/f1')).status, (await call(0, '/files/f2')).status]).toEqual([404, 404]);
  });
});

describe('mentions', () => {
  it('list the other people in the chat', async () => {
    const response = await call(0, `/chats/${encodeURIComponent(groupId())}/members`);

    const others = running.teams.conversations.find(({ id }) => id === groupId())?.memberIds.slice(1) ?? [];
    const names = others.map((id) => ({ id, name: running.world.findPerson(id)?.user.displayName }));
    expect(await response.json()).toEqual(names);
    expect(others.length).toBeGreaterThan(1);
  });

  it('are sent with a message', async () => {
    const mentions = [{ personId: personOf(1), name: 'Jonas' }];
    const path = `/chats/${encodeURIComponent(groupId())}/send`;

    const { status } = await call(0, path, { text: '@Coursemate status of @Jonas', mentions });

    expect(status).toBe(204);
    expect(running.log.entries().at(-1)?.request).toMatchObject({
      text: '<at>Coursemate</at> status of <at>Jonas</at>',
    });
  });

  it.each([[[{ personId: 1, name: 'x' }]], [[{ personId: 'x', name: '' }]], ['x']])(
    'are refused when invalid: %j',
    async (mentions) => {
      const path = `/chats/${encodeURIComponent(groupId())}/send`;

      expect((await call(0, path, { text: '@Coursemate hi', mentions })).status).toBe(400);
    },
  );
});
