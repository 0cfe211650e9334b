import { announce } from './announce.js';
import { element } from './dom.js';
import { createRefresher } from './refresher.js';

/**
 * What can happen to the chat besides messages, as buttons; the wire log shows what the bot made of it.
 * @param {ReturnType<import('./person-session.js').createPersonSession>} session
 */
export function createEventList(session) {
  const groups = element('div', { class: 'switch-groups' });
  /** @type {string | undefined} */
  let chatId;
  let shown = '';

  const refresh = createRefresher(async () => {
    const asked = chatId ?? (await session.api.listChats())[0]?.id;
    if (asked !== undefined) show(asked, await session.api.listEvents(asked));
  });

  /** @param {string} chat @param {any[]} events */
  function show(chat, events) {
    const text = JSON.stringify([chat, events]);
    if (text === shown) return;
    shown = text;
    const focusedId = groups.contains(document.activeElement) ? document.activeElement.id : '';
    const names = [...new Set(events.map(({ group }) => group))];
    groups.replaceChildren(
      ...names.map((name) =>
        element(
          'fieldset',
          { class: 'switch-group' },
          element('legend', {}, name),
          ...events.filter(({ group }) => group === name).map((event) => eventRow(chat, event)),
        ),
      ),
    );
    if (focusedId !== '') (document.getElementById(focusedId) ?? groups.querySelector('button'))?.focus();
  }

  /** @param {string} chat @param {any} event */
  function eventRow(chat, { id, label, text }) {
    const box =
      text === undefined
        ? undefined
        : element('textarea', { class: 'event-text', rows: '2', 'aria-label': 'New text' }, text);
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
    return element('div', { class: 'event-row' }, ...(box === undefined ? [] : [box]), button);
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
        'Other things Teams tells the bot about the open chat. Coursemate stays silent, unless it is added. The wire log shows what was sent.',
      ),
      groups,
    ),
  };
}
