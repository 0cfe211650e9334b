import { byId, element, icon } from './dom.js';

const TOAST_MS = 6000;
const MOST_ANNOUNCEMENTS = 3;

/**
 * Says something to screen readers only. The last few announcements stay, so that one does not cut off another.
 * @param {string} text
 */
export function announce(text) {
  const region = byId('announcements');
  region.append(element('p', {}, text));
  if (region.children.length > MOST_ANNOUNCEMENTS) region.firstElementChild?.remove();
}

const ICONS = /** @type {const} */ ({ done: 'check', info: 'info', error: 'warning' });

/**
 * Shows a short line for a few seconds, and says it. Only `done` claims that something has worked: what a bot answers
 * to a button is `info`, since it may as well say that it could not.
 * @param {string} text
 * @param {'done' | 'info' | 'error'} [kind]
 */
export function toast(text, kind = 'info') {
  const dismiss = () => {
    node.remove();
  };
  const node = element(
    'div',
    { class: `toast toast-${kind}` },
    icon(ICONS[kind]),
    element('span', {}, text),
    element(
      'button',
      { class: 'icon-button', type: 'button', 'aria-label': 'Dismiss', onclick: dismiss },
      icon('close'),
    ),
  );
  for (const shown of byId('toasts').children) if (shown.textContent === text) shown.remove();
  byId('toasts').append(node);
  announce(text);
  setTimeout(dismiss, TOAST_MS);
}

export function clearToasts() {
  byId('toasts').replaceChildren();
}
