import { toast } from './announce.js';
import { getWorld } from './api.js';
import { element, icon, setAttribute, stepOf, uniqueId } from './dom.js';
import { createPopover } from './popover.js';
import { createSearch } from './search.js';
import { createSearchResults } from './search-results.js';
import { runSignIn } from './sign-in.js';
import { createTabs } from './tabs.js';

const COMMANDS = [
  { id: 'myCourses', label: 'My courses' },
  { id: 'catalog', label: 'Catalog' },
];

/**
 * The message extension: a button in the compose box, and the flyout with its commands.
 * @param {import('./person-session.js').Session} session
 * @param {{ chatId: () => string, onpick: (card: object) => void }} options
 */
export function createExtension(session, { chatId, onpick }) {
  let commandId = '';
  let isOpen = false;
  const search = createSearch({
    ask: (query, signal) => session.api.search(chatId(), query, signal),
    show: (state, isOutdated) => {
      results.show(state, isOutdated);
      showActive();
    },
  });
  const results = createSearchResults(session, {
    onpick: ({ card }) => {
      popover.close();
      onpick(card);
    },
    onmore: () => search.more(),
    onretry: () => {
      box.focus();
      search.again();
    },
    onsignin: (state) => session.attempt(session.api.completeSearchSignIn(state).then(search.receive)),
  });
  const box = element('input', {
    class: 'search-box',
    type: 'search',
    role: 'combobox',
    placeholder: 'Search courses',
    'aria-label': 'Search courses',
    'aria-autocomplete': 'list',
    'aria-expanded': 'true',
    'aria-controls': results.listId,
    autocomplete: 'off',
    spellcheck: 'false',
    dir: 'auto',
    oninput: (event) => search.type(event.currentTarget.value),
    onkeydown: onKey,
  });
  const body = element(
    'div',
    { class: 'extension-body', role: 'tabpanel', id: uniqueId('panel') },
    element('label', { class: 'search-field' }, icon('search'), box),
    results.node,
  );
  const tabs = createTabs({
    label: 'Coursemate',
    tabs: COMMANDS.map((command) => ({ ...command, panel: body })),
    onchoose: (chosen) => {
      commandId = chosen;
      if (isOpen) start();
    },
  });
  const settings = element(
    'button',
    {
      class: 'icon-button',
      type: 'button',
      'aria-label': 'Settings of Coursemate',
      hidden: true,
      onclick: () => void session.attempt(openSettings()),
    },
    icon('settings'),
  );
  void getWorld().then(({ hasExtensionSettings }) => {
    settings.hidden = !hasExtensionSettings;
  });
  const panel = element(
    'div',
    { class: 'popover extension', id: uniqueId('extension'), role: 'dialog', 'aria-label': 'Coursemate' },
    element(
      'div',
      { class: 'extension-head' },
      element('img', { src: '/page/icon.svg', alt: '', width: '24', height: '24' }),
      tabs.list,
      settings,
      element(
        'button',
        {
          class: 'icon-button',
          type: 'button',
          'aria-label': 'Close Coursemate',
          onclick: () => popover.close(),
        },
        icon('close'),
      ),
    ),
    body,
  );
  const button = element(
    'button',
    {
      class: 'icon-button extension-button',
      type: 'button',
      'aria-label': 'Coursemate',
      'aria-haspopup': 'dialog',
    },
    element('img', { src: '/page/icon.svg', alt: '', width: '20', height: '20' }),
  );
  const anchor = element('div', { class: 'extension-anchor' });
  const popover = createPopover(anchor, {
    button,
    panel,
    onopen: () => {
      isOpen = true;
      box.value = '';
      box.focus();
      start();
    },
    onclose: () => {
      isOpen = false;
      search.stop();
    },
  });

  function start() {
    search.start({ commandId, text: box.value });
  }

  /** Opens the bot's page as Teams does, tells the bot how it ended, and searches again. */
  async function openSettings() {
    const chat = chatId();
    const view = await session.api.openSettings(chat);
    if (view.kind === 'error') return toast(view.text, 'error');
    const outcome = await runSignIn(view.link, session.person.id);
    if (outcome.kind === 'blocked')
      return toast('Your browser blocked the window. Allow pop-ups for this page and try again.', 'error');
    await session.api.endSettings(chat, outcome.kind === 'success' ? outcome.state : 'CancelledByUser');
    if (isOpen) start();
  }

  function showActive() {
    setAttribute(box, 'aria-activedescendant', results.activeId());
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const step = stepOf(event, 'ArrowUp', 'ArrowDown');
    if (step !== undefined) {
      event.preventDefault();
      results.move(step);
      showActive();
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      if (!results.pick()) start();
    }
  }

  return { node: anchor, close: popover.close };
}
