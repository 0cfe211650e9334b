const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

/**
 * Changes the content of a node and keeps the focus on the element of the same name and the node's place on the
 * screen.
 * @param {HTMLElement} node
 * @param {() => void} change
 */
export function keepFocus(node, change) {
  const scroller = node.closest('.scroller');
  const top = node.getBoundingClientRect().top;
  const focused = describeFocus(node);
  change();
  if (scroller !== null) scroller.scrollTop += node.getBoundingClientRect().top - top;
  if (focused !== undefined) (findAgain(node, focused) ?? node).focus({ preventScroll: true });
}

/** @param {HTMLElement} node */
function describeFocus(node) {
  const { activeElement } = document;
  if (activeElement === null || !node.contains(activeElement)) return undefined;
  return { name: nameOf(activeElement), index: focusables(node).findIndex((one) => one === activeElement) };
}

/** @param {HTMLElement} node @param {{ name: string, index: number }} focused */
function findAgain(node, { name, index }) {
  const all = focusables(node);
  const sameName = all.filter((one) => nameOf(one) === name);
  const atIndex = all[index];
  return atIndex !== undefined && sameName.includes(atIndex) ? atIndex : sameName[0];
}

/** @param {HTMLElement} node */
function focusables(node) {
  return /** @type {HTMLElement[]} */ ([...node.querySelectorAll(FOCUSABLE)]);
}

/** @param {Element} one */
function nameOf(one) {
  return `${one.tagName} ${one.getAttribute('aria-label') ?? one.textContent}`;
}
