import { element, findElement } from './dom.js';

/**
 * Rows under the headings of their groups. Redrawing keeps the focus on the element with the same id.
 * @template {{ readonly group: string }} Item
 * @param {(item: Item) => HTMLElement} rowOf
 */
export function createGroupList(rowOf) {
  const node = element('div');

  /** @param {readonly Item[]} items */
  function show(items) {
    const { activeElement } = document;
    const focusedId = node.contains(activeElement) ? activeElement?.id : undefined;
    const names = [...new Set(items.map(({ group }) => group))];
    node.replaceChildren(
      ...names.map((name) =>
        element(
          'fieldset',
          { class: 'switch-group' },
          element('legend', {}, name),
          ...items.filter(({ group }) => group === name).map(rowOf),
        ),
      ),
    );
    if (focusedId === undefined) return;
    const again = document.getElementById(focusedId) ?? findElement(node, 'button, input, select');
    again?.focus();
  }

  return { node, show };
}
