import { decodeHTML } from 'entities';
import { createCourseLinks, type CourseLinks } from '../../src/features/share-course/course-links';
import { createCoursePage } from '../../src/server/course-page';
import { createServer, type BotServer } from '../../src/server/create-server';
import { createIconPage } from '../../src/server/page';
import { aContent } from '../cards/samples';
import { createRecordingLog } from './recording-log';

const botId = '00000000-0000-4000-8000-0000000000b0';
const tenantId = '00000000-0000-4000-8000-0000000000aa';
const VIVA_LEARNING = /^https:\/\/teams\.microsoft\.com\/l\/entity\/2e3a628d-/;

let server: BotServer;
let origin: string;
let links: CourseLinks;

beforeAll(async () => {
  const key = Buffer.alloc(32, 1);
  // The page reads links with the same key, whatever their host.
  const { readDetails } = createCourseLinks({ publicOrigin: 'https://bot.example.com', key });
  server = createServer({
    port: 0,
    receive: () => Promise.resolve({ status: 401 }),
    readiness: () => [],
    details: () => ({}),
    pages: [createCoursePage({ botId, readDetails }), createIconPage()],
    log: createRecordingLog(),
  });
  origin = `http://127.0.0.1:${await server.listen()}`;
  links = createCourseLinks({ publicOrigin: origin, key });
});
afterAll(() => server.stop());

interface Opened {
  readonly response: Response;
  readonly html: string;
  /** Addresses and texts of the links, in their order. */
  readonly anchors: readonly (readonly [href: string, text: string])[];
  /** Directives of the content security policy that allow pictures. */
  readonly pictures: string | undefined;
}

async function open(link: string): Promise<Opened> {
  const response = await fetch(link);
  const html = await response.text();
  const policy = response.headers.get('content-security-policy') ?? '';
  return {
    response,
    html,
    anchors: [...html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)</g)].map(
      ([, href = '', text = '']) => [decodeHTML(href), decodeHTML(text)] as const,
    ),
    pictures: policy.split('; ').find((directive) => directive.startsWith('img-src')),
  };
}

describe('the page of a course link', () => {
  const content = aContent({ sourceName: 'Contoso Academy' });

  it('shows title, provider and picture, and leads into Teams', async () => {
    const { response, html, anchors, pictures } = await open(links.toLink(tenantId, content));

    expect(response.status).toBe(200);
    expect(html).toContain(
      '<h1 dir="auto">Fire safety</h1>\n<p class="provider" dir="auto">Contoso Academy</p>',
    );
    expect(html).toContain('<img class="picture" src="https://learn.contoso.com/fire-safety.png" alt="">');
    expect(html).toContain('<title>Fire safety - Coursemate</title>');
    expect(anchors).toEqual([
      [`https://teams.microsoft.com/l/chat/0/0?users=28:${botId}&message=Fire%20safety`, 'Open in Teams'],
      [expect.stringMatching(VIVA_LEARNING), 'Open Viva Learning'],
      ['https://learn.contoso.com/fire-safety', 'Open in Contoso Academy'],
    ]);
    expect(pictures).toBe("img-src 'self' https://learn.contoso.com");
  });

  it('tells other apps what it is about, and search engines nothing', async () => {
    const { response, html } = await open(links.toLink(tenantId, content));

    expect(html).toContain('<meta property="og:title" content="Fire safety">');
    expect(html).toContain('<meta property="og:description" content="Contoso Academy">');
    expect(html).toContain('<meta property="og:image" content="https://learn.contoso.com/fire-safety.png">');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['made before links carried a title', ['d', 'v'], true],
    ['whose title was changed', ['v'], true],
    ['that nobody signed', ['d', 'v', 'u', 's', 't'], false],
  ])('shows no course for a link %s', async (_, missing, hasAddress) => {
    const link = new URL(links.toLink(tenantId, content));
    for (const name of missing) link.searchParams.delete(name);

    const { response, html, anchors, pictures } = await open(link.href);

    expect(response.status).toBe(200);
    expect(html).toContain('<title>A course in Viva Learning</title>');
    expect(html).toContain('Paste its link into a chat in Teams');
    expect(html).not.toMatch(/Fire safety|og:|class="picture"/);
    expect(pictures).toBe("img-src 'self'");
    expect(anchors[0]?.[0]).toBe(`https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`);
    expect(anchors.map(([, text]) => text)).toEqual([
      'Open in Teams',
      'Open Viva Learning',
      ...(hasAddress ? ['Open course'] : []),
    ]);
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    '</title><meta http-equiv="refresh" content="0;url=https://evil.example">',
    '&lt;b&gt; &amp; ${1+1} {{DATE(1)}}',
  ])('shows the hostile title %s as text', async (hostile) => {
    const { html, anchors } = await open(
      links.toLink(tenantId, { ...content, title: hostile, sourceName: hostile }),
    );

    expect(html.match(/<(?:script|img|meta|title|h1)\b/g)).toEqual([
      '<meta',
      '<meta',
      '<title',
      '<meta',
      '<meta',
      '<meta',
      '<meta',
      '<meta',
      '<img',
      '<img',
      '<h1',
    ]);
    const shown = /<h1 dir="auto">(.*)<\/h1>/.exec(html)?.[1] ?? '';
    expect(decodeHTML(shown).replaceAll('\u2060', '')).toBe(hostile);
    expect(anchors).toHaveLength(3);
    expect(anchors.every(([href]) => href.startsWith('https://'))).toBe(true);
  });

  it.each([
    'https://a;script-src/x.png',
    "https://a'b/x.png",
    'https://*/x.png',
    'https://a,b.example/x.png',
  ])('loads no picture from %s, which would change its policy', async (thumbnailUrl) => {
    const { html, response, pictures } = await open(links.toLink(tenantId, { ...content, thumbnailUrl }));

    expect(pictures).toBe("img-src 'self'");
    expect(html).not.toMatch(/class="picture"|og:image/);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; img-src 'self'; script-src 'self'; /,
    );
  });

  it('keeps a link to the course that the page may not change', async () => {
    const link = new URL(links.toLink(tenantId, content));
    link.searchParams.set('u', 'https://evil.example.com/');

    const { html } = await open(link.href);

    expect(html).toContain('Fire safety');
    expect(html).not.toContain('evil.example.com');
  });
});

describe('the app’s icon', () => {
  it('is a picture that may be kept', async () => {
    const response = await fetch(links.iconUrl);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.length).toBeLessThan(50_000);
  });
});
