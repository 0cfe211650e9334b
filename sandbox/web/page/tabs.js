import { element, uniqueId } from './dom.js';

/**
 * A row of tabs; arrow keys walk along it. Calls `onchoose` for the first one at once.
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
    tabs.forEach(({ id, panel }, index) => {
      const isChosen = id === chosen;
      if (isChosen) panel.setAttribute('aria-labelledby', buttons[index].id);
      buttons[index].setAttribute('aria-selected', String(isChosen));
      buttons[index].tabIndex = isChosen ? 0 : -1;
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
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step === undefined) return;
        const next = buttons.at((buttons.indexOf(event.target) + step) % buttons.length);
        next.click();
        next.focus();
      },
    },
    ...buttons,
  );
  choose(tabs[0].id);
  return { list, focus: () => buttons.find(({ tabIndex }) => tabIndex === 0)?.focus() };
}
