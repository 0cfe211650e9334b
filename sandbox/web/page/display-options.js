import { element, icon } from './dom.js';
import { createPopover, segmented } from './popover.js';

const THEME_LABELS = { system: 'System', light: 'Light', dark: 'Dark', contrast: 'Contrast' };
const WIDTH_LABELS = { desktop: 'Desktop', phone: 'Phone' };

/**
 * Theme and width: in the bar on wide screens, behind a button on narrow ones.
 * @param {HTMLElement} anchor
 * @param {{ get: () => { theme: string, width: string }, set: (change: object) => void }} view
 */
export function showDisplayOptions(anchor, view) {
  const { theme, width } = view.get();
  const shown = anchor.querySelectorAll('input');
  if (shown.length > 0) {
    for (const input of shown) input.checked = input.value === (input.name === 'theme' ? theme : width);
    return;
  }
  const button = element(
    'button',
    { class: 'bar-button display-button', type: 'button', 'aria-label': 'Display' },
    icon('display'),
  );
  const panel = element(
    'div',
    { class: 'popover display-panel', id: 'display-panel' },
    segmented({
      legend: 'Theme',
      name: 'theme',
      choices: toChoices(THEME_LABELS),
      value: theme,
      onchange: (value) => view.set({ theme: value }),
    }),
    segmented({
      legend: 'Width',
      name: 'width',
      choices: toChoices(WIDTH_LABELS),
      value: width,
      onchange: (value) => view.set({ width: value }),
    }),
  );
  createPopover(anchor, { button, panel });
}

/** @param {Record<string, string>} labels */
function toChoices(labels) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
