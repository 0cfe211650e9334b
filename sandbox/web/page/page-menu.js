import { element, icon } from './dom.js';
import { createPopover, segmented } from './popover.js';

const CHOICES = [
  {
    name: 'theme',
    legend: 'Theme',
    labels: { system: 'System', light: 'Light', dark: 'Dark', contrast: 'Contrast' },
  },
  { name: 'width', legend: 'Width', labels: { desktop: 'Desktop', phone: 'Phone' } },
  { name: 'elements', legend: 'Newer card elements', labels: { shown: 'Shown', fallback: 'Fallback' } },
];

/**
 * The menu of the page: how it looks, the tour, and starting over.
 * @param {HTMLElement} anchor
 * @param {{ get: () => Record<string, unknown>, set: (change: object) => void }} view
 * @param {{ ontour: () => void, onstartover: () => void }} options
 */
export function createPageMenu(anchor, view, { ontour, onstartover }) {
  const button = element(
    'button',
    { class: 'bar-button', type: 'button' },
    icon('menu'),
    element('span', { class: 'bar-button-text' }, 'Menu'),
  );
  const options = view.get();
  const panel = element(
    'div',
    { class: 'popover page-menu', id: 'page-menu-panel' },
    ...CHOICES.map(({ name, legend, labels }) =>
      segmented({
        legend,
        name,
        choices: Object.entries(labels).map(([value, label]) => ({ value, label })),
        value: String(options[name]),
        onchange: (value) => view.set({ [name]: value }),
      }),
    ),
    element(
      'p',
      { class: 'soft page-menu-hint' },
      'Some Teams clients show the fallback of badges, bars, icons and charts, and all buttons alike.',
    ),
    element(
      'div',
      { class: 'page-menu-actions' },
      menuButton('tour', 'Take the tour', ontour),
      menuButton('restart', 'Start over…', onstartover),
    ),
  );
  const popover = createPopover(anchor, { button, panel });

  /** @param {Parameters<typeof icon>[0]} name @param {string} label @param {() => void} onchoose */
  function menuButton(name, label, onchoose) {
    return element(
      'button',
      {
        class: 'page-menu-button',
        type: 'button',
        onclick: () => {
          popover.close();
          onchoose();
        },
      },
      icon(name),
      label,
    );
  }

  return {
    focus: () => button.focus(),
    /** Shows what is chosen now; another tab of the history may differ. */
    update() {
      const chosen = view.get();
      for (const input of panel.querySelectorAll('input')) input.checked = input.value === chosen[input.name];
    },
  };
}
