/** Longer html is cut first: a note is a sentence or two. */
const MOST_HTML_CHARACTERS = 20_000;

/** Names of U+00A0 to U+00FF in order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig ' +
  'Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash ' +
  'Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ' +
  'ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc ' +
  'uuml yacute thorn yuml';

const NAMED_CHARACTERS = new Map([
  ...LATIN_1.split(' ').map((name, index) => [name, String.fromCodePoint(0xa0 + index)] as const),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['bull', '•'],
  ['hellip', '…'],
  ['euro', '€'],
  ['trade', '™'],
  ['rarr', '→'],
]);

/** The words of a piece of html, with line breaks where blocks end. The result is plain text and still untrusted. */
export function htmlToText(html: string): string {
  const text = html
    .slice(0, MOST_HTML_CHARACTERS)
    .replace(/<!--.*?(-->|$)/gs, '')
    .replace(/<(script|style|head|template)\b.*?(<\/\1\s*>|$)/gis, '')
    .replace(/\s+/g, ' ')
    .replace(/<(br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^>]*(>|$)/gi, '\n')
    .replace(/<[a-z/!?][^>]*(>|$)/gi, '');
  return decodeEntities(text)
    .replaceAll('\u00a0', ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Decodes once: `&amp;lt;` is the text `&lt;`. */
function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,8}|#\d{1,8}|[a-z][a-z0-9]*);/gi, (whole, reference: string) => {
    if (!reference.startsWith('#')) return NAMED_CHARACTERS.get(reference) ?? whole;
    const isHex = /^#x/i.test(reference);
    return toCharacter(Number.parseInt(reference.slice(isHex ? 2 : 1), isHex ? 16 : 10));
  });
}

function toCharacter(codePoint: number): string {
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  return codePoint > 0 && codePoint <= 0x10ffff && !isSurrogate ? String.fromCodePoint(codePoint) : '\ufffd';
}
