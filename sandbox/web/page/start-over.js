import { toast } from './announce.js';
import { messageOf, startOver } from './api.js';
import { element } from './dom.js';

const MARK = 'coursemate.startedOver';

let isLeaving = false;

/** Asks first, then puts the local world back to its start. @param {() => string} addressOf the page afterwards */
export function askToStartOver(addressOf) {
  const close = () => {
    dialog.close();
  };
  const problem = element('p', { class: 'dialog-problem', role: 'alert' });
  const confirm = element(
    'button',
    { class: 'button button-primary', type: 'button', onclick: () => void start() },
    'Start over',
  );
  const dialog = element(
    'dialog',
    {
      class: 'dialog',
      'aria-labelledby': 'start-over-title',
      'aria-describedby': 'start-over-text',
      onclose: (event) => event.currentTarget.remove(),
    },
    element('h2', { id: 'start-over-title' }, 'Start over?'),
    element(
      'p',
      { id: 'start-over-text', class: 'dialog-text' },
      'Chats, shared cards, sign-ins and switches go back to the start, in every open tab.',
    ),
    problem,
    element(
      'div',
      { class: 'dialog-actions' },
      element('button', { class: 'button', type: 'button', onclick: close }, 'Cancel'),
      confirm,
    ),
  );

  async function start() {
    if (confirm.getAttribute('aria-disabled') === 'true') return;
    confirm.setAttribute('aria-disabled', 'true');
    confirm.textContent = 'Starting over…';
    problem.textContent = '';
    try {
      await startOver();
      reloadAfterStartOver(addressOf());
    } catch (error) {
      problem.textContent = messageOf(error);
      confirm.removeAttribute('aria-disabled');
      confirm.textContent = 'Start over';
    }
  }

  document.body.append(dialog);
  dialog.showModal();
}

/** @param {string} address */
export function reloadAfterStartOver(address) {
  if (isLeaving) return;
  isLeaving = true;
  sessionStorage.setItem(MARK, 'yes');
  location.assign(address);
}

/** Says so on the page that is shown after starting over. */
export function tellStartedOver() {
  if (sessionStorage.getItem(MARK) === null) return;
  sessionStorage.removeItem(MARK);
  toast('Everything is back to the start.', 'done');
}
