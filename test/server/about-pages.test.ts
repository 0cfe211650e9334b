import { createAboutPages } from '../../src/server/about-pages';
import { createServer, type BotServer } from '../../src/server/create-server';
import { createRecordingLog } from './recording-log';

const servers: BotServer[] = [];

/** A bot's server with these pages; returns its origin. */
async function serve(contact?: string): Promise<string> {
  const server = createServer({
    port: 0,
    receive: () => Promise.resolve({ status: 401 }),
    readiness: () => [],
    details: () => ({}),
    pages: createAboutPages({ contact }),
    log: createRecordingLog(),
  });
  servers.push(server);
  return `http://127.0.0.1:${await server.listen()}`;
}

async function read(address: string): Promise<string> {
  return (await fetch(address)).text();
}

function linksIn(html: string): readonly (string | undefined)[] {
  return [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
}

afterAll(() => Promise.all(servers.map((server) => server.stop())));

describe('the pages that the store listing leads to', () => {
  let origin: string;

  beforeAll(async () => {
    origin = await serve();
  });

  it.each([
    ['/', 'ask what’s due', 'reference ID of eight letters and digits'],
    ['/privacy', 'What Coursemate reads', 'each time a manager views a person’s courses'],
    // A manager's card leaves them out: docs/decisions/0015-who-may-view-whose-courses.md.
    ['/privacy', 'What Coursemate reads', 'Only you see the notes on your courses.'],
    ['/privacy', 'How it’s protected', 'Coursemate never sees your password'],
    ['/terms', 'What you can expect', 'MIT License'],
  ])('serves %s to everyone and links to the other two', async (path, sentence, text) => {
    const response = await fetch(`${origin}${path}`);

    const html = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toContain(sentence);
    expect(html).toContain(text);
    expect(linksIn(html)).toEqual(['/', '/privacy', '/terms'].filter((other) => other !== path));
  });

  it.each(['/', '/privacy'])(
    '%s sends people to their admin without a contact, also about security',
    async (path) => {
      const html = await read(`${origin}${path}`);

      expect(html).toMatch(
        /<section id="contact">\n<h2>Contact<\/h2>\n<p>[^<]* security problem[^<]*\? Ask your organization’s admin\.<\/p>/,
      );
    },
  );
});

describe('a configured contact', () => {
  it.each([
    [
      'https://help.example.com/coursemate?a=1&b=2',
      'https://help.example.com/coursemate?a=1&amp;b=2',
      'help.example.com',
    ],
    [
      "mailto:o'neil+courses@example.com",
      'mailto:o&apos;neil+courses@example.com',
      'o&apos;neil+courses@example.com',
    ],
  ])('%s is linked from the about and privacy pages', async (contact, href, text) => {
    const origin = await serve(contact);

    for (const path of ['/', '/privacy']) {
      const html = await read(`${origin}${path}`);
      expect(html).toContain(`<p><a href="${href}">${text}</a></p>\n</section>`);
      expect(html).not.toContain('Ask your organization’s admin.');
    }
    expect(await read(`${origin}/terms`)).not.toContain(href);
  });
});
