import { createChatPane } from './chat-pane.js';
import { showDeveloper } from './developer.js';
import { byId, findElement } from './dom.js';
import { showPeopleMenu } from './people-menu.js';
import { showRail } from './rail.js';
import { showSideBySide } from './side-by-side.js';
import { lookOf } from './view-options.js';

/**
 * What the page shows for one person or for several, until it is stopped.
 * @typedef {import('../page-shapes').PersonView} Person
 * @typedef {{ people: readonly Person[], view: ReturnType<typeof import('./view-options.js').createViewOptions>, openSession: (person: Person) => import('./person-session.js').Session }} Context
 * @typedef {{ apply: (options: import('./view-options.js').ViewOptions) => void, openSwitches: () => void, stop: () => void }} Seat
 */

/**
 * @param {Person} person
 * @param {Context} context
 * @returns {Seat}
 */
export function takeSeat(person, { people, view, openSession }) {
  document.title = `${person.name}: Coursemate, local world`;
  showPeopleMenu(byId('person-switch'), {
    people,
    current: person,
    addressOf: (id) => view.addressWith({ person: id, chat: undefined }),
    onchoose: (id) => {
      view.set({ person: id, chat: undefined });
      byId('person-switch').querySelector('button')?.focus();
    },
  });
  const session = openSession(person);
  const pane = createChatPane(byId('chat'), session, {
    onback: () => {
      byId('frame').dataset.showing = 'rail';
      findElement(byId('rail'), '[aria-current]')?.focus();
    },
  });
  const rail = showRail(byId('rail'), session, {
    addressOf: (chat) => view.addressWith({ chat }),
    onchoose: (chat) => {
      view.set({ chat });
      byId('frame').dataset.showing = 'chat';
    },
  });
  const developer = showDeveloper(session);
  byId('frame').dataset.showing = 'chat';
  return {
    /** @param {import('./view-options.js').ViewOptions} options */
    apply(options) {
      const chatId = options.chat;
      rail.setCurrent(chatId);
      developer.setChat(chatId);
      void session.attempt(pane.show({ chatId, look: lookOf(options) }));
    },
    openSwitches: () => developer.open('switches'),
    stop() {
      session.stop();
      developer.stop();
      pane.stop();
      byId('rail').replaceChildren();
      byId('chat').replaceChildren();
    },
  };
}

/**
 * @param {readonly Person[]} sitting
 * @param {Context} context
 * @returns {Seat}
 */
export function sitSideBySide(sitting, { people, view, openSession }) {
  document.title = `${sitting.map(({ name }) => name).join(', ')}: Coursemate, local world`;
  byId('person-switch').replaceChildren();
  const sessions = sitting.map(openSession);
  const side = showSideBySide(byId('side'), sessions, {
    people,
    onpeople: (ids) => view.set({ side: ids }),
    onchat: (chat) => view.set({ chat }),
  });
  const [first] = sessions;
  if (first === undefined) throw new Error('Side by side needs people.');
  const developer = showDeveloper(first);
  byId('frame').dataset.showing = 'side';
  byId('side').hidden = false;
  return {
    /** @param {import('./view-options.js').ViewOptions} options */
    apply(options) {
      void first.attempt(side.show({ chatId: options.chat, look: lookOf(options) }).then(developer.setChat));
    },
    openSwitches: () => developer.open('switches'),
    stop() {
      for (const session of sessions) session.stop();
      developer.stop();
      side.stop();
      byId('side').replaceChildren();
      byId('side').hidden = true;
    },
  };
}
