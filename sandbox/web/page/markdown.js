import { element } from './dom.js';

/**
 * The Markdown of Teams that the bot uses: emphasis, https links and lists. The length limits keep a text full of open
 * brackets from being scanned more than once.
 */
const INLINE =
  /\*\*(?<bold>[^*\n]{1,999})\*\*|\*(?<star>[^*\s][^*\n]{0,999})\*|(?<![\p{L}\p{N}])_(?<line>[^_\n]{1,999})_(?![\p{L}\p{N}])|\[(?<label>[^\]\n]{1,999})\]\((?<address>[^)\s]{1,2048})\)/gu;
const LIST_ITEM = /^(?:[-*]|\d{1,9}\.)\s+(?<text>.*)$/;

/**
 * @param {string} text untrusted
 * @returns {DocumentFragment} nodes, so the text cannot become HTML
 */
export function renderMarkdown(text) {
  const fragment = document.createDocumentFragment();
  /** @type {HTMLElement | undefined} */
  let list;
  text.split(/\r?\n/).forEach((line, index) => {
    const item = line.match(LIST_ITEM)?.groups?.text;
    if (item !== undefined) {
      list ??= fragment.appendChild(element(/^\d/.test(line) ? 'ol' : 'ul', { class: 'markdown-list' }));
      list.append(element('li', {}, ...renderInline(item)));
      return;
    }
    if (index > 0 && list === undefined) fragment.append(element('br'));
    list = undefined;
    fragment.append(...renderInline(line));
  });
  return fragment;
}

/**
 * @param {string} line
 * @returns {(Node | string)[]}
 */
function renderInline(line) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let end = 0;
  for (const match of line.matchAll(INLINE)) {
    parts.push(line.slice(end, match.index), renderMatch(match));
    end = match.index + match[0].length;
  }
  return [...parts, line.slice(end)];
}

/** @param {RegExpMatchArray} match */
function renderMatch(match) {
  const { bold, star, line, label, address } = match.groups ?? {};
  if (bold !== undefined) return element('strong', {}, ...renderInline(bold));
  if (star !== undefined || line !== undefined) return element('em', {}, ...renderInline(star ?? line ?? ''));
  if (address === undefined || !isHttps(address)) return match[0];
  return element('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, label);
}

/** @param {string} address */
export function isHttps(address) {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}
