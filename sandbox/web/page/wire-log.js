import { clearWire, getWireEntry, listWireEntries } from './api.js';
import { element } from './dom.js';

const PARTIES = /** @type {const} */ (['teams', 'bot', 'entra', 'graph', 'person']);
const LABELS = { teams: 'Teams', bot: 'Bot', entra: 'Entra', graph: 'Graph', person: 'Person' };
/** The server keeps as many. */
const MOST_LINES = 1000;
const NEAR_END_PX = 40;

/** @typedef {import('../page-shapes').WireLine} WireLine */

/**
 * The live log of all requests between the parties.
 * @param {import('./person-session.js').Session} session
 */
export function createWireLog(session) {
  const lines = element('ol', { class: 'wire-lines', 'aria-label': 'Wire log', tabindex: '0' });
  const empty = element(
    'p',
    { class: 'empty' },
    'Nothing yet. Each activity, exchange and Graph call appears here.',
  );
  const count = element('output', { class: 'wire-count', 'aria-label': 'Graph calls since cleared' });
  /** @type {Set<string | undefined>} */
  const shown = new Set(PARTIES);
  let graphCalls = 0;
  let follows = true;
  /** @type {WireLine[] | undefined} */
  let waiting = [];
  const filters = PARTIES.map((party) => {
    const button = element(
      'button',
      {
        class: `chip party party-${party}`,
        type: 'button',
        'aria-pressed': 'true',
        onclick: () => {
          if (!shown.delete(party)) shown.add(party);
          button.setAttribute('aria-pressed', String(shown.has(party)));
          for (const line of lines.querySelectorAll('li')) filter(line);
        },
      },
      LABELS[party],
    );
    return button;
  });

  /** @param {HTMLElement} line is hidden when either of its ends is filtered out */
  function filter(line) {
    line.hidden = !shown.has(line.dataset.from) || !shown.has(line.dataset.to);
  }

  function showCounts() {
    count.textContent = `${graphCalls} Graph ${graphCalls === 1 ? 'call' : 'calls'}`;
    empty.hidden = lines.children.length > 0;
    lines.hidden = lines.children.length === 0;
  }

  lines.addEventListener('scroll', () => {
    follows = lines.scrollHeight - lines.scrollTop - lines.clientHeight < NEAR_END_PX;
  });

  function followEnd() {
    if (follows) lines.scrollTop = lines.scrollHeight;
  }

  /** @param {WireLine} entry */
  function add(entry) {
    const line = wireLine(entry, session);
    filter(line);
    lines.append(line);
    while (lines.children.length > MOST_LINES) lines.firstChild?.remove();
    if (entry.to === 'graph') graphCalls += 1;
    showCounts();
    followEnd();
  }

  function reset() {
    lines.replaceChildren();
    graphCalls = 0;
    showCounts();
  }

  /** Lines that come while the older ones are fetched are added after those. */
  async function load() {
    waiting = [];
    const entries = await listWireEntries();
    const newest = entries.at(-1)?.id ?? 0;
    const later = waiting.filter(({ id }) => id > newest);
    waiting = undefined;
    reset();
    for (const entry of [...entries, ...later]) add(entry);
  }

  session.on('wire', (entry) => (waiting === undefined ? add(entry) : waiting.push(entry)));
  session.on('wire-cleared', reset);
  session.on('connected', () => void session.attempt(load()));
  showCounts();
  return {
    /** Call it when the log becomes visible: a hidden element cannot scroll. */
    followEnd,
    node: element(
      'div',
      { class: 'wire' },
      element(
        'div',
        { class: 'wire-tools' },
        element('div', { class: 'wire-filters', role: 'group', 'aria-label': 'Show lines of' }, ...filters),
        count,
        element(
          'button',
          { class: 'button button-small', type: 'button', onclick: () => void session.attempt(clearWire()) },
          'Clear',
        ),
      ),
      empty,
      lines,
    ),
  };
}

/**
 * @param {WireLine} entry
 * @param {import('./person-session.js').Session} session
 */
function wireLine(entry, session) {
  const { id, at, from, to, title, status, ms, bytes } = entry;
  const bodies = element('div', { class: 'wire-bodies' });
  const outcome = status >= 200 && status < 400 ? 'good' : 'bad';
  const details = element(
    'details',
    {
      ontoggle: () => {
        if (details.open && bodies.childElementCount === 0) void session.attempt(loadBodies(id, bodies));
      },
    },
    element(
      'summary',
      { class: 'wire-summary' },
      element('time', { class: 'wire-time', datetime: at }, at.slice(11, 23)),
      element(
        'span',
        { class: 'wire-route' },
        element('span', { class: `party-${from}` }, LABELS[from]),
        ' → ',
        element('span', { class: `party-${to}` }, LABELS[to]),
      ),
      element('span', { class: 'wire-title', title }, ...breakable(title)),
      element('span', { class: `wire-status wire-${outcome}` }, status === 0 ? 'none' : String(status)),
      element('span', { class: 'wire-number' }, `${ms} ms`),
      element('span', { class: 'wire-number' }, sizeOf(bytes)),
    ),
    bodies,
  );
  return element('li', { 'data-from': from, 'data-to': to }, details);
}

/** @param {number} id @param {HTMLElement} holder */
async function loadBodies(id, holder) {
  const { request, response } = await getWireEntry(id);
  holder.replaceChildren(...body('Request', request), ...body('Response', response));
  if (holder.childElementCount === 0)
    holder.append(element('p', { class: 'soft' }, 'Neither request nor response has a body.'));
}

/** @param {string} title @param {unknown} json */
function body(title, json) {
  if (json === undefined) return [];
  const text = typeof json === 'string' ? json : JSON.stringify(json, undefined, 2);
  return [element('h3', {}, title), element('pre', { tabindex: '0', 'aria-label': title }, text)];
}

/**
 * Allows a line break after each slash of an address.
 * @param {string} title
 */
function breakable(title) {
  return title.split(/(?<=\/)/).flatMap((part) => [part, element('wbr')]);
}

/** @param {number} bytes */
function sizeOf(bytes) {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}
