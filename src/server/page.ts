import { createHash } from 'node:crypto';
import { escapeUTF8 } from 'entities';
import type { Texts } from '../i18n/catalog';

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
  readonly title: string;
  /** Shown at once; scripts put the outcome in its place. */
  readonly sentence: string;
  /** Text below the sentence. */
  readonly sections?: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  /** Text of the button, which the scripts switch on. */
  readonly button?: string;
  /** Links to https addresses or pages of the bot. */
  readonly links?: readonly { readonly href: string; readonly text: string }[];
  readonly scripts?: readonly string[];
  /** For the scripts, as `data-` attributes by their names in HTML. */
  readonly data?: Readonly<Record<string, string>>;
}

/** Segoe UI has no kanji; a Japanese sentence of more than one line is not centered. */
const STYLE = `
:root { color-scheme: light dark; background: Canvas; color: CanvasText; font-family: 'Segoe UI', system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
main { max-width: 26rem; padding: 1.5rem; text-align: center; }
h1 { font-size: 1.25rem; font-weight: 600; }
p { font-size: 1rem; line-height: 1.5; }
main:has(section) { max-width: 38rem; }
section { text-align: start; }
h2 { margin: 1.5rem 0 0; font-size: 1rem; font-weight: 600; }
section p { margin: 0.5rem 0; }
a { display: inline-block; margin: 0.25rem; padding: 0.5rem 1rem; border: 1px solid; border-radius: 4px; }
button { padding: 0.5rem 1.25rem; border: 0; border-radius: 4px; background: #4f52b2; color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
button:hover { background: #444791; }
button:disabled { background: #6b6b6b; cursor: default; }
button:focus-visible { outline: 2px solid; outline-offset: 2px; }
:root:lang(ja) { font-family: 'Yu Gothic UI', 'Meiryo UI', 'Hiragino Sans', system-ui, sans-serif; line-break: strict; word-break: auto-phrase; }
main > p:lang(ja) { width: fit-content; margin-inline: auto; text-align: start; }
`;

/** teams-js reads its list of hosts from `res.cdn.office.net`; blocked, it logs an error in the browser at each sign-in. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "connect-src 'self' https://res.cdn.office.net",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Renders a page of the bot; all texts are escaped. */
export function renderHtmlPage({
  texts: { language, t },
  status = 200,
  title,
  sentence,
  sections = [],
  button,
  links = [],
  scripts = [],
  data = {},
}: HtmlPage): PageAnswer {
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${escapeUTF8(value)}"`);
  const scriptTags = scripts.map((path) => `<script src="${escapeUTF8(path)}" defer></script>\n`);
  const texts = sections.map(({ heading, paragraphs }) => {
    const lines = paragraphs.map((paragraph) => `<p>${escapeUTF8(paragraph)}</p>\n`);
    return `<section>\n<h2>${escapeUTF8(heading)}</h2>\n${lines.join('')}</section>\n`;
  });
  const anchors = links.map(({ href, text }) => `<a href="${escapeUTF8(href)}">${escapeUTF8(text)}</a>\n`);
  const buttons =
    button === undefined ? '' : `<button type="button" disabled>${escapeUTF8(button)}</button>\n`;
  const noScript =
    scripts.length === 0 ? '' : `<noscript><p>${escapeUTF8(t('pages.signIn.noScript'))}</p></noscript>\n`;
  const body = `<!doctype html>
<html lang="${language.lang}" dir="${language.rtl ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeUTF8(title)}</title>
<style>${STYLE}</style>
${scriptTags.join('')}</head>
<body>
<main id="sign-in"${attributes.join('')}>
<h1>Coursemate</h1>
<p id="status" role="status">${escapeUTF8(sentence)}</p>
${texts.join('')}${buttons}${anchors.join('')}${noScript}</main>
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
      'content-security-policy': CONTENT_SECURITY_POLICY,
    },
  };
}
