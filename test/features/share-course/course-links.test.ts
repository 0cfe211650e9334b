import { linkValue } from '../../../src/bot/activity/wire';
import {
  createCourseLinks,
  type CourseLinks,
  type LinkDetails,
} from '../../../src/features/share-course/course-links';
import { aCourse, PROVIDER } from '../../support/courses';

const tenantId = '00000000-0000-4000-8000-0000000000ff';
const key = Buffer.alloc(32, 1);
const links: CourseLinks = createCourseLinks({ publicOrigin: 'https://coursemate.example.com', key });
const { content } = aCourse(
  'Fire safety',
  {},
  {
    webUrl: 'https://learn.example.com/courses/1?x=y&z',
    sourceName: 'Contoso Academy',
    thumbnailUrl: 'https://cdn.example.com/1.png',
  },
);
if (content === undefined) throw new Error('no content');
const ref = { providerId: PROVIDER, contentId: content.contentId };

/** What a link says of its course. */
function detailsOf(link: URL | string, of: CourseLinks = links): LinkDetails | undefined {
  return of.parse(new URL(link))?.details;
}

describe('a course link', () => {
  it('returns the course, its ticket and what it says of the course', () => {
    const linked = links.parse(new URL(links.toLink(tenantId, content)));

    expect(linked).toEqual({
      ref,
      ticket: expect.any(String) as string,
      details: {
        title: 'Fire safety',
        sourceName: 'Contoso Academy',
        thumbnailUrl: content.thumbnailUrl,
        webUrl: content.webUrl,
      },
    });
    expect(links.isTicketFor(linked?.ticket ?? '', tenantId, ref)).toBe(true);
  });

  it('says only what is known', () => {
    const { details } = links.parse(
      new URL(links.toLink(tenantId, { ...ref, title: 'Fire safety', skillTags: [] })),
    ) ?? { details: undefined };

    expect(details).toEqual({ title: 'Fire safety' });
  });

  it('made before links carried a title still opens the course', () => {
    const old = new URL(links.toLink(tenantId, content));
    for (const name of ['d', 'v']) old.searchParams.delete(name);

    expect(detailsOf(old)).toEqual({ webUrl: content.webUrl });
  });

  it.each([
    [
      'a title of another link',
      'd',
      () => new URL(links.toLink(tenantId, { ...content, title: 'Free money' })),
    ],
    [
      'a signature of another course',
      'v',
      () => new URL(links.toLink(tenantId, { ...content, contentId: 'x' })),
    ],
  ])('does not show %s', (_, name, makeOther) => {
    const forged = new URL(links.toLink(tenantId, content));
    forged.searchParams.set(name, makeOther().searchParams.get(name) ?? '');

    expect(detailsOf(forged)).toEqual({ webUrl: content.webUrl });
  });

  it('takes no signature of an address for one of a title', () => {
    const address = 'https://learn.example.com/';
    const link = new URL(links.toLink(tenantId, { ...content, webUrl: address }));
    link.searchParams.set('d', address);
    link.searchParams.set('v', link.searchParams.get('s') ?? '');

    expect(detailsOf(link)).toEqual({ webUrl: address });
  });

  it.each([
    ['Latin letters', 'x'],
    ['Japanese', '安'],
    ['emoji', '👨‍👩‍👧‍👦'],
    ['line breaks and marks that reverse', '\u202Ea\n'],
  ])('stays short for a long title of %s', (_, sign) => {
    const long = sign.repeat(5000);
    const link = links.toLink(tenantId, {
      ...content,
      title: long,
      sourceName: long,
      thumbnailUrl: `https://cdn.example.com/${'x'.repeat(2000)}`,
    });

    expect(encodeURIComponent(link).length).toBeLessThan(2200);
    expect(detailsOf(link)?.thumbnailUrl).toBeUndefined();
    expect(detailsOf(link)?.title).toMatch(/^[^\n\u202E]{20,}…$/u);
  });

  it.each([
    ['a long one', '&b='.repeat(300), true],
    ['one that makes the link too long', '&b='.repeat(600), false],
    ['one that no card links to', 'x'.repeat(20_000), false],
  ])('stays readable with %s as the address', (_, query, isCarried) => {
    const webUrl = `https://learn.example.com/?${query}`;
    const link = links.toLink(tenantId, { ...content, webUrl });

    expect(linkValue.safeParse({ url: link }).success).toBe(true);
    expect(detailsOf(link)).toMatchObject({ title: 'Fire safety' });
    expect(detailsOf(link)?.webUrl).toBe(isCarried ? webUrl : undefined);
  });

  it('carries https pictures only', () => {
    const link = links.toLink(tenantId, { ...content, thumbnailUrl: 'http://cdn.example.com/1.png' });

    expect(detailsOf(link)?.thumbnailUrl).toBeUndefined();
  });

  it.each([
    ['another host', 'https://evil.example.com/c/a/b'],
    ['another path', 'https://coursemate.example.com/d/a/b'],
    ['a broken escape', 'https://coursemate.example.com/c/%E0%A4%A/b'],
    ['a part too few', 'https://coursemate.example.com/c/a'],
  ])('is not %s', (_, address) => {
    expect(links.parse(new URL(address))).toBeUndefined();
  });

  it('leads only to the signed address', () => {
    const forged = new URL(links.toLink(tenantId, content));
    forged.searchParams.set('u', 'https://evil.example.com/');

    expect(detailsOf(forged)?.webUrl).toBeUndefined();
  });

  it('is refused when another bot signed it', () => {
    const other = createCourseLinks({
      publicOrigin: 'https://coursemate.example.com',
      key: Buffer.alloc(32, 2),
    });
    const linked = links.parse(new URL(other.toLink(tenantId, content)));

    expect(linked?.details).toEqual({});
    expect(links.isTicketFor(linked?.ticket ?? '', tenantId, ref)).toBe(false);
  });
});

describe('a ticket', () => {
  const ticket = links.issueTicket(tenantId, ref);

  it.each([
    ['another course', tenantId, { ...ref, contentId: 'other' }],
    ['another provider', tenantId, { ...ref, providerId: 'other' }],
    ['another tenant', '00000000-0000-4000-8000-0000000000fe', ref],
  ])('is invalid for %s', (_, tenant, course) => {
    expect(links.isTicketFor(ticket, tenant, course)).toBe(false);
  });

  it('is valid for the same tenant and provider in capitals', () => {
    const inCapitals = { ...ref, providerId: ref.providerId.toUpperCase() };

    expect(inCapitals).not.toEqual(ref);
    expect(links.isTicketFor(ticket, tenantId.toUpperCase(), inCapitals)).toBe(true);
  });

  it.each(['', 'x', 'x'.repeat(43), `${ticket}=`])('is refused as %j', (given) => {
    expect(links.isTicketFor(given, tenantId, ref)).toBe(false);
  });
});
