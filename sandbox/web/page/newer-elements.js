import { drawDonut, drawStackedBars } from './charts.js';
import { element } from './dom.js';
import { drawIcon } from './fluent-icons.js';

/**
 * Elements of cards that Teams has and the renderer does not. Cards show them with `newerElements`; without it the
 * renderer shows their `fallback`, as some Teams clients do
 * (docs/reference/teams-platform.md#properties-of-newer-elements).
 */

const { AdaptiveCards } = /** @type {typeof window & { AdaptiveCards: typeof import('adaptivecards') }} */ (
  window
);

const BADGE_STYLES = ['default', 'subtle', 'informative', 'accent', 'good', 'attention', 'warning'];
const BAR_COLORS = ['accent', 'good', 'warning', 'attention'];
const ICON_COLORS = ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'];

/** The parts of an element's JSON; a card may have other types there. @typedef {Record<string, unknown>} Json */

/** @type {Record<string, (json: Json) => HTMLElement | undefined>} */
const DRAWINGS = {
  Badge: drawBadge,
  ProgressBar: drawProgressBar,
  Icon: drawStandaloneIcon,
  'Chart.HorizontalBar.Stacked': drawStackedBars,
  'Chart.Donut': drawDonut,
};

/** A context in which a card is parsed with the newer elements. */
export function newerElements() {
  const context = new AdaptiveCards.SerializationContext();
  /** @type {import('adaptivecards').CardObjectRegistry<import('adaptivecards').CardElement>} */
  const registry = new AdaptiveCards.CardObjectRegistry();
  AdaptiveCards.GlobalRegistry.populateWithDefaultElements(registry);
  for (const [type, draw] of Object.entries(DRAWINGS)) registry.register(type, elementClass(type, draw));
  context.setElementRegistry(registry);
  return context;
}

/**
 * @param {string} type
 * @param {(json: Json) => HTMLElement | undefined} draw
 */
function elementClass(type, draw) {
  return class extends AdaptiveCards.CardElement {
    /** @type {Json} */
    json = {};

    /** @override */
    getJsonTypeName() {
      return type;
    }

    /** @override @param {Json} json @param {import('adaptivecards').SerializationContext} context */
    internalParse(json, context) {
      super.internalParse(json, context);
      this.json = json;
    }

    /** @override */
    internalRender() {
      const drawn = draw(this.json);
      if (drawn === undefined) return undefined;
      const alignment = this.getEffectiveHorizontalAlignment();
      return element('div', { class: 'newer-element', 'data-align': ALIGNMENTS[alignment] }, drawn);
    }
  };
}

/** By the renderer's numbers. */
const ALIGNMENTS = ['start', 'center', 'end'];

/** @param {Json} json */
function drawBadge({ text, icon: name, iconPosition, style, appearance, size, shape, tooltip }) {
  const words = typeof text === 'string' ? text : '';
  const symbol = typeof name === 'string' ? drawIcon(name) : undefined;
  if (words === '' && symbol === undefined) return undefined;
  const title = typeof tooltip === 'string' && tooltip !== '' ? tooltip : undefined;
  const isIconOnly = words === '';
  const parts = [symbol, isIconOnly ? undefined : element('span', {}, words)];
  return element(
    'span',
    {
      class: 'card-badge',
      'data-style': oneOf(BADGE_STYLES, style, 'default'),
      'data-appearance': oneOf(['filled', 'tint'], appearance, 'filled'),
      'data-size': oneOf(['medium', 'large', 'extralarge'], size, 'medium'),
      'data-shape': oneOf(['circular', 'rounded', 'square'], shape, 'circular'),
      dir: 'auto',
      title,
      role: isIconOnly ? 'img' : undefined,
      'aria-label': isIconOnly ? (title ?? String(name)) : undefined,
    },
    ...(oneOf(['before', 'after'], iconPosition, 'before') === 'after' ? parts.reverse() : parts),
  );
}

/** @param {Json} json without `value` the bar shows work without an end */
function drawProgressBar({ value, max, color }) {
  const most = typeof max === 'number' && max > 0 ? max : 100;
  const share = typeof value === 'number' ? Math.min(Math.max(value / most, 0), 1) : undefined;
  const percent = share === undefined ? undefined : Math.round(share * 100);
  const fill = element('span', { class: 'card-bar-fill' });
  if (percent !== undefined) fill.style.width = `${percent}%`;
  return element(
    'span',
    {
      class: 'card-bar',
      role: 'progressbar',
      'aria-label': 'Progress',
      'aria-valuemin': '0',
      'aria-valuemax': '100',
      'aria-valuenow': percent,
      'aria-valuetext': percent === undefined ? undefined : `${percent}%`,
      'data-color': oneOf(BAR_COLORS, color, 'accent'),
      'data-endless': share === undefined,
    },
    fill,
  );
}

/** @param {Json} json */
function drawStandaloneIcon({ name, size, color, style }) {
  if (typeof name !== 'string') return undefined;
  return element(
    'span',
    {
      class: 'card-icon',
      'data-size': oneOf(
        ['xxsmall', 'xsmall', 'small', 'standard', 'medium', 'large', 'xlarge', 'xxlarge'],
        size,
        'standard',
      ),
      'data-color': oneOf(ICON_COLORS, color, 'default'),
      'data-style': oneOf(['regular', 'filled'], style, 'regular'),
    },
    drawIcon(name),
  );
}

/**
 * Returns the value that the card names, in lower case: Teams reads these without regard to case.
 * @param {readonly string[]} values
 * @param {unknown} named
 * @param {string} usual
 */
function oneOf(values, named, usual) {
  const value = typeof named === 'string' ? named.toLowerCase() : usual;
  return values.includes(value) ? value : usual;
}
