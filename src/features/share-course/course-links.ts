import * as z from 'zod/v4';
import { toHttpsUrl } from '../../cards/https-url';
import { toPlainText } from '../../cards/plain-text';
import type { ContentRef, CourseContent } from '../../domain/course-activity';
import { createSigning } from '../../lib/signing';

/** Links and tickets of shared courses. Both are signed: this bot made them, for someone who could read the course. */
export interface CourseLinks {
  /** The app's icon, among the bot's pages. */
  readonly iconUrl: string;
  /** Returns the link to the course's page. It carries what the page shows: the course, and nothing personal. */
  toLink(tenantId: string, content: CourseContent): string;
  /** Returns the parts of such a link; `undefined` for any other address. */
  parse(url: URL): LinkedCourse | undefined;
  /** Returns what the link's query says of the course, without the parts whose signature is not ours. */
  readonly readDetails: (ref: ContentRef, query: URLSearchParams) => LinkDetails;
  /** Returns the ticket of a shared card: its viewers may see the course's title without access of their own. */
  issueTicket(tenantId: string, ref: ContentRef): string;
  isTicketFor(ticket: string, tenantId: string, ref: ContentRef): boolean;
}

export interface LinkedCourse {
  readonly ref: ContentRef;
  readonly ticket: string;
  readonly details: LinkDetails;
}

/**
 * What a link says of its course. Whoever has the link can read it:
 * docs/decisions/0035-a-course-link-carries-its-title.md.
 */
export type LinkDetails = Partial<Pick<CourseContent, 'title' | 'sourceName' | 'thumbnailUrl' | 'webUrl'>>;

interface Dependencies {
  /** Origin of the bot's pages. */
  readonly publicOrigin: string;
  /** Secret that all instances of the bot share, so that each trusts what another has signed. */
  readonly key: Buffer;
}

const TITLE_LENGTH = 120;
const PROVIDER_LENGTH = 60;
/** Longer addresses of pictures are left out: they hold tokens that expire anyway, and a link has to stay short. */
const MOST_PICTURE_CHARACTERS = 500;
/** The bot reads no longer link when someone pastes it (`bot/activity/wire`); the course's address is left out instead. */
const MOST_LINK_CHARACTERS = 4_000;
/** Title, provider and picture; '' for what is not known. Another version of this app may have signed other ones. */
const Shown = z.tuple([z.string(), z.string(), z.string()]).catch(['', '', '']);

const PATH = /^\/c\/([^/]{1,300})\/([^/]{1,300})$/;

export function createCourseLinks({ publicOrigin, key }: Dependencies): CourseLinks {
  const { sign, isSigned } = createSigning(key);

  const links: CourseLinks = {
    iconUrl: `${publicOrigin}/icon.png`,
    toLink(tenantId, content) {
      const { providerId, contentId } = content;
      const path = [providerId, contentId].map(encodeURIComponent).join('/');
      const link = new URL(`/c/${path}`, publicOrigin);
      link.searchParams.set('t', links.issueTicket(tenantId, { providerId, contentId }));
      const shown = encodeShown(content);
      link.searchParams.set('d', shown);
      link.searchParams.set('v', sign('shown', providerId, contentId, shown));
      const webUrl = toHttpsUrl(content.webUrl);
      if (webUrl === undefined) return link.href;
      const whole = new URL(link);
      whole.searchParams.set('u', webUrl);
      whole.searchParams.set('s', sign('address', providerId, contentId, webUrl));
      return whole.href.length <= MOST_LINK_CHARACTERS ? whole.href : link.href;
    },
    parse(url) {
      const match = url.origin === publicOrigin ? PATH.exec(url.pathname) : null;
      const [providerId, contentId] = (match?.slice(1) ?? []).map(decodePart);
      if (providerId === undefined || contentId === undefined) return undefined;
      const ref = { providerId, contentId };
      const details = links.readDetails(ref, url.searchParams);
      return { ref, ticket: url.searchParams.get('t') ?? '', details };
    },
    readDetails({ providerId, contentId }, query) {
      const read = (name: string, signature: string, purpose: string): string | undefined => {
        const value = query.get(name) ?? '';
        return isSigned(query.get(signature) ?? '', purpose, providerId, contentId, value)
          ? value
          : undefined;
      };
      const webUrl = toHttpsUrl(read('u', 's', 'address'));
      // Links made before they carried a title have no `d`.
      return { ...(webUrl !== undefined && { webUrl }), ...decodeShown(read('d', 'v', 'shown')) };
    },
    issueTicket: (tenantId, ref) => sign('ticket', ...toTicketParts(tenantId, ref)),
    isTicketFor: (ticket, tenantId, ref) => isSigned(ticket, 'ticket', ...toTicketParts(tenantId, ref)),
  };
  return links;
}

/** Base64url, because a title in percent signs, encoded again for the Share dialog, would be up to nine times as long. */
function encodeShown({ title, sourceName = '', thumbnailUrl }: CourseContent): string {
  const picture = toHttpsUrl(thumbnailUrl) ?? '';
  const shown = [
    toPlainText(title, TITLE_LENGTH),
    toPlainText(sourceName, PROVIDER_LENGTH),
    picture.length <= MOST_PICTURE_CHARACTERS ? picture : '',
  ];
  return Buffer.from(JSON.stringify(shown)).toString('base64url');
}

function decodeShown(shown: string | undefined): LinkDetails {
  if (shown === undefined) return {};
  const [title, sourceName, thumbnailUrl] = Shown.parse(
    JSON.parse(Buffer.from(shown, 'base64url').toString()),
  );
  return {
    ...(title !== '' && { title }),
    ...(sourceName !== '' && { sourceName }),
    ...(thumbnailUrl !== '' && { thumbnailUrl }),
  };
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
