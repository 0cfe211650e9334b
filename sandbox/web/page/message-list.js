import { element, icon } from './dom.js';
import { botAvatar } from './avatar.js';
import { createMessage } from './message.js';

const NEAR_END_PX = 80;
const LONG_PX = 140;

/**
 * The messages of one chat. Shows a timeline by changing only what differs from the last one, so that focus,
 * scroll position and half-filled inputs stay.
 * @param {import('./person-session.js').Session} session
 */
export function createMessageList(session) {
  const items = element('ol', { class: 'messages', 'aria-label': 'Messages' });
  const typing = element(
    'div',
    { class: 'typing', hidden: true },
    botAvatar(),
    element(
      'span',
      { class: 'typing-dots', role: 'img', 'aria-label': 'Coursemate is typing' },
      '',
      element('i'),
      element('i'),
      element('i'),
    ),
  );
  const jump = element(
    'button',
    { class: 'jump', type: 'button', hidden: true, onclick: () => toEnd() },
    icon('down'),
    'New messages',
  );
  const welcome = element(
    'div',
    { class: 'welcome', hidden: true },
    element('img', { src: '/page/icon.svg', alt: '', width: '72', height: '72' }),
    element('h2', {}, 'Your courses, in the conversation'),
    element('p', { class: 'soft' }, "Ask what's due, what's overdue and how far along you are."),
  );
  const scroller = element('div', { class: 'scroller', tabindex: '-1' }, welcome, items, typing);
  const node = element('div', { class: 'scroller-place' }, scroller, jump);
  /** @type {Map<string, ReturnType<typeof createMessage>>} */
  const messages = new Map();
  let follows = true;
  let isFirst = true;

  scroller.addEventListener('scroll', () => {
    follows = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
    if (follows) jump.hidden = true;
  });

  // The list stays at its end when the message box grows or shrinks.
  new ResizeObserver(() => follows && toEnd()).observe(scroller);

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
  }

  /**
   * Scrolls to the end, but keeps the start of the new message, or of the question it answers, in sight.
   * @param {HTMLElement} first
   */
  function toNew(first) {
    const before = first.previousElementSibling;
    const isQuestion = before instanceof HTMLElement && before.classList.contains('message-mine');
    const start = isQuestion && before.offsetHeight < LONG_PX ? before : first;
    const end = scroller.scrollHeight - scroller.clientHeight;
    scroller.scrollTop = Math.min(end, start.offsetTop - 16);
  }

  /**
   * @param {import('./api.js').ChatTimeline} timeline
   * @param {import('./card.js').CardLook} look
   * @returns {string[]} the bot's new messages, for screen readers
   */
  function show(timeline, look) {
    const kept = new Set(timeline.messages.map(({ id }) => id));
    for (const [id, message] of messages) {
      if (kept.has(id)) continue;
      message.node.remove();
      messages.delete(id);
    }
    const added = timeline.messages.filter(({ id }) => !messages.has(id));
    for (const view of timeline.messages) {
      const message = messages.get(view.id) ?? createMessage(view, session);
      messages.set(view.id, message);
      message.update(view, { look, memberCount: timeline.memberCount });
    }
    arrange(timeline);
    typing.hidden = !timeline.isBotTyping;
    welcome.hidden = timeline.messages.length > 0;
    settle(added);
    const spoken = isFirst
      ? []
      : added.filter(({ author }) => author.isBot).map(({ id }) => messages.get(id)?.spoken() ?? '');
    isFirst = false;
    return spoken;
  }

  /**
   * Puts messages, day lines and alerts in order; does not touch nodes that are already in place.
   * @param {import('./api.js').ChatTimeline} timeline
   */
  function arrange({ messages: views, alerts }) {
    /** @type {HTMLElement[]} */
    const order = [];
    /** @type {import('./api.js').MessageView | undefined} */
    let previous;
    for (const view of views) {
      const message = messages.get(view.id);
      if (message === undefined) continue;
      const isNewDay = previous === undefined || session.dayOf(previous.at) !== session.dayOf(view.at);
      if (isNewDay) order.push(dayLine(view.at));
      message.setContinues(!isNewDay && previous?.author.id === view.author.id);
      order.push(
        message.node,
        ...alerts.filter((alert) => alert.afterMessageId === view.id).flatMap(alertLine),
      );
      previous = view;
    }
    order.forEach((child, index) => {
      const present = items.childNodes[index];
      if (present === child || (present instanceof HTMLElement && isSameLine(present, child))) return;
      items.insertBefore(child, present ?? null);
    });
    while (items.childNodes.length > order.length) items.lastChild?.remove();
  }

  /** @param {string} at */
  function dayLine(at) {
    return element('li', { class: 'day-line' }, element('span', {}, session.dayOf(at)));
  }

  /** @param {readonly import('./api.js').MessageView[]} added */
  function settle([newest]) {
    const first = newest && messages.get(newest.id);
    if (first === undefined) {
      if (!typing.hidden && follows) toEnd();
    } else if (follows) {
      if (isFirst) toEnd();
      else toNew(first.node);
      follows = true;
    } else {
      jump.hidden = false;
    }
  }

  return {
    node,
    show,
    followEnd() {
      follows = true;
    },
    reset() {
      messages.clear();
      items.replaceChildren();
      follows = true;
      isFirst = true;
      jump.hidden = true;
    },
  };
}

/** @param {import('../../teams/timeline').Alert} alert */
function alertLine({ kind, text }) {
  if (kind === 'info') return [];
  const label = kind === 'protocolError' ? 'Protocol: ' : '';
  return [
    element('li', { class: `alert-line alert-${kind}` }, icon('warning'), element('span', {}, label + text)),
  ];
}

/** @param {HTMLElement} one @param {HTMLElement} other */
function isSameLine(one, other) {
  return !one.classList.contains('message') && !other.classList.contains('message') && one.isEqualNode(other);
}
