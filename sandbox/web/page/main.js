import { clearToasts } from './announce.js';
import { getWorld, messageOf } from './api.js';
import { loadHostConfigs } from './card.js';
import { createChatPane } from './chat-pane.js';
import { showDeveloper } from './developer.js';
import { showDisplayOptions } from './display-options.js';
import { byId, element, findElement } from './dom.js';
import { createPersonSession } from './person-session.js';
import { showPeopleMenu } from './people-menu.js';
import { showRail } from './rail.js';
import { showShareDialog } from './share-dialog.js';
import { showSideBySide } from './side-by-side.js';
import { createViewOptions, effectiveTheme, lookOf, MOST_SIDE_BY_SIDE } from './view-options.js';

/** Builds the page: again for other people, but not when only the appearance changes. */
async function main() {
  const view = createViewOptions();
  applyAppearance(view.get());
  const [{ people, botOrigin }] = await Promise.all([getWorld(), loadHostConfigs()]);
  /** @type {{ key: string, apply: (options: import('./view-options.js').ViewOptions) => void, stop: () => void } | undefined} */
  let seat;

  /** @param {import('../page-shapes').PersonView} person */
  function openSession(person) {
    const session = createPersonSession(person, {
      botOrigin,
      openOwnChat: () => {
        view.set({ side: [], person: person.id, chat: undefined });
        focusMessageBox();
      },
      openShareDialog: (address) =>
        void session.attempt(showShareDialog(session, address, lookOf(view.get()))),
    });
    session.start();
    return session;
  }

  function update() {
    const options = view.get();
    applyAppearance(options);
    const sitting = options.side.flatMap((id) => people.find((person) => person.id === id) ?? []);
    const current = people.find(({ id }) => id === options.person) ?? people[0];
    if (current === undefined) throw new Error('The local world has no people.');
    const key = sitting.length > 0 ? sitting.map(({ id }) => id).join() : `alone ${current.id}`;
    if (seat?.key !== key) {
      seat?.stop();
      clearToasts();
      const context = { people, view, openSession };
      seat = { key, ...(sitting.length > 0 ? sitSideBySide(sitting, context) : takeSeat(current, context)) };
    }
    showDisplayOptions(byId('display-options'), view);
    seat.apply(options);
  }
  view.subscribe(update);
  byId('side-toggle').addEventListener('click', () => view.set(sideToggled(view.get(), people)));
  byId('skip-link').addEventListener('click', (event) => {
    event.preventDefault();
    focusMessageBox();
  });
  update();
}

/** @param {import('./view-options.js').ViewOptions} options */
function applyAppearance({ theme, width, side }) {
  document.documentElement.dataset.theme = effectiveTheme(theme);
  byId('stage').dataset.width = side.length > 0 ? 'desktop' : width;
  byId('side-toggle').setAttribute('aria-pressed', String(side.length > 0));
}

/**
 * The people after a click on "Side by side": from one person to three, and back to the first.
 * @param {import('./view-options.js').ViewOptions} options
 * @param {readonly import('../page-shapes').PersonView[]} people
 * @returns {Partial<import('./view-options.js').ViewOptions>}
 */
function sideToggled({ person, side }, people) {
  if (side.length > 0) return { person: side[0], side: [] };
  const ids = people.map(({ id }) => id);
  const first = person ?? ids[0];
  return {
    side: [...new Set([...(first === undefined ? [] : [first]), ...ids])].slice(0, MOST_SIDE_BY_SIDE),
  };
}

function focusMessageBox() {
  findElement(byId('stage'), '.message-box')?.focus();
}

/**
 * @typedef {{ people: readonly import('../page-shapes').PersonView[], view: ReturnType<typeof createViewOptions>, openSession: (person: import('../page-shapes').PersonView) => ReturnType<typeof createPersonSession> }} Context
 * @param {import('../page-shapes').PersonView} person
 * @param {Context} context
 */
function takeSeat(person, { people, view, openSession }) {
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
 * @param {readonly import('../page-shapes').PersonView[]} sitting
 * @param {Context} context
 */
function sitSideBySide(sitting, { people, view, openSession }) {
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
    stop() {
      for (const session of sessions) session.stop();
      developer.stop();
      side.stop();
      byId('side').replaceChildren();
      byId('side').hidden = true;
    },
  };
}

main().catch((error) => {
  byId('chat').replaceChildren(
    element('p', { class: 'empty', role: 'alert' }, `The page couldn't start. ${messageOf(error)}`),
  );
});
