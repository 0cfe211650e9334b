import { avatar } from './avatar.js';
import { createChatPane } from './chat-pane.js';
import { element, findElement, icon } from './dom.js';
import { groupPeople } from './people-menu.js';
import { CHAT_KINDS } from './rail.js';
import { MOST_SIDE_BY_SIDE } from './view-options.js';

/**
 * The same conversation as each of several people sees it, in columns.
 * @param {HTMLElement} root
 * @param {import('./person-session.js').Session[]} sessions
 * @param {{ people: readonly import('../page-shapes').PersonView[], onpeople: (ids: string[]) => void, onchat: (id: string) => void }} options
 */
export function showSideBySide(root, sessions, { people, onpeople, onchat }) {
  const ids = sessions.map(({ person }) => person.id);
  const free = people.filter(({ id }) => !ids.includes(id));
  const chats = element('select', { onchange: (event) => onchat(event.currentTarget.value) });
  const add = element(
    'button',
    {
      class: 'button side-add',
      type: 'button',
      onclick: () => onpeople([...ids, ...free.slice(0, 1).map(({ id }) => id)]),
    },
    icon('add'),
    'Add a person',
  );
  add.hidden = sessions.length === MOST_SIDE_BY_SIDE || free.length === 0;
  const columns = sessions.map((session, index) => createColumn(session, index));

  root.replaceChildren(
    element(
      'header',
      { class: 'side-head' },
      element('h1', {}, 'Side by side'),
      element('label', { class: 'side-chat' }, element('span', {}, 'Conversation'), chats),
      add,
    ),
    element('div', { class: 'side-columns' }, ...columns.map(({ node }) => node)),
  );

  /** @param {typeof sessions[number]} session @param {number} index */
  function createColumn(session, index) {
    const { person } = session;
    const chat = element('section', { class: 'chat' });
    const pane = createChatPane(chat, session, {
      onback: () => undefined,
      labelOf: (name) => `${name}, as ${person.name} sees it`,
    });
    const choices = people.filter(({ id }) => id === person.id || !ids.includes(id));
    const select = element(
      'select',
      {
        'aria-label': `Person in column ${index + 1}`,
        onchange: (event) => {
          onpeople(ids.with(index, event.currentTarget.value));
          findElement(root, `.side-column:nth-child(${index + 1}) select`)?.focus();
        },
      },
      ...groupPeople(choices).map((group) => optionsOf(group, person.id)),
    );
    const remove = element(
      'button',
      {
        class: 'icon-button',
        type: 'button',
        'aria-label': `Remove ${person.name}`,
        hidden: sessions.length === 1,
        onclick: () => onpeople(ids.toSpliced(index, 1)),
      },
      icon('close'),
    );
    const head = element('div', { class: 'side-person' }, avatar(person), select, remove);
    return { node: element('div', { class: 'side-column' }, head, chat), pane };
  }

  /** Lists the conversations that all of the people are in. */
  async function listCommonChats() {
    const [first = [], ...others] = await Promise.all(sessions.map(({ api }) => api.listChats()));
    return first.filter(({ id }) => others.every((list) => list.some((chat) => chat.id === id)));
  }

  return {
    /**
     * @param {{ chatId?: string, look: import('./card.js').CardLook }} wanted
     * @returns {Promise<string>} the chat that is shown
     */
    async show({ chatId, look }) {
      const common = await listCommonChats();
      const chosen =
        common.find(({ id }) => id === chatId) ?? common.find(({ type }) => type === 'channel') ?? common[0];
      chats.replaceChildren(
        ...common.map(({ id, name, type }) =>
          element('option', { value: id, selected: id === chosen?.id }, `${name} (${CHAT_KINDS[type]})`),
        ),
      );
      if (chosen === undefined) throw new Error('These people have no conversation in common.');
      await Promise.all(columns.map(({ pane }) => pane.show({ chatId: chosen.id, look })));
      return chosen.id;
    },
    stop() {
      for (const { pane } of columns) pane.stop();
    },
  };
}

/**
 * @param {{ name: string, people: readonly import('../page-shapes').PersonView[] }} group
 * @param {string} chosen
 */
function optionsOf({ name, people }, chosen) {
  const options = people.map((person) =>
    element('option', { value: person.id, selected: person.id === chosen }, person.name),
  );
  return element('optgroup', { label: name }, ...options);
}
