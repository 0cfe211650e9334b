import { clearToasts } from './announce.js';
import { getWorld, messageOf } from './api.js';
import { rememberFaces } from './avatar.js';
import { loadHostConfigs } from './card.js';
import { byId, element, findElement } from './dom.js';
import { createPageMenu } from './page-menu.js';
import { createPersonSession } from './person-session.js';
import { sitSideBySide, takeSeat } from './seats.js';
import { showShareDialog } from './share-dialog.js';
import { askToStartOver, reloadAfterStartOver, tellStartedOver } from './start-over.js';
import { createStops } from './tour-stops.js';
import { createTour } from './tour.js';
import { createViewOptions, effectiveTheme, lookOf, MOST_SIDE_BY_SIDE } from './view-options.js';

/** Here the drawer covers the chat. */
const narrowWindow = matchMedia('(max-width: 900px)');

/** Builds the page: again for other people, but not when only the appearance changes. */
async function main() {
  const view = createViewOptions();
  applyAppearance(view.get());
  const [{ people, botOrigin, demo }] = await Promise.all([getWorld(), loadHostConfigs()]);
  rememberFaces(people);
  /** @type {import('./seats.js').Seat & { key: string } | undefined} */
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
    session.on('restarted', () => reloadAfterStartOver(addressAfterStart()));
    session.start();
    return session;
  }

  /** Chats may be gone after starting over. */
  const addressAfterStart = () => view.addressWith({ chat: undefined });

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
    menu.update();
    seat.apply(options);
  }
  const menu = createPageMenu(byId('page-menu'), view, {
    ontour: () => tour.start(),
    onstartover: () => askToStartOver(addressAfterStart),
  });
  const tour = createTour(
    byId('tour'),
    createStops({
      people,
      demo,
      view,
      openSwitches: () => !narrowWindow.matches && seat?.openSwitches(),
    }),
    { onclose: menu.focus },
  );
  view.subscribe(update);
  const sideOrder = [...demo.people, ...people.map(({ id }) => id)];
  byId('side-toggle').addEventListener('click', () => view.set(sideToggled(view.get(), sideOrder)));
  byId('skip-link').addEventListener('click', (event) => {
    event.preventDefault();
    focusMessageBox();
  });
  update();
  tellStartedOver();
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
 * @param {readonly string[]} order of people, the first to be shown first
 * @returns {Partial<import('./view-options.js').ViewOptions>}
 */
function sideToggled({ person, side }, order) {
  if (side.length > 0) return { person: side[0], side: [] };
  const chosen = person === undefined ? order : [person, ...order];
  return { side: [...new Set(chosen)].slice(0, MOST_SIDE_BY_SIDE) };
}

function focusMessageBox() {
  findElement(byId('stage'), '.message-box')?.focus();
}

main().catch((error) => {
  byId('chat').replaceChildren(
    element('p', { class: 'empty', role: 'alert' }, `The page couldn't start. ${messageOf(error)}`),
  );
});
