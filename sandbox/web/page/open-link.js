import { element } from './dom.js';
import { isHttps } from './markdown.js';

/**
 * Shows which address Teams would open. It opens nothing automatically, since the courses of the world are made up.
 * @param {string} address
 */
export function askToOpen(address) {
  const isOpenable = isHttps(address);
  const close = () => {
    dialog.close();
  };
  const dialog = element(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 'link-title', onclose: (event) => event.currentTarget.remove() },
    element(
      'h2',
      { id: 'link-title' },
      isOpenable ? 'Teams would open this page' : "Teams wouldn't open this",
    ),
    element('p', { class: 'dialog-address' }, address),
    element(
      'p',
      { class: 'soft' },
      isOpenable
        ? 'The courses of the local world are made up, so the page may not exist.'
        : 'Only https addresses open from a card.',
    ),
    element(
      'div',
      { class: 'dialog-actions' },
      isOpenable
        ? element(
            'a',
            { class: 'button', href: address, target: '_blank', rel: 'noopener noreferrer', onclick: close },
            'Open anyway',
          )
        : undefined,
      element(
        'button',
        { class: 'button button-primary', type: 'button', autofocus: true, onclick: close },
        'Close',
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
