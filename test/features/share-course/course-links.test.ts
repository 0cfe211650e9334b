import { createCourseLinks, type CourseLinks } from '../../../src/features/share-course/course-links';
import { aCourse, PROVIDER } from '../../support/courses';

const tenantId = '00000000-0000-4000-8000-0000000000ff';
const key = Buffer.alloc(32, 1);
const links: CourseLinks = createCourseLinks({ publicOrigin: 'https://coursemate.example.com', key });
const { content } = aCourse('Fire safety', {}, { webUrl: 'https://learn.example.com/courses/1?x=y&z' });
if (content === undefined) throw new Error('no content');
const ref = { providerId: PROVIDER, contentId: content.contentId };

describe('a course link', () => {
  it('returns the course, its ticket and its address', () => {
    const linked = links.parse(new URL(links.toLink(tenantId, content)));

    expect(linked).toEqual({ ref, ticket: expect.any(String) as string, address: content.webUrl });
    expect(links.isTicketFor(linked?.ticket ?? '', tenantId, ref)).toBe(true);
  });

  it('contains no title and no person', () => {
    expect(links.toLink(tenantId, content)).not.toMatch(/fire|safety/i);
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

    expect(links.parse(forged)?.address).toBeUndefined();
  });

  it('is refused when another bot signed it', () => {
    const other = createCourseLinks({
      publicOrigin: 'https://coursemate.example.com',
      key: Buffer.alloc(32, 2),
    });
    const linked = links.parse(new URL(other.toLink(tenantId, content)));

    expect(linked?.address).toBeUndefined();
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
