import { element } from './dom.js';
import { isHttps } from './markdown.js';
import { askToOpen } from './open-link.js';

/** Matches links to a chat with the bot, which Teams opens in place. */
const BOT_CHAT = /^https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=28:/;
/** Address of the dialog that the documented "Share to Teams" button opens. */
const SHARE = 'https://teams.microsoft.com/share';
const ADDRESS = /https?:\/\/[^\s<>"]{1,2048}[^\s<>".,;:!?)\]']/g;

/** @typedef {import('./person-session.js').Session} Session */

/**
 * Opens a link as Teams does on a click.
 * @param {string} address untrusted
 * @param {Session} session
 */
export function followLink(address, session) {
  const sharedAddress = sharedIn(address);
  if (BOT_CHAT.test(address)) session.openOwnChat();
  else if (sharedAddress !== undefined) session.openShareDialog(sharedAddress);
  else if (isCoursePage(address, session)) window.open(address, '_blank', 'noopener');
  else askToOpen(address);
}

/**
 * Finds the first address in a text for which Teams would ask for a preview.
 * @param {string} text
 * @param {Session} session
 * @returns {string | undefined}
 */
export function findLink(text, session) {
  return text.match(ADDRESS)?.find((address) => isHttps(address) || isCoursePage(address, session));
}

/**
 * Turns the addresses in a person's text into links.
 * @param {string} text
 * @param {Session} session
 * @returns {(Node | string)[]}
 */
export function withLinks(text, session) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let end = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    parts.push(text.slice(end, index), link(address, session));
    end = index + address.length;
  }
  return [...parts, text.slice(end)];
}

/** @param {string} address @param {Session} session */
function link(address, session) {
  return element(
    'a',
    {
      href: address,
      rel: 'noopener noreferrer',
      target: '_blank',
      onclick: (event) => {
        event.preventDefault();
        followLink(address, session);
      },
    },
    address,
  );
}

/** @param {string} address */
function sharedIn(address) {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname, searchParams } = new URL(address);
  return origin + pathname === SHARE ? (searchParams.get('href') ?? '') : undefined;
}

/**
 * Whether the address is one of the bot's own pages, which exist. They are the only links with plain http.
 * @param {string} address
 * @param {Session} session
 */
function isCoursePage(address, { botOrigin }) {
  if (!URL.canParse(address)) return false;
  const { origin, pathname } = new URL(address);
  return origin === botOrigin && pathname.startsWith('/c/');
}
