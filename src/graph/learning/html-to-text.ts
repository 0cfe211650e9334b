import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';

/** The text is cut here; markup does not count. A note is a sentence or two. */
const MOST_CHARACTERS = 20_000;
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title']);
const BLOCKS: ReadonlySet<string> = new Set(
  'address article blockquote dd div dl dt h1 h2 h3 h4 h5 h6 header footer hr li ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** A tag that marks a text as html; "1 < 2 and 3 > 2" and "press <Enter>" have none. */
const TAG =
  /<(?:!--|!doctype\b|!\[CDATA\[|\/?(?:[a-z]:[a-z]+|a|abbr|b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|font|h[1-6]|head|hr|html|i|img|li|meta|ol|p|pre|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|u|ul)(?:\s*\/?>|\s+[\w:-]+\s*=))/i;
const CLOSING_TAG = /<\/[a-z][a-z0-9:]*\s*>/i;

/**
 * The words of a text that may be html, whatever its declared type, and that may be encoded once too often. The result is
 * plain text and still untrusted.
 */
export function toWords(text: string, isDeclaredHtml = false): string {
  const isHtml = isDeclaredHtml || TAG.test(text);
  const words = isHtml ? htmlToText(text) : decodeEntities(text);
  // Words that are still html were encoded as a whole; an encoded tag inside other html is meant to be read.
  if (!TAG.test(text) && TAG.test(words) && CLOSING_TAG.test(words)) return htmlToText(words);
  return decodeEntities(words);
}

/** Text without html, decoded twice, since some learning systems encode it twice: "R&amp;amp;D" is "R&D". */
export function decodeTwice(text: string): string {
  return decodeEntities(decodeEntities(text));
}

/** The words of a piece of html, with line breaks around blocks. Decodes once: `&amp;lt;` is the text `&lt;`. */
export function htmlToText(html: string): string {
  let text = '';
  let unseen = 0;
  let isAtLineStart = true;
  const breakLine = (): void => {
    if (!isAtLineStart) text += '\n';
    isAtLineStart = true;
  };
  const parser = new Parser(
    {
      onopentag(name) {
        if (UNSEEN.has(name)) unseen++;
        else if (name === 'br') text += '\n';
        else if (BLOCKS.has(name)) breakLine();
      },
      ontext(part) {
        if (unseen > 0 || text.length > MOST_CHARACTERS) return;
        text += part.replace(/\s+/g, ' ');
        isAtLineStart &&= part.trim() === '';
      },
      onclosetag(name) {
        if (UNSEEN.has(name)) unseen--;
        else if (BLOCKS.has(name)) breakLine();
        else if (name === 'td' || name === 'th') text += ' ';
      },
    },
    { decodeEntities: false, recognizeCDATA: true },
  );
  parser.end(html);
  return decodeEntities(text.slice(0, MOST_CHARACTERS))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text).replaceAll('\u00a0', ' ') : text;
}
