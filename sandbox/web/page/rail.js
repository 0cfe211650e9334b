import { chatAvatar } from './avatar.js';
import { element, findElement } from './dom.js';
import { createRefresher } from './refresher.js';
import { renderMarkdown } from './markdown.js';

/** Label of each type of chat. */
export const CHAT_KINDS = { personal: 'App', groupChat: 'Group chat', channel: 'Channel' };

/**
 * The list of chats. Each is a link, since the page's address contains the chosen chat.
 * @param {HTMLElement} rail
 * @param {import('./person-session.js').Session} session
 * @param {{ addressOf: (chatId: string) => string, onchoose: (chatId: string) => void }} options
 */
export function showRail(rail, session, { addressOf, onchoose }) {
  const list = element('ul', { class: 'rail-list' });
  /** @type {string | undefined} */
  let currentId;
  rail.replaceChildren(element('h2', { class: 'rail-title' }, 'Chat'), list);

  const refresh = createRefresher(async () => {
    const chats = await session.api.listChats();
    const { activeElement } = document;
    const focusedHref = rail.contains(activeElement) ? (activeElement?.getAttribute('href') ?? '') : '';
    list.replaceChildren(...chats.map((chat, index) => element('li', {}, chatLink(chat, index === 0))));
    if (focusedHref !== '') findElement(list, `a[href="${CSS.escape(focusedHref)}"]`)?.focus();
  });

  /**
   * @param {import('./api.js').ChatView} chat
   * @param {boolean} isFirst
   */
  function chatLink(chat, isFirst) {
    const isCurrent = currentId === undefined ? isFirst : currentId === chat.id;
    return element(
      'a',
      {
        class: 'rail-link',
        href: addressOf(chat.id),
        'aria-current': isCurrent && 'page',
        onclick: (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onchoose(chat.id);
        },
      },
      chatAvatar(chat.type),
      element(
        'span',
        { class: 'rail-text' },
        element('span', { class: 'rail-name' }, chat.name),
        element('span', { class: 'rail-preview' }, previewOf(chat)),
      ),
      chat.last &&
        element('time', { class: 'rail-time', datetime: chat.last.at }, session.timeOf(chat.last.at)),
    );
  }

  /** @param {import('./api.js').ChatView} chat */
  function previewOf({ type, last }) {
    if (last === undefined) return CHAT_KINDS[type];
    if (last.author.isBot) return renderMarkdown(last.text).textContent ?? '';
    return `${last.author.id === session.person.id ? 'You' : last.author.name}: ${last.text}`;
  }

  session.on('chat', () => void session.attempt(refresh()));
  return {
    /** @param {string | undefined} chatId shows the first chat when absent */
    setCurrent(chatId) {
      currentId = chatId;
      void session.attempt(refresh());
    },
  };
}
