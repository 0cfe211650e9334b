/**
 * Listeners of an element by name: `onclick`, `onchange` …
 * @template {HTMLElement} Node
 * @typedef {{ [Name in keyof HTMLElementEventMap as `on${Name}`]?: (event: HTMLElementEventMap[Name] & { currentTarget: Node }) => unknown }} Listeners
 */

/**
 * Makes an element: `class` and other attributes by name, `on…` listeners, children as nodes or plain text.
 * Text is never parsed as HTML.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Listeners<HTMLElementTagNameMap[Tag]> & Record<string, unknown>} [attributes] `undefined` and `false` leave
 * the attribute out
 * @param {...(Node | string | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else setAttribute(node, name, value);
  }
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

/**
 * @param {Element} node
 * @param {string} name
 * @param {unknown} value
 */
export function setAttribute(node, name, value) {
  if (value === undefined || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? '' : String(value));
}

const PATHS = {
  chat: 'M3 4.500h14v9.500H8.500L5 17v-3H3z',
  people:
    'M7.500 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm-5 7c0-3 2-4.500 5-4.500s5 1.500 5 4.500M13 9a2.500 2.500 0 1 0-.5-4.950M14 12c2.200.2 3.500 1.700 3.500 4.200',
  channel: 'M4 7.500h13M3 12.500h13M8 3 6.500 17M13.500 3 12 17',
  send: 'M3 3.500 17.500 10 3 16.500 5 10zM5 10h6',
  check: 'm4 10.500 4 4 8-9',
  back: 'M12 4 6 10l6 6',
  close: 'm5 5 10 10M15 5 5 15',
  chevron: 'm5 8 5 5 5-5',
  down: 'M10 4v12m-5-5 5 5 5-5',
  warning: 'M10 3.500 17.500 16.500h-15zM10 8.500v3.500M10 14.300v.1',
  info: 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15zM10 9v5M10 6.200v.1',
  like: 'M6.500 9v7.500h-3V9zM6.500 9 10 2.500c1.500 0 2.200 1 2 2.300L11.500 8h4.700l-1.400 7.200c-.2.8-.7 1.300-1.500 1.300H6.500',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  tour: 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15zM13 7l-1.700 4.300L7 13l1.700-4.300z',
  restart: 'M4 10a6 6 0 1 0 2-4.500M3.500 3v3.500H7',
  play: 'M6 4v12l10-6z',
  dislike:
    'M13.500 11V3.500h3V11zM13.500 11 10 17.500c-1.500 0-2.200-1-2-2.300L8.500 12H3.800l1.400-7.200c.2-.8.7-1.300 1.500-1.300H13.500',
  add: 'M10 4v12M4 10h12',
  refresh: 'M16 10a6 6 0 1 1-2-4.500M16.500 3v3.500H13',
  search: 'M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM13.300 13.300 17 17',
  settings:
    'M10 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM8.600 2.500h2.800l.4 2.200 1.500.9 2.100-.8 1.400 2.400-1.700 1.400v1.800l1.700 1.400-1.400 2.400-2.100-.8-1.500.9-.4 2.200H8.600l-.4-2.200-1.500-.9-2.100.8-1.400-2.400 1.700-1.400V9.100L3.200 7.700l1.400-2.400 2.100.8 1.500-.9z',
  file: 'M5 2.500h6.500L15.500 6.500v11H5zM11.500 2.500v4h4',
  download: 'M10 3v9.500M6 8.800l4 4 4-4M4 16.500h12',
  person: 'M10 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.500c0-3 2.400-4.500 6-4.500s6 1.500 6 4.500',
};

/**
 * @param {keyof typeof PATHS} name
 * @returns {SVGElement}
 */
export function icon(name) {
  return drawPath(PATHS[name]);
}

/**
 * An icon on a square of 20, for eyes only: what it means stands beside it in words.
 * @param {string} d
 */
export function drawPath(d) {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}

/**
 * Returns the step of an arrow key, or nothing for other keys.
 * @param {KeyboardEvent} event
 * @param {string} back
 * @param {string} forward
 * @returns {1 | -1 | undefined}
 */
export function stepOf({ key }, back, forward) {
  if (key === forward) return 1;
  return key === back ? -1 : undefined;
}

let lastId = 0;

/**
 * Returns an id that no other element has.
 * @param {string} stem
 */
export function uniqueId(stem) {
  lastId += 1;
  return `${stem}-${lastId}`;
}

/**
 * Returns the first HTML element inside `root` that matches the selector.
 * @param {ParentNode} root
 * @param {string} selector
 */
export function findElement(root, selector) {
  const found = root.querySelector(selector);
  return found instanceof HTMLElement ? found : undefined;
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found;
}
