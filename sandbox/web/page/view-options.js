/**
 * Who is shown and how, kept in the page's address: each tab may show another person.
 * @typedef {{ person?: string, chat?: string, theme: string, width: string }} ViewOptions
 */

const THEMES = ['system', 'light', 'dark', 'contrast'];
const WIDTHS = ['desktop', 'phone'];

const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const contrastSystem = matchMedia('(prefers-contrast: more), (forced-colors: active)');

export function createViewOptions() {
  /** @type {Set<(options: ViewOptions) => void>} */
  const listeners = new Set();
  let current = read();

  function tell() {
    current = read();
    for (const listener of listeners) listener(current);
  }
  for (const query of [darkSystem, contrastSystem]) query.addEventListener('change', tell);
  addEventListener('popstate', tell);

  return {
    get: () => current,
    /** @param {Partial<ViewOptions>} change */
    set(change) {
      const address = addressOf({ ...current, ...change });
      if ('person' in change || 'chat' in change) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
      tell();
    },
    /** @param {(options: ViewOptions) => void} listener */
    subscribe: (listener) => listeners.add(listener),
    /** @param {Partial<ViewOptions>} change */
    addressWith: (change) => addressOf({ ...current, ...change }),
  };
}

/** @param {string} theme */
export function effectiveTheme(theme) {
  if (theme !== 'system') return theme;
  if (contrastSystem.matches) return 'contrast';
  return darkSystem.matches ? 'dark' : 'light';
}

/** @returns {ViewOptions} */
function read() {
  const query = new URLSearchParams(location.search);
  const theme = query.get('theme') ?? '';
  const width = query.get('width') ?? '';
  return {
    person: query.get('person') ?? undefined,
    chat: query.get('chat') ?? undefined,
    theme: THEMES.includes(theme) ? theme : 'system',
    width: WIDTHS.includes(width) ? width : 'desktop',
  };
}

/** @param {ViewOptions} options */
function addressOf({ person, chat, theme, width }) {
  const query = new URLSearchParams();
  if (person !== undefined) query.set('person', person);
  if (chat !== undefined) query.set('chat', chat);
  if (theme !== 'system') query.set('theme', theme);
  if (width !== 'desktop') query.set('width', width);
  return `${location.pathname}?${query}`;
}
