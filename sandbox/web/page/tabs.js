import { element, stepOf, uniqueId } from './dom.js';

/**
 * A row of tabs with arrow keys. Calls `onchoose` for the first tab at once.
 * @param {{ label: string, tabs: { id: string, label: string, panel: HTMLElement }[], onchoose: (id: string) => void }} options
 * several tabs may share a panel
 */
export function createTabs({ label, tabs, onchoose }) {
  const buttons = tabs.map((tab) =>
    element(
      'button',
      {
        class: 'tab',
        role: 'tab',
        type: 'button',
        id: uniqueId('tab'),
        'aria-controls': tab.panel.id,
        onclick: () => choose(tab.id),
      },
      tab.label,
    ),
  );

  /** @param {string} chosen */
  function choose(chosen) {
    buttons.forEach((button, index) => {
      const isChosen = tabs[index]?.id === chosen;
      if (isChosen) tabs[index]?.panel.setAttribute('aria-labelledby', button.id);
      button.setAttribute('aria-selected', String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
    });
    onchoose(chosen);
  }

  const list = element(
    'div',
    {
      class: 'tabs',
      role: 'tablist',
      'aria-label': label,
      onkeydown: (event) => {
        const step = stepOf(event, 'ArrowLeft', 'ArrowRight');
        const current = buttons.findIndex((button) => button === event.target);
        if (step === undefined || current === -1) return;
        const next = buttons.at((current + step) % buttons.length);
        next?.click();
        next?.focus();
      },
    },
    ...buttons,
  );
  choose(tabs[0]?.id ?? '');
  return { list, choose, focus: () => buttons.find(({ tabIndex }) => tabIndex === 0)?.focus() };
}
