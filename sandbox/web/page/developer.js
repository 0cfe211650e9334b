import { byId, element, icon } from './dom.js';
import { createSwitchList } from './switch-list.js';
import { createWireLog } from './wire-log.js';

const LEAST_PX = 320;
const STEP_PX = 24;

/**
 * The developer's drawer: wire log and switches.
 * @param {ReturnType<import('./person-session.js').createPersonSession>} session
 */
export function showDeveloper(session) {
  const drawer = byId('developer');
  const toggle = byId('developer-toggle');
  const log = createWireLog(session);
  const switches = createSwitchList(session);
  const tabs = createTabs([
    { id: 'wire', label: 'Wire log', panel: log.node },
    { id: 'switches', label: 'Switches', panel: switches.node },
  ]);
  const close = element(
    'button',
    {
      class: 'icon-button',
      type: 'button',
      'aria-label': 'Close drawer',
      onclick: () => show(false),
    },
    icon('close'),
  );
  drawer.replaceChildren(
    resizeHandle(drawer),
    element('div', { class: 'developer-head' }, tabs.list, close),
    ...tabs.panels,
  );

  /** @param {boolean} isOpen */
  function show(isOpen) {
    const hadFocus = drawer.contains(document.activeElement);
    drawer.hidden = !isOpen;
    toggle.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) {
      tabs.focus();
      log.followEnd();
    } else if (hadFocus) {
      toggle.focus();
    }
  }

  const stop = new AbortController();
  toggle.addEventListener('click', () => show(drawer.hidden), { signal: stop.signal });
  drawer.addEventListener('keydown', (event) => event.key === 'Escape' && show(false), {
    signal: stop.signal,
  });
  return { stop: () => stop.abort() };
}

/** @param {{ id: string, label: string, panel: HTMLElement }[]} parts */
function createTabs(parts) {
  const buttons = parts.map(({ id, label }) =>
    element(
      'button',
      {
        class: 'tab',
        role: 'tab',
        type: 'button',
        id: `tab-${id}`,
        'aria-controls': `panel-${id}`,
        onclick: () => choose(id),
      },
      label,
    ),
  );
  const panels = parts.map(({ id, panel }) =>
    element(
      'div',
      { class: 'tab-panel', role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}` },
      panel,
    ),
  );

  /** @param {string} chosen */
  function choose(chosen) {
    parts.forEach(({ id }, index) => {
      const isChosen = id === chosen;
      buttons[index].setAttribute('aria-selected', String(isChosen));
      buttons[index].tabIndex = isChosen ? 0 : -1;
      panels[index].hidden = !isChosen;
    });
  }

  const list = element(
    'div',
    {
      class: 'tabs',
      role: 'tablist',
      'aria-label': 'Developer',
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
  choose(parts[0].id);
  return { list, panels, focus: () => buttons.find(({ tabIndex }) => tabIndex === 0)?.focus() };
}

/**
 * The drawer's left edge: drag it, or use the arrow keys.
 * @param {HTMLElement} drawer
 */
function resizeHandle(drawer) {
  /** @param {number} wanted */
  function resize(wanted) {
    const width = Math.round(Math.max(LEAST_PX, Math.min(wanted, innerWidth - LEAST_PX)));
    drawer.style.setProperty('--drawer-width', `${width}px`);
    handle.setAttribute('aria-valuenow', String(width));
  }
  const handle = element('div', {
    class: 'resize-handle',
    role: 'separator',
    tabindex: '0',
    'aria-orientation': 'vertical',
    'aria-label': 'Width of the drawer',
    'aria-valuemin': LEAST_PX,
    'aria-valuemax': '2000',
    'aria-valuenow': '460',
    onkeydown: (event) => {
      const step = { ArrowLeft: STEP_PX, ArrowRight: -STEP_PX }[event.key];
      if (step !== undefined) resize(drawer.offsetWidth + step);
    },
    onpointerdown: (event) => handle.setPointerCapture(event.pointerId),
    onpointermove: (event) => {
      if (handle.hasPointerCapture(event.pointerId)) resize(innerWidth - event.clientX);
    },
  });
  return handle;
}
