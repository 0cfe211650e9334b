import { byId, element, icon } from './dom.js';

const TOAST_MS = 6000;

/**
 * Says something to screen readers only.
 * @param {string} text
 */
export function announce(text) {
  const region = byId('announcements');
  region.replaceChildren(element('p', {}, text));
}

/**
 * Shows a short line for a few seconds, and says it.
 * @param {string} text
 * @param {'info' | 'error'} [kind]
 */
export function toast(text, kind = 'info') {
  const node = element(
    'div',
    { class: `toast toast-${kind}` },
    icon(kind === 'info' ? 'check' : 'warning'),
    element('span', {}, text),
    element(
      'button',
      { class: 'icon-button', type: 'button', 'aria-label': 'Dismiss', onclick: () => node.remove() },
      icon('close'),
    ),
  );
  for (const shown of byId('toasts').children) if (shown.textContent === text) shown.remove();
  byId('toasts').append(node);
  announce(text);
  setTimeout(() => node.remove(), TOAST_MS);
}

export function clearToasts() {
  byId('toasts').replaceChildren();
}
