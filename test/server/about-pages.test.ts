import { aboutPages } from '../../src/server/about-pages';
import { createServer, type BotServer } from '../../src/server/create-server';
import { createRecordingLog } from './recording-log';

let server: BotServer;
let origin: string;

beforeAll(async () => {
  const receive = () => Promise.resolve({ status: 401 });
  const log = createRecordingLog();
  server = createServer({
    port: 0,
    receive,
    readiness: () => [],
    details: () => ({}),
    pages: aboutPages,
    log,
  });
  origin = `http://127.0.0.1:${await server.listen()}`;
});
afterAll(() => server.stop());

describe('the pages that the store listing leads to', () => {
  it.each([
    ['/', 'ask what’s due', 'reference ID of eight letters and digits'],
    ['/privacy', 'What Coursemate reads', 'each time a manager views a person’s courses'],
    // A manager's card leaves them out: docs/decisions/0015-who-may-view-whose-courses.md.
    ['/privacy', 'What Coursemate reads', 'Only you see the notes on your courses.'],
    ['/terms', 'What you can expect', 'MIT License'],
  ])('serves %s to everyone and links to the other two', async (path, sentence, text) => {
    const response = await fetch(`${origin}${path}`);

    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toContain(sentence);
    expect(html).toContain(text);
    expect([...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual(
      ['/', '/privacy', '/terms'].filter((other) => other !== path),
    );
  });
});
