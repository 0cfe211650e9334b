import { announce } from './announce.js';
import { avatar, botAvatar } from './avatar.js';
import { element, setAttribute, stepOf, uniqueId } from './dom.js';

const BOT = { id: '', name: 'Coursemate' };
const MOST_SHOWN = 6;
/** Matches the name typed after an at sign. */
const TYPED = /(?:^|\s)@([^@\n]{0,60})$/u;

/** @typedef {import('../page-shapes').MemberView} Member */

/**
 * Offers the members of the chat after an at sign in the message box, which keeps the focus. Offers no one in a
 * personal chat.
 * @param {HTMLTextAreaElement} box
 * @param {import('./person-session.js').Session} session
 */
export function createMentionPicker(box, session) {
  const list = element('ul', {
    class: 'mentions',
    role: 'listbox',
    id: uniqueId('mentions'),
    'aria-label': 'People to mention',
    hidden: true,
  });
  let chatId = '';
  /** @type {Promise<Member[]> | undefined} */
  let members;
  /** @type {Map<string, string>} ids by the name in the text */
  const picked = new Map();
  /** @type {Member[]} */
  let shown = [];
  let active = 0;

  const typed = () => TYPED.exec(box.value.slice(0, box.selectionStart))?.[1];

  async function update() {
    const query = typed();
    if (query === undefined || chatId === '') {
      close();
      return;
    }
    members ??= session.api.listMembers(chatId);
    const asked = members;
    await session.attempt(
      asked.then((all) => {
        if (asked === members && typed() === query)
          show([BOT, ...all].filter(({ name }) => fits(name, query)));
      }),
    );
  }

  /** @param {Member[]} found */
  function show(found) {
    if (found.length > 0 && shown.length === 0)
      announce('Use the arrow keys and Enter to choose who to mention.');
    shown = found.slice(0, MOST_SHOWN);
    list.hidden = shown.length === 0;
    list.replaceChildren(...shown.map(optionOf));
    activate(0);
  }

  const close = () => show([]);

  /** @param {number} next */
  function activate(next) {
    active = next;
    [...list.children].forEach((option, index) =>
      setAttribute(option, 'aria-selected', String(index === active)),
    );
    setAttribute(box, 'aria-activedescendant', list.children[active]?.id);
  }

  /** @param {Member} member */
  function optionOf(member) {
    return element(
      'li',
      {
        class: 'mention-option',
        role: 'option',
        id: uniqueId('mention'),
        // On click the box would have lost the focus.
        onpointerdown: (event) => {
          event.preventDefault();
          pick(member);
        },
      },
      member === BOT ? botAvatar() : avatar(member),
      element('span', { dir: 'auto' }, member.name),
    );
  }

  /** @param {Member} member */
  function pick({ id, name }) {
    const caret = box.selectionStart;
    const start = caret - (typed() ?? '').length;
    box.setRangeText(`${name} `, start, caret, 'end');
    if (id !== '') picked.set(name, id);
    close();
    box.dispatchEvent(new Event('input'));
  }

  setAttribute(box, 'aria-controls', list.id);
  setAttribute(box, 'aria-autocomplete', 'list');
  box.addEventListener('input', () => void update());
  box.addEventListener('blur', close);
  return {
    node: list,
    /** @param {KeyboardEvent} event @returns {boolean} whether the list has handled the key */
    takesKey(event) {
      if (shown.length === 0 || event.isComposing) return false;
      const step = stepOf(event, 'ArrowUp', 'ArrowDown');
      const chosen = shown[active];
      if (step !== undefined) activate((active + step + shown.length) % shown.length);
      else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) pick(chosen);
      else if (event.key === 'Escape') close();
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    /** @param {string} text @returns {{ personId: string, name: string }[]} the chosen people whose names are still in the text */
    mentionsIn: (text) =>
      [...picked]
        .filter(([name]) => text.includes(`@${name}`))
        .map(([name, personId]) => ({ personId, name })),
    /** @param {{ id: string, type: string }} chat */
    setChat({ id, type }) {
      const next = type === 'personal' ? '' : id;
      if (next === chatId) return;
      chatId = next;
      members = undefined;
      picked.clear();
      close();
    },
  };
}

/** @param {string} name @param {string} query */
function fits(name, query) {
  const wanted = query.toLowerCase();
  const text = name.toLowerCase();
  return text.startsWith(wanted) || text.split(/[\s(]+/).some((word) => word.startsWith(wanted));
}
