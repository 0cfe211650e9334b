import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeUTF8 } from 'entities';
import type { Texts } from '../i18n/catalog';
import { STYLE } from './page-style';

/** A public document. */
export interface Page {
  readonly path: string;
  render(request: PageRequest): PageAnswer | Promise<PageAnswer>;
}

export interface PageRequest {
  readonly query: URLSearchParams;
  /** The parts of the address that the path names with a colon. */
  readonly parameters: Readonly<Record<string, string>>;
  /** In the language that the browser asks for. */
  readonly texts: Texts;
}

export interface PageAnswer {
  readonly status: number;
  readonly body: string | Buffer;
  /** The content type and headers that differ from those of every answer. */
  readonly headers: Readonly<Record<string, string>>;
}

interface HtmlPage {
  readonly texts: Texts;
  readonly status?: number;
  /** Title of the window. */
  readonly title: string;
  /** The course that the page is about, in texts from outside; other pages are about Coursemate. */
  readonly course?: PageCourse | undefined;
  /** Shown at once; scripts put the outcome in its place. */
  readonly sentence: string;
  /** Text below the sentence. */
  readonly sections?: readonly PageSection[];
  /** Text of the button, which the scripts switch on. */
  readonly button?: string;
  /** Links to https addresses or pages of the bot. */
  readonly links?: readonly PageLink[];
  readonly scripts?: readonly string[];
  /** For the scripts, as `data-` attributes by their names in HTML. */
  readonly data?: Readonly<Record<string, string>>;
}

export interface PageCourse {
  readonly title: string;
  readonly provider?: string | undefined;
  /** https address. */
  readonly pictureUrl?: string | undefined;
}

export interface PageSection {
  /** For links to the section. */
  readonly id?: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly link?: PageLink;
}

export interface PageLink {
  readonly href: string;
  readonly text: string;
  /** What most people come for. */
  readonly isMain?: true;
}

/** The app's icon, for these pages and for cards. */
const ICON_PATH = '/icon.png';

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
/** A host name that cannot add anything to a policy: the parser of addresses lets `;` and `*` pass. */
const PLAIN_ORIGIN = /^https:\/\/[a-z0-9.-]+(?::\d+)?$/;

/** Renders a page of the bot; all texts are escaped. */
export function renderHtmlPage(page: HtmlPage): PageAnswer {
  const { texts, status = 200, title, course, scripts = [], data = {} } = page;
  const { language, t } = texts;
  const pictureOrigin = toPictureOrigin(course);
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${escapeUTF8(value)}"`);
  const scriptTags = scripts.map((path) => `<script src="${escapeUTF8(path)}" defer></script>\n`);
  const noScript =
    scripts.length === 0 ? '' : `<noscript><p>${escapeUTF8(t('pages.signIn.noScript'))}</p></noscript>\n`;
  const body = `<!doctype html>
<html lang="${language.lang}" dir="${language.rtl ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeUTF8(title)}</title>
<link rel="icon" href="${ICON_PATH}">
${course === undefined ? '' : renderPreview(course, pictureOrigin !== undefined)}<style>${STYLE}</style>
${scriptTags.join('')}</head>
<body>
<main id="sign-in"${attributes.join('')}>
${renderHead(course, pictureOrigin !== undefined)}<p id="status" role="status">${escapeUTF8(page.sentence)}</p>
${(page.sections ?? []).map(renderSection).join('')}${renderButton(page.button)}${renderLinks(page.links ?? [])}${noScript}</main>
</body>
</html>
`;
  return {
    status,
    body,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language.lang,
      vary: 'accept-language',
      'content-security-policy': toContentSecurityPolicy(pictureOrigin),
    },
  };
}

/** teams-js reads its list of hosts from `res.cdn.office.net`; blocked, it logs an error in the browser at each sign-in. */
function toContentSecurityPolicy(pictureOrigin: string | undefined): string {
  return [
    "default-src 'none'",
    ["img-src 'self'", pictureOrigin].join(' ').trim(),
    "script-src 'self'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "connect-src 'self' https://res.cdn.office.net",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The only foreign origin that a page may load from; undefined when the course has no picture that can be shown. */
function toPictureOrigin(course: PageCourse | undefined): string | undefined {
  if (course?.pictureUrl === undefined || !URL.canParse(course.pictureUrl)) return undefined;
  const { origin } = new URL(course.pictureUrl);
  return PLAIN_ORIGIN.test(origin) ? origin : undefined;
}

/** What other apps show of a link to the page (Open Graph). */
function renderPreview({ title, provider, pictureUrl }: PageCourse, hasPicture: boolean): string {
  const properties = {
    'og:type': 'website',
    'og:site_name': 'Coursemate',
    'og:title': title,
    ...(provider !== undefined && { 'og:description': provider }),
    ...(hasPicture && pictureUrl !== undefined && { 'og:image': pictureUrl }),
  };
  return Object.entries(properties)
    .map(([name, value]) => `<meta property="${name}" content="${escapeUTF8(value)}">\n`)
    .join('');
}

const BRAND = `<img src="${ICON_PATH}" alt="" width="24" height="24">Coursemate`;

function renderHead(course: PageCourse | undefined, hasPicture: boolean): string {
  if (course === undefined) return `<h1 class="brand">${BRAND}</h1>\n`;
  const { title, provider, pictureUrl = '' } = course;
  const picture = hasPicture ? `<img class="picture" src="${escapeUTF8(pictureUrl)}" alt="">\n` : '';
  const by = provider === undefined ? '' : `<p class="provider" dir="auto">${escapeUTF8(provider)}</p>\n`;
  return `<p class="brand">${BRAND}</p>\n${picture}<h1 dir="auto">${escapeUTF8(title)}</h1>\n${by}`;
}

function renderSection({ id, heading, paragraphs, link }: PageSection): string {
  const lines = paragraphs.map((paragraph) => `<p>${escapeUTF8(paragraph)}</p>\n`);
  const last = link === undefined ? '' : `<p>${renderLink(link)}</p>\n`;
  const attribute = id === undefined ? '' : ` id="${id}"`;
  return `<section${attribute}>\n<h2>${escapeUTF8(heading)}</h2>\n${lines.join('')}${last}</section>\n`;
}

function renderButton(text: string | undefined): string {
  return text === undefined ? '' : `<button type="button" disabled>${escapeUTF8(text)}</button>\n`;
}

function renderLinks(links: readonly PageLink[]): string {
  if (links.length === 0) return '';
  return `<nav>\n${links.map((link) => `${renderLink(link)}\n`).join('')}</nav>\n`;
}

function renderLink({ href, text, isMain }: PageLink): string {
  return `<a href="${escapeUTF8(href)}"${isMain === true ? ' class="main"' : ''}>${escapeUTF8(text)}</a>`;
}

/** A page that is a file of the app, read at once. */
export function createFilePage(path: string, file: string, type: string): Page {
  const headers = { 'content-type': type, 'cache-control': 'public, max-age=3600' };
  const answer = { status: 200, body: readFileSync(file), headers };
  return { path, render: () => answer };
}

export function createIconPage(): Page {
  return createFilePage(ICON_PATH, join(__dirname, '../../appPackage/color.png'), 'image/png');
}
