import { byId, element, findElement, icon, uniqueId } from './dom.js';
import { createEventList } from './event-list.js';
import { createSwitchList } from './switch-list.js';
import { createTabs } from './tabs.js';
import { createWireLog } from './wire-log.js';

const LEAST_PX = 320;
const STEPS_PX = new Map([
  ['ArrowLeft', 24],
  ['ArrowRight', -24],
]);

/**
 * The developer's drawer: wire log, switches and other events.
 * @param {import('./person-session.js').Session} session
 */
export function showDeveloper(session) {
  const drawer = byId('developer');
  const toggle = byId('developer-toggle');
  const log = createWireLog(session);
  const switches = createSwitchList(session);
  const events = createEventList(session);
  const panels = {
    wire: tabPanel(log.node),
    switches: tabPanel(switches.node),
    events: tabPanel(events.node),
  };
  const tabs = createTabs({
    label: 'Developer',
    tabs: [
      { id: 'wire', label: 'Wire log', panel: panels.wire },
      { id: 'switches', label: 'Switches', panel: panels.switches },
      { id: 'events', label: 'Events', panel: panels.events },
    ],
    onchoose: (chosen) => {
      for (const [id, panel] of Object.entries(panels)) panel.hidden = id !== chosen;
    },
  });
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
    ...Object.values(panels),
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
  return {
    setChat: events.setChat,
    /** Opens the drawer at a tab, and at a changed switch; the focus stays. @param {string} tab */
    open(tab) {
      drawer.hidden = false;
      toggle.setAttribute('aria-expanded', 'true');
      tabs.choose(tab);
      findElement(drawer, '[data-changed]')?.scrollIntoView({ block: 'center' });
    },
    stop: () => stop.abort(),
  };
}

/** @param {HTMLElement} content */
function tabPanel(content) {
  return element('div', { class: 'tab-panel', role: 'tabpanel', id: uniqueId('panel') }, content);
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
      const step = STEPS_PX.get(event.key);
      if (step !== undefined) resize(drawer.offsetWidth + step);
    },
    onpointerdown: (event) => event.currentTarget.setPointerCapture(event.pointerId),
    onpointermove: (event) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(innerWidth - event.clientX);
    },
  });
  return handle;
}
