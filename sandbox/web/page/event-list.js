import { announce } from './announce.js';
import { element } from './dom.js';
import { createGroupList } from './group-list.js';
import { createRefresher } from './refresher.js';

/** @typedef {import('../page-shapes').EventOption} EventOption */

/**
 * Buttons for events of the chat other than messages; the wire log shows the bot's answers.
 * @param {import('./person-session.js').Session} session
 */
export function createEventList(session) {
  const groups = createGroupList(eventRow);
  /** @type {string | undefined} */
  let chatId;
  let shownChatId = '';
  let shown = '';

  const refresh = createRefresher(async () => {
    const asked = chatId ?? (await session.api.listChats())[0]?.id;
    if (asked !== undefined) show(asked, await session.api.listEvents(asked));
  });

  /** @param {string} chat @param {EventOption[]} events */
  function show(chat, events) {
    const text = JSON.stringify([chat, events]);
    if (text === shown) return;
    shown = text;
    shownChatId = chat;
    groups.show(events);
  }

  /** @param {EventOption} event */
  function eventRow({ id, label, text }) {
    const chat = shownChatId;
    const box =
      text === undefined
        ? undefined
        : element('textarea', { class: 'text-field', rows: '2', 'aria-label': 'New text' }, text);
    const button = element(
      'button',
      { class: 'button button-small', type: 'button', id: `event-${id}`, onclick: () => void happen() },
      label,
    );
    let isUnderWay = false;
    async function happen() {
      if (isUnderWay) return;
      isUnderWay = true;
      const isSent = await session.attempt(session.api.happen(chat, id, box?.value));
      isUnderWay = false;
      if (isSent) announce(`${label}: sent to the bot.`);
      await session.attempt(refresh());
    }
    return element('div', { class: 'event-row' }, box, button);
  }

  session.on('chat', () => void session.attempt(refresh()));
  return {
    /** @param {string | undefined} wanted the person's own chat when absent */
    setChat(wanted) {
      chatId = wanted;
      void session.attempt(refresh());
    },
    node: element(
      'div',
      { class: 'switches' },
      element(
        'p',
        { class: 'switch-hint soft' },
        'Other things Teams tells the bot about the open chat. Coursemate answers only when it is added. The wire log shows what was sent.',
      ),
      groups.node,
    ),
  };
}
