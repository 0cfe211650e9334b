/**
 * The people and the appearance, kept in the page's address, so each tab can show another person. `side` has the people shown
 * side by side; it is empty for one person.
 * @typedef {{ person?: string, side: string[], chat?: string, theme: string, width: string, elements: string }} ViewOptions
 */

export const MOST_SIDE_BY_SIDE = 3;

const THEMES = ['system', 'light', 'dark', 'contrast'];
const WIDTHS = ['desktop', 'phone'];
const ELEMENTS = ['shown', 'fallback'];

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
      if (['person', 'side', 'chat'].some((name) => name in change)) history.pushState(null, '', address);
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

/**
 * How cards look with these options.
 * @param {ViewOptions} options
 * @returns {import('./card.js').CardLook}
 */
export const lookOf = ({ theme, elements }) => ({ theme: effectiveTheme(theme), elements });

/** @returns {ViewOptions} */
function read() {
  const query = new URLSearchParams(location.search);
  const theme = query.get('theme') ?? '';
  const width = query.get('width') ?? '';
  const elements = query.get('elements') ?? '';
  const side = (query.get('side') ?? '').split(',').filter((id) => id !== '');
  return {
    person: query.get('person') ?? undefined,
    side: [...new Set(side)].slice(0, MOST_SIDE_BY_SIDE),
    chat: query.get('chat') ?? undefined,
    theme: THEMES.includes(theme) ? theme : 'system',
    width: WIDTHS.includes(width) ? width : 'desktop',
    elements: ELEMENTS.includes(elements) ? elements : 'shown',
  };
}

/** @param {ViewOptions} options */
function addressOf({ person, side, chat, theme, width, elements }) {
  const query = new URLSearchParams();
  if (side.length > 0) query.set('side', side.join(','));
  else if (person !== undefined) query.set('person', person);
  if (chat !== undefined) query.set('chat', chat);
  if (theme !== 'system') query.set('theme', theme);
  if (width !== 'desktop') query.set('width', width);
  if (elements !== 'shown') query.set('elements', elements);
  return `${location.pathname}?${String(query).replaceAll('%2C', ',')}`;
}
