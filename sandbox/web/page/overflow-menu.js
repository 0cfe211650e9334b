import { element, stepOf } from './dom.js';

/**
 * The menu behind "…" with the secondary actions of a card. Arrow keys, Home and End move in it; Escape, Tab and a click
 * elsewhere close it.
 * @param {readonly import('adaptivecards').Action[]} actions
 * @param {HTMLElement} button
 */
export function showOverflowMenu(actions, button) {
  const items = actions.map((action) =>
    element(
      'button',
      {
        class: 'overflow-item',
        type: 'button',
        role: 'menuitem',
        tabindex: '-1',
        'aria-disabled': !action.isEnabled && 'true',
        onclick: () => {
          if (!action.isEnabled) return;
          menu.hidePopover();
          action.execute();
        },
      },
      element('bdi', {}, action.title ?? ''),
    ),
  );
  const menu = element(
    'div',
    {
      class: 'overflow-menu',
      role: 'menu',
      popover: 'auto',
      'aria-label': button.getAttribute('aria-label') ?? 'More actions',
      dir: getComputedStyle(button).direction,
      onkeydown: onKey,
      onbeforetoggle: (event) => {
        if ('newState' in event && event.newState === 'closed') button.setAttribute('aria-expanded', 'false');
      },
      ontoggle: (event) => {
        if (!('newState' in event) || event.newState !== 'closed') return;
        if (menu.contains(document.activeElement)) button.focus();
        menu.remove();
      },
    },
    ...items,
  );

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const current = items.findIndex((item) => item === document.activeElement);
    const step = stepOf(event, 'ArrowUp', 'ArrowDown');
    if (event.key === 'Tab') menu.hidePopover();
    if (event.key === 'Tab' || event.key === 'Escape') button.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else if (step !== undefined) items.at((current + step) % items.length)?.focus();
    else return;
    if (event.key !== 'Tab' && event.key !== 'Escape') event.preventDefault();
  }

  // In the card, which is a landmark's content; as a popover it is above everything nevertheless.
  (button.closest('.card') ?? document.body).append(menu);
  menu.showPopover();
  place(menu, button);
  button.setAttribute('aria-expanded', 'true');
  items[0]?.focus();
}

/**
 * Below the button, or above it where there is no room; its start at the button's start.
 * @param {HTMLElement} menu
 * @param {HTMLElement} button
 */
function place(menu, button) {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const isRightToLeft = menu.dir === 'rtl';
  const start = isRightToLeft ? right - width : left;
  menu.style.left = `${Math.max(8, Math.min(start, innerWidth - width - 8))}px`;
  menu.style.top = `${bottom + 4 + height > innerHeight - 8 ? Math.max(8, top - 4 - height) : bottom + 4}px`;
}
