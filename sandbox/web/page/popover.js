import { element, findElement, setAttribute, stepOf } from './dom.js';

/**
 * A button that opens a panel below itself. Escape and a click elsewhere close it; arrow keys walk through
 * what can be focused inside.
 * @param {HTMLElement} anchor holds both
 * @param {{ button: HTMLElement, panel: HTMLElement, onopen?: () => void, onclose?: () => void }} parts the panel is
 * open while it has the class `is-open`; `onopen` takes the focus where it belongs
 */
export function createPopover(anchor, { button, panel, onopen, onclose }) {
  /** @param {EventTarget | null} target */
  const isInside = (target) => target instanceof Node && anchor.contains(target);
  const isOpen = () => panel.classList.contains('is-open');

  /** @param {boolean} open */
  function show(open) {
    panel.classList.toggle('is-open', open);
    setAttribute(button, 'aria-expanded', String(open));
    if (open) (onopen ?? focusChosen)();
  }

  function focusChosen() {
    (findElement(panel, '[aria-current="true"], :checked') ?? focusable()[0])?.focus();
  }

  const focusable = () =>
    /** @type {HTMLElement[]} */ ([...panel.querySelectorAll('a[href], input, button')]);

  function close() {
    if (!isOpen()) return;
    const hadFocus = panel.contains(document.activeElement);
    show(false);
    onclose?.();
    if (hadFocus) button.focus();
  }

  button.setAttribute('aria-controls', panel.id);
  button.addEventListener('click', () => (isOpen() ? close() : show(true)));
  anchor.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && isOpen()) {
      event.stopPropagation();
      close();
    }
  });
  panel.addEventListener('keydown', (event) => {
    const step = stepOf(event, 'ArrowUp', 'ArrowDown');
    if (step === undefined || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const items = focusable();
    const current = items.findIndex((item) => item === document.activeElement);
    items.at((current + step) % items.length)?.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!isInside(event.target)) close();
  });
  anchor.addEventListener('focusout', (event) => {
    if (event.relatedTarget !== null && !isInside(event.relatedTarget)) close();
  });
  show(false);
  anchor.replaceChildren(button, panel);
  return { close };
}

/**
 * A choice of one value, as radio buttons in a row.
 * @param {{ legend: string, name: string, choices: { value: string, label: string }[], value: string, onchange: (value: string) => void }} field
 */
export function segmented({ legend, name, choices, value, onchange }) {
  return element(
    'fieldset',
    { class: 'segmented' },
    element('legend', {}, legend),
    ...choices.map((choice) =>
      element(
        'label',
        {},
        element('input', {
          type: 'radio',
          name,
          value: choice.value,
          checked: choice.value === value,
          onchange: () => onchange(choice.value),
        }),
        element('span', {}, choice.label),
      ),
    ),
  );
}
