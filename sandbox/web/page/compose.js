import { announce } from './announce.js';
import { element, icon } from './dom.js';
import { createDraft } from './draft.js';
import { createExtension } from './extension.js';
import { findLink } from './links.js';
import { createMentionPicker } from './mention-picker.js';

const MOST_ROWS_PX = 160;

/** @typedef {{ text: string, card?: object, mentions?: { personId: string, name: string }[] }} Content */
/**
 * What the bot suggests with its last message, and the prompt starters of the app where nothing has been said.
 * @typedef {Record<'suggestions' | 'starters', readonly import('../../teams/timeline').Suggestion[]>} Offer
 */
/** @type {Content} */
const NOTHING = { text: '' };

/**
 * The message box. Enter sends, Shift+Enter starts a new line. A card of the message extension is sent with the text. Each
 * chat keeps its unsent draft.
 * @param {import('./person-session.js').Session} session
 * @param {{ send: (content: Content) => Promise<boolean> }} options
 */
export function createCompose(session, { send }) {
  const box = element('textarea', {
    class: 'message-box',
    rows: '1',
    maxlength: '28000',
    placeholder: 'Type a message',
    'aria-label': 'Message to Coursemate',
    dir: 'auto',
    oninput: grow,
    onpaste: (event) => lookUp(event.clipboardData?.getData('text/plain') ?? ''),
    onkeydown: (event) => {
      if (mentions.takesKey(event)) return;
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      void submit();
    },
  });
  const mentions = createMentionPicker(box, session);
  const draft = createDraft(session, { chatId: () => chatId, onremove: () => box.focus() });
  const extension = createExtension(session, {
    chatId: () => chatId,
    onpick: (card) => {
      draft.set({ kind: 'card', card });
      announce('The card is ready to send.');
      box.focus();
    },
  });
  const suggestions = element('div', {
    class: 'suggestions',
    role: 'group',
    'aria-label': 'Suggestions',
    hidden: true,
  });
  /** What the chips are made of. */
  let offered = '';
  let chatId = '';
  let prefix = '';
  /** @type {Map<string, Content>} */
  const kept = new Map();

  function grow() {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, MOST_ROWS_PX)}px`;
  }

  /** @returns {Content} */
  const read = () => ({
    text: box.value,
    card: draft.card(),
    mentions: mentions.mentionsIn(box.value),
  });

  /** @param {Content} content */
  function fill({ text, card }) {
    box.value = text;
    draft.set(card === undefined ? { kind: 'none' } : { kind: 'card', card });
    grow();
  }

  /** @param {string} text */
  async function say(text) {
    box.focus();
    return send({ text: prefix + text });
  }

  /** A prompt starter is for the person to complete. @param {string} text */
  function prepare(text) {
    fill({ text: prefix + text });
    box.focus();
  }

  /** @param {Offer} offer */
  function showSuggestions({ suggestions: phrases, starters }) {
    const next = JSON.stringify([phrases, starters, prefix]);
    if (next === offered) return;
    offered = next;
    /** @param {readonly import('../../teams/timeline').Suggestion[]} list @param {(text: string) => void} onpick */
    const chips = (list, onpick) =>
      list.map(({ title, text }) =>
        element('button', { class: 'chip', type: 'button', dir: 'auto', onclick: () => onpick(text) }, title),
      );
    suggestions.replaceChildren(
      ...(phrases.length > 0 ? chips(phrases, (text) => void say(text)) : chips(starters, prepare)),
    );
    suggestions.hidden = phrases.length + starters.length === 0;
  }

  async function submit() {
    const content = read();
    if (content.text.trim() === '' && content.card === undefined) return;
    const asked = chatId;
    fill(NOTHING);
    const isSent = await send(content);
    if (isSent) return;
    const { text, card } = read();
    if (asked !== chatId) kept.set(asked, content);
    else if (text === '' && card === undefined) fill(content);
  }

  /** @param {string} pasted */
  function lookUp(pasted) {
    const link = findLink(pasted, session);
    if (link !== undefined && draft.card() === undefined) void draft.unfurl(link);
  }

  return {
    node: element(
      'footer',
      { class: 'compose' },
      suggestions,
      element(
        'div',
        { class: 'compose-box' },
        element('div', { class: 'message-place' }, box, mentions.node),
        extension.node,
        element(
          'button',
          {
            class: 'icon-button send-button',
            type: 'button',
            'aria-label': 'Send',
            onclick: () => void submit(),
          },
          icon('send'),
        ),
        draft.node,
      ),
    ),
    /**
     * @param {{ id: string, type: string, name: string }} chat
     * @param {Offer & { hasApp: boolean }} options
     */
    setChat({ id, type, name }, { hasApp, ...offer }) {
      if (id !== chatId) {
        kept.set(chatId, read());
        chatId = id;
        extension.close();
        mentions.setChat({ id, type });
        fill(kept.get(id) ?? NOTHING);
      }
      const isPersonal = type === 'personal';
      prefix = isPersonal ? '' : '@Coursemate ';
      box.placeholder = isPersonal ? 'Type a message' : 'Type a message; @Coursemate asks the bot';
      box.setAttribute('aria-label', `Message to ${name}`);
      showSuggestions(offer);
      extension.node.hidden = !hasApp;
    },
    setLook: draft.setLook,
  };
}
