import { announce, toast } from './announce.js';
import { createCompose } from './compose.js';
import { chatAvatar } from './avatar.js';
import { element, icon } from './dom.js';
import { createBotLine } from './bot-line.js';
import { createRefresher } from './refresher.js';
import { CHAT_KINDS } from './rail.js';
import { createMessageList } from './message-list.js';

/**
 * The conversation in the middle: its head, messages and message box.
 * @param {HTMLElement} pane
 * @param {import('./person-session.js').Session} session
 * @param {{ onback: () => void, labelOf?: (chatName: string) => string }} options
 */
export function createChatPane(pane, session, { onback, labelOf = (name) => `Chat: ${name}` }) {
  const picture = element('span', {}, chatAvatar('personal'));
  const title = element('h1', {}, 'Coursemate');
  const kind = element('span', { class: 'badge' }, 'App');
  const list = createMessageList(session);
  const compose = createCompose(session, { send });
  /** @type {string | undefined} */
  let chatId;
  /** @type {import('./card.js').CardLook} */
  let look = { theme: 'light', elements: 'shown' };
  let isStopped = false;
  /** @type {Map<string, number>} */
  const lastAlert = new Map();

  pane.replaceChildren(
    element(
      'header',
      { class: 'chat-head' },
      element(
        'button',
        { class: 'icon-button back-button', type: 'button', 'aria-label': 'All chats', onclick: onback },
        icon('back'),
      ),
      picture,
      title,
      kind,
    ),
    list.node,
    createBotLine(session),
    compose.node,
  );

  /** @param {import('./compose.js').Content} message */
  async function send({ text, card, mentions = [] }) {
    if (chatId === undefined) return false;
    list.followEnd();
    const { api } = session;
    return session.attempt(
      card === undefined ? api.send(chatId, text, mentions) : api.share(chatId, card, text),
    );
  }

  /** @param {import('../../teams/timeline').ConversationView} chat */
  function showHead({ type, name }) {
    title.textContent = name;
    kind.textContent = CHAT_KINDS[type];
    picture.replaceChildren(chatAvatar(type));
    pane.setAttribute('aria-label', labelOf(name));
  }

  const refresh = createRefresher(async () => {
    if (isStopped || chatId === undefined) return;
    const asked = chatId;
    const timeline = await session.api.getTimeline(asked);
    if (isStopped || asked !== chatId) return;
    showHead(timeline.conversation);
    const hasSpoken = timeline.messages.some(({ author }) => author.id === session.person.id);
    compose.setChat(timeline.conversation, {
      suggestions: timeline.messages.at(-1)?.suggestions ?? [],
      starters: hasSpoken ? [] : timeline.starters,
      hasApp: timeline.hasApp,
    });
    const added = list.show(timeline, look);
    for (const text of added) announce(`Coursemate: ${text}`);
    tellAlerts(timeline);
  });

  /**
   * Shows the answer of an action once, when it comes; faults stay in the list.
   * @param {import('./api.js').ChatTimeline} timeline
   */
  function tellAlerts({ conversation, alerts }) {
    const seen = lastAlert.get(conversation.id);
    const newest = alerts.at(-1)?.id ?? 0;
    lastAlert.set(conversation.id, newest);
    if (seen === undefined) return;
    for (const { id, kind: alertKind, text } of alerts) {
      if (id <= seen) continue;
      // A fault has a line in the chat, which may be out of sight.
      if (alertKind === 'protocolError') announce(text);
      else toast(text, alertKind);
    }
  }

  for (const name of /** @type {const} */ (['chat', 'switches']))
    session.on(name, () => void session.attempt(refresh()));
  return {
    /** @param {{ chatId?: string, look: import('./card.js').CardLook }} wanted shows the first chat when `chatId` is absent */
    async show(wanted) {
      look = wanted.look;
      compose.setLook(look);
      const next = wanted.chatId ?? (await session.api.listChats())[0]?.id;
      const isNew = next !== chatId;
      chatId = next;
      if (isNew) list.reset();
      await session.attempt(refresh());
      if (isNew && next !== undefined && !isStopped) void session.attempt(session.api.open(next));
    },
    stop() {
      isStopped = true;
    },
  };
}
