import { startWorld, type RunningWorld } from '../../sandbox/start-world';
import { createPageServer, type PageServer } from '../../sandbox/web/page-server';
import { actionsOf, ask, lastReply } from '../support/local-world';

let running: RunningWorld;
let page: PageServer;

beforeAll(async () => {
  running = await startWorld({ clock: '2026-11-23T15:00:00Z' });
  page = await createPageServer({ ...running, port: 0 });
});

afterAll(async () => {
  await page.close();
  await running.close();
});

function reset(personId: string): Promise<Response> {
  return fetch(`${page.url}/api/people/${personId}/switches/reset`, {
    method: 'POST',
    headers: { origin: page.url },
  });
}

describe('"Reset all"', () => {
  it('ends the wait after a fault, which the switch alone does not', async () => {
    const client = running.teams.client(running.world.people[0]?.user.id ?? '');
    const { settings } = running.graph;
    settings.fault = 'throttledMinutes';
    await ask(client, 'my courses');
    settings.fault = 'none';
    running.graph.requests.length = 0;
    await ask(client, 'my courses');
    const askedMeanwhile = running.graph.requests.length;

    const { status } = await reset(client.personId);
    await ask(client, 'my courses');

    expect(status).toBe(200);
    expect(askedMeanwhile).toBe(0);
    expect(running.graph.requests.length).toBeGreaterThan(0);
    expect(actionsOf(lastReply(client), 'my-courses/refresh')).not.toEqual([]);
  });

  it('tells the open pages that the bot restarts and is back', async () => {
    const personId = running.world.people[0]?.user.id ?? '';
    const closing = new AbortController();
    const { body } = await fetch(`${page.url}/api/people/${personId}/events`, { signal: closing.signal });
    const resetting = reset(personId);

    let text = '';
    const states = (): string[] =>
      [...text.matchAll(/^event: bot\ndata: (.*)$/gm)].map(([, data = '']) => data);
    const reader = body?.getReader();
    while (reader !== undefined && states().length < 3) {
      const { value, done } = await reader.read();
      if (done) break;
      text += Buffer.from(value).toString();
    }
    await resetting;
    closing.abort();

    expect(states()).toEqual(['{"state":"running"}', '{"state":"restarting"}', '{"state":"running"}']);
  });

  it('restarts the bot once for concurrent requests', async () => {
    const personId = running.world.people[0]?.user.id ?? '';
    const countStarts = (): number =>
      running.bot?.logLines.filter((line) => line.includes('listening')).length ?? 0;
    const before = countStarts();

    const answers = await Promise.all([reset(personId), reset(personId)]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(countStarts()).toBe(before + 1);
  });
});
