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
import { createViewOptions, effectiveTheme } from './view-options.js';

/** Everything on the page: made anew for another person, kept when only the look changes. */
async function main() {
  const view = createViewOptions();
  applyLook(view.get());
  const [{ people }] = await Promise.all([getWorld(), loadHostConfigs()]);
  /** @type {{ personId: string, apply: (options: import('./view-options.js').ViewOptions) => void, stop: () => void } | undefined} */
  let seat;

  function update() {
    const options = view.get();
    applyLook(options);
    const current = people.find(({ id }) => id === options.person) ?? people[0];
    if (seat?.personId !== current.id) {
      seat?.stop();
      seat = takeSeat(current, { people, view });
    }
    showDisplayOptions(byId('display-options'), view);
    seat.apply(options);
  }
  view.subscribe(update);
  update();
}

/** @param {import('./view-options.js').ViewOptions} options */
function applyLook({ theme, width }) {
  document.documentElement.dataset.theme = effectiveTheme(theme);
  byId('stage').dataset.width = width;
}

/**
 * @param {import('./people-menu.js').Person} person
 * @param {{ people: import('./people-menu.js').Person[], view: ReturnType<typeof createViewOptions> }} context
 */
function takeSeat(person, { people, view }) {
  document.title = `${person.name}: Coursemate, local world`;
  clearToasts();
  showPeopleMenu(byId('person-switch'), {
    people,
    current: person,
    addressOf: (id) => view.addressWith({ person: id, chat: undefined }),
    onchoose: (id) => {
      view.set({ person: id, chat: undefined });
      byId('person-switch').querySelector('button')?.focus();
    },
  });
  const session = createPersonSession(person, {
    openOwnChat: () => {
      view.set({ chat: undefined });
      byId('message-box').focus();
    },
  });
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
  session.start();
  return {
    personId: person.id,
    /** @param {import('./view-options.js').ViewOptions} options */
    apply(options) {
      const chatId = options.chat;
      rail.setCurrent(chatId);
      void session.attempt(pane.show({ chatId, theme: effectiveTheme(options.theme) }));
    },
    stop() {
      session.stop();
      developer.stop();
      pane.stop();
    },
  };
}

main().catch((error) => {
  byId('chat').replaceChildren(
    element('p', { class: 'empty', role: 'alert' }, `The page could not start. ${error.message}`),
  );
});
