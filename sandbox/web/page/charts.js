import { element } from './dom.js';

/**
 * One part of a bar or ring; `color` is the name of a class.
 * @typedef {{ legend: string, value: number, color: string }} Part
 * @typedef {Record<string, unknown>} Json
 */

/** The names of colors that a card may use; without a color, parts take these in turn. */
const CATEGORICAL = [
  'categoricalblue',
  'categoricalteal',
  'categoricalmarigold',
  'categoricalpurple',
  'categoricalgreen',
  'categoricalred',
  'categoricallavender',
  'categoricallightblue',
  'categoricallime',
];
const SEMANTIC = ['good', 'warning', 'attention', 'neutral'];

const RADIUS = 15.915_494;

/** `Chart.HorizontalBar.Stacked`: a bar of parts for each entry, one legend for all. @param {Json} json */
export function drawStackedBars({ title, data }) {
  const bars = asList(data).map((bar) => ({ title: asText(bar.title), parts: toParts(bar.data) }));
  const shown = bars.filter(({ parts }) => totalOf(parts) > 0);
  if (shown.length === 0) return undefined;
  return element(
    'div',
    { class: 'chart' },
    heading(title),
    ...shown.map(({ title: name, parts }) =>
      element(
        'div',
        { class: 'chart-row' },
        name === '' ? undefined : element('div', { class: 'chart-row-title', dir: 'auto' }, name),
        element(
          'div',
          { class: 'chart-bar', role: 'img', 'aria-label': spoken(name, parts) },
          ...parts.map(segment),
        ),
      ),
    ),
    legend(shown.length === 1 ? (shown[0]?.parts ?? []) : mergeParts(shown), shown.length === 1),
  );
}

/** `Chart.Donut`: a ring of parts, with its legend at the side. @param {Json} json */
export function drawDonut({ title, data }) {
  const parts = toParts(data);
  const total = totalOf(parts);
  if (total === 0) return undefined;
  const ring = svg('svg', { class: 'chart-ring', viewBox: '0 0 42 42', role: 'img' });
  ring.setAttribute('aria-label', spoken(asText(title), parts));
  let before = 0;
  for (const { value, color } of parts) {
    const share = (value / total) * 100;
    // A gap between two parts, so that they differ without color.
    const dash = Math.max(share - (parts.length > 1 ? 1 : 0), 0.5);
    ring.append(
      svg('circle', {
        class: `chart-part chart-${color}`,
        cx: '21',
        cy: '21',
        r: String(RADIUS),
        'stroke-dasharray': `${dash} ${100 - dash}`,
        'stroke-dashoffset': String(25 - before),
      }),
    );
    before += share;
  }
  return element(
    'div',
    { class: 'chart' },
    heading(title),
    element('div', { class: 'chart-donut' }, ring, legend(parts, true)),
  );
}

/** @param {unknown} title */
function heading(title) {
  return asText(title) === ''
    ? undefined
    : element('div', { class: 'chart-title', dir: 'auto' }, asText(title));
}

/** @param {Part} part */
function segment({ value, color }) {
  const node = element('span', { class: `chart-segment chart-${color}` });
  node.style.flexGrow = String(value);
  return node;
}

/** @param {readonly Part[]} parts @param {boolean} hasValues */
function legend(parts, hasValues) {
  return element(
    'ul',
    { class: 'chart-legend' },
    ...parts.map((part) =>
      element(
        'li',
        {},
        element('span', { class: `chart-mark chart-${part.color}` }),
        element('bdi', {}, part.legend),
        hasValues ? element('strong', {}, String(part.value)) : undefined,
      ),
    ),
  );
}

/** The parts of all bars by legend. @param {readonly { parts: readonly Part[] }[]} bars */
function mergeParts(bars) {
  /** @type {Map<string, Part>} */
  const byLegend = new Map();
  for (const part of bars.flatMap(({ parts }) => parts))
    if (!byLegend.has(part.legend)) byLegend.set(part.legend, part);
  return [...byLegend.values()];
}

/** @param {string} title @param {readonly Part[]} parts */
function spoken(title, parts) {
  const words = parts.map(({ legend: name, value }) => `${name} ${value}`.trim()).join(', ');
  return title === '' ? words : `${title}: ${words}`;
}

/** @param {unknown} data @returns {Part[]} the parts that have a value */
function toParts(data) {
  return asList(data)
    .map(({ legend: name, title, value, color }, index) => ({
      legend: asText(name) || asText(title),
      value: typeof value === 'number' && value > 0 ? value : 0,
      color: toColor(color, index),
    }))
    .filter(({ value }) => value > 0);
}

/** @param {unknown} named @param {number} index */
function toColor(named, index) {
  const name = asText(named).toLowerCase();
  if ([...SEMANTIC, ...CATEGORICAL].includes(name)) return name;
  return CATEGORICAL[index % CATEGORICAL.length] ?? 'neutral';
}

/** @param {readonly Part[]} parts */
const totalOf = (parts) => parts.reduce((sum, { value }) => sum + value, 0);

/** @param {unknown} value @returns {Json[]} */
const asList = (value) =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];

/** @param {unknown} value */
const asText = (value) => (typeof value === 'string' ? value : '');

/** @param {string} tag @param {Record<string, string>} attributes */
function svg(tag, attributes) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}
