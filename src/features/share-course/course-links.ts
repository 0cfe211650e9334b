import type { ContentRef, CourseContent } from '../../domain/course-activity';
import { createSigning } from '../../lib/signing';

/** Links and tickets of shared courses. Both are signed: this bot made them, for someone who could read the course. */
export interface CourseLinks {
  /** Returns the link to the course's page, which shows nothing personal and links to the course. */
  toLink(tenantId: string, content: CourseContent): string;
  /** Returns the parts of such a link; `undefined` for any other address. */
  parse(url: URL): LinkedCourse | undefined;
  /** Returns the course's address from the link's query, if the signature is ours. */
  findAddress(ref: ContentRef, query: URLSearchParams): string | undefined;
  /** Returns the ticket of a shared card: its viewers may see the course's title without access of their own. */
  issueTicket(tenantId: string, ref: ContentRef): string;
  isTicketFor(ticket: string, tenantId: string, ref: ContentRef): boolean;
}

export interface LinkedCourse {
  readonly ref: ContentRef;
  readonly ticket: string;
  /** https address; undefined unless the signature is ours. */
  readonly address: string | undefined;
}

interface Dependencies {
  /** Origin of the bot's pages. */
  readonly publicOrigin: string;
  /** Secret that all instances of the bot share, so that each trusts what another has signed. */
  readonly key: Buffer;
}

const PATH = /^\/c\/([^/]{1,300})\/([^/]{1,300})$/;

export function createCourseLinks({ publicOrigin, key }: Dependencies): CourseLinks {
  const { sign, isSigned } = createSigning(key);

  const links: CourseLinks = {
    toLink(tenantId, { providerId, contentId, webUrl }) {
      const path = [providerId, contentId].map(encodeURIComponent).join('/');
      const link = new URL(`/c/${path}`, publicOrigin);
      link.searchParams.set('t', links.issueTicket(tenantId, { providerId, contentId }));
      if (webUrl !== undefined) {
        link.searchParams.set('u', webUrl);
        link.searchParams.set('s', sign('address', providerId, contentId, webUrl));
      }
      return link.href;
    },
    parse(url) {
      const match = url.origin === publicOrigin ? PATH.exec(url.pathname) : null;
      const [providerId, contentId] = (match?.slice(1) ?? []).map(decodePart);
      if (providerId === undefined || contentId === undefined) return undefined;
      const ref = { providerId, contentId };
      const address = links.findAddress(ref, url.searchParams);
      return { ref, ticket: url.searchParams.get('t') ?? '', address };
    },
    findAddress({ providerId, contentId }, query) {
      const address = query.get('u') ?? '';
      const isOurs = isSigned(query.get('s') ?? '', 'address', providerId, contentId, address);
      return isOurs && address.startsWith('https://') ? address : undefined;
    },
    issueTicket: (tenantId, ref) => sign('ticket', ...toTicketParts(tenantId, ref)),
    isTicketFor: (ticket, tenantId, ref) => isSigned(ticket, 'ticket', ...toTicketParts(tenantId, ref)),
  };
  return links;
}

/** Ids of tenants and providers are GUIDs, which Graph and clients write in either case. */
function toTicketParts(tenantId: string, { providerId, contentId }: ContentRef): readonly string[] {
  return [tenantId.toLowerCase(), providerId.toLowerCase(), contentId];
}

/** Returns a decoded part of an address; undefined if it is not encoded correctly. */
export function decodePart(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
