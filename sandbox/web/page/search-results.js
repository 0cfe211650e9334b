import { announce } from './announce.js';
import { localImage } from './card.js';
import { element, setAttribute, uniqueId } from './dom.js';
import { signInButton } from './sign-in-part.js';

const SIGN_IN_TEXT = 'Sign in to Coursemate to find courses.';
const NEAR_END_PX = 160;

/**
 * The results of a search. The focus stays in the search box, whose keys call `move` and `pick`.
 * @param {import('./person-session.js').Session} session
 * @param {{ onpick: (hit: import('./search.js').Hit) => void, onmore: () => void, onretry: () => void, onsignin: (state: string) => Promise<unknown> }} listeners
 */
export function createSearchResults(session, { onpick, onmore, onretry, onsignin }) {
  const list = element('div', {
    class: 'hits',
    role: 'listbox',
    id: uniqueId('hits'),
    'aria-label': 'Courses',
  });
  const below = element('div', { class: 'hits-below' });
  const node = element(
    'div',
    { class: 'hits-scroller', tabindex: '-1', onscroll: askForMore },
    element('div', { class: 'hits-progress' }),
    list,
    below,
  );
  /** @type {import('./search.js').Hit[]} */
  let hits = [];
  /** @type {HTMLElement | undefined} */
  let active;

  function askForMore() {
    if (node.scrollHeight - node.scrollTop - node.clientHeight < NEAR_END_PX) onmore();
  }

  /** @param {HTMLElement | undefined} next */
  function activate(next) {
    active?.setAttribute('aria-selected', 'false');
    active = next;
    active?.setAttribute('aria-selected', 'true');
    active?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {import('./search.js').Hit[]} next */
  function showHits(next) {
    const continues = hits.length > 0 && hits.every((hit, index) => hit === next[index]);
    const added = next.slice(continues ? hits.length : 0).map((hit) => hitOption(hit, onpick));
    if (continues) {
      list.append(...added);
    } else {
      activate(undefined);
      list.replaceChildren(...added);
      node.scrollTop = 0;
    }
    hits = next;
    list.hidden = hits.length === 0;
  }

  /** @param {import('./search.js').SearchState} state */
  function belowOf(state) {
    switch (state.kind) {
      case 'loading':
        return [spinner()];
      case 'message':
        return [element('p', { class: 'hits-message' }, state.text)];
      case 'signIn':
        return [
          element(
            'div',
            { class: 'hits-message' },
            element('p', {}, SIGN_IN_TEXT),
            signInButton(state, session, { onsuccess: onsignin }),
          ),
        ];
      case 'error':
        return [failure(state.text, onretry)];
      case 'results':
        if (state.next === 'failed') return [failure("Couldn't load more courses.", onmore)];
        return state.next === 'loading' ? [spinner()] : [];
    }
  }

  return {
    node,
    listId: list.id,
    /** Id of the active option, for `aria-activedescendant`. */
    activeId: () => active?.id,
    /** @param {import('./search.js').SearchState} state @param {boolean} isOutdated */
    show(state, isOutdated) {
      setAttribute(node, 'aria-busy', String(isOutdated));
      if (isOutdated) return;
      showHits(state.kind === 'results' ? state.hits : []);
      below.replaceChildren(...belowOf(state));
      announce(describe(state));
      // The first page may leave room for another.
      if (state.kind === 'results' && state.next === 'open') askForMore();
    },
    /** @param {1 | -1} step */
    move(step) {
      const options = /** @type {HTMLElement[]} */ ([...list.children]);
      const current = options.findIndex((option) => option === active);
      // Index -1 means no option: only the search box.
      activate(options[Math.min(current + step, options.length - 1)]);
    },
    /** Chooses the active option. Returns whether there was one. */
    pick() {
      active?.click();
      return active !== undefined;
    },
  };
}

/** @param {import('./search.js').Hit} hit @param {(hit: import('./search.js').Hit) => void} onpick */
function hitOption(hit, onpick) {
  const { title, text, imageUrl } = hit.preview;
  return element(
    'div',
    {
      class: 'hit',
      role: 'option',
      id: uniqueId('hit'),
      'aria-selected': 'false',
      onclick: () => onpick(hit),
    },
    element('img', {
      class: 'hit-picture',
      src: imageUrl === undefined ? '/page/icon.svg' : localImage(imageUrl),
      alt: '',
      loading: 'lazy',
    }),
    element(
      'div',
      { class: 'hit-text' },
      element('div', { class: 'hit-title', dir: 'auto' }, title),
      element('div', { class: 'hit-subtitle', dir: 'auto' }, text),
    ),
  );
}

function spinner() {
  return element('div', { class: 'spinner', role: 'img', 'aria-label': 'Loading' });
}

/** @param {string} text @param {() => void} onretry */
function failure(text, onretry) {
  return element(
    'div',
    { class: 'hits-message' },
    element('p', {}, text),
    element('button', { class: 'button', type: 'button', onclick: onretry }, 'Try again'),
  );
}

/** @param {import('./search.js').SearchState} state */
function describe(state) {
  if (state.kind === 'loading') return 'Loading courses';
  if (state.kind === 'signIn') return SIGN_IN_TEXT;
  if (state.kind !== 'results') return state.text;
  const { hits, next } = state;
  if (next === 'loading') return 'Loading more courses';
  return `${hits.length}${next === 'open' ? ' or more' : ''} ${hits.length === 1 ? 'result' : 'results'}`;
}
