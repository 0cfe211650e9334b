import { clearToasts } from './announce.js';
import { getWorld } from './api.js';
import { loadHostConfigs } from './card.js';
import { createChatPane } from './chat-pane.js';
import { showDeveloper } from './developer.js';
import { showDisplayOptions } from './display-options.js';
import { byId, element } from './dom.js';
import { createPersonSession } from './person-session.js';
import { showPeopleMenu } from './people-menu.js';
import { showRail } from './rail.js';
import { showShareDialog } from './share-dialog.js';
import { showSideBySide } from './side-by-side.js';
import { createViewOptions, effectiveTheme, MOST_SIDE_BY_SIDE } from './view-options.js';

/** Everything on the page: made anew for other people, kept when only the look changes. */
async function main() {
  const view = createViewOptions();
  applyLook(view.get());
  const [{ people, botOrigin }] = await Promise.all([getWorld(), loadHostConfigs()]);
  /** @type {{ key: string, apply: (options: import('./view-options.js').ViewOptions) => void, stop: () => void } | undefined} */
  let seat;

  /** @param {import('./people-menu.js').Person} person */
  function openSession(person) {
    const session = createPersonSession(person, {
      botOrigin,
      openOwnChat: () => {
        view.set({ side: [], person: person.id, chat: undefined });
        focusMessageBox();
      },
      openShareDialog: (address) => void session.attempt(showShareDialog(session, address)),
    });
    session.start();
    return session;
  }

  function update() {
    const options = view.get();
    applyLook(options);
    const sitting = options.side.flatMap((id) => people.find((person) => person.id === id) ?? []);
    const current = people.find(({ id }) => id === options.person) ?? people[0];
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
function applyLook({ theme, width, side }) {
  document.documentElement.dataset.theme = effectiveTheme(theme);
  byId('stage').dataset.width = side.length > 0 ? 'desktop' : width;
  byId('side-toggle').setAttribute('aria-pressed', String(side.length > 0));
}

/**
 * From one person to three, and back to the first.
 * @param {import('./view-options.js').ViewOptions} options
 * @param {import('./people-menu.js').Person[]} people
 * @returns {Partial<import('./view-options.js').ViewOptions>}
 */
function sideToggled({ person, side }, people) {
  if (side.length > 0) return { person: side[0], side: [] };
  const first = person ?? people[0].id;
  const others = people.map(({ id }) => id).filter((id) => id !== first);
  return { side: [first, ...others].slice(0, MOST_SIDE_BY_SIDE) };
}

function focusMessageBox() {
  byId('stage').querySelector('.message-box')?.focus();
}

/**
 * @typedef {{ people: import('./people-menu.js').Person[], view: ReturnType<typeof createViewOptions>, openSession: (person: import('./people-menu.js').Person) => ReturnType<typeof createPersonSession> }} Context
 * @param {import('./people-menu.js').Person} person
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
      byId('rail').querySelector('[aria-current]')?.focus();
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
      void session.attempt(pane.show({ chatId, theme: effectiveTheme(options.theme) }));
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
 * @param {import('./people-menu.js').Person[]} sitting
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
  const developer = showDeveloper(sessions[0]);
  byId('frame').dataset.showing = 'side';
  byId('side').hidden = false;
  return {
    /** @param {import('./view-options.js').ViewOptions} options */
    apply(options) {
      void sessions[0].attempt(
        side.show({ chatId: options.chat, theme: effectiveTheme(options.theme) }).then(developer.setChat),
      );
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
    element('p', { class: 'empty', role: 'alert' }, `The page could not start. ${error.message}`),
  );
});
