import { announce, toast } from './announce.js';
import { messageOf } from './api.js';
import { element, icon } from './dom.js';

const KEY = 'coursemate.tour';
const CLOSED = 'closed';

/**
 * The tour: a bar below the page, which blocks nothing, with a button that does what each stop is about. It opens by
 * itself on the first visit and remembers the stop.
 * @param {HTMLElement} root
 * @param {readonly import('./tour-stops.js').Stop[]} stops
 * @param {{ onclose: () => void }} options `onclose` takes the focus when the bar had it
 */
export function createTour(root, stops, { onclose }) {
  let index = 0;
  /** @type {Pick<import('./tour-stops.js').Stop, 'label' | 'act' | 'seen'> | undefined} what the button does next */
  let next;
  let text = '';
  let isBusy = false;

  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });

  function draw() {
    const stop = stops[index];
    if (stop === undefined) return;
    const isLast = index === stops.length - 1;
    const heading = element(
      'h2',
      { class: 'tour-title', tabindex: '-1' },
      element('span', { class: 'tour-count' }, `${index + 1} of ${stops.length}`),
      stop.title,
    );
    root.replaceChildren(
      element('div', { class: 'tour-words' }, heading, element('p', { class: 'tour-text' }, text)),
      element(
        'button',
        { class: 'button button-primary tour-act', type: 'button', onclick: () => void act() },
        icon('play'),
        element('span', { class: 'tour-act-text' }, next?.label),
      ),
      element(
        'div',
        { class: 'tour-steps' },
        stepButton('Back', () => go(index - 1), index === 0),
        isLast ? stepButton('Done', close) : stepButton('Next', () => go(index + 1)),
      ),
      element(
        'button',
        { class: 'icon-button tour-close', type: 'button', 'aria-label': 'Close the tour', onclick: close },
        icon('close'),
      ),
    );
  }

  /** @param {string} label @param {() => void} onclick @param {boolean} [isDisabled] */
  function stepButton(label, onclick, isDisabled = false) {
    return element('button', { class: 'button', type: 'button', disabled: isDisabled, onclick }, label);
  }

  async function act() {
    const stop = stops[index];
    if (isBusy || stop === undefined || next === undefined) return;
    const asked = index;
    const { act: work, seen } = next;
    isBusy = true;
    root.setAttribute('aria-busy', 'true');
    try {
      await work();
      if (asked !== index || root.hidden) return;
      next = next === stop ? (stop.then ?? stop) : stop;
      text = seen;
      const hadFocus = root.contains(document.activeElement);
      draw();
      if (hadFocus) root.querySelector('button')?.focus();
      announce(seen);
    } catch (error) {
      toast(messageOf(error), 'error');
    } finally {
      isBusy = false;
      root.removeAttribute('aria-busy');
    }
  }

  /** Undoes what the stop has left behind, such as a fault. */
  function leave() {
    stops[index]?.leave?.().catch((error) => toast(messageOf(error), 'error'));
  }

  /** @param {number} to */
  function go(to) {
    leave();
    show(to);
    root.querySelector('h2')?.focus();
  }

  /** @param {number} at */
  function show(at) {
    index = at;
    next = stops[index];
    text = stops[index]?.text ?? '';
    root.hidden = false;
    localStorage.setItem(KEY, String(index));
    draw();
  }

  function close() {
    leave();
    const hadFocus = root.contains(document.activeElement);
    root.hidden = true;
    localStorage.setItem(KEY, CLOSED);
    if (hadFocus) onclose();
  }

  const kept = localStorage.getItem(KEY) ?? '0';
  if (kept !== CLOSED) show(stops[Number(kept)] === undefined ? 0 : Number(kept));
  return { start: () => go(0) };
}
